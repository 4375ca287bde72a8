"""Drawing the areas and frames that cards lie in, with their heads."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
DASHED = ("tray", "parked")
"""Kinds of area that are no insight: their edge is dashed."""


class AreaPainter:
    """Draws areas and frames in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._title = theme.font(LEAD, bold=True)
        self._small = theme.font(SMALL)

    def area(self, painter: QPainter, box: QRectF, kind: str) -> None:
        """Draw the ground of an area."""
        theme = self.theme
        painter.setBrush(theme.surface if kind not in DASHED else _mixed(theme.surface, theme.page))
        dashed = kind in DASHED
        pen = QPen(theme.edge if dashed else theme.line, 1.5 if dashed else 1)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        radius = min(8.0, box.width() / 8, box.height() / 8)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def frame(self, painter: QPainter, box: QRectF, *, loose: bool) -> None:
        """Draw the frame of a goal; ``loose`` for what has no goal yet."""
        theme = self.theme
        pen = QPen(theme.edge if loose else theme.primary, 1.5 if loose else 2)
        if loose:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        radius = min(12.0, box.width() / 8, box.height() / 8)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def head(self, painter: QPainter, box: QRectF, title: str, count: str, mix: str, *, named: bool) -> None:
        """Draw the head of an area at 100 %: title and count, below them who said it."""
        theme = self.theme
        line = QFontMetricsF(self._title).height()
        top = QRectF(box.left(), box.top(), box.width(), line)
        self._between(painter, top, (title, self._title, theme.ink if named else theme.quiet), count)
        if mix:
            below = QRectF(box.left(), top.bottom(), box.width(), QFontMetricsF(self._small).height())
            self.words(painter, below, mix, self._small, theme.quiet)

    def _between(self, painter: QPainter, box: QRectF, title: tuple[str, QFont, QColor], count: str) -> None:
        aside = QFontMetricsF(self._small).horizontalAdvance(count) + self.theme.px(10) if count else 0.0
        if aside > box.width() * 0.6:
            aside = 0.0
        self.words(painter, box.adjusted(0, 0, -aside, 0), *title)
        if aside:
            painter.setFont(self._small)
            painter.setPen(self.theme.quiet)
            painter.drawText(box, _RIGHT, count)

    def words(self, painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
        """Draw one line, shortened with "…" when it does not fit."""
        painter.setFont(font)
        painter.setPen(ink)
        shown = QFontMetricsF(font).elidedText(text[:300], Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, shown)

    def target(self, painter: QPainter, box: QRectF, words: str, *, allowed: bool) -> None:
        """Draw that dragged cards would land here, or may not: a thick line, a tint and a sign."""
        theme = self.theme
        tone = theme.primary if allowed else theme.danger
        tint = QColor(tone)
        tint.setAlphaF(0.16)
        painter.setBrush(tint)
        painter.setPen(QPen(tone, 4, Qt.PenStyle.SolidLine if allowed else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 10, 10)
        font = theme.font(BODY, bold=True)
        side = theme.px(20)
        room = QFontMetricsF(font).horizontalAdvance(words) + side + theme.px(30) if words else side * 2.0
        sign = QRectF(0, 0, room, theme.px(34))
        sign.moveCenter(QPointF(box.center().x(), box.top()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawRoundedRect(sign, sign.height() / 2, sign.height() / 2)
        ink = theme.on_primary if allowed else theme.on_danger
        drawn = pixmap("arrow-down" if allowed else "close", ink, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(sign.left() + theme.px(10), sign.center().y() - side / 2), drawn)
        self.words(painter, sign.adjusted(side + theme.px(16), 0, -theme.px(8), 0), words, font, ink)


def _mixed(one: QColor, other: QColor) -> QColor:
    return QColor(*((a + b) // 2 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)))
