"""A line to find notes with: slides in under the title, and goes with Escape."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.ui.kit.buttons import IconButton
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, row
from facilitator.ui.kit.theme import BODY, SMALL, Theme

WAIT_MS = 120
"""Looking through all notes waits for a pause in typing this long."""


class _Field(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class FindBar(Surface):
    """Asks what to look for.

    Signals:
        sought: The text to look for, a moment after it was typed; empty when finding has ended.
        closed: The person is done.
    """

    sought = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        line = row(self, theme, (6, 16, 6, 20), spacing=8)
        self.field = _Field(self)
        self.field.setFont(theme.font(BODY))
        self.field.setPlaceholderText(self.tr("Find in the notes …"))
        self.field.setAccessibleName(self.tr("Find in the notes"))
        self._found = PlainLabel("", self, font=theme.font(SMALL), tone="quiet")
        shut = IconButton(theme, "close", self.tr("Stop finding"), self)
        line.addWidget(self.field, 1)
        line.addWidget(self._found)
        line.addWidget(shut)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT_MS)
        self._later.timeout.connect(self._tell)
        self.field.textChanged.connect(self._later.start)
        self.field.returnPressed.connect(self._tell)
        self.field.left.connect(self.close_bar)
        shut.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with the keyboard in it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def resume(self, text: str) -> None:
        """Show the bar as it was on an earlier page; whoever asks looks for the text itself."""
        self.field.setText(text)
        self._later.stop()
        self.show()

    @Slot()
    def close_bar(self) -> None:
        """End finding: all notes are back."""
        if self.isHidden():
            return
        self.field.clear()
        self._later.stop()
        self.hide()
        self.sought.emit("")
        self.closed.emit()

    def set_found(self, count: int) -> None:
        """Tell how many notes were found; nothing while nothing is sought."""
        self._found.setText(self.tr("%n note(s)", "", count) if self.field.text().strip() else "")

    @Slot()
    def _tell(self) -> None:
        self._later.stop()
        self.sought.emit(self.field.text())
