"""A dialogue in memory that changes at random, with the rows each change would give."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from facilitator.domain import entities as e
from facilitator.domain.board import Box, FlowPlan, Plan, TablePlan, flow_plan, table_plan
from facilitator.domain.changes import RowChange
from facilitator.domain.schema import ENTITY_TYPES
from facilitator.domain.state import State

TEXTS = ("", "kort", "x" * 97, "y" * 200, "a\nb\nc\nd\ne\nf", "z" * 2000)
PERSONAS = ("", "p0", "p1", "p2")
INSIGHTS = ("i0", "i1", "i2", "i3")
GOALS = ("g0", "g1")
KEY = "all|*"


class World:
    """Tables and what happens to them."""

    def __init__(self, notes: int = 0, without: tuple[str, ...] = ()) -> None:
        self.ops = sorted(set(self.OPS) - set(without))
        self.state = State({name: {} for name in ENTITY_TYPES})
        self.made = 0
        for number, id in enumerate(PERSONAS[1:]):
            self.state.tables["persona"][id] = e.Persona(id=id, alive=True, name=id, seq=number)
        for number in range(notes):
            self.put(e.Note, f"n{number}", alive=True, seq=number, text=TEXTS[number % 6])
            self.made += 1

    def put(self, kind: type[Any], id: str, /, **fields: object) -> RowChange:
        name = kind.__name__.lower()
        before = self.state.tables[name].get(id)
        after = replace(before or kind(id=id), **fields)
        self.state.tables[name][id] = after
        return RowChange(name, id, before, after)

    def change(self, draw: st.DataObject) -> list[RowChange]:
        """Do one to four things at once."""
        times = draw.draw(st.integers(1, 4))
        rows = [row for _ in range(times) for row in self._one(draw)]
        first = {}
        for row in rows:
            first.setdefault((row.entity, row.id), row.before)
        last = {(row.entity, row.id): row.after for row in rows}
        return [RowChange(kind, id, first[kind, id], after) for (kind, id), after in last.items()]

    def _one(self, draw: st.DataObject) -> list[RowChange]:
        what = draw.draw(st.sampled_from(self.ops))
        ids = sorted(self.state.tables["note"])
        note = draw.draw(st.sampled_from(ids)) if ids else ""
        if not note or what == "add":
            self.made += 1
            seq = draw.draw(st.integers(0, 3)) if draw.draw(st.booleans()) else 1000 + self.made
            return [
                self.put(e.Note, f"n{self.made}", alive=True, seq=seq, text=draw.draw(st.sampled_from(TEXTS)))
            ]
        return self.OPS[what](self, draw, note)

    def _text(self, draw: st.DataObject, note: str) -> list[RowChange]:
        return [
            self.put(
                e.Note,
                note,
                text=draw.draw(st.sampled_from(TEXTS)),
                picture=draw.draw(st.sampled_from(("", "pic"))),
            )
        ]

    def _group(self, draw: st.DataObject, note: str) -> list[RowChange]:
        return [
            self.put(
                e.Note,
                note,
                persona=draw.draw(st.sampled_from(PERSONAS)),
                kind=draw.draw(st.sampled_from(e.KINDS)),
                table=draw.draw(st.integers(0, 12)),
            )
        ]

    def _place(self, draw: st.DataObject, note: str) -> list[RowChange]:
        some = draw.draw(st.lists(st.sampled_from(INSIGHTS), unique=True, max_size=2))
        parked = draw.draw(st.sampled_from((None, "past niet"))) if not some else None
        return [self.put(e.Note, note, insights=tuple(some), parked=parked)]

    def _alive(self, draw: st.DataObject, note: str) -> list[RowChange]:
        return [self.put(e.Note, note, alive=draw.draw(st.booleans()))]

    def _seq(self, draw: st.DataObject, note: str) -> list[RowChange]:
        return [self.put(e.Note, note, seq=draw.draw(st.integers(0, 5)))]

    def _spot(self, draw: st.DataObject, note: str) -> list[RowChange]:
        at = draw.draw(st.integers(-3000, 3000)), draw.draw(st.integers(-3000, 3000))
        on = draw.draw(st.booleans())
        if not on:
            # As undo leaves it: nothing was ever said of it.
            return [self.put(e.Spot, f"{KEY}/{note}", board="", note="", x=0, y=0, alive=False)]
        return [self.put(e.Spot, f"{KEY}/{note}", board=KEY, note=note, x=at[0], y=at[1], alive=on)]

    def _insight(self, draw: st.DataObject, _note: str) -> list[RowChange]:
        id = draw.draw(st.sampled_from(INSIGHTS))
        goals = draw.draw(st.lists(st.sampled_from(GOALS), unique=True))
        return [
            self.put(
                e.Insight,
                id,
                alive=draw.draw(st.booleans()),
                goals=tuple(goals),
                seq=draw.draw(st.integers(0, 3)),
            )
        ]

    def _goal(self, draw: st.DataObject, _note: str) -> list[RowChange]:
        id = draw.draw(st.sampled_from(GOALS))
        return [self.put(e.Goal, id, alive=draw.draw(st.booleans()), seq=draw.draw(st.integers(0, 3)))]

    OPS: Any = {
        "add": None,
        "text": _text,
        "group": _group,
        "place": _place,
        "alive": _alive,
        "seq": _seq,
        "spot": _spot,
        "insight": _insight,
        "goal": _goal,
    }

    def flow(self, arrangement: str = "rows", colouring: str = "kind") -> FlowPlan:
        return flow_plan(self.state, KEY, self.state.notes, lambda _note: True, arrangement, colouring)

    def table(self, *, with_tray: bool = True, goal: str = "") -> TablePlan:
        return table_plan(self.state, with_tray=with_tray, goal=goal)


def said(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(area.key, list(ids)) for area, ids in plan.outline()]


def everything(plan: Plan) -> dict[str, object]:
    """Return the whole plan in comparable words."""
    found: dict[str, object] = {}
    for area, ids in plan.outline():
        place = [area.box_of(n) for n in range(len(area.ids))]
        found[area.key] = (area.box, area.columns, list(ids), place)
    found.update((frame.key, (frame.box, list(frame.areas))) for frame in plan.frames.values())
    found["free"] = dict(plan.free)
    found["bounds"] = plan.bounds
    return found


def cards(plan: Plan) -> list[tuple[str, Box]]:
    """Return every card with its box, one area after the other."""
    found = [(id, area.box_of(n)) for area in plan.areas.values() for n, id in enumerate(area.ids)]
    return found + [(id, plan.free[id]) for id in sorted(plan.free)]
