"""A small sheet in the colour of a paper with its letter, for a legend."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.theme import SMALL, Theme

_SIDE = 22


class LetterPatch(QWidget):
    """Colour and letter together, as they are on the notes."""

    def __init__(self, theme: Theme, paper: str, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._paper, self._letter = theme, paper, letter
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = self._theme.px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.edge, 1))
        painter.setBrush(theme.note(self._paper))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(theme.note_ink)
        painter.setFont(theme.font(SMALL, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()
