"""Drawing the areas and frames that cards lie in, with their heads."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.note_paint import draw_text
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, TITLE, Theme

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
DASHED = ("tray", "parked")
"""Kinds of area that are no insight: their edge is dashed."""
HEAD_WIDEST = 1100
"""A title is not drawn wider than this, however wide its area."""
_MOST = 300
_BEYOND = 24
"""Pixels out of sight at which an edge is cut off: more than a rounded corner takes."""


@dataclass(frozen=True, slots=True)
class Label:
    """A title read from afar: ``room`` pixels wide at most, on one or two lines."""

    key: str
    text: str
    room: float
    lines: int = 1
    goal: bool = False


class AreaPainter:
    """Draws areas and frames in one theme; lengths inside heads are pixels at 100 %."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._title = theme.font(LEAD, bold=True)
        self._goal = theme.font(TITLE, bold=True)
        self._small = theme.font(SMALL)
        self._bold = theme.font(SMALL, bold=True)
        self._label = theme.font(SMALL, bold=True)

    def area(self, painter: QPainter, box: QRectF, kind: str, clip: QRect) -> None:
        """Draw the ground of an area, as far as it lies near ``clip``."""
        theme = self.theme
        radius = min(8.0, box.width() / 24, box.height() / 16)
        near = _near(box, clip).adjusted(0.5, 0.5, -0.5, -0.5)
        if kind not in DASHED:
            painter.setPen(QPen(theme.line, 1))
            painter.setBrush(theme.surface)
            painter.drawRoundedRect(near, radius, radius)
            return
        self._filled(painter, near, theme.page, radius)
        thick = max(min(1.5, box.width() / 60), 0.5)
        style = Qt.PenStyle.DashLine if box.width() > 40 else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.edge, thick, style))
        # Dashes must lie alike however much of the area is painted.
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def frame(self, painter: QPainter, box: QRectF, clip: QRect, *, loose: bool) -> None:
        """Draw the frame of a goal near ``clip``; ``loose`` for what has no goal yet."""
        theme = self.theme
        tone = theme.edge if loose else theme.primary
        radius = min(12.0, box.width() / 24, box.height() / 16)
        near = _near(box, clip).adjusted(1, 1, -1, -1)
        if not theme.contrast:
            self._filled(painter, near, mixed(tone, theme.page, 0.96 if loose else 0.93), radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide = max(min(2.0, box.width() / 100), 0.5)
        style = Qt.PenStyle.DashLine if loose else Qt.PenStyle.SolidLine
        painter.setPen(QPen(tone, wide, style))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if loose else near, radius, radius)

    def _filled(self, painter: QPainter, box: QRectF, colour: QColor, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, radius, radius)

    def head(self, painter: QPainter, box: QRectF, face: AreaFace, *, goal: bool) -> None:
        """Draw a head: letter and title, below them how many notes and who said them."""
        theme = self.theme
        title = self._goal if goal else self._title
        high, low = QFontMetricsF(title).height(), QFontMetricsF(self._small).height()
        first = QRectF(box.left(), box.top(), box.width(), high)
        if not goal:
            first.moveTop(box.top() + max(0.0, (box.height() - high - low) / 2))
        else:
            first.moveTop(box.center().y() - high / 2)
        if face.letter:
            first.setLeft(self._badge(painter, first, face, goal=goal) + theme.px(10))
        ink = theme.ink if face.named else theme.quiet
        if goal:
            words = QFontMetricsF(title).horizontalAdvance(face.title[:_MOST])
            self.words(painter, first, face.title, title, ink)
            rest = first.adjusted(words + theme.px(16), 0, 0, 0)
            if rest.width() > theme.px(60):
                self.words(painter, rest, face.line, self._small, theme.quiet)
            return
        self.words(painter, first, face.title, title, ink)
        self._count(painter, QRectF(box.left(), first.bottom(), box.width(), low), face)

    def _count(self, painter: QPainter, box: QRectF, face: AreaFace) -> None:
        self.words(painter, box, face.count, self._bold, self.theme.ink)
        used = QFontMetricsF(self._bold).horizontalAdvance(face.count) + self.theme.px(10)
        if face.mix and box.width() - used > self.theme.px(30):
            self.words(painter, box.adjusted(used, 0, 0, 0), face.mix, self._small, self.theme.quiet)

    def _badge(self, painter: QPainter, box: QRectF, face: AreaFace, *, goal: bool) -> float:
        """Draw letter or number at the left of ``box``; return where the rest may begin."""
        theme = self.theme
        high = float(theme.px(30 if goal else 22))
        wide = max(high, QFontMetricsF(self._bold).horizontalAdvance(face.letter) + theme.px(12))
        place = QRectF(box.left(), box.center().y() - high / 2, wide, high)
        coloured = bool(face.paper)
        painter.setBrush(theme.note(face.paper) if coloured else theme.primary)
        painter.setPen(QPen(theme.note_ink if coloured else theme.primary, 1.2))
        round_ = high / 2 if goal else float(theme.px(4))
        painter.drawRoundedRect(place.adjusted(0.6, 0.6, -0.6, -0.6), round_, round_)
        painter.setFont(self._bold)
        painter.setPen(theme.note_ink if coloured else theme.on_primary)
        painter.drawText(place, _CENTRE, face.letter)
        return place.right()

    def words(self, painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
        """Draw one line, shortened with "…" when it does not fit."""
        painter.setFont(font)
        painter.setPen(ink)
        line = " ".join(text[:_MOST].split())
        shown = QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, shown)

    def empty(self, painter: QPainter, box: QRectF, words: str) -> None:
        """Tell in an area without cards that cards can come here."""
        theme = self.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.line, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 3, 3)
        font = theme.font(BODY)
        painter.setFont(font)
        painter.setPen(theme.quiet)
        inner = box.adjusted(theme.px(10), 0, -theme.px(10), 0)
        painter.drawText(inner, _CENTRE | Qt.TextFlag.TextWordWrap, words)

    def label_size(self, label: Label) -> QSizeF:
        """Return the size a label takes."""
        metrics = QFontMetricsF(self._label)
        wide = ceil(metrics.horizontalAdvance(label.text[:_MOST])) + self.theme.px(11)
        lines = label.lines if wide > label.room else 1
        return QSizeF(min(wide, label.room), lines * ceil(metrics.lineSpacing()) + self.theme.px(4))

    def label(self, painter: QPainter, size: QSizeF, label: Label) -> None:
        """Draw a title as it is read from afar: as large as ever, on a ground of its own."""
        theme = self.theme
        box = QRectF(QPointF(), size)
        ground = QColor(theme.primary if label.goal else theme.surface)
        ground.setAlphaF(0.92)
        painter.setBrush(ground)
        painter.setPen(QPen(theme.primary if label.goal else theme.line, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        inner = box.adjusted(theme.px(6), theme.px(2), -theme.px(5), -theme.px(2))
        painter.setPen(theme.on_primary if label.goal else theme.ink)
        draw_text(painter, inner, " ".join(label.text[:_MOST].split()), self._label)

    def ring(self, painter: QPainter, box: QRectF, *, active: bool) -> None:
        """Draw the border of a chosen area."""
        theme = self.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.primary if active else theme.edge, 3))
        painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 9, 9)

    def here(self, painter: QPainter, box: QRectF) -> None:
        """Draw that the keyboard is on the head of an area."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.primary, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 5, 5)


def drawn_at(point: QPointF, size: QSizeF) -> QRectF:
    """Return the rectangle of that size at whole pixels."""
    return QRectF(round(point.x()), round(point.y()), round(size.width()), round(size.height()))


def _near(box: QRectF, clip: QRect) -> QRectF:
    """Return the part of ``box`` around ``clip``: its edges out of sight may lie anywhere out of sight."""
    return box.intersected(clip.toRectF().adjusted(-_BEYOND, -_BEYOND, _BEYOND, _BEYOND))


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour with ``share`` (0..1) of the other in it."""
    red, green, blue = (
        round(a * (1 - share) + b * share)
        for a, b in (
            (one.red(), other.red()),
            (one.green(), other.green()),
            (one.blue(), other.blue()),
        )
    )
    return QColor(red, green, blue)
