"""What an advice rests on: insights, notes, and how each channel spoke, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.domain.entities import Note
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import LEAD, SMALL, Theme
from facilitator.ui.models.note_list import NoteListModel
from facilitator.ui.widgets.note_view import NoteView


@dataclass(frozen=True, slots=True)
class Support:
    """What the pane shows.

    Attributes:
        lead, title: "Advies 2.1 rust op" and "4 inzichten, 37 notities".
        channels: Name of the channel and how it spoke ("gehoord · 21 %").
        remark: A line below them, such as how many notes were imagined.
    """

    lead: str
    title: str
    channels: tuple[tuple[str, str], ...] = ()
    remark: str = ""
    insights: tuple[str, ...] = ()
    notes: Sequence[Note] = ()


class EvidencePane(Surface):
    """Passive: shows a Support; the notes can be read but not changed here."""

    def __init__(
        self, theme: Theme, describe: Callable[[Note], NoteFace], parent: QWidget | None = None
    ) -> None:
        super().__init__("right", parent)
        self._theme = theme
        inside = column(self, theme, (16,), spacing=8)
        self._lead = PlainLabel("", self, font=theme.font(SMALL), tone="quiet", wrap=True)
        self._title = PlainLabel("", self, font=theme.font(LEAD, bold=True), wrap=True)
        inside.addWidget(self._lead)
        inside.addWidget(self._title)
        self._channels = QWidget(self)
        self._grid = QGridLayout(self._channels)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.gap(8))
        self._grid.setVerticalSpacing(theme.gap(4))
        self._grid.setColumnStretch(0, 1)
        inside.addWidget(self._channels)
        self._remark = PlainLabel("", self, font=theme.font(SMALL), tone="quiet", wrap=True)
        inside.addWidget(self._remark)
        self._insights = PlainLabel("", self, wrap=True)
        inside.addWidget(self._insights)
        self.model = NoteListModel(describe, self)
        self.notes = NoteView(theme, self, mode="board")
        self.notes.setModel(self.model)
        self.notes.setAccessibleName(self.tr("Notes this advice rests on"))
        self.notes.setMinimumHeight(theme.px(120))
        inside.addWidget(self.notes, 100)
        inside.addStretch(1)

    def set_support(self, support: Support) -> None:
        """Show what an advice rests on."""
        self._lead.setText(support.lead)
        self._title.setText(support.title)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, (name, words) in enumerate(support.channels):
            self._grid.addWidget(PlainLabel(name, self._channels, wrap=True), line, 0)
            spoken = PlainLabel(words, self._channels, font=self._theme.font(bold=True))
            self._grid.addWidget(spoken, line, 1, Qt.AlignmentFlag.AlignRight)
        self._channels.setVisible(bool(support.channels))
        self._remark.setText(support.remark)
        self._remark.setVisible(bool(support.remark))
        self._insights.setText("\n".join(f"• {title}" for title in support.insights))
        self._insights.setVisible(bool(support.insights))
        shown = list(support.notes)
        if [note.id for note in shown] != self.model.ids() or any(
            self.model.note_at(row) != note for row, note in enumerate(shown)
        ):
            self.model.show(shown)
        self.notes.setVisible(bool(shown))
