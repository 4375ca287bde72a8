"""Which board is meant, and what its areas are called: the same on paper and in a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.domain import entities as e
from facilitator.domain.board import (
    EVERYONE,
    PARKED,
    TABLE,
    TRAY,
    Area,
    Plan,
    board_key,
    flow_plan,
    table_plan,
)
from facilitator.domain.evidence import gather
from facilitator.domain.method import Method
from facilitator.domain.state import State
from facilitator.report.facts import called
from facilitator.report.strings import Strings

ALL = "all"
"""The board of all notes; other boards are ``TABLE`` or go by the id of their step."""


def plan_of(state: State, method: Method, board: str) -> Plan:
    """Return a board as it lies: ``TABLE``, ``ALL`` or that of a step."""
    if board == TABLE:
        return table_plan(state, with_tray=bool(gather(state).tray))
    key = board_key(EVERYONE, step="" if board == ALL else board)
    belongs: Callable[[e.Note], bool] = (
        (lambda _: True) if board == ALL else (lambda note: note.step == board)
    )
    how = state.board(key)
    steps = [step.id for step in method.steps]
    return flow_plan(state, key, state.notes, belongs, how.arrangement, how.colouring, steps)


@dataclass(frozen=True, slots=True)
class AreaNames:
    """What the areas of a board are called."""

    state: State
    method: Method
    strings: Strings
    tray: str
    parked: str
    nobody: str

    def of(self, area: Area) -> str:
        """Return the title of an area."""
        if area.key in {TRAY, PARKED}:
            return self.tray if area.key == TRAY else self.parked
        state, group = self.state, area.group
        named = state.insight(group) if area.kind == "insight" else None
        if named is not None or area.kind == "insight":
            return (named.title if named else "") or self.strings.t("insight.untitled")
        persona, meeting = state.persona(group), state.meeting(group)
        if persona is not None:
            return persona.name
        if meeting is not None:
            return called(meeting, self.strings)
        step = self.method.step(group)
        keys = [f"{table}.{group}" for table in ("kind", "basis", "channel")]
        word = next((self.strings.t(key) for key in keys if self.strings.has(key)), "")
        return step.title if step else word or group or self.nobody
