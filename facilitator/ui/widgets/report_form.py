"""Which form of the report, of whom and on what paper, in which house style and with which logo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.domain.report_data import DEFAULT_STYLE, FORMS, FormOrder
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import column
from facilitator.ui.kit.theme import LEAD, SMALL, Theme

FULL = ""
MOST_NAME = 60

Named = Iterable[tuple[str, str]]
"""Id and words of what can be chosen."""


class ReportForm(QWidget):
    """Choices for the form of the report; knows no dialogue.

    Signals:
        changed: Something else is chosen now.
        logo_wanted: Somebody wants to choose a picture.
    """

    changed = Signal()
    logo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._of: dict[str, list[tuple[str, str]]] = {
            "poster": [("a3", self.tr("On A3")), ("a2", self.tr("On A2"))],
            "board": [
                ("one", self.tr("On one large sheet")),
                ("a3", self.tr("On A3 sheets")),
                ("a4", self.tr("On A4 sheets")),
            ],
        }
        self._logo: Path | None = None
        body = column(self, theme, spacing=6)
        body.addWidget(PlainLabel(self.tr("Form"), self, font=theme.font(LEAD, bold=True), wrap=True))
        self.form = self._box("report_form", self.tr("Form of the report"))
        for id, words in self._form_names().items():
            self.form.addItem(words, id)
        self.form.activated.connect(self._form_chosen)
        self.detail = self._box("report_detail", self.tr("Of whom, or on what paper"))
        self.detail.activated.connect(self._tell)
        self.style_box = self._box("report_style", self.tr("House style"))
        self.style_box.activated.connect(self._tell)
        self.logo = Button(theme, "", self, variant="row", icon="plus")
        self.logo.setObjectName("report_logo")
        self.logo.clicked.connect(self._logo_clicked)
        self.alt = QLineEdit(self)
        self.alt.setFont(theme.font(SMALL))
        self.alt.setPlaceholderText(self.tr("What does the logo show?"))
        self.alt.setAccessibleName(self.tr("What does the logo show?"))
        self.alt.editingFinished.connect(self._tell)
        for widget in (self.form, self.detail, self.style_box, self.logo, self.alt):
            body.addWidget(widget)
        self.set_logo(None)
        self._show_detail()

    def _box(self, name: str, told: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setFont(self._theme.font())
        box.setAccessibleName(told)
        # Long names of meetings must not make the whole side wider.
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        return box

    def _form_names(self) -> dict[str, str]:
        names = {
            "summary": self.tr("Summary in two pages"),
            "meeting": self.tr("Report of a meeting"),
            "handout": self.tr("Sheet per persona"),
            "poster": self.tr("Poster per goal"),
            "board": self.tr("The board"),
        }
        return {FULL: self.tr("Full report")} | {form: names.get(form, form) for form in FORMS}

    # ── data in ─────────────────────────────────────────────────────────────

    def set_styles(self, styles: Mapping[str, str]) -> None:
        """Offer these house styles: id -> name."""
        chosen = self.chosen_style()
        self.style_box.clear()
        for id, name in styles.items():
            self.style_box.addItem(name, id)
        self.style_box.setCurrentIndex(max(self.style_box.findData(chosen), 0))

    def set_names(self, personas: Named, meetings: Named) -> None:
        """Offer these personas and meetings by id and name."""
        offered = {
            "handout": [("", self.tr("All personas")), *personas],
            "meeting": [("", self.tr("All meetings")), *meetings],
        }
        if any(self._of.get(form) != names for form, names in offered.items()):
            self._of |= offered
            self._show_detail()

    def set_logo(self, path: Path | None) -> None:
        """Show which picture is the logo."""
        self._logo = path
        words = self.tr("Take the logo off") if path else self.tr("Add a logo")
        self.logo.set_words(words)
        plain_tooltip(self.logo, str(path) if path else words)
        self.alt.setVisible(path is not None)

    def set_state(self, state: Mapping[str, object]) -> None:
        """Take up what ``state`` returned."""
        self.form.setCurrentIndex(max(self.form.findData(state.get("form", FULL)), 0))
        self._show_detail()
        self.detail.setCurrentIndex(max(self.detail.findData(state.get("detail", "")), 0))
        self.style_box.setCurrentIndex(max(self.style_box.findData(state.get("style", DEFAULT_STYLE)), 0))
        self.alt.setText(str(state.get("alt", "")))
        self.set_logo(cast("Path | None", state.get("logo")))

    # ── data out ────────────────────────────────────────────────────────────

    def state(self) -> dict[str, object]:
        """Return all that is chosen."""
        return {
            "form": self.chosen_form(),
            "detail": self.detail.currentData(),
            "style": self.chosen_style(),
            "logo": self._logo,
            "alt": self.alt.text(),
        }

    def chosen_form(self) -> str:
        """Return one of ``FORMS``, or nothing for the full report."""
        return str(self.form.currentData() or FULL)

    def order(self) -> FormOrder | None:
        """Return the short form that is wanted, None for the full report."""
        form, detail = self.chosen_form(), str(self.detail.currentData() or "")
        if not form:
            return None
        if form in ("poster", "board"):
            return FormOrder(form, size=detail)
        return FormOrder(
            form,
            meeting=detail if form == "meeting" else "",
            persona=detail if form == "handout" else "",
        )

    def chosen_style(self) -> str:
        """Return the house style."""
        return str(self.style_box.currentData() or DEFAULT_STYLE)

    def chosen_logo(self) -> tuple[Path | None, str]:
        """Return the file of the logo, and what it shows."""
        return self._logo, self.alt.text().strip()

    # ── wishes out ──────────────────────────────────────────────────────────

    def _show_detail(self) -> None:
        before = self.detail.currentData()
        choices = self._of.get(self.chosen_form(), [])
        self.detail.clear()
        for id, words in choices:
            short = words if len(words) <= MOST_NAME else words[: MOST_NAME - 1] + "…"
            self.detail.addItem(short, id)
        self.detail.setCurrentIndex(max(self.detail.findData(before), 0))
        self.detail.setVisible(bool(choices))

    @Slot()
    def _form_chosen(self) -> None:
        self._show_detail()
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _logo_clicked(self) -> None:
        if self._logo is None:
            self.logo_wanted.emit()
        else:
            self.set_logo(None)
            self.changed.emit()
