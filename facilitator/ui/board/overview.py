"""The board from afar: squares of it painted once, so that any number of cards can be in view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil, floor, log2

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from facilitator.domain.board import Box
from facilitator.ui.board.card_cache import CardCache
from facilitator.ui.board.viewport import Viewport
from facilitator.ui.kit.painting import painting

BYTES = 12 * 1024 * 1024
_SECONDS = 0.003
"""Time a frame may spend on new squares: drawing the kept ones at another scale takes some too."""
BASE_PIXELS = 1024
"""The longer side of the coarsest picture of the whole board is about so long."""
_COARSEST = 0.25
_UNITS = 6500
"""A square shows at most so many board units a side: painting one must fit in a frame."""

Square = tuple[float, int, int, int]
"""Scale, pixels a side, column and row of a painted square."""


class Overview:
    """Keeps painted squares of the board: sharp ones for the scale at rest, coarse ones of the whole.

    ``paint`` gets a painter, the part of the board to paint and the scale; the origin is that of the board.

    Attributes:
        squares: What is kept.
        bounds: The smallest box around the whole board.
    """

    def __init__(self, paint: Callable[[QPainter, Box, float], None], ground: QColor) -> None:
        self.squares: CardCache[Square] = CardCache(BYTES, _SECONDS)
        self._paint = paint
        self._ground = ground
        self._turn = 0
        self.bounds = Box(0, 0, 1, 1)

    def renew(self) -> None:
        """Paint everything anew; what is there is shown until then."""
        self._turn += 1

    def forget(self) -> None:
        """Drop everything, because another board is shown."""
        self.squares.clear()

    def touch(self, box: Box) -> None:
        """Paint anew what shows a part of the board."""
        for key in list(self.squares):
            if _shown(key).meets(box):
                self.squares.age(key)

    def draw(self, painter: QPainter, rect: QRect, view: Viewport, density: float, *, moving: bool) -> None:
        """Draw the part of the board behind ``rect``."""
        board = self._seen(view)
        if not board.contains(rect):
            painter.fillRect(rect, self._ground)
        rect = rect & board
        exact = view.scale * density
        scale = _rung(exact) if moving else exact
        found = [
            (target, self._picture(square)) for square, target in _covering(rect, view, scale, side_of(scale))
        ]
        if any(picture is None for _target, picture in found):
            self._draw_base(painter, rect, view)
        for target, picture in found:
            if picture is None:
                continue
            if picture.width() == target.width() and picture.height() == target.height():
                painter.drawPixmap(QPoint(target.x(), target.y()), picture)
            else:
                painter.drawPixmap(target, picture)

    def build_base(self) -> bool:
        """Paint some of the coarse squares of the whole board; False when all are there."""
        self.squares.begin()
        for square in self._base():
            self._picture(square)
            if self.squares.starved:
                return True
        return False

    def draw_map(self, painter: QPainter, target: QRectF, bounds: Box) -> None:
        """Draw the coarse squares of the part ``bounds`` of the board into ``target``, as far as painted."""
        factor = target.width() / max(bounds.w, 1)
        for square in self._base():
            picture = self.squares.peek(square)
            if picture is not None:
                scale, side, column, row = square
                length = side / scale * factor
                place = QRectF(column * length, row * length, length, length)
                place.translate(target.left() - bounds.x * factor, target.top() - bounds.y * factor)
                painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def _draw_base(self, painter: QPainter, rect: QRect, view: Viewport) -> None:
        scale = self._base_scale()
        for square, target in _covering(rect, view, scale, side_of(scale)):
            picture = self.squares.peek(square)
            if picture is not None:
                painter.drawPixmap(target, picture)

    def _seen(self, view: Viewport) -> QRect:
        """Return the pixels where there is something of the board to see."""
        corner = QPoint(*view.to_view(self.bounds.x, self.bounds.y))
        return QRect(corner, QPoint(*view.to_view(self.bounds.right, self.bounds.bottom))).adjusted(
            -4, -4, 4, 4
        )

    def _base_scale(self) -> float:
        return min(_rung(BASE_PIXELS / max(self.bounds.w, self.bounds.h, 1)), _COARSEST)

    def _base(self) -> Iterator[Square]:
        scale = self._base_scale()
        side = side_of(scale)
        unit = side / scale
        box = self.bounds
        for row in range(floor(box.y / unit), ceil(box.bottom / unit)):
            for column in range(floor(box.x / unit), ceil(box.right / unit)):
                yield scale, side, column, row

    def _picture(self, square: Square) -> QPixmap | None:
        return self.squares.picture(square, self._turn, 1.0, lambda: self._make(square))

    def _make(self, square: Square) -> QPixmap:
        scale, side, column, row = square
        made = QPixmap(side, side)
        made.fill(self._ground)
        with painting(made) as painter:
            painter.translate(-column * side, -row * side)
            self._paint(painter, _shown(square), scale)
        return made


def side_of(scale: float) -> int:
    """Return the pixels a side of squares painted at this scale."""
    return next((side for side in (256, 128, 64) if side / scale <= _UNITS), 32)


def _rung(scale: float) -> float:
    """Return the nearest scale of a ladder whose steps are the square root of two."""
    return 2.0 ** (round(2 * log2(scale)) / 2)


def _shown(square: Square) -> Box:
    scale, side, column, row = square
    unit = side / scale
    return Box(floor(column * unit) - 1, floor(row * unit) - 1, ceil(unit) + 2, ceil(unit) + 2)


def _covering(rect: QRect, view: Viewport, scale: float, side: int) -> Iterator[tuple[Square, QRect]]:
    """Yield the squares behind ``rect``, each with the pixels it covers."""
    pitch = side * view.scale / scale
    left, top = view.left, view.top
    columns = range(floor((rect.x() + left) / pitch), floor((rect.x() + rect.width() - 1 + left) / pitch) + 1)
    rows = range(floor((rect.y() + top) / pitch), floor((rect.y() + rect.height() - 1 + top) / pitch) + 1)
    xs = [(column, round(column * pitch), round((column + 1) * pitch)) for column in columns]
    for row in rows:
        y, after = round(row * pitch), round((row + 1) * pitch)
        for column, x, right in xs:
            yield (scale, side, column, row), QRect(x - left, y - top, right - x, after - y)
