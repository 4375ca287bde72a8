"""The list of the evening's moments: time, what was done and where; what was undone is struck through."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from facilitator.ui.dialogs.moment_rows import MomentFace
from facilitator.ui.dialogs.two_line_rows import TwoLineList, TwoLineRows
from facilitator.ui.kit.theme import BODY, SMALL, Theme


class _Rows(TwoLineRows):
    """Draws one moment."""

    def draw_words(self, painter: QPainter, box: QRectF, face: object) -> None:
        assert isinstance(face, MomentFace)
        theme, align = self._theme, Qt.AlignmentFlag
        small, bold = theme.font(SMALL), theme.font(BODY, bold=True)
        painter.setFont(small)
        painter.setPen(theme.quiet)
        times = QFontMetrics(small).horizontalAdvance("00 mmm 00:00")
        painter.drawText(box, align.AlignLeft | align.AlignTop, face.time)
        left = box.adjusted(times + theme.gap(12), 0, 0, 0)
        room = left.width()
        if face.mark:
            wide = QFontMetrics(small).horizontalAdvance(face.mark) + theme.px(16)
            self._mark(painter, QRectF(box.right() - wide, box.top(), wide, 0), face)
            room -= wide + theme.gap(12)
        bold.setStrikeOut(face.undone)
        painter.setFont(bold)
        painter.setPen(theme.quiet if face.undone else theme.ink)
        self._line(painter, left, face.what, room, align.AlignTop)
        painter.setFont(small)
        painter.setPen(theme.quiet)
        where = " · ".join(part for part in (face.laptop, face.where) if part)
        self._line(painter, left, where, left.width(), align.AlignBottom)

    def _mark(self, painter: QPainter, at: QRectF, face: MomentFace) -> None:
        theme = self._theme
        box = QRectF(at.left(), at.top(), at.width(), QFontMetrics(theme.font(SMALL)).height() + theme.px(2))
        painter.setBrush(theme.primary if face.here else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.primary if face.here else theme.edge, 1))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setPen(theme.on_primary if face.here else theme.quiet)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, face.mark)

    def _line(
        self, painter: QPainter, box: QRectF, text: str, room: float, upright: Qt.AlignmentFlag
    ) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(int(room), 0))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | upright, shown)


class MomentView(TwoLineList):
    """Shows a model of moments; thousands of rows cost what is on screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.draw_with(_Rows(theme, self, 14))
