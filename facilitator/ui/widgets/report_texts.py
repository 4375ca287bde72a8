"""Writing the residents' opening word and the summary beside the pages they will stand on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.buttons import IconButton
from facilitator.ui.kit.fields import TextField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import ScrollColumn, Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme

ONE_PAGE = 1400
"""Characters of summary that fit its page beside goals and numbers."""


class ReportTexts(Surface):
    """Two fields of plain text.

    Signals:
        committed: Name of the field of the dialogue and its text.
        closed: Somebody is done writing.
    """

    committed = Signal(str, str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("left", parent)
        whole = column(self, theme, spacing=0)
        top = row(None, theme, (12, 8, 0, 16), spacing=8)
        top.addWidget(
            PlainLabel(self.tr("In your own words"), font=theme.font(LEAD, bold=True), wrap=True), 1
        )
        self.close_button = IconButton(theme, "close", self.tr("Done writing"), self)
        self.close_button.clicked.connect(self.closed)
        top.addWidget(self.close_button)
        whole.addLayout(top)
        scroll = ScrollColumn(theme, self, (8, 16, 16, 16), spacing=8)
        whole.addWidget(scroll, 1)
        self.opening = TextField(theme, scroll.inner, lines=6, most=14)
        self.opening.setObjectName("opening")
        self.summary = TextField(theme, scroll.inner, lines=8, most=22)
        self.summary.setObjectName("summary")
        self.summary.setPlaceholderText(self.tr("Who talked, about what, and what came of it"))
        self.opening.setPlaceholderText(self.tr("What residents want to say first"))
        fields = (
            (
                self.summary,
                self.tr("Summary"),
                self.tr("One page. The question, the people and the goals are added for you."),
            ),
            (
                self.opening,
                self.tr("A word from the residents"),
                self.tr("Comes before the summary. You may leave it empty."),
            ),
        )
        for field, title, why in fields:
            label = PlainLabel(title, font=theme.font(BODY, bold=True), wrap=True)
            label.setBuddy(field)
            field.setAccessibleName(title)
            scroll.body.addWidget(label)
            scroll.body.addWidget(PlainLabel(why, font=theme.font(SMALL), tone="quiet", wrap=True))
            scroll.body.addWidget(field)
        self._length = PlainLabel("", font=theme.font(SMALL), tone="quiet", wrap=True)
        scroll.body.insertWidget(3, self._length)
        scroll.body.addStretch(1)
        self.summary.textChanged.connect(self._show_length)
        self.summary.committed.connect(self._tell_summary)
        self.opening.committed.connect(self._tell_opening)
        self._show_length()

    def set_texts(self, opening: str, summary: str) -> None:
        """Show the texts of the dialogue; what somebody is typing is left alone."""
        self.opening.set_committed(opening)
        self.summary.set_committed(summary)

    def set_readonly(self, on: bool) -> None:
        """Show the texts for reading only."""
        self.opening.setReadOnly(on)
        self.summary.setReadOnly(on)

    @Slot()
    def _show_length(self) -> None:
        count = len(self.summary.text())
        if count > ONE_PAGE:
            self._length.setText(
                self.tr("{count} characters: that is too long for one page. Make it shorter.").format(
                    count=count
                )
            )
        self._length.setVisible(count > ONE_PAGE)

    @Slot(str)
    def _tell_summary(self, text: str) -> None:
        self.committed.emit("summary", text)

    @Slot(str)
    def _tell_opening(self, text: str) -> None:
        self.committed.emit("opening", text)
