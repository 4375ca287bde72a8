"""What every board can be asked: where is a card, what lies here, what comes next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from facilitator.domain.board_area import Area, Box, Touched, around, card_step
from facilitator.domain.board_frame import Frame
from facilitator.domain.board_free import FreeCards
from facilitator.domain.board_near import near
from facilitator.domain.board_pool import Pool
from facilitator.domain.changes import RowChange
from facilitator.domain.entities import Note

_FEW = 24
"""So many notes move one by one; more are cheaper laid out together."""
BY_HAND = "free"
"""Key and kind of the area that holds, in the outline alone, the cards laid by hand."""


class Plan(ABC):
    """Where the cards of one board lie.

    Attributes:
        key: Of the board: ``step:<id>|<who>``, ``all|<who>``, ``meeting:<id>|<who>`` or ``table``.
        areas, frames: By key, in reading order.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        self.areas: dict[str, Area] = {}
        self.frames: dict[str, Frame] = {}
        self._loose = FreeCards()
        self._notes: dict[str, Note] = {}
        self._where: dict[str, tuple[str, ...]] = {}
        self._bounds: Box | None = None

    @property
    def free(self) -> dict[str, Box]:
        """Return the cards laid by hand, each with its place."""
        return self._loose.boxes

    @property
    def bounds(self) -> Box:
        """Return the smallest box around everything."""
        if self._bounds is None:
            boxes = [item.box for item in self._outermost()]
            by_hand = self._loose.bounds
            self._bounds = around([*boxes, by_hand] if by_hand else boxes) or Box(0, 0, 0, 0)
        return self._bounds

    @property
    def count(self) -> int:
        """Return the number of cards."""
        return sum(len(area.ids) for area in self.areas.values()) + len(self.free)

    def has(self, note_id: str) -> bool:
        """Tell whether a note lies on this board."""
        return note_id in self._where or note_id in self.free

    def note(self, note_id: str) -> Note | None:
        """Return a note of this board, or None."""
        return self._notes.get(note_id) if self.has(note_id) else None

    def areas_of(self, note_id: str) -> tuple[str, ...]:
        """Return the keys of the areas a note lies in; none when it was laid by hand."""
        return self._where.get(note_id, ())

    def boxes(self, note_id: str) -> list[Box]:
        """Return every place of a note."""
        by_hand = self.free.get(note_id)
        if by_hand is not None:
            return [by_hand]
        return [self.areas[key].box_of(self.index_in(key, note_id)) for key in self.areas_of(note_id)]

    def box(self, item: str) -> Box | None:
        """Return where a note (its first card), an area or a frame lies."""
        if item in self.areas:
            return self.areas[item].box
        if item in self.frames:
            return self.frames[item].box
        return next(iter(self.boxes(item)), None)

    def index_in(self, area: str, note_id: str) -> int:
        """Return the place of a note among those of an area it lies in."""
        return self._index(self.areas[area].ids, self._notes[note_id])

    def within(self, box: Box) -> list[tuple[str, Box]]:
        """Return the cards that meet ``box`` in reading order, those laid by hand last."""
        found = [card for area in self._seen(box) for card in area.within(box)]
        return found + self._loose.within(box) if self.free else found

    def areas_within(self, box: Box) -> list[str]:
        """Return the keys of the areas that meet ``box`` in reading order."""
        return [area.key for area in self._seen(box)]

    def frames_within(self, box: Box) -> list[str]:
        """Return the keys of the frames that meet ``box`` in reading order."""
        return [frame.key for frame in self.frames.values() if frame.box.meets(box)]

    def at(self, x: float, y: float) -> str | None:
        """Return the note whose card is on top at a point, or None."""
        by_hand = self._loose.at(x, y)
        if by_hand is not None:
            return by_hand
        for area in self._seen(_dot(x, y)):
            slot = area.index_at(x, y)
            if slot is not None:
                return area.id_in(slot)
        return None

    def area_at(self, x: float, y: float) -> str | None:
        """Return the key of the area at a point, or None."""
        return next((area.key for area in self._seen(_dot(x, y))), None)

    def frame_at(self, x: float, y: float) -> str | None:
        """Return the key of the frame at a point, or None."""
        return next((frame.key for frame in self.frames.values() if frame.box.contains(x, y)), None)

    def near(self, item: str, direction: str, inside: str = "") -> str | None:
        """Return the card or area head one arrow key away, or None at the edge.

        ``direction`` is ``left``, ``right``, ``up``, ``down``, ``first`` or ``last``; ``inside`` tells
        which area a note with several places is looked at in.
        """
        found = self.step(item, direction, inside)
        return found[0] if found is not None else None

    def step(self, item: str, direction: str, inside: str = "") -> tuple[str, str] | None:
        """Return what ``near`` does, with the area it was come to in (empty for a card laid by hand)."""
        return near(self, item, direction, inside)

    def by_hand_in_rows(self) -> list[str]:
        """Return the notes laid by hand in reading order."""
        return self._loose.in_rows()

    def outline(self) -> list[tuple[Area, list[str]]]:
        """Return every area with its notes in reading order; cards laid by hand come last."""
        found = [(area, area.ids) for area in self.areas.values()]
        if self.free:
            found.append((self.by_hand(), self.by_hand_in_rows()))
        return found

    def by_hand(self) -> Area:
        """Return the cards laid by hand as an area, for the outline."""
        area = Area(BY_HAND, head=0, pad=0)
        box = self._loose.bounds
        if box is not None:
            area.x, area.y, area.w, area.h = box
        return area

    def apply(self, rows: Iterable[RowChange]) -> Touched:
        """Follow a change; the state it came from must know it already."""
        self._bounds = None
        return self._apply(rows)

    def rebuild(self) -> Touched:
        """Lay everything out anew, holes closed."""
        self._bounds = None
        self._lay_anew()
        return Touched(everything=True)

    @abstractmethod
    def _apply(self, rows: Iterable[RowChange]) -> Touched: ...

    @abstractmethod
    def _lay_anew(self) -> None: ...

    @abstractmethod
    def _seen(self, box: Box) -> Iterator[Area]:
        """Yield the areas that meet ``box`` in reading order."""

    @abstractmethod
    def _outermost(self) -> Iterable[Area | Frame]:
        """Return what together spans the board."""

    def _rank(self, id: str) -> tuple[int, str]:
        return self._notes[id].seq, id

    def _index(self, ids: list[str], note: Note) -> int:
        return bisect_left(ids, (note.seq, note.id), key=self._rank)

    def _places(self, note: Note) -> tuple[str, ...]:
        """Return the keys of the areas a note belongs in, each of which is there."""
        raise NotImplementedError

    def _fill(self, notes: Iterable[Note]) -> None:
        """Fill the pools with notes in reading order, and remember where each is."""
        ids: dict[str, list[str]] = {key: [] for key in self.areas}
        steps = {key: bytearray() for key in self.areas}
        where = self._where = {}
        for note in notes:
            keys = self._places(note)
            if keys:
                where[note.id] = keys
                step = card_step(note)
                for key in keys:
                    ids[key].append(note.id)
                    steps[key].append(step)
        for key, area in self.areas.items():
            if isinstance(area, Pool):
                area.fill(ids[key], steps[key])

    def _follow(self, changed: Mapping[str, Note | None]) -> set[str]:
        """Let changed notes (None when gone from here) go where they belong; return the areas concerned."""
        gone: dict[str, list[int]] = defaultdict(list)
        came: dict[str, list[Note]] = defaultdict(list)
        stay: dict[str, list[Note]] = defaultdict(list)
        for id, note in changed.items():
            was, now = self._where.get(id, ()), self._places(note) if note is not None else ()
            moved = note is None or not was or self._notes[id].seq != note.seq
            for key in was:
                if moved or key not in now:
                    gone[key].append(self.index_in(key, id))
            if note is not None:
                for key in now:
                    (came if moved or key not in was else stay)[key].append(note)
        self._remember(changed)
        for key in dict.fromkeys((*gone, *came)):
            self._change(key, sorted(gone.get(key, ())), came.get(key, []))
        for key, notes in stay.items():
            self._pool(key).set_steps((self.index_in(key, note.id), card_step(note)) for note in notes)
        return {*gone, *came, *stay}

    def _remember(self, changed: Mapping[str, Note | None]) -> None:
        for id, note in changed.items():
            if note is None:
                self._notes.pop(id, None)
                self._where.pop(id, None)
                continue
            self._notes[id] = note
            places = self._places(note)
            if places:
                self._where[id] = places
            else:
                self._where.pop(id, None)

    def _pool(self, key: str) -> Pool:
        area = self.areas[key]
        assert isinstance(area, Pool)
        return area

    def _change(self, key: str, gone: list[int], came: list[Note]) -> None:
        pool = self._pool(key)
        if len(gone) + len(came) <= _FEW:
            pool.settle(gone, self._entering(pool, came))
            return
        leaving = set(gone)
        cards = [(id, pool.step_in(at)) for at, id in enumerate(pool.ids) if at not in leaving]
        cards += [(note.id, card_step(note)) for note in came]
        cards.sort(key=lambda card: self._rank(card[0]))
        pool.fill([id for id, _step in cards], bytearray(step for _id, step in cards))

    def _entering(self, pool: Pool, came: list[Note]) -> Iterator[tuple[int, str, int]]:
        # Asked for one by one, each when those before it are in.
        for note in came:
            yield self._index(pool.ids, note), note.id, card_step(note)


def _dot(x: float, y: float) -> Box:
    return Box(int(x // 1), int(y // 1), 1, 1)
