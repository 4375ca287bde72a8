"""Drawing what lies over a board for a while: drop target, cards in hand, rubber band, flash."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from facilitator.ui.board.far_paint import MANY
from facilitator.ui.board.scene import EDGE, Scene
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.theme import BODY, SMALL

LOOSE = 12
"""So many cards are dragged side by side as they lie; more become a pile."""
_LIFT = 10
"""Pixels a card in hand seems to float above the board."""


class OverPainter:
    """Paints the marks of a scene that are not part of its cards."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._theme = scene.theme

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint all of it that meets ``rect``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene, marks = self._scene, self._scene.marks
        if not scene.near:
            self._chosen_from_afar(painter, rect)
        if marks.drop:
            box = scene.model.plan.box(marks.drop)
            if box is not None:
                self._target(painter, scene.rect(box), allowed=marks.allowed)
        if marks.flash and marks.glow > 0:
            self._flash(painter)
        if marks.offset is not None and marks.dragged:
            self._hand(painter)
        if marks.band is not None:
            tint = QColor(self._theme.primary)
            tint.setAlphaF(0.14)
            painter.setBrush(tint)
            painter.setPen(QPen(self._theme.primary, 1.5))
            painter.drawRect(marks.band)

    def _chosen_from_afar(self, painter: QPainter, rect: QRect) -> None:
        scene, marks = self._scene, self._scene.marks
        plan = scene.model.plan
        items = list(marks.chosen) if len(marks.chosen) <= MANY else []
        rects = [
            scene.rect(box).toRect() for item in items if item not in plan.areas for box in plan.boxes(item)
        ]
        seen = [place for place in rects if place.intersects(rect)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if seen:
            scene.far.choose(painter, seen)
        box = plan.box(marks.current) if marks.current and marks.active else None
        if box is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.primary, 2))
            painter.drawRect(scene.rect(box).adjusted(-3, -3, 3, 3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    # where it would land

    def target_reach(self, place: QRectF) -> QRectF:
        """Return what the drop target at ``place`` paints over."""
        side = self._theme.px(20)
        sign = self._sign(place)
        return place.adjusted(-6, -6, 6, 6).united(sign.adjusted(-side / 4, -2, side / 4, 2))

    def _sign(self, place: QRectF) -> QRectF:
        """Return where the words go: on the lower edge, below the title, and always in sight."""
        theme, view = self._theme, self._scene.view
        words = self._scene.words
        metrics = QFontMetricsF(theme.font(BODY, bold=True))
        longest = max(metrics.horizontalAdvance(words.here), metrics.horizontalAdvance(words.not_here))
        wide = longest + theme.px(20 + 34)
        high = float(theme.px(34))
        seen = place.intersected(QRectF(0, 0, view.width, view.height))
        if seen.isEmpty():
            seen = place
        sign = QRectF(0, 0, wide, high)
        sign.moveCenter(QPointF(seen.center().x(), min(seen.bottom(), view.height - high / 2 - 4)))
        sign.moveLeft(min(max(sign.left(), 2.0), max(2.0, view.width - wide - 2)))
        return sign

    def _target(self, painter: QPainter, place: QRectF, *, allowed: bool) -> None:
        theme = self._theme
        tone = theme.primary if allowed else theme.danger
        tint = QColor(tone)
        tint.setAlphaF(0.16)
        painter.setBrush(tint)
        painter.setPen(QPen(tone, 4, Qt.PenStyle.SolidLine if allowed else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 10, 10)
        sign = self._sign(place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawRoundedRect(sign, sign.height() / 2, sign.height() / 2)
        ink = theme.on_primary if allowed else theme.on_danger
        side = theme.px(20)
        drawn = pixmap("arrow-down" if allowed else "close", ink, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(sign.left() + theme.px(12), sign.center().y() - side / 2), drawn)
        words = self._scene.words.here if allowed else self._scene.words.not_here
        inner = sign.adjusted(side + theme.px(18), 0, -theme.px(10), 0)
        self._scene.areas.words(painter, inner, words, theme.font(BODY, bold=True), ink)

    # in hand

    def hand_reach(self) -> list[QRectF]:
        """Return what the cards in hand paint over."""
        grow = EDGE + _LIFT + self._theme.px(20)
        return [place.adjusted(-grow, -grow, grow, grow) for _id, place in self._in_hand()]

    def _in_hand(self) -> list[tuple[str, QRectF]]:
        """Return the cards to draw, the lowest first; a pile lies under the card that was gripped."""
        marks, plan = self._scene.marks, self._scene.model.plan
        offset = marks.offset
        if offset is None:
            return []
        shift = QPointF(round(offset.x()), round(offset.y()))
        if len(marks.dragged) <= LOOSE:
            boxes = [(item, plan.box(item)) for item in reversed(marks.dragged)]
            return [(item, self._scene.rect(box).translated(shift)) for item, box in boxes if box is not None]
        top = plan.box(marks.dragged[0])
        if top is None:
            return []
        place = self._scene.rect(top).translated(shift)
        under = [
            (item, place.translated(6.0 * n, 6.0 * n))
            for n, item in ((2, marks.dragged[2]), (1, marks.dragged[1]))
        ]
        return [(item, QRectF(at.topLeft(), place.size())) for item, at in under] + [
            (marks.dragged[0], place)
        ]

    def _hand(self, painter: QPainter) -> None:
        theme, scene = self._theme, self._scene
        cards = self._in_hand()
        shade = QColor(0, 0, 0, 60)
        for item, place in cards:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            for spread in (1.0, 0.5):
                painter.drawRoundedRect(place.translated(_LIFT * spread / 2, _LIFT * spread), 5, 5)
            self._held(painter, item, place)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.primary, 2))
            painter.drawRoundedRect(place, 3, 3)
        count = len(scene.marks.dragged)
        if count > 1 and cards:
            self._number(painter, cards[-1][1].topRight(), count)

    def _held(self, painter: QPainter, item: str, place: QRectF) -> None:
        scene, plan = self._scene, self._scene.model.plan
        area = plan.areas.get(item)
        if area is not None:
            scene.areas.area(painter, place, area.kind, place.toAlignedRect())
            title = QRectF(
                place.left() + 10, place.top(), place.width() - 20, min(place.height(), self._theme.px(40))
            )
            face = scene.model.area_face(area)
            scene.areas.words(painter, title, face.title, self._theme.font(BODY, bold=True), self._theme.ink)
            return
        if scene.near:
            scene.card(painter, item, place)
            return
        note = scene.model.note(item)
        painter.fillRect(place, self._theme.note(scene.far.tint(note) if note is not None else ""))

    def _number(self, painter: QPainter, corner: QPointF, count: int) -> None:
        theme = self._theme
        font = theme.font(SMALL, bold=True)
        text = str(count)
        high = float(theme.px(26))
        badge = QRectF(0, 0, max(high, QFontMetricsF(font).horizontalAdvance(text) + theme.px(14)), high)
        badge.moveCenter(corner)
        painter.setPen(QPen(theme.on_primary, 2))
        painter.setBrush(theme.primary)
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    # look, here

    def flash_reach(self) -> QRectF | None:
        """Return what the pointer to something paints over."""
        box = self._scene.model.plan.box(self._scene.marks.flash) if self._scene.marks.flash else None
        return self._scene.rect(box).adjusted(-14, -14, 14, 14) if box is not None else None

    def _flash(self, painter: QPainter) -> None:
        reach = self.flash_reach()
        if reach is None:
            return
        tone = QColor(self._theme.primary)
        tone.setAlphaF(self._scene.marks.glow)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tone, 6))
        painter.drawRoundedRect(reach.adjusted(6, 6, -6, -6), 9, 9)
