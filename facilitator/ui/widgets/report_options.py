"""The side of the report page: which parts, which language, what to look at, and the button that saves."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QProgressBar, QSizePolicy, QWidget

from facilitator.domain.report_data import PARTS
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.plain import PlainLabel, escape_mnemonic, plain_tooltip
from facilitator.ui.kit.surfaces import ScrollColumn, Surface, column
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme
from facilitator.ui.widgets.report_form import ReportForm


class ReportOptions(Surface):
    """Choices for the report; knows no dialogue.

    Signals:
        changed: Parts or language are others now.
        hint_chosen: Number of the hint somebody wants to do something about.
        writing_wanted: Whether the fields for opening word and summary should show.
        save_requested: Save the PDF.
        stop_requested: Stop saving.
        export_requested: Make other files than a PDF.
        check_requested: Look through what could tell who somebody is.
    """

    changed = Signal()
    hint_chosen = Signal(int)
    writing_wanted = Signal(bool)
    save_requested = Signal()
    stop_requested = Signal()
    check_requested = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, save_keys: str, parent: QWidget | None = None) -> None:
        super().__init__("left", parent)
        self._theme = theme
        whole = column(self, theme, spacing=0)
        self._scroll = ScrollColumn(theme, self, (12, 16, 12, 16), spacing=0)
        whole.addWidget(self._scroll, 1)
        self._parts: dict[str, QCheckBox] = {}
        self._build_parts()
        self._build_hints()
        whole.addWidget(self._build_foot(save_keys))

    # ── building ────────────────────────────────────────────────────────────

    def _part_names(self) -> dict[str, str]:
        return {
            "opening": self.tr("Word of the residents"),
            "summary": self.tr("Summary"),
            "guide": self.tr("How to read it"),
            "process": self.tr("How we did it"),
            "selection": self.tr("Who was there"),
            "personas": self.tr("Personas"),
            "goals": self.tr("Goals and advice"),
            "cross_goal": self.tr("Across the goals"),
            "not_adopted": self.tr("Advice not adopted"),
            "follow_up": self.tr("Answer and follow-up"),
            "themes": self.tr("Theme book"),
            "survey": self.tr("Survey in tables"),
            "notes": self.tr("All notes"),
        }

    def _build_parts(self) -> None:
        theme, body = self._theme, self._scroll.body
        self.form = ReportForm(theme, self._scroll.inner)
        self.form.changed.connect(self.changed)
        self.form.form.currentIndexChanged.connect(self._form_changed)
        body.addWidget(self.form)
        body.addSpacing(theme.gap(12))
        body.addWidget(PlainLabel(self.tr("Parts"), font=theme.font(LEAD, bold=True), wrap=True))
        always = PlainLabel(
            self.tr("Cover and contents are always included."),
            font=theme.font(SMALL),
            tone="quiet",
            wrap=True,
        )
        body.addWidget(always)
        body.addSpacing(theme.gap(4))
        names = self._part_names()
        for part in PARTS:
            box = QCheckBox(escape_mnemonic(names.get(part, part)), self._scroll.inner)
            box.setObjectName(f"part_{part}")
            box.setFont(theme.font(BODY))
            box.setChecked(True)
            box.toggled.connect(self._tell_changed)
            self._parts[part] = box
            body.addWidget(box)
        self.write = Button(
            theme, self.tr("Write the summary"), self._scroll.inner, variant="row", icon="edit"
        )
        self.write.setObjectName("write_summary")
        self.write.setCheckable(True)
        self.write.toggled.connect(self.writing_wanted)
        body.addWidget(self.write)
        self.check = Button(theme, "", self._scroll.inner, variant="row", icon="check")
        self.check.setObjectName("check_publication")
        self.check.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.check.clicked.connect(self.check_requested)
        self.show_open(None)
        body.addWidget(self.check)
        self.export = Button(theme, self.tr("Other files…"), self._scroll.inner, variant="row", icon="export")
        self.export.setObjectName("export_as")
        self.export.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.export.clicked.connect(self.export_requested)
        body.addWidget(self.export)

    def _build_hints(self) -> None:
        theme, body = self._theme, self._scroll.body
        body.addStretch(1)
        body.addSpacing(theme.gap(8))
        self._hints = Surface("tint", self._scroll.inner)
        inside = column(self._hints, theme, (12, 4, 4, 4), spacing=0)
        self._hint_title = PlainLabel("", self._hints, font=theme.font(BODY, bold=True), wrap=True)
        self._hint_title.setContentsMargins(theme.gap(8), 0, theme.gap(8), theme.gap(4))
        inside.addWidget(self._hint_title)
        self._hint_rows = QWidget(self._hints)
        self._hint_column = column(self._hint_rows, theme, spacing=0)
        inside.addWidget(self._hint_rows)
        self._hints.hide()
        body.addWidget(self._hints)

    def _build_foot(self, save_keys: str) -> QWidget:
        theme = self._theme
        foot = Surface("bottom", self)
        inside = column(foot, theme, (12, 16, 16, 16), spacing=8)
        self.language = ChoiceBox(foot)
        self.language.setObjectName("report_language")
        self.language.setFont(theme.font())
        self.language.addItem(self.tr("In Dutch"), "nl")
        self.language.addItem(self.tr("In English"), "en")
        self.language.setAccessibleName(self.tr("Language of the report"))
        self.language.activated.connect(self._tell_changed)
        self.save = Button(theme, self.tr("Save PDF"), foot, variant="primary", keys=save_keys)
        self.save.setObjectName("save_pdf")
        self.save.clicked.connect(self.save_requested)
        self.stop = Button(theme, self.tr("Stop saving"), foot)
        self.stop.setObjectName("stop_pdf")
        self.stop.clicked.connect(self.stop_requested)
        self.bar = QProgressBar(foot)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(self.tr("Saving the report"))
        self.stop.hide()
        self.bar.hide()
        for widget in (self.language, self.bar, self.save, self.stop):
            inside.addWidget(widget)
        return foot

    # ── data in ─────────────────────────────────────────────────────────────

    def set_choices(self, parts: Collection[str], language: str) -> None:
        """Show which parts and which language are chosen, without telling anyone."""
        for part, box in self._parts.items():
            box.blockSignals(True)
            box.setChecked(part in parts)
            box.blockSignals(False)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))

    def parts(self) -> tuple[str, ...]:
        """Return the chosen parts in order."""
        return tuple(part for part, box in self._parts.items() if box.isChecked())

    def chosen_language(self) -> str:
        """Return the language of the report."""
        return str(self.language.currentData())

    def box(self, part: str) -> QCheckBox:
        """Return the switch of one part."""
        return self._parts[part]

    def first_box(self) -> QCheckBox:
        """Return the first switch."""
        return next(iter(self._parts.values()))

    def set_hints(self, hints: Sequence[tuple[str, bool]]) -> None:
        """Show what is still open: words, and whether a click leads somewhere."""
        shown = [button.words() for button in self._hint_rows.findChildren(Button)]
        if shown != [words for words, _ in hints]:
            self._fill_hints(hints)
        self._hint_title.setText(self.tr("%n thing(s) to check", "", len(hints)))
        self._hints.setVisible(bool(hints))

    def _fill_hints(self, hints: Sequence[tuple[str, bool]]) -> None:
        while (item := self._hint_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, (words, leads) in enumerate(hints):
            row = Button(self._theme, words, self._hint_rows, variant="row")
            row.setFont(self._theme.font(SMALL))
            plain_tooltip(row, words)
            row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.setFixedHeight(self._theme.px(30))
            row.setProperty("number", number)
            row.setEnabled(leads)
            row.clicked.connect(self._tell_hint)
            self._hint_column.addWidget(row)

    def show_open(self, count: int | None) -> None:
        """Show how much waits for a decision before publication; None while that is not known."""
        words = self.tr("Publication check")
        shown = f"{words} ({count})" if count else words
        self.check.set_words(shown)
        told = "" if count is None else self.tr("%n thing(s) to decide", "", count)
        plain_tooltip(self.check, f"{shown}\n{told}" if told else shown)
        self.check.setAccessibleDescription(told)

    def show_saving(self, done: float | None) -> None:
        """Show how far saving is, 0.0..1.0; None when nothing is being saved."""
        busy = done is not None
        had_focus = self.save.hasFocus() or self.stop.hasFocus()
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.save.setVisible(not busy)
        self.bar.setValue(round((done or 0.0) * 100))
        if had_focus:
            (self.stop if busy else self.save).setFocus()

    # ── wishes out ──────────────────────────────────────────────────────────

    @Slot()
    def _form_changed(self) -> None:
        # Parts can be chosen for the full report alone.
        full = self.form.order() is None
        for box in self._parts.values():
            box.setEnabled(full)

    @Slot()
    def _tell_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _tell_hint(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.hint_chosen.emit(int(button.property("number")))
