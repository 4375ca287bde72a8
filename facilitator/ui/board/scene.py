"""Painting a part of a board: ground, frames, areas, cards and the marks on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from facilitator.domain.board import Area, Box, Frame
from facilitator.ui.board.area_paint import HEAD_WIDEST, AreaPainter, Label, drawn_at
from facilitator.ui.board.card_cache import LEAST_BYTES, CardCache
from facilitator.ui.board.far_paint import MANY, UNSEEN, FarPainter
from facilitator.ui.board.marks import Marks
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.overview import BYTES, Overview
from facilitator.ui.board.viewport import Viewport
from facilitator.ui.kit.note_paint import NotePainter
from facilitator.ui.kit.painting import painting
from facilitator.ui.kit.theme import Theme

NEAR = 0.35
"""Pixels per board unit from which on cards show their words."""
EDGE = 8
"""Pixels around a card for its shadow and its marks."""
DIMMED = 0.42
_LABEL_STEP = 24
_MANY_MARKS = 24
"""More chosen cards than this have square frames, which are drawn all at once."""
_PEN = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


@dataclass(frozen=True, slots=True)
class Words:
    """What the board itself says, in the language of the window."""

    here: str = ""
    not_here: str = ""
    empty: str = ""


class Scene:
    """Paints what a viewport shows of a model.

    Attributes:
        cards: Pictures of cards, heads and labels.
        overview: The board from afar.
    """

    def __init__(
        self, theme: Theme, model: BoardModel, view: Viewport, marks: Marks, words: Words | None = None
    ) -> None:
        self.theme = theme
        self.model = model
        self.view = view
        self.marks = marks
        self.words = words or Words()
        self.cards: CardCache[str] = CardCache()
        self.areas = AreaPainter(theme)
        self.notes = NotePainter(theme)
        self.far = FarPainter(theme, model, marks, self.areas)
        self.overview = Overview(self.far.paint, theme.page)
        self._ground = dotted(theme)
        self._density = 1.0

    @property
    def near(self) -> bool:
        """Tell whether words can be read at this zoom."""
        return self.view.scale >= NEAR

    @property
    def starved(self) -> bool:
        """Tell whether something is still shown as it was, or as a plain card."""
        return self.cards.starved or (not self.near and self.overview.squares.starved)

    def begin(self) -> None:
        """Start a frame."""
        self.cards.begin()
        self.overview.squares.begin()

    def be_patient(self, on: bool) -> None:
        """Take all the time needed for new pictures, or not."""
        self.cards.patient = self.overview.squares.patient = on

    def make_room(self, screen: int) -> None:
        """Let the pictures take a few times the bytes of the view."""
        self.cards.limit = max(LEAST_BYTES, 3 * screen)
        self.overview.squares.limit = max(BYTES, 2 * screen)

    def give_back(self) -> None:
        """Keep only about what is on screen: nobody looks at this board now."""
        self.cards.shrink(self.cards.limit // 3)
        self.overview.squares.shrink(self.overview.squares.limit // 4)

    def chosen_changed(self, before: frozenset[str]) -> None:
        """Take note that other things are chosen now; from afar many are painted with the board."""
        if max(len(before), len(self.marks.chosen)) > MANY:
            self.overview.renew()

    def rect(self, box: Box) -> QRectF:
        """Return where a box of the board is seen, in whole pixels."""
        x, y = self.view.to_view(box.x, box.y)
        scale = self.view.scale
        return QRectF(x, y, max(1, round(box.w * scale)), max(1, round(box.h * scale)))

    def paint(self, painter: QPainter, rect: QRect, *, moving: bool) -> None:
        """Paint the part of the view inside ``rect``."""
        self._density = painter.device().devicePixelRatioF()
        self.cards.moving = moving
        box = self.view.box(rect.x(), rect.y(), rect.width(), rect.height(), EDGE)
        if self.near:
            self._paint_ground(painter, rect)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_areas(painter, rect, box)
            self._paint_cards(painter, box)
            return
        self.overview.draw(painter, rect, self.view, self._density, moving=moving)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_labels(painter, box)

    def _paint_ground(self, painter: QPainter, rect: QRect) -> None:
        if self._ground.isNull():
            painter.fillRect(rect, self.theme.page)
            return
        # Plain copies: a tiled brush would cost several times as much.
        side = round(self._ground.deviceIndependentSize().width())
        left = rect.x() - (rect.x() + self.view.left) % side
        top = rect.y() - (rect.y() + self.view.top) % side
        for x in range(left, rect.x() + rect.width(), side):
            for y in range(top, rect.y() + rect.height(), side):
                painter.drawPixmap(x, y, self._ground)

    # areas

    def _paint_areas(self, painter: QPainter, rect: QRect, box: Box) -> None:
        plan, marks = self.model.plan, self.marks
        for frame in map(plan.frames.__getitem__, plan.frames_within(box)):
            seen = self.rect(frame.box)
            self.areas.frame(painter, seen, rect, loose=frame.key == "goal:")
            self._paint_head(painter, frame, seen, goal=True)
        for area in map(plan.areas.__getitem__, plan.areas_within(box)):
            if area.kind in UNSEEN:
                continue
            seen = self.rect(area.box)
            self.areas.area(painter, seen, area.kind, rect)
            if area.head:
                self._paint_head(painter, area, seen, goal=False)
            if not area.ids:
                self._paint_empty(painter, area, seen)
            if area.key in marks.chosen:
                self.areas.ring(painter, seen, active=marks.active)
            if area.key == marks.current and marks.active:
                self.areas.here(painter, QRectF(seen.topLeft(), QSizeF(seen.width(), self._long(area.head))))

    def _long(self, units: float) -> int:
        return round(units * self.view.scale)

    def _paint_head(self, painter: QPainter, area: Area | Frame, seen: QRectF, *, goal: bool) -> None:
        face = self.model.area_face(area)
        width = min(area.box.w, HEAD_WIDEST)
        size = QSizeF(self._long(width), self._long(area.head))

        def draw(pen: QPainter) -> None:
            px = self.theme.px
            inner = QRectF(px(16), px(4), px(width) - px(32), px(area.head) - px(4))
            self.areas.head(pen, inner, face, goal=goal)

        picture = self.cards.picture(
            f"head {area.key}", (face, width), self._sharp(), lambda: self._drawn(size, draw, 0)
        )
        _put(painter, QRectF(seen.topLeft(), size), picture)

    def _paint_empty(self, painter: QPainter, area: Area, seen: QRectF) -> None:
        zoom = self.view.zoom
        painter.save()
        painter.translate(seen.left(), seen.top() + self._long(area.head))
        painter.scale(zoom, zoom)
        px = self.theme.px
        place = QRectF(0, 0, seen.width() / zoom, (seen.height() - self._long(area.head)) / zoom)
        self.areas.empty(painter, place.adjusted(px(16), px(16), -px(16), -px(16)), self.words.empty)
        painter.restore()

    def _paint_labels(self, painter: QPainter, box: Box) -> None:
        plan, px = self.model.plan, self.theme.px
        for area in map(plan.areas.__getitem__, plan.areas_within(box)):
            if area.kind not in UNSEEN:
                seen = self.rect(area.box)
                if seen.width() >= px(56) and seen.height() >= px(36):
                    corner = seen.topLeft() + QPointF(3, 3)
                    text = self.model.area_face(area).title
                    lines = 2 if seen.height() >= px(84) else 1
                    self._paint_label(painter, Label(area.key, text, _room(seen), lines=lines), corner)
                if area.key in self.marks.chosen:
                    self.areas.ring(painter, seen, active=self.marks.active)
        for frame in map(plan.frames.__getitem__, plan.frames_within(box)):
            seen = self.rect(frame.box)
            if seen.width() >= px(56):
                above = QPointF(seen.left(), seen.top() + self._long(frame.head) - px(24))
                face = self.model.area_face(frame)
                text = f"{face.letter}  {face.title}" if face.letter else face.title
                self._paint_label(painter, Label(frame.key, text, _room(seen), goal=True), above)

    def _paint_label(self, painter: QPainter, label: Label, corner: QPointF) -> None:
        key = f"label {label.key}"
        kept = self.cards.peek(key) if self.cards.moving else None
        if kept is not None:
            # While the zoom changes a label as wide as it was a moment ago will do.
            painter.drawPixmap(drawn_at(corner, QSizeF()).topLeft(), kept)
            return
        place = drawn_at(corner, self.areas.label_size(label))
        picture = self.cards.picture(
            key,
            label,
            self._density,
            lambda: self._drawn(place.size(), lambda pen: self.areas.label(pen, place.size(), label), 0, 1.0),
        )
        _put(painter, place, picture)

    # cards

    def _paint_cards(self, painter: QPainter, box: Box) -> None:
        marks = self.marks
        hits, chosen, current, lifted = marks.hits, marks.chosen, marks.current, marks.lifted
        lit: list[QRectF] = []
        framed: list[QRectF] = []
        here: QRectF | None = None
        for note_id, place in self.model.plan.within(box):
            seen = self.rect(place)
            if note_id in lifted or (hits is not None and note_id not in hits):
                painter.setOpacity(DIMMED)
                self.card(painter, note_id, seen)
                painter.setOpacity(1.0)
            else:
                self.card(painter, note_id, seen)
                if hits is not None:
                    lit.append(seen)
            if note_id in chosen:
                framed.append(seen)
            # One chosen note is where the keyboard is; a second mark would only be noise.
            if note_id == current and marks.active and not (note_id in chosen and len(chosen) == 1):
                here = seen
        self._paint_marks(painter, lit, framed, here)

    def _paint_marks(
        self, painter: QPainter, lit: list[QRectF], framed: list[QRectF], here: QRectF | None
    ) -> None:
        marks, notes = self.marks, self.notes
        # Told by what is chosen at all, so that strips and whole views are painted alike.
        if marks.hits is not None or len(marks.chosen) > _MANY_MARKS:
            notes.mark_many(painter, lit, framed, active=marks.active)
        else:
            for seen in framed:
                notes.marks(painter, seen, chosen=True, at=False, active=marks.active)
        if here is not None:
            notes.marks(painter, here, chosen=False, at=True, active=True)

    def card(self, painter: QPainter, note_id: str, seen: QRectF) -> None:
        """Draw one card at ``seen``, as well as there is time for."""
        face, state = self.model.face(note_id), self.model.state(note_id)
        size = seen.size()

        def draw(pen: QPainter) -> None:
            zoom = self.view.zoom
            box = QRectF(0, 0, size.width() / zoom, size.height() / zoom)
            self.notes.paper(pen, box, face, state, chosen=False, at=False, active=False)

        picture = self.cards.picture(
            note_id, (face, state), self._sharp(), lambda: self._drawn(size, draw, EDGE)
        )
        if picture is None:
            painter.fillRect(seen, self.theme.note(face.sheet))
        else:
            _put(painter, seen.adjusted(-EDGE, -EDGE, EDGE, EDGE), picture)

    def _sharp(self) -> float:
        return self.view.scale * self._density

    def _drawn(
        self, size: QSizeF, draw: Callable[[QPainter], None], edge: int, zoom: float | None = None
    ) -> QPixmap:
        """Return a picture of ``size`` with ``edge`` pixels around it, drawn as at 100 %."""
        density = self._density
        made = QPixmap(ceil((size.width() + 2 * edge) * density), ceil((size.height() + 2 * edge) * density))
        made.setDevicePixelRatio(density)
        made.fill(Qt.GlobalColor.transparent)
        with painting(made) as pen:
            pen.setRenderHints(_PEN)
            pen.translate(edge, edge)
            factor = self.view.zoom if zoom is None else zoom
            pen.scale(factor, factor)
            draw(pen)
        return made


def _room(seen: QRectF) -> float:
    """Return the width of a label, in steps: while zooming it is not drawn anew for every pixel."""
    return (seen.width() - 6) // _LABEL_STEP * _LABEL_STEP


def _put(painter: QPainter, place: QRectF, picture: QPixmap | None) -> None:
    if picture is None:
        return
    size = picture.deviceIndependentSize()
    if abs(size.width() - place.width()) < 1 and abs(size.height() - place.height()) < 1:
        painter.drawPixmap(place.topLeft(), picture)
    else:
        painter.drawPixmap(place, picture, QRectF(picture.rect()))


def dotted(theme: Theme) -> QPixmap:
    """Return the tile of the quiet dotted ground; none in the contrast theme."""
    if theme.contrast:
        return QPixmap()
    side, many = theme.px(24), 20
    tile = QPixmap(side * many, side * many)
    tile.fill(theme.page)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.track)
    for nth in range(many * many):
        painter.drawEllipse(QRectF(2 + nth % many * side, 2 + nth // many * side, 2, 2))
    painter.end()
    return tile
