"""Painting a part of a board: ground, frames, areas, cards and the marks on them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from facilitator.domain.board import Box
from facilitator.ui.board.area_paint import AreaPainter
from facilitator.ui.board.card_cache import CardCache
from facilitator.ui.board.marks import Marks
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.viewport import Viewport
from facilitator.ui.kit.note_paint import NotePainter
from facilitator.ui.kit.theme import Theme

NEAR = 0.35
"""Pixels per board unit from which on cards show their words."""
EDGE = 8
"""Pixels around a card for its shadow and its marks."""
DIMMED = 0.35


class Scene:
    """Paints what a viewport shows of a model."""

    def __init__(self, theme: Theme, model: BoardModel, view: Viewport, marks: Marks) -> None:
        self.theme = theme
        self.model = model
        self.view = view
        self.marks = marks
        self.cards = CardCache()
        self.areas = AreaPainter(theme)
        self._notes = NotePainter(theme)
        self._ground = dotted(theme)
        self._density = 1.0

    def rect(self, box: Box) -> QRectF:
        """Return where a box of the board is seen, in whole pixels."""
        x, y = self.view.to_view(box.x, box.y)
        scale = self.view.scale
        return QRectF(x, y, max(1, round(box.w * scale)), max(1, round(box.h * scale)))

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint the part of the view inside ``rect``."""
        self._density = painter.device().devicePixelRatioF()
        self._paint_ground(painter, rect)
        box = self.view.box(rect.x(), rect.y(), rect.width(), rect.height(), EDGE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_areas(painter, box)
        if self.view.scale >= NEAR:
            self._paint_cards(painter, box)
        else:
            self._paint_far(painter, box)

    def _paint_ground(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, self.theme.page)
        if self._ground.isNull() or self.view.scale < NEAR:
            return
        side = self._ground.deviceIndependentSize().width()
        offset = QPointF((rect.x() + self.view.left) % side, (rect.y() + self.view.top) % side)
        painter.drawTiledPixmap(QRectF(rect), self._ground, offset)

    def _paint_areas(self, painter: QPainter, box: Box) -> None:
        plan = self.model.plan
        for key in plan.frames_within(box):
            self.areas.frame(painter, self.rect(plan.frames[key].box), loose=key == "goal:")
        for key in plan.areas_within(box):
            area = plan.areas[key]
            if area.kind == "flow":
                continue
            seen = self.rect(area.box)
            self.areas.area(painter, seen, area.kind)
            zoom = self.view.zoom
            painter.save()
            painter.translate(seen.left(), seen.top())
            painter.scale(zoom, zoom)
            px = self.theme.px
            head = QRectF(px(16), px(6), px(area.box.w - 32), px(area.head))
            title = self.model.area_title(area)
            self.areas.head(painter, head, title, "", self.model.area_line(area), named=True)
            painter.restore()

    def _paint_cards(self, painter: QPainter, box: Box) -> None:
        hits, chosen, current = self.marks.hits, self.marks.chosen, self.marks.current
        for note_id, place in self.model.plan.within(box):
            seen = self.rect(place)
            if hits is not None and note_id not in hits:
                painter.setOpacity(DIMMED)
                self._card(painter, note_id, seen)
                painter.setOpacity(1.0)
            else:
                self._card(painter, note_id, seen)
            if note_id in chosen or note_id == current:
                self._notes.marks(
                    painter,
                    seen,
                    chosen=note_id in chosen,
                    at=note_id == current and self.marks.active,
                    active=self.marks.active,
                )

    def _card(self, painter: QPainter, note_id: str, seen: QRectF) -> None:
        face, state = self.model.face(note_id), self.model.state(note_id)
        scale = self.view.scale * self._density
        token = (face, state, seen.height())

        def draw() -> QPixmap:
            size = seen.size()
            room = EDGE
            whole = QPixmap(
                ceil((size.width() + 2 * room) * self._density),
                ceil((size.height() + 2 * room) * self._density),
            )
            whole.setDevicePixelRatio(self._density)
            whole.fill(Qt.GlobalColor.transparent)
            pen = QPainter(whole)
            pen.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            pen.translate(room, room)
            zoom = self.view.zoom
            pen.scale(zoom, zoom)
            box = QRectF(0, 0, size.width() / zoom, size.height() / zoom)
            self._notes.paper(pen, box, face, state, chosen=False, at=False, active=False)
            pen.end()
            return whole

        picture = self.cards.picture(note_id, token, scale, draw)
        if picture is None:
            painter.fillRect(seen, self.theme.note(face.sheet))
            return
        grown = seen.adjusted(-EDGE, -EDGE, EDGE, EDGE)
        if picture.deviceIndependentSize().toSize() == grown.size().toSize():
            painter.drawPixmap(QPoint(int(grown.left()), int(grown.top())), picture)
        else:
            painter.drawPixmap(grown, picture, QRectF(picture.rect()))

    def _paint_far(self, painter: QPainter, box: Box) -> None:
        by_colour: dict[str, list[QRectF]] = {}
        for note_id, place in self.model.plan.within(box):
            note = self.model.note(note_id)
            by_colour.setdefault(note.kind if note else "", []).append(self.rect(place))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, rects in by_colour.items():
            painter.setBrush(self.theme.note(kind))
            painter.drawRects(rects)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over everything: the drop target, the cards in hand, the rubber band."""
        marks = self.marks
        if marks.drop:
            box = self.model.plan.box(marks.drop)
            if box is not None:
                self.areas.target(painter, self.rect(box), "", allowed=marks.allowed)
        if marks.offset is not None:
            for note_id in marks.dragged[:12]:
                box = self.model.plan.box(note_id)
                if box is not None:
                    self._card(painter, note_id, self.rect(box).translated(marks.offset.toPoint()))
        if marks.band is not None:
            tint = QColor(self.theme.primary)
            tint.setAlphaF(0.12)
            painter.setBrush(tint)
            painter.setPen(QPen(self.theme.primary, 1.5))
            painter.drawRect(marks.band)


def dotted(theme: Theme) -> QPixmap:
    """Return the tile of the quiet dotted ground; none in the contrast theme."""
    if theme.contrast:
        return QPixmap()
    side = theme.px(24)
    tile = QPixmap(side, side)
    tile.fill(theme.page)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.track)
    painter.drawEllipse(QRectF(2, 2, 2, 2))
    painter.end()
    return tile
