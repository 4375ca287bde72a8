"""Rounds of voting in the room, counted by one operator pile by pile."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.schema import Value
from facilitator.domain.state import State
from facilitator.domain.tally import HANDS, heir, tally, targets_of
from facilitator.services import fields as f
from facilitator.store.edit import Edit
from facilitator.store.session import SessionStore

DOTS_LIMIT = 100
FIXED = ("subject", "method", "unit", "secret")
"""What stays as it is once something was counted: the piles would mean something else."""

_count = f.whole(0, f.COUNT_LIMIT, "pile.bad_count")
_people = f.whole(0, f.COUNT_LIMIT, "ballot.bad_people")


def _attendance(_state: State, value: object) -> Value:
    if not isinstance(value, Mapping):
        raise TypeError(f"not a table: {value!r}")
    given: Mapping[object, object] = value  # pyright: ignore[reportUnknownVariableType]
    for unit, number in given.items():
        good = isinstance(number, str) and number.isascii() and number.isdigit()
        if not good or int(str(number)) > f.COUNT_LIMIT:
            raise UserError("ballot.bad_attendance", unit=unit, value=number, low=0, high=f.COUNT_LIMIT)
    return {str(unit): str(int(str(number))) for unit, number in given.items()}


_RULES: f.Rules = {
    "title": f.line(),
    "subject": f.choice(e.BALLOT_SUBJECTS, "ballot.bad_subject"),
    "method": f.choice(e.BALLOT_METHODS, "ballot.bad_method"),
    "unit": f.choice(e.BALLOT_UNITS, "ballot.bad_unit"),
    "dots": f.whole(1, DOTS_LIMIT, "ballot.bad_dots"),
    "people": _people,
    "attendance": _attendance,
    "secret": f.flag,
}


def _need_ballot(state: State, id: str) -> e.Ballot:
    found = state.ballot(id)
    if found is None:
        raise UserError("ballot.unknown", id=id)
    return found


def _open_ballot(state: State, id: str) -> e.Ballot:
    ballot = _need_ballot(state, id)
    if ballot.closed:
        raise UserError("ballot.is_closed")
    return ballot


def _need_pile(state: State, id: str) -> e.Pile:
    found = state.get("pile", id)
    if not isinstance(found, e.Pile) or not found.alive:
        raise UserError("pile.unknown", id=id)
    return found


def _piles(state: State, ballot: str) -> list[e.Pile]:
    return [pile for pile in state.piles if pile.ballot == ballot]


def _checked(state: State, ballot: e.Ballot, fields: Mapping[str, object]) -> dict[str, Value]:
    """Return the fields of a round ready to store, held against each other and against what was counted."""
    given = dict(fields)
    targets = given.pop("targets", None)
    values = f.cleaned(state, _RULES, given)
    if values.get("secret", ballot.secret) and values.get("unit", ballot.unit):
        raise UserError("ballot.secret_unit")
    if any(name in values and values[name] != getattr(ballot, name) for name in FIXED) and _piles(
        state, ballot.id
    ):
        raise UserError("ballot.counted")
    if targets is not None:
        subject = str(values.get("subject", ballot.subject))
        values["targets"] = f.links(lambda there, id: _target(there, subject, id))(state, targets)
    return values


def _target(state: State, subject: str, id: str) -> e.Entity:
    found = state.insight(id) if subject == "insight" else state.advice(id)
    if found is None:
        raise UserError("ballot.bad_target", id=id)
    return found


def new_ballot(store: SessionStore, **fields: object) -> str:
    """Start a round of voting and return its id; the fields are those of ``Ballot``.

    Raises:
        UserError: ``ballot.bad_…`` of the field; ``ballot.secret_unit``.
    """
    state = store.state
    ballot = e.Ballot(id=store.new_id(), seq=state.next_seq("ballot"))
    values = _checked(state, ballot, fields)
    with store.edit("ballot.added") as edit:
        edit.create(ballot)
        edit.set("ballot", ballot.id, **values)
    return ballot.id


def update_ballot(store: SessionStore, id: str, **fields: object) -> None:
    """Change a round; once something was counted only its title, people, dots and targets can change.

    Raises:
        UserError: ``ballot.unknown``, ``ballot.is_closed``, ``ballot.counted`` and as ``new_ballot``.
    """
    ballot = _open_ballot(store.state, id)
    values = _checked(store.state, ballot, fields)
    with store.edit("ballot.edited") as edit:
        edit.set("ballot", id, **values)


def delete_ballot(store: SessionStore, id: str) -> None:
    """Delete a round with its piles; undo brings all of it back."""
    _need_ballot(store.state, id)
    with store.edit("ballot.deleted") as edit:
        for pile in _piles(store.state, id):
            edit.delete("pile", pile.id)
        edit.delete("ballot", id)


def add_pile(
    store: SessionStore, ballot: str, target: str, count: int, *, unit: str = "", choice: str = "dot"
) -> str:
    """Count a pile and return its id; piles of the same cell add up, and too many are never refused.

    Raises:
        UserError: ``ballot.unknown``, ``ballot.is_closed``, ``ballot.secret_unit``, ``pile.bad_count``,
            ``pile.bad_target``, ``pile.bad_unit``, ``pile.bad_choice``.
    """
    state = store.state
    values = _pile_fields(state, _open_ballot(state, ballot), target, unit, choice, count)
    pile = e.Pile(id=store.new_id(), ballot=ballot, **values)  # pyright: ignore[reportArgumentType]
    with store.edit("pile.added") as edit:
        edit.create(pile)
    return pile.id


def _pile_fields(
    state: State, ballot: e.Ballot, target: str, unit: str, choice: str, count: int
) -> dict[str, Value]:
    if target not in targets_of(state, ballot):
        raise UserError("pile.bad_target", id=target)
    if ballot.secret and unit:
        raise UserError("ballot.secret_unit")
    if not _is_unit(state, ballot, unit):
        raise UserError("pile.bad_unit", value=unit)
    allowed = ("dot",) if ballot.method == "dots" else HANDS
    if choice not in allowed:
        raise UserError("pile.bad_choice", value=choice, allowed=", ".join(allowed))
    return {"target": target, "unit": unit, "choice": choice, "count": _count(state, count)}


def _is_unit(state: State, ballot: e.Ballot, unit: str) -> bool:
    if ballot.unit == "persona":
        return state.persona(unit) is not None
    if ballot.unit == "table":
        return unit.isascii() and unit.isdigit() and unit == str(int(unit)) and 0 < int(unit) <= f.COUNT_LIMIT
    return not unit


def correct_pile(store: SessionStore, id: str, count: int) -> None:
    """Give a pile another count.

    Raises:
        UserError: ``pile.unknown``, ``pile.bad_count``, ``ballot.is_closed``.
    """
    pile = _need_pile(store.state, id)
    _open_ballot(store.state, pile.ballot)
    value = _count(store.state, count)
    with store.edit("pile.corrected") as edit:
        edit.set("pile", id, count=value)


def delete_pile(store: SessionStore, id: str) -> None:
    """Take a pile away.

    Raises:
        UserError: ``pile.unknown``, ``ballot.is_closed``.
    """
    pile = _need_pile(store.state, id)
    _open_ballot(store.state, pile.ballot)
    with store.edit("pile.deleted") as edit:
        edit.delete("pile", id)


def _of_cell(state: State, ballot: e.Ballot, target: str, unit: str, choice: str) -> list[e.Pile]:
    return [
        pile
        for pile in _piles(state, ballot.id)
        if (heir(state, ballot.subject, pile.target), pile.unit, pile.choice) == (target, unit, choice)
    ]


def recount(
    store: SessionStore, ballot: str, target: str, count: int, *, unit: str = "", choice: str = "dot"
) -> None:
    """Let one pile of ``count`` stand for all piles of a cell, in one edit.

    Raises:
        UserError: as ``add_pile``.
    """
    state = store.state
    found = _open_ballot(state, ballot)
    values = _pile_fields(state, found, target, unit, choice, count)
    known = _of_cell(state, found, target, unit, choice)
    with store.edit("pile.corrected") as edit:
        for pile in known[1:]:
            edit.delete("pile", pile.id)
        if known:
            edit.set("pile", known[0].id, **values)
        else:
            edit.create(e.Pile(id=store.new_id(), ballot=ballot, **values))  # pyright: ignore[reportArgumentType]


def take_last(store: SessionStore, ballot: str, target: str, *, unit: str = "", choice: str = "dot") -> bool:
    """Take the newest pile of a cell away; False when it has none."""
    state = store.state
    known = _of_cell(state, _open_ballot(state, ballot), target, unit, choice)
    if known:
        delete_pile(store, known[-1].id)
    return bool(known)


def close_ballot(store: SessionStore, id: str) -> None:
    """End the counting; nothing can be counted until it is opened again."""
    _need_ballot(store.state, id)
    with store.edit("ballot.closed") as edit:
        edit.set("ballot", id, closed=True)


def reopen_ballot(store: SessionStore, id: str) -> None:
    """Go on counting in a round that was closed."""
    _need_ballot(store.state, id)
    with store.edit("ballot.reopened") as edit:
        edit.set("ballot", id, closed=False)


def take_over(store: SessionStore, ballot: str) -> int:
    """Write the counted hands as votes of every piece of advice that was counted; return how many.

    One edit. Votes that stood there are replaced; advice nobody counted stays as it is.

    Raises:
        UserError: ``ballot.unknown``, ``ballot.not_hands``, ``ballot.empty``, ``advice.bad_votes``.
    """
    state = store.state
    found = _need_ballot(state, ballot)
    if found.subject != "advice" or found.method != "hands":
        raise UserError("ballot.not_hands")
    told = tally(state, found)
    counted = [target for target in told.targets if any(cell[0] == target for cell in told.counts)]
    if not counted:
        raise UserError("ballot.empty")
    with store.edit("ballot.taken_over") as edit:
        for target in counted:
            _write_votes(edit, target, {choice: told.of(target, choice=choice) for choice in HANDS})
    return len(counted)


def _write_votes(edit: Edit, advice: str, votes: Mapping[str, int]) -> None:
    for value in votes.values():
        if value > f.COUNT_LIMIT:
            raise UserError("advice.bad_votes", value=value, low=0, high=f.COUNT_LIMIT)
    edit.set("advice", advice, **{f"votes_{choice}": value for choice, value in votes.items()})
