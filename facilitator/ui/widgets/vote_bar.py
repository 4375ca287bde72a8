"""Votes as a bar with the threshold marked, and the same in words."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.kit.theme import Theme


class VoteBar(QWidget):
    """Shows for, against and abstained as parts of all votes cast; the words stand beside it elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._votes = (0, 0, 0)
        self._threshold = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_votes(self, votes: tuple[int, int, int], threshold: int, words: str) -> None:
        """Show (for, against, abstained) against ``threshold`` percent; ``words`` is what is spoken."""
        self._votes, self._threshold = votes, threshold
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        high = theme.px(14)
        top = (self.height() - high) / 2
        whole = QRectF(0, top, self.width(), high)
        painter.fillRect(whole, theme.track)
        cast = sum(self._votes)
        at = 0.0
        for count, colour in zip(self._votes, (theme.primary, theme.against, theme.track), strict=True):
            wide = self.width() * count / cast if cast else 0.0
            painter.fillRect(QRectF(at, top, wide, high), colour)
            at += wide
        if theme.contrast:
            painter.setPen(QPen(theme.ink, 1))
            painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        # The mark runs past the bar at both ends, so that it shows on any colour.
        place = self.width() * self._threshold / 100
        halo = QPen(theme.surface, theme.px(4))
        mark = QPen(theme.ink, theme.px(2), Qt.PenStyle.DotLine)
        for pen in (halo, mark):
            painter.setPen(pen)
            painter.drawLine(QLineF(place, 0, place, self.height()))
