"""The grouping table: insights as areas, goals as frames, the tray before them and what fits none behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.domain import entities as e
from facilitator.domain.board_area import AREA_GAP, Area, Box, Touched, around
from facilitator.domain.board_frame import Frame, Shelves, shelf_width
from facilitator.domain.board_plan import Plan
from facilitator.domain.board_pool import Pool
from facilitator.domain.changes import RowChange
from facilitator.domain.entities import Insight, Note
from facilitator.domain.state import State

TABLE = "table"
TRAY = "tray"
PARKED = "parked"
_INSIGHT = "insight:"
_GOAL = "goal:"


def table_plan(state: State, *, with_tray: bool, goal: str = "") -> TablePlan:
    """Lay the grouping table out; with ``goal`` only the insights that bear on it."""
    plan = TablePlan(state, with_tray, goal)
    plan.rebuild()
    return plan


class TablePlan(Plan):
    """The grouping table; a note with several insights lies in each of them."""

    def __init__(self, state: State, with_tray: bool, goal: str) -> None:
        super().__init__(TABLE)
        self._state = state
        self._with_tray = with_tray
        self._goal = goal
        self._shelves: Shelves[Frame] = Shelves()
        self._insights: list[Insight] = []
        self._living: set[str] = set()
        self._shown: set[str] = set()
        self._lost: dict[str, set[str]] = {}
        self._spare: list[Area] = []

    def _lay_anew(self) -> None:
        notes = self._state.notes
        self._notes = {note.id: note for note in notes}
        self.areas, self.frames = {}, {}
        self._lost = {}
        self._read_insights()
        self._add_areas()
        self._fill(notes)
        for note in notes:
            self._note_lost(note)
        self._place()

    def _apply(self, rows: Iterable[RowChange]) -> Touched:
        changed: dict[str, Note | None] = {}
        told: set[str] = set()
        structure = False
        for row in rows:
            after, before = row.after, row.before
            if isinstance(after, Note):
                if after.alive or row.id in self._notes:
                    changed[row.id] = after if after.alive else None
            elif isinstance(after, Insight):
                told.add(_INSIGHT + row.id)
                same = isinstance(before, Insight) and _standing(before) == _standing(after)
                structure = structure or not same
            elif isinstance(after, e.Goal):
                told.add(_GOAL + row.id)
                same = isinstance(before, e.Goal) and (before.alive, before.seq) == (after.alive, after.seq)
                structure = structure or not same
        if not changed and not told:
            return Touched()
        before_boxes = self._boxes_now()
        if structure:
            living, shown = self._living, self._shown
            self._read_insights()
            self._add_areas()
            for id in sorted((living ^ self._living) | (shown ^ self._shown)):
                self._recall(id, changed)
        touched = self._follow(changed)
        for note in changed.values():
            if note is not None:
                self._note_lost(note)
        self._place(None if structure else {self._frame_of(key) for key in touched})
        return self._told(before_boxes, changed, touched | told)

    def _told(self, before: dict[str, Box], changed: Iterable[str], touched: set[str]) -> Touched:
        after = self._boxes_now()
        keys = before.keys() | after.keys()
        moved = [key for key in keys if before.get(key) != after.get(key)]
        boxes = [box for key in moved for box in (before.get(key), after.get(key)) if box is not None]
        for key in touched:
            box = self.box(key)
            if box is not None:
                boxes.append(box)
        areas = {key for key in touched if not key.startswith(_GOAL)}
        return Touched(False, frozenset(changed), frozenset(areas), around(boxes))

    def _boxes_now(self) -> dict[str, Box]:
        found = {key: frame.box for key, frame in self.frames.items()}
        found.update((area.key, area.box) for area in self._spare)
        return found

    def _read_insights(self) -> None:
        self._insights = self._state.insights
        self._living = {insight.id for insight in self._insights}
        if self._goal:
            self._insights = [insight for insight in self._insights if self._goal in insight.goals]
        self._shown = {insight.id for insight in self._insights}

    def _add_areas(self) -> None:
        """Have an area for every insight; those of dead ones go when their notes have left."""
        wanted = [_INSIGHT + insight.id for insight in self._insights]
        wanted = [*([TRAY] if self._with_tray else []), *wanted, *([] if self._goal else [PARKED])]
        for key in wanted:
            if key not in self.areas:
                self.areas[key] = Pool(key)

    def _recall(self, insight: str, changed: dict[str, Note | None]) -> None:
        """Let notes of an insight that came or went look for their place anew."""
        area = self.areas.get(_INSIGHT + insight)
        ids = [*(area.ids if area is not None else ()), *self._lost.pop(insight, ())]
        for id in ids:
            if id in self._notes:
                changed.setdefault(id, self._notes[id])

    def _note_lost(self, note: Note) -> None:
        for insight in note.insights:
            if insight not in self._shown:
                self._lost.setdefault(insight, set()).add(note.id)

    def _places(self, note: Note) -> tuple[str, ...]:
        if note.insights:
            living = [insight for insight in note.insights if insight in self._living]
            if living:
                shown = (_INSIGHT + insight for insight in living if insight in self._shown)
                return tuple(dict.fromkeys(shown))
        key = TRAY if note.parked is None else PARKED
        area = self.areas.get(key)
        return area.own if area is not None else ()

    def _frame_of(self, key: str) -> str:
        home = self.areas[key].home
        return home.key if isinstance(home, Frame) else ""

    def _place(self, frames: set[str] | None = None) -> None:
        """Lay frames out (all when None), and everything beside and under each other."""
        if frames is None:
            self._make_frames()
            frames = set(self.frames)
        for key in frames:
            if key:
                frame = self.frames[key]
                frame.lay([self.areas[area] for area in frame.areas])
        tray, parked = self.areas.get(TRAY), self.areas.get(PARKED)
        x = 0
        if tray is not None:
            tray.x = tray.y = 0
            x = tray.w + 2 * AREA_GAP
        all_frames = list(self.frames.values())
        self._shelves.lay(all_frames, shelf_width(all_frames, 3000), AREA_GAP, (x, 0))
        if parked is not None:
            parked.x, parked.y = x, self._shelves.h + AREA_GAP if all_frames else 0

    def _make_frames(self) -> None:
        goals = {goal.id for goal in self._state.goals}
        if self._goal:
            goals &= {self._goal}
        inside: dict[str, list[str]] = {goal.id: [] for goal in self._state.goals if goal.id in goals}
        loose: list[str] = []
        for insight in self._insights:
            bearing = next((goal for goal in insight.goals if goal in goals), None)
            (loose if bearing is None else inside[bearing]).append(_INSIGHT + insight.id)
        if loose:
            inside[""] = loose
        old, self.frames = self.frames, {}
        for goal, keys in inside.items():
            frame = self.frames[_GOAL + goal] = old.get(_GOAL + goal) or Frame(_GOAL + goal)
            frame.areas = keys
        order = [TRAY, *(key for keys in inside.values() for key in keys), PARKED]
        self.areas = {key: self.areas[key] for key in order if key in self.areas}
        self._spare = [self.areas[key] for key in (TRAY, PARKED) if key in self.areas]

    def _seen(self, box: Box) -> Iterator[Area]:
        tray, parked = self.areas.get(TRAY), self.areas.get(PARKED)
        if tray is not None and tray.box.meets(box):
            yield tray
        for frame in self.frames.values():
            if frame.box.meets(box):
                yield from frame.shelves.seen(Box(box.x - frame.x, box.y - frame.y, box.w, box.h))
        if parked is not None and parked.box.meets(box):
            yield parked

    def _outermost(self) -> Iterable[Area | Frame]:
        return [*self._spare, *self.frames.values()]


def _standing(insight: Insight) -> tuple[bool, int, tuple[str, ...]]:
    return insight.alive, insight.seq, insight.goals
