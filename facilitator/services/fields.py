"""What may be written into a field: rules that clean a value or refuse it with a code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date as calendar_date
from typing import TypeVar

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.schema import Value
from facilitator.domain.state import State
from facilitator.domain.text import TEXT_LIMIT, TITLE_LIMIT, clean_block, clean_line, clean_note

T = TypeVar("T")
Rule = Callable[[State, object], Value]
Rules = Mapping[str, Rule]

COUNT_LIMIT = 100_000


def cleaned(state: State, rules: Rules, fields: Mapping[str, object]) -> dict[str, Value]:
    """Return ``fields`` ready to store.

    Raises:
        UserError: what the rule of a field says.
        TypeError: a field no rule is known for.
    """
    unknown = fields.keys() - rules.keys()
    if unknown:
        raise TypeError(f"no such field here: {', '.join(sorted(unknown))}")
    return {name: rules[name](state, value) for name, value in fields.items()}


def line(limit: int = TITLE_LIMIT) -> Rule:
    """Return the rule for a text of one line."""
    return lambda _state, value: clean_line(_text(value), limit)


def block(limit: int = TEXT_LIMIT) -> Rule:
    """Return the rule for a text that may have several lines."""
    return lambda _state, value: clean_block(_text(value), limit)


def filled(rule: Rule, code: str) -> Rule:
    """Return ``rule`` with an empty result refused by ``code``."""

    def check(state: State, value: object) -> Value:
        found = rule(state, value)
        if not found:
            raise UserError(code)
        return found

    return check


def note_text(_state: State, value: object) -> Value:
    """Clean the text of a sticky note."""
    return clean_note(_text(value))


def choice(allowed: Iterable[str], code: str) -> Rule:
    """Return the rule for one of ``allowed``; refused by ``code`` with ``value`` and ``allowed``."""
    known = tuple(allowed)

    def check(_state: State, value: object) -> Value:
        if value not in known:
            raise UserError(code, value=value, allowed=", ".join(item for item in known if item))
        return _text(value)

    return check


def whole(low: int, high: int, code: str) -> Rule:
    """Return the rule for a whole number; refused by ``code`` with ``value``, ``low`` and ``high``."""

    def check(_state: State, value: object) -> Value:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise UserError(code, value=value, low=low, high=high)
        return value

    return check


def flag(_state: State, value: object) -> Value:
    """Take a yes or no."""
    if not isinstance(value, bool):
        raise TypeError(f"not a bool: {value!r}")
    return value


def iso_date(code: str) -> Rule:
    """Return the rule for an ISO date or nothing; refused by ``code`` with ``value``."""

    def check(_state: State, value: object) -> Value:
        text = _text(value).strip()
        if not text:
            return ""
        try:
            return calendar_date.fromisoformat(text).isoformat()
        except ValueError:
            raise UserError(code, value=text) from None

    return check


def link(find: Callable[[State, str], e.Entity], *, optional: bool = True) -> Rule:
    """Return the rule for the id of one living entity, which ``find`` gives or refuses."""

    def check(state: State, value: object) -> Value:
        id = _text(value)
        return find(state, id).id if id or not optional else ""

    return check


def links(find: Callable[[State, str], e.Entity]) -> Rule:
    """Return the rule for the ids of several living entities, each kept once."""

    def check(state: State, value: object) -> Value:
        return tuple(find(state, id).id for id in unique(_texts(value)))

    return check


def lines(limit: int = TITLE_LIMIT) -> Rule:
    """Return the rule for several texts of one line; empty ones go."""

    def check(_state: State, value: object) -> Value:
        return tuple(found for text in _texts(value) if (found := clean_line(text, limit)))

    return check


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Return ``items`` in order, each once."""
    return tuple(dict.fromkeys(items))


def swapped(items: Iterable[str], old: Iterable[str], new: str) -> tuple[str, ...]:
    """Return ``items`` with every one of ``old`` replaced by ``new`` (left out when empty), each once."""
    gone = set(old)
    return tuple(item for item in unique(new if item in gone else item for item in items) if item)


def need_note(state: State, id: str) -> e.Note:
    """Return the living note or refuse with ``note.unknown``."""
    return _need(state.note(id), "note", id)


def need_persona(state: State, id: str) -> e.Persona:
    """Return the living persona or refuse with ``persona.unknown``."""
    return _need(state.persona(id), "persona", id)


def need_meeting(state: State, id: str) -> e.Meeting:
    """Return the living meeting or refuse with ``meeting.unknown``."""
    return _need(state.meeting(id), "meeting", id)


def need_insight(state: State, id: str) -> e.Insight:
    """Return the living insight or refuse with ``insight.unknown``."""
    return _need(state.insight(id), "insight", id)


def need_goal(state: State, id: str) -> e.Goal:
    """Return the living goal or refuse with ``goal.unknown``."""
    return _need(state.goal(id), "goal", id)


def need_advice(state: State, id: str) -> e.Advice:
    """Return the living advice or refuse with ``advice.unknown``."""
    return _need(state.advice(id), "advice", id)


def _need(found: T | None, entity: str, id: str) -> T:
    if found is None:
        raise UserError(f"{entity}.unknown", id=id)
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value


def _texts(value: object) -> list[str]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError(f"not a list of texts: {value!r}")
    items: Iterable[object] = value  # pyright: ignore[reportUnknownVariableType]
    return [_text(item) for item in items]
