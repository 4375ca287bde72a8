"""After a merge: what one laptop took away while another built on it comes back or finds its new place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from facilitator.domain import entities as e
from facilitator.domain.schema import Value
from facilitator.domain.state import State
from facilitator.services import fields as f
from facilitator.services.findings import PRINTED, decisions_about
from facilitator.store.session import SessionStore

_Change = tuple[str, str, dict[str, Value]]


def mend(store: SessionStore) -> bool:
    """Make a merged dialogue whole again by one edit and tell whether that was needed.

    Links follow what was merged into something else. A goal, meeting or persona that was deleted elsewhere
    comes back when advice or notes still belong to it, so that nothing anybody said drops out of sight; a
    link to a deleted insight goes, so that its notes lie in the tray; a decision about what is gone goes too.
    The same files give the same result on every laptop.
    """
    changes = _changes(store.state)
    if not changes:
        return False
    with store.edit("session.merged", undoable=False) as edit:
        for entity, id, fields in changes:
            edit.set(entity, id, **fields)
    return True


def _changes(state: State) -> list[_Change]:
    found: list[_Change] = []
    needed: dict[tuple[str, str], None] = {}
    for insight in state.insights:
        goals = _followed(state, "goal", insight.goals)
        if goals != insight.goals:
            found.append(("insight", insight.id, {"goals": goals}))
    for advice in state.advices:
        fields: dict[str, Value] = {}
        goal = _end(state, "goal", advice.goal)
        if goal != advice.goal:
            fields["goal"] = goal
        needed["goal", goal] = None
        insights = _followed(state, "insight", advice.insights)
        if insights != advice.insights:
            fields["insights"] = insights
        if fields:
            found.append(("advice", advice.id, fields))
    for note in state.notes:
        needed |= {("meeting", note.meeting): None, ("persona", note.persona): None}
        fields = _note(state, note)
        if fields:
            found.append(("note", note.id, fields))
    back = _revived(state, needed)
    return found + back + _unneeded(state, {change[:2] for change in back})


def _unneeded(state: State, back: Collection[tuple[str, str]]) -> list[_Change]:
    """Take out decisions about what one laptop deleted while another decided about it."""
    found: list[_Change] = []
    for entity in PRINTED:
        rows = state.tables.get(entity, {})
        dead = [id for id, row in rows.items() if not row.alive and (entity, id) not in back]
        for id in decisions_about(state, entity, dead):
            found.append(("decision", id, {"alive": False}))
    return found


def _note(state: State, note: e.Note) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    insights = _followed(state, "insight", note.insights)
    if insights != note.insights:
        fields["insights"] = insights
    if insights and note.parked is not None:
        fields["parked"] = None
    return fields


def _revived(state: State, needed: Mapping[tuple[str, str], None]) -> list[_Change]:
    dead = [(name, id) for name, id in needed if (row := state.get(name, id)) and not row.alive]
    return [(name, id, {"alive": True}) for name, id in dead]


def _followed(state: State, name: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``ids`` with what was merged replaced by what it went into, and what was deleted left out."""
    ends = f.unique(_end(state, name, id) for id in ids)
    return tuple(id for id in ends if (row := state.get(name, id)) and row.alive)


def _end(state: State, name: str, id: str) -> str:
    """Return the living one that ``id`` was merged into, step by step; ``id`` itself when there is none."""
    seen = {id}
    at = id
    while (row := state.get(name, at)) and not row.alive:
        at = cast("e.Insight | e.Goal", row).merged_into
        if not at or at in seen:
            return id
        seen.add(at)
    return at if row else id
