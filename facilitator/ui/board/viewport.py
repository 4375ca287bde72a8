"""Where a board is seen: zoom and place, and the way between board units and pixels."""

from __future__ import annotations

from facilitator.domain.board import Box

LOWEST, HIGHEST = 0.05, 4.0
STEPS = (0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
MARGIN = 24
"""Pixels kept free around the board when all of it is shown."""
_LEAST = 60
"""Pixels of the board that cannot be moved out of sight."""


class Viewport:
    """One window on a board; ``left`` and ``top`` are the pixels of the board at its upper left corner.

    Attributes:
        zoom: 1.0 is 100 %.
        unit: Pixels a board unit takes at 100 %: the text scale.
    """

    def __init__(self, unit: float) -> None:
        self.unit = unit
        self.zoom = 1.0
        self.width = 1
        self.height = 1
        self._left = 0.0
        self._top = 0.0
        self.left = 0
        self.top = 0

    @property
    def scale(self) -> float:
        """Return the pixels one board unit takes now."""
        return self.zoom * self.unit

    def to_board(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the board that is seen at this pixel."""
        return (x + self.left) / self.scale, (y + self.top) / self.scale

    def to_view(self, x: float, y: float) -> tuple[int, int]:
        """Return the pixel at which a place on the board is seen."""
        return round(x * self.scale) - self.left, round(y * self.scale) - self.top

    def box(self, x: int, y: int, width: int, height: int, grow: int = 0) -> Box:
        """Return the part of the board behind a rectangle of pixels, grown by ``grow`` of them."""
        scale = self.scale
        left = int((x - grow + self.left) // scale)
        top = int((y - grow + self.top) // scale)
        right = int(-((-(x + width + grow + self.left)) // scale))
        bottom = int(-((-(y + height + grow + self.top)) // scale))
        return Box(left, top, right - left, bottom - top)

    def seen(self) -> Box:
        """Return the part of the board that is seen."""
        return self.box(0, 0, self.width, self.height)

    def resize(self, width: int, height: int) -> None:
        """Take another size; the upper left corner stays where it is."""
        self.width, self.height = max(width, 1), max(height, 1)

    def zoom_about(self, zoom: float, x: float, y: float, lowest: float = LOWEST) -> bool:
        """Zoom so that the place at pixel ``x``, ``y`` stays there; True when something changed."""
        wanted = min(max(zoom, lowest), HIGHEST)
        if abs(wanted - self.zoom) < 1e-6:
            return False
        factor = wanted / self.zoom
        self.zoom = wanted
        self._put((self._left + x) * factor - x, (self._top + y) * factor - y)
        return True

    def step(self, direction: int) -> float:
        """Return the next rung of the ladder of zooms above (+1) or below (-1)."""
        if direction > 0:
            return next((step for step in STEPS if step > self.zoom * 1.01), HIGHEST)
        return next((step for step in reversed(STEPS) if step < self.zoom * 0.99), LOWEST)

    def fitting(self, bounds: Box) -> float:
        """Return the zoom at which all of ``bounds`` is seen, at most 100 %."""
        edge = 2 * MARGIN * self.unit
        room_x, room_y = max(self.width - edge, 1), max(self.height - edge, 1)
        zoom = min(room_x / max(bounds.w, 1), room_y / max(bounds.h, 1)) / self.unit
        return min(zoom, 1.0)

    def centre_on(self, x: float, y: float) -> None:
        """Bring a place of the board to the middle."""
        self._put(x * self.scale - self.width / 2, y * self.scale - self.height / 2)

    def corner_on(self, x: float, y: float) -> None:
        """Bring a place of the board to the upper left corner, with a margin."""
        self._put(x * self.scale - MARGIN, y * self.scale - MARGIN)

    def centre(self) -> tuple[float, float]:
        """Return the place of the board in the middle."""
        return self.to_board(self.width / 2, self.height / 2)

    def pan(self, dx: float, dy: float) -> tuple[int, int]:
        """Move the view over the board by pixels; return by how many whole pixels the picture shifts."""
        left, top = self.left, self.top
        self._put(self._left + dx, self._top + dy)
        return left - self.left, top - self.top

    def hold(self, bounds: Box, *, close: bool = False) -> None:
        """Keep some of ``bounds`` in sight; with ``close`` no more than a margin around it is empty."""
        scale = self.scale
        held = _held_close if close else _held
        self._put(
            held(self._left, bounds.x * scale, bounds.right * scale, self.width),
            held(self._top, bounds.y * scale, bounds.bottom * scale, self.height),
        )

    def _put(self, left: float, top: float) -> None:
        self._left, self._top = left, top
        # Whole pixels keep the papers sharp and let the screen be shifted instead of painted anew.
        self.left, self.top = round(left), round(top)


def _held(start: float, low: float, high: float, room: int) -> float:
    """Return where a view of ``room`` pixels may start: some of the board stays in sight."""
    return min(max(start, low + _LEAST - room), max(high - _LEAST, low - MARGIN))


def _held_close(start: float, low: float, high: float, room: int) -> float:
    """Return where a view may start so that no more than a margin around the board is empty."""
    one, other = low - MARGIN, high + MARGIN - room
    return min(max(start, min(one, other)), max(one, other))
