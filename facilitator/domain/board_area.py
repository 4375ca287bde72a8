"""Cards in areas, areas in frames: places by arithmetic, so that a card costs no object.

Lengths are board units: one unit is one pixel at 100 % zoom and text size.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isqrt
from typing import NamedTuple, Protocol

from facilitator.domain.entities import Note

CARD = 200
"""Width of every card."""
GAP = 16
HEAD = 56
"""Height of the title of an area or a frame."""
PAD = 16
AREA_GAP = 48
HEIGHTS = (128, 208, 328, 448)
"""Heights of cards; about 4, 8 and 14 lines of 24 characters, the last for a long text under a picture."""

_LINE = 24
_COLUMNS = (3, 4, 5, 6, 8, 10, 12, 15, 18)
_MANY = 600
_MANY_COLUMNS = (24, 36, 48, 72, 96, 144, 192)


class Box(NamedTuple):
    """A rectangle on the board."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """Return the x just past it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """Return the y just past it."""
        return self.y + self.h

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it, left and upper edge included."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def meets(self, other: Box) -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def united(self, other: Box) -> Box:
        """Return the smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


def around(boxes: Iterable[Box]) -> Box | None:
    """Return the smallest box around all of them, None without any."""
    found: Box | None = None
    for box in boxes:
        found = box if found is None else found.united(box)
    return found


@dataclass(frozen=True, slots=True)
class Touched:
    """What became of a plan when it followed a change.

    Attributes:
        everything: It was laid out anew as a whole; the rest says nothing then.
        notes: Notes whose card came, went, moved by itself or looks different.
        areas: Keys of areas whose cards, title or count changed, gone ones too.
        box: All that must be painted anew, also what shifted along; None when nothing.
    """

    everything: bool = False
    notes: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    box: Box | None = None


def card_step(note: Note) -> int:
    """Return which of ``HEIGHTS`` the card of a note has."""
    text = note.text
    size = len(text)
    if "\n" in text:
        size += _LINE * text.count("\n")
    step = 0 if size <= 4 * _LINE else 1 if size <= 8 * _LINE else 2
    return step + 1 if note.picture else step


def card_height(note: Note) -> int:
    """Return the height of the card of a note, from the length of its text alone."""
    return HEIGHTS[card_step(note)]


def columns_for(count: int) -> int:
    """Return the columns of an area of so many cards: a little wider than high, in few sizes."""
    wide = isqrt(count * 13 // 10)
    if count > _MANY:
        return _MANY_COLUMNS[min(bisect_left(_MANY_COLUMNS, wide), len(_MANY_COLUMNS) - 1)]
    return _COLUMNS[min(bisect_left(_COLUMNS, wide), len(_COLUMNS) - 1)]


def width_of(columns: int, pad: int = PAD) -> int:
    """Return the width of an area of so many columns."""
    return 2 * pad + columns * CARD + (columns - 1) * GAP


class _Home(Protocol):
    @property
    def x(self) -> int: ...
    @property
    def y(self) -> int: ...


class Area:
    """A place of cards in rows, under one title.

    Attributes:
        key: ``flow:<n>``, ``group:<code or id>``, ``insight:<id>``, ``tray``, ``parked`` or ``free``.
        kind: The part of the key before the colon.
        group: The code or id behind it.
        ids: Notes in reading order.
        head: Height of its title, 0 when it has none.
        x, y: Of the left upper corner, within ``home``.
        home: The frame it lies in, or None.
    """

    __slots__ = (
        "_rows",
        "_steps",
        "_tops",
        "columns",
        "group",
        "h",
        "head",
        "home",
        "ids",
        "key",
        "kind",
        "own",
        "pad",
        "w",
        "x",
        "y",
    )

    def __init__(self, key: str, *, head: int = HEAD, pad: int = PAD, columns: int = 0) -> None:
        self.key = key
        self.kind, _colon, self.group = key.partition(":")
        self.head = head
        self.pad = pad
        self.columns = columns or columns_for(0)
        self.own = (key,)
        self.ids: list[str] = []
        self.home: _Home | None = None
        self.x = self.y = 0
        self.w, self.h = 0, 0
        self._steps = bytearray()
        self._rows: list[int] = []
        self._tops: list[int] = []
        self.lay()

    @property
    def box(self) -> Box:
        """Return where it lies, title and edge included."""
        home = self.home
        if home is None:
            return Box(self.x, self.y, self.w, self.h)
        return Box(home.x + self.x, home.y + self.y, self.w, self.h)

    @property
    def head_box(self) -> Box:
        """Return where its title lies."""
        box = self.box
        return Box(box.x, box.y, box.w, self.head)

    @property
    def slots(self) -> int:
        """Return the number of places, empty ones in between too."""
        return len(self._steps)

    def id_in(self, slot: int) -> str:
        """Return the note in a place, or an empty text."""
        return self.ids[slot]

    def step_in(self, slot: int) -> int:
        """Return which of ``HEIGHTS`` the card in a place has."""
        return self._steps[slot]

    def slot_of(self, index: int) -> int:
        """Return the place of the nth note."""
        return index

    def box_of(self, index: int) -> Box:
        """Return where the card of the nth note lies."""
        return self.slot_box(self.slot_of(index))

    def slot_box(self, slot: int) -> Box:
        """Return where the card in a place lies."""
        box = self.box
        row, column = divmod(slot, self.columns)
        x = box.x + self.pad + column * (CARD + GAP)
        return Box(x, box.y + self._tops[row], CARD, HEIGHTS[self._steps[slot]])

    def lay(self, first: int = 0) -> None:
        """Measure the rows from the place ``first`` on, and with them the area."""
        columns, steps = self.columns, self._steps
        row = first // columns
        tops, rows = self._tops[:row], self._rows[:row]
        y = tops[-1] + HEIGHTS[rows[-1]] + GAP if tops else self.head + self.pad
        for start in range(row * columns, len(steps), columns):
            highest = max(steps[start : start + columns])
            tops.append(y)
            rows.append(highest)
            y += HEIGHTS[highest] + GAP
        self._tops, self._rows = tops, rows
        self.w = width_of(columns, self.pad)
        # An empty area is still a place to drop a card on.
        self.h = y - GAP + self.pad if tops else self.head + 2 * self.pad + HEIGHTS[0]

    def within(self, box: Box) -> Iterator[tuple[str, Box]]:
        """Yield the cards that meet ``box`` in reading order."""
        mine = self.box
        tops, steps, columns = self._tops, self._steps, self.columns
        last = bisect_left(tops, box.bottom - mine.y)
        first = max(0, bisect_right(tops, box.y - mine.y) - 1)
        start_x = mine.x + self.pad
        pitch = CARD + GAP
        left = max(0, (box.x - start_x) // pitch)
        right = min(columns - 1, (box.right - 1 - start_x) // pitch)
        size = len(steps)
        for row in range(first, last):
            y = mine.y + tops[row]
            for column in range(left, right + 1):
                slot = row * columns + column
                if slot >= size:
                    break
                id = self.id_in(slot)
                if id:
                    card = Box(start_x + column * pitch, y, CARD, HEIGHTS[steps[slot]])
                    if card.meets(box):
                        yield id, card

    def index_at(self, x: float, y: float) -> int | None:
        """Return the place whose card has this point, or None."""
        mine = self.box
        row = bisect_right(self._tops, y - mine.y) - 1
        column, off = divmod(x - mine.x - self.pad, CARD + GAP)
        if row < 0 or not 0 <= column < self.columns or off >= CARD:
            return None
        slot = row * self.columns + int(column)
        if slot >= self.slots or not self.id_in(slot) or not self.slot_box(slot).contains(x, y):
            return None
        return slot

    def nearest_slot(self, x: int, y: int) -> int | None:
        """Return the taken place closest to a point, or None in an empty area."""
        mine = self.box
        row = max(0, bisect_right(self._tops, y - mine.y) - 1)
        column = min(max(0, (x - mine.x - self.pad) // (CARD + GAP)), self.columns - 1)
        aim = min(row * self.columns + column, self.slots - 1)
        for off in range(self.slots):
            for slot in (aim - off, aim + off):
                if 0 <= slot < self.slots and self.id_in(slot):
                    return slot
        return None

    def __iter__(self) -> Iterator[tuple[str, Box]]:
        """Yield every card."""
        for index, id in enumerate(self.ids):
            yield id, self.box_of(index)
