"""The board of captured notes: in rows where nothing moves by itself, or by group."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import isqrt
from operator import attrgetter

from facilitator.domain import entities as e
from facilitator.domain.board_area import (
    AREA_GAP,
    CARD,
    Area,
    Box,
    Touched,
    around,
    card_height,
    card_step,
    width_of,
)
from facilitator.domain.board_frame import Frame, Shelves, shelf_width
from facilitator.domain.board_plan import Plan
from facilitator.domain.board_pool import BLOCK, BLOCK_COLUMNS, Block, Pool
from facilitator.domain.changes import RowChange
from facilitator.domain.entities import Note
from facilitator.domain.publishable import channel_told
from facilitator.domain.state import State

Belongs = Callable[[Note], bool]

_BLOCK_PITCH = width_of(BLOCK_COLUMNS, 0) + AREA_GAP
_GROUP = "group:"


def flow_plan(
    state: State,
    key: str,
    notes: Sequence[Note],
    belongs: Belongs,
    arrangement: str,
    colouring: str,
    steps: Sequence[str] = (),
    columns: int = BLOCK_COLUMNS,
) -> FlowPlan:
    """Lay the notes that belong on a board out.

    ``steps`` gives the order of the method's steps, ``columns`` how many cards lie side by side in rows.
    """
    plan = FlowPlan(state, key, belongs, steps)
    plan.columns = columns
    plan.arrangement, plan.colouring = arrangement, colouring
    plan.take(notes)
    return plan


class FlowPlan(Plan):
    """A board of captured notes; some may lie where somebody laid them by hand.

    Attributes:
        arrangement: One of ``ARRANGEMENTS``.
        colouring: One of ``COLOURINGS``; the groups of the arrangement ``colour``.
        columns: Cards side by side in rows, 1 or more.
    """

    def __init__(self, state: State, key: str, belongs: Belongs, steps: Sequence[str]) -> None:
        super().__init__(key)
        self.arrangement, self.colouring = "rows", "kind"
        self.columns = BLOCK_COLUMNS
        self._state = state
        self._belongs = belongs
        self._steps = steps
        self._spots: dict[str, tuple[int, int]] = {}
        self._holes: dict[str, str] = {}
        self._columns: list[list[Block]] = []
        self._shelves: Shelves[Area] = Shelves()
        self._channels: dict[str, str] = {}

    @property
    def _pitch(self) -> int:
        return width_of(self.columns, 0) + AREA_GAP

    @property
    def in_rows(self) -> bool:
        """Tell whether the notes lie in rows, in the order they came."""
        # So does a board whose arrangement another version wrote.
        return self.arrangement == "rows" or self.arrangement not in e.ARRANGEMENTS

    @property
    def count(self) -> int:
        # Every note lies in one area or where somebody laid it: no area need be asked.
        return len(self._where) + len(self.free)

    def take(self, notes: Iterable[Note]) -> None:
        """Lay these notes out, those that belong."""
        belongs = self._belongs
        mine = sorted((note for note in notes if belongs(note)), key=attrgetter("seq", "id"))
        self._notes = {note.id: note for note in mine}
        key = self.key
        self._spots = {spot.note: (spot.x, spot.y) for spot in self._state.spots if spot.board == key}
        self._build()

    def _lay_anew(self) -> None:
        self.take(list(self._notes.values()))

    def index_in(self, area: str, note_id: str) -> int:
        if self.in_rows:
            return self.areas[area].ids.index(note_id)
        return super().index_in(area, note_id)

    def _apply(self, rows: Iterable[RowChange]) -> Touched:
        changed: dict[str, Note | None] = {}
        anew = False
        for row in rows:
            after = row.after
            if isinstance(after, e.Note):
                changed[row.id] = after
            elif isinstance(after, e.Spot):
                # A creation that is undone forgets where it was.
                spot = after if after.alive or not isinstance(row.before, e.Spot) else row.before
                if spot.board != self.key:
                    continue
                if after.alive:
                    self._spots[spot.note] = (spot.x, spot.y)
                else:
                    self._spots.pop(spot.note, None)
                if spot.note in self._notes:
                    changed.setdefault(spot.note, self._notes[spot.note])
            elif isinstance(after, e.Board) and after.id == self.key:
                board = after if after.alive else e.Board(id=self.key)
                self.arrangement, self.colouring = board.arrangement, board.colouring
                anew = True
            elif isinstance(after, e.Persona | e.Meeting) and not self.in_rows:
                anew = True
        return self._take_over(changed, anew)

    def _take_over(self, changed: dict[str, Note | None], anew: bool) -> Touched:
        mine: dict[str, Note | None] = {}
        for id, note in changed.items():
            stays = note is not None and note.alive and self._belongs(note)
            if stays or id in self._notes:
                mine[id] = note if stays else None
        if self.in_rows and not anew:
            anew = any(
                note is not None and id in self._notes and note.seq != self._notes[id].seq
                for id, note in mine.items()
            )
        if anew:
            for id, note in mine.items():
                if note is None:
                    del self._notes[id]
                else:
                    self._notes[id] = note
            return self.rebuild()
        if not mine:
            return Touched()
        before = [box for id in mine for box in self._shown(id)]
        areas, shifted = self._follow_rows(mine) if self.in_rows else self._follow_groups(mine)
        for id, note in mine.items():
            self._lay_by_hand(id, note)
        after = [box for id in mine for box in self._shown(id)]
        return Touched(False, frozenset(mine), frozenset(areas), around([*before, *shifted, *after]))

    def _shown(self, id: str) -> list[Box]:
        return self.boxes(id) if id in self._notes else []

    def _lay_by_hand(self, id: str, note: Note | None) -> None:
        spot = self._spots.get(id)
        if note is None or spot is None:
            self._loose.drop(id)
        else:
            self._loose.put(id, Box(*spot, CARD, card_height(note)))

    def _build(self) -> None:
        self.areas = {}
        self._where = {}
        self._holes = {}
        self._columns = []
        self._shelves = Shelves()
        self._loose.clear()
        spots = self._spots
        placed = [note for id, note in self._notes.items() if id not in spots] if spots else None
        if self.in_rows:
            self._build_rows(list(self._notes.values()) if placed is None else placed)
        else:
            self._build_groups()
        for id in spots:
            self._lay_by_hand(id, self._notes.get(id))

    # In rows: blocks stacked in columns, in growing squares, so that what comes never moves what is there.

    def _build_rows(self, notes: list[Note]) -> None:
        for start in range(0, len(notes), BLOCK):
            part = notes[start : start + BLOCK]
            block = self._new_block()
            block.fill([note.id for note in part], [card_step(note) for note in part])
            for note in part:
                self._where[note.id] = block.own

    def _new_block(self) -> Block:
        number = len(self.areas)
        shell = isqrt(number)
        off = number - shell * shell
        column = shell if off < shell else off - shell
        block = Block(f"flow:{number}", self.columns)
        while len(self._columns) <= column:
            self._columns.append([])
        stack = self._columns[column]
        block.x = column * self._pitch
        block.y = stack[-1].y + stack[-1].h + AREA_GAP if stack else 0
        stack.append(block)
        if number:
            self._block(f"flow:{number - 1}").open = False
        self.areas[block.key] = block
        return block

    def _block(self, key: str) -> Block:
        block = self.areas[key]
        assert isinstance(block, Block)
        return block

    def _follow_rows(self, mine: dict[str, Note | None]) -> tuple[set[str], list[Box]]:
        areas: set[str] = set()
        for id, note in mine.items():
            was = self._where.get(id)
            here = note is not None and id not in self._spots
            if was and not here:
                self._block(was[0]).leave(id)
                self._holes[id] = was[0]
                del self._where[id]
                areas.add(was[0])
            elif note is not None and here:
                areas.add(self._into_block(id, card_step(note), was))
            if note is None:
                del self._notes[id]
            else:
                self._notes[id] = note
        return areas, []

    def _into_block(self, id: str, step: int, was: tuple[str, ...] | None) -> str:
        hole = self._holes.pop(id, None)
        if was:
            self._block(was[0]).set_step(id, step)
            return was[0]
        if hole is not None:
            block = self._block(hole)
            block.back(id, step)
        else:
            block = self._block(f"flow:{len(self.areas) - 1}") if self.areas else None
            if block is None or block.full:
                block = self._new_block()
            block.add(id, step)
        self._where[id] = block.own
        return block.key

    # By group: one pool a group, on shelves.

    def _build_groups(self) -> None:
        if self.arrangement == "colour" and self.colouring == "channel":
            self._channels = {meeting.id: meeting.channel for meeting in self._state.meetings}
        self._arrange_groups({self._group(note) for note in self._notes.values()})
        self._fill(self._notes.values())
        self._place_groups()

    def _arrange_groups(self, taken: set[str]) -> None:
        """Have an area for every group, in order; those that are there stay what they are."""
        order = self._order()
        place = {group: at for at, group in enumerate(order)}
        wanted = taken | self._always()
        # Groups nobody listed come behind, in a fixed order; those of nobody in particular last.
        ranked = sorted(wanted, key=lambda g: (g == "", place.get(g, len(place)), len(g), g))
        self.areas = {
            _GROUP + group: self.areas.get(_GROUP + group) or Pool(_GROUP + group) for group in ranked
        }

    def _place_groups(self) -> None:
        areas = list(self.areas.values())
        self._shelves.lay(areas, shelf_width(areas, 3 * _BLOCK_PITCH), AREA_GAP)

    def _places(self, note: Note) -> tuple[str, ...]:
        if note.id in self._spots:
            return ()
        area = self.areas.get(_GROUP + self._group(note))
        return area.own if area is not None else ()

    def _follow_groups(self, mine: dict[str, Note | None]) -> tuple[set[str], list[Box]]:
        old = {key: area.box for key, area in self.areas.items()}
        self._arrange_groups(
            {area.group for area in self.areas.values()}
            | {self._group(note) for note in mine.values() if note is not None}
        )
        touched = self._follow(mine)
        if not all(area.ids for area in self.areas.values()):
            by_hand = {self._group(self._notes[id]) for id in self._spots if id in self._notes}
            self._arrange_groups(by_hand | {area.group for area in self.areas.values() if area.ids})
        self._place_groups()
        new = {key: area.box for key, area in self.areas.items()}
        moved = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
        boxes = [box for key in moved for box in (old.get(key), new.get(key)) if box is not None]
        boxes += [new[key] for key in touched if key in new]
        return touched | (old.keys() ^ new.keys()), boxes

    def _group(self, note: Note) -> str:
        by = self.colouring if self.arrangement == "colour" else self.arrangement
        if by == "kind":
            return note.kind
        if by == "persona":
            return note.persona
        if by == "table":
            return str(note.table) if note.table else ""
        if by == "step":
            return note.step
        if by == "meeting":
            return note.meeting
        if by == "basis":
            return note.basis
        return self._channels.get(note.meeting) or channel_told(note.meeting) or "other"

    def _order(self) -> Sequence[str]:
        by = self.colouring if self.arrangement == "colour" else self.arrangement
        if by == "persona":
            return [persona.id for persona in self._state.all_personas]
        if by == "meeting":
            return [meeting.id for meeting in self._state.meetings]
        if by == "table":
            return ()  # shorter numbers come first anyway
        return {"kind": e.KINDS, "basis": e.BASES, "channel": e.CHANNELS}.get(by, self._steps)

    def _always(self) -> set[str]:
        """Return the groups shown although nobody is in them: whoever has not been heard yet is seen."""
        if self.arrangement == "persona" and self.key.endswith("|*"):
            return {persona.id for persona in self._state.personas}
        return set()

    def _seen(self, box: Box) -> Iterator[Area]:
        if not self.in_rows:
            return self._shelves.seen(box)
        return iter(sorted(self._seen_blocks(box), key=lambda block: int(block.group)))

    def _seen_blocks(self, box: Box) -> Iterator[Block]:
        first = max(0, box.x // self._pitch)
        for stack in self._columns[first : max(first, -(-box.right // self._pitch))]:
            start = max(0, bisect_right(stack, box.y, key=_top) - 1)
            for block in stack[start : bisect_left(stack, box.bottom, key=_top)]:
                if block.box.meets(box):
                    yield block

    def _outermost(self) -> Iterable[Area | Frame]:
        if not self.in_rows:
            return self.areas.values()
        # Blocks of a column are equally wide: its first and last tell how far it reaches.
        return [block for stack in self._columns for block in (stack[0], stack[-1])]


def _top(block: Block) -> int:
    return block.y
