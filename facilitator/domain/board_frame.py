"""Shelves of areas, and the frames that hold them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from facilitator.domain.board_area import AREA_GAP, GAP, HEAD, HEIGHTS, PAD, Area, Box, width_of


class _Sized(Protocol):
    x: int
    y: int
    w: int
    h: int


S = TypeVar("S", bound=_Sized)


class Shelves(Generic[S]):
    """Boxes side by side on shelves under each other; finds what lies where without asking each."""

    __slots__ = ("_bottoms", "_tops", "_xs", "h", "rows", "w")

    def __init__(self) -> None:
        self.rows: list[list[S]] = []
        self._tops: list[int] = []
        self._bottoms: list[int] = []
        self._xs: list[list[int]] = []
        self.w = self.h = 0

    def lay(self, items: Iterable[S], width: int, gap: int, at: tuple[int, int] = (0, 0)) -> None:
        """Place ``items`` in order from ``at`` on, a new shelf when ``width`` is used up."""
        self.rows, self._tops, self._bottoms, self._xs = [], [], [], []
        x, y = at
        high = 0
        self.w = self.h = 0
        for item in items:
            if not self.rows or (x > at[0] and x + item.w > at[0] + width):
                y = y + high + gap if self.rows else y
                x, high = at[0], 0
                self.rows.append([])
                self._tops.append(y)
                self._bottoms.append(y)
                self._xs.append([])
            item.x, item.y = x, y
            self.rows[-1].append(item)
            self._xs[-1].append(x)
            high = max(high, item.h)
            self._bottoms[-1] = y + high
            self.w = max(self.w, x + item.w - at[0])
            x += item.w + gap
        if self.rows:
            self.h = self._bottoms[-1] - at[1]

    def seen(self, box: Box) -> Iterator[S]:
        """Yield in order what meets ``box``, which is given in the same units as the items."""
        first = bisect_right(self._bottoms, box.y)
        for row in range(first, bisect_left(self._tops, box.bottom)):
            xs, items = self._xs[row], self.rows[row]
            for place in range(max(0, bisect_right(xs, box.x) - 1), bisect_left(xs, box.right)):
                item = items[place]
                if item.x + item.w > box.x and item.y + item.h > box.y:
                    yield item


class Frame:
    """A goal with the insights that bear on it.

    Attributes:
        key: ``goal:<id>``, or ``goal:`` for insights without a goal.
        group: Id of the goal, or empty.
        areas: Keys of its areas in order.
        head: Height of its title.
    """

    __slots__ = ("areas", "group", "h", "head", "key", "shelves", "w", "x", "y")

    def __init__(self, key: str) -> None:
        self.key = key
        self.group = key.partition(":")[2]
        self.areas: list[str] = []
        self.head = HEAD
        self.shelves: Shelves[Area] = Shelves()
        self.x = self.y = self.w = self.h = 0

    @property
    def box(self) -> Box:
        """Return where it lies."""
        return Box(self.x, self.y, self.w, self.h)

    def lay(self, areas: Sequence[Area]) -> None:
        """Place its areas, and measure it."""
        self.areas = [area.key for area in areas]
        for area in areas:
            area.home = self
        width = shelf_width(areas, 3 * width_of(3))
        self.shelves.lay(areas, width, GAP, (PAD, self.head))
        self.w = max(self.shelves.w, width_of(3)) + 2 * PAD
        self.h = self.head + max(self.shelves.h, HEIGHTS[0]) + PAD


def shelf_width(items: Sequence[_Sized], least: int) -> int:
    """Return how wide shelves should be for a whole a little wider than high; grows in leaps, so seldom."""
    room = sum((item.w + AREA_GAP) * (item.h + AREA_GAP) for item in items)
    width = least
    while width * width < room * 3 // 2:
        width = width * 3 // 2
    return width
