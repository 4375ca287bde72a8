"""Which form of the report, of whom and on what paper, in which house style and with which pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from facilitator.domain.choices import DEFAULT_STYLE, FORMS
from facilitator.domain.entities import Picture
from facilitator.domain.report_data import FormOrder
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import column
from facilitator.ui.kit.theme import LEAD, Theme
from facilitator.ui.widgets.report_picture import PictureWords, ReportPicture

FULL = ""
MOST_NAME = 60

Named = Iterable[tuple[str, str]]
"""Id and words of what can be chosen."""


class ReportForm(QWidget):
    """Choices for the form of the report; knows no dialogue.

    Signals:
        changed: Something else is chosen now.
        picture_wanted: Somebody wants to choose a picture for ``cover`` or ``logo``.
        picture_removed: Somebody wants that one gone.
        picture_described: For which of the two, and what it shows.

    Attributes:
        pictures: ``cover`` and ``logo``, as they are shown and asked for.
    """

    changed = Signal()
    picture_wanted = Signal(str)
    picture_removed = Signal(str)
    picture_described = Signal(str, str)

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
        body = column(self, theme, spacing=6)
        body.addWidget(PlainLabel(self.tr("Form"), self, font=theme.font(LEAD, bold=True), wrap=True))
        self.form = self._box("report_form", self.tr("Form of the report"))
        for id, words in self._form_names().items():
            self.form.addItem(words, id)
        self.form.activated.connect(self._form_chosen)
        self.detail = self._box("report_detail", self.tr("Of whom, or on what paper"))
        self.detail.activated.connect(self._tell)
        self.board = self._box("report_board", self.tr("Which board"))
        self.board.activated.connect(self._tell)
        self.style_box = self._box("report_style", self.tr("House style"))
        self.style_box.activated.connect(self._tell)
        for widget in (self.form, self.board, self.detail, self.style_box):
            body.addWidget(widget)
        self.pictures = {place: self._picture(place, words) for place, words in self._picture_words().items()}
        for part in self.pictures.values():
            body.addWidget(part)
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

    def _picture_words(self) -> dict[str, PictureWords]:
        return {
            "cover": PictureWords(
                self.tr("Cover picture"),
                self.tr("Add a cover picture"),
                self.tr("Other cover picture"),
                self.tr("Take the cover picture off"),
                self.tr("What does the picture show?"),
            ),
            "logo": PictureWords(
                self.tr("Logo"),
                self.tr("Add a logo"),
                self.tr("Other logo"),
                self.tr("Take the logo off"),
                self.tr("What does the logo show?"),
            ),
        }

    def _picture(self, place: str, words: PictureWords) -> ReportPicture:
        part = ReportPicture(self._theme, words, f"report_{place}", self)
        part.wanted.connect(partial(self.picture_wanted.emit, place))
        part.removed.connect(partial(self.picture_removed.emit, place))
        part.described.connect(partial(self.picture_described.emit, place))
        return part

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

    def set_names(self, personas: Named, meetings: Named, steps: Named = ()) -> None:
        """Offer these personas, meetings and boards of steps by id and name."""
        offered = {
            "handout": [("", self.tr("All personas")), *personas],
            "meeting": [("", self.tr("All meetings")), *meetings],
        }
        if any(self._of.get(form) != names for form, names in offered.items()):
            self._of |= offered
            self._show_detail()
        boards = [("", self.tr("The grouping table")), ("all", self.tr("All notes")), *steps]
        if boards != [(self.board.itemData(n), self.board.itemText(n)) for n in range(self.board.count())]:
            chosen = self.board.currentData()
            self.board.clear()
            for id, name in boards:
                self.board.addItem(name, id)
            self.board.setCurrentIndex(max(self.board.findData(chosen), 0))

    def show_pictures(self, pictures: Mapping[str, Picture | None], *, readonly: bool) -> None:
        """Show the pictures of the first page."""
        for place, part in self.pictures.items():
            part.show_picture(pictures.get(place))
            part.set_readonly(readonly)

    def set_state(self, state: Mapping[str, object]) -> None:
        """Take up what ``state`` returned."""
        self.form.setCurrentIndex(max(self.form.findData(state.get("form", FULL)), 0))
        self._show_detail()
        self.detail.setCurrentIndex(max(self.detail.findData(state.get("detail", "")), 0))
        self.board.setCurrentIndex(max(self.board.findData(state.get("board", "")), 0))
        self.style_box.setCurrentIndex(max(self.style_box.findData(state.get("style", DEFAULT_STYLE)), 0))
        drafts = cast("Mapping[str, str]", state.get("descriptions") or {})
        for place, part in self.pictures.items():
            part.take_draft(drafts.get(place))

    # ── data out ────────────────────────────────────────────────────────────

    def state(self) -> dict[str, object]:
        """Return all that is chosen."""
        return {
            "form": self.chosen_form(),
            "detail": self.detail.currentData(),
            "board": self.board.currentData(),
            "style": self.chosen_style(),
            "descriptions": {place: part.description.text() for place, part in self.pictures.items()},
        }

    def chosen_form(self) -> str:
        """Return one of ``FORMS``, or nothing for the full report."""
        return str(self.form.currentData() or FULL)

    def order(self) -> FormOrder | None:
        """Return the short form that is wanted, None for the full report."""
        form, detail = self.chosen_form(), str(self.detail.currentData() or "")
        if not form:
            return None
        if form == "poster":
            return FormOrder(form, size=detail)
        if form == "board":
            return FormOrder(form, size=detail, board=str(self.board.currentData() or ""))
        return FormOrder(
            form,
            meeting=detail if form == "meeting" else "",
            persona=detail if form == "handout" else "",
        )

    def chosen_style(self) -> str:
        """Return the house style."""
        return str(self.style_box.currentData() or DEFAULT_STYLE)

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
        self.board.setVisible(self.chosen_form() == "board")

    @Slot()
    def _form_chosen(self) -> None:
        self._show_detail()
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
