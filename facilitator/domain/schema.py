"""Names, fields and value codecs of the entities: one table that store, exchange and log share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import cast

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError

Value = str | int | bool | None | tuple[str, ...] | Mapping[str, object]

ENTITY_TYPES: dict[str, type[e.Entity]] = {
    "dialogue": e.Dialogue,
    "meeting": e.Meeting,
    "persona": e.Persona,
    "note": e.Note,
    "insight": e.Insight,
    "goal": e.Goal,
    "advice": e.Advice,
    "reply": e.Reply,
    "action": e.Action,
    "gate": e.Gate,
    "participant": e.Participant,
    "quota": e.Quota,
    "draw": e.Draw,
    "picture": e.Picture,
    "board": e.Board,
    "spot": e.Spot,
    "ballot": e.Ballot,
    "pile": e.Pile,
    "decision": e.Decision,
}
ENTITY_NAMES: dict[type[e.Entity], str] = {kind: name for name, kind in ENTITY_TYPES.items()}


def _defaults(kind: type[e.Entity]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for item in fields(kind):
        if item.name == "id":
            continue
        if item.default is not MISSING:
            found[item.name] = cast("Value", item.default)
        elif item.default_factory is not MISSING:
            found[item.name] = cast("Value", item.default_factory())
    return found


DEFAULTS: dict[str, dict[str, Value]] = {name: _defaults(kind) for name, kind in ENTITY_TYPES.items()}
"""Entity name -> field -> value an entity has before any event."""


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def encode(value: Value) -> str:
    """Return ``value`` as the JSON text an event carries."""
    return _ENCODER.encode(value)


def decode(entity: str, field: str, text: str) -> Value:
    """Return the value an event carries, checked against the field's type.

    Raises:
        UserError: ``data.bad_value`` with ``entity`` and ``field``.
    """
    try:
        raw: object = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise UserError("data.bad_value", entity=entity, field=field) from None
    return checked(entity, field, raw)


def checked(entity: str, field: str, raw: object) -> Value:
    """Return ``raw`` (as JSON gives it) as the field's value, or refuse it.

    Raises:
        UserError: ``data.unknown_field`` or ``data.bad_value`` with ``entity`` and ``field``.
    """
    try:
        default = DEFAULTS[entity][field]
    except KeyError:
        raise UserError("data.unknown_field", entity=entity, field=field) from None
    value = _as_type(default, (entity, field), raw)
    if value is _BAD:
        raise UserError("data.bad_value", entity=entity, field=field)
    return cast("Value", value)


_BAD = object()
_OPTIONAL = {
    ("note", "parked"): str,
    ("gate", "overruled"): str,
    ("advice", "votes_for"): int,
    ("advice", "votes_against"): int,
    ("advice", "votes_abstain"): int,
}
_DEPTHS = {("persona", "translations"): 2, ("participant", "traits"): 1, ("ballot", "attendance"): 1}
"""How many levels of keys stand above the texts."""


def is_optional(entity: str, field: str) -> bool:
    """Tell whether a field may hold None."""
    return (entity, field) in _OPTIONAL


def _as_type(default: Value, where: tuple[str, str], raw: object) -> object:
    if where in _OPTIONAL:
        kind = _OPTIONAL[where]
        return raw if raw is None or (isinstance(raw, kind) and not isinstance(raw, bool)) else _BAD
    if isinstance(default, bool):
        return raw if isinstance(raw, bool) else _BAD
    if isinstance(default, int):
        good = isinstance(raw, int) and not isinstance(raw, bool) and abs(raw) < 2**53
        return raw if good else _BAD
    if isinstance(default, tuple):
        items = cast("list[object]", list(raw)) if isinstance(raw, list | tuple) else None  # pyright: ignore[reportUnknownArgumentType]
        if items is None or not all(isinstance(item, str) for item in items):
            return _BAD
        return tuple(cast("list[str]", items))
    if isinstance(default, Mapping):
        return raw if _is_text_tree(raw, _DEPTHS[where]) else _BAD
    return raw if isinstance(raw, str) else _BAD


def _is_text_tree(raw: object, depth: int) -> bool:
    if depth == 0:
        return isinstance(raw, str)
    if not isinstance(raw, Mapping):
        return False
    items = cast("Mapping[object, object]", raw).items()
    return all(isinstance(key, str) and _is_text_tree(value, depth - 1) for key, value in items)


def non_default(entity: e.Entity) -> dict[str, Value]:
    """Return the fields of ``entity`` that differ from their defaults, ``alive`` included."""
    defaults = DEFAULTS[ENTITY_NAMES[type(entity)]]
    found = {name: cast("Value", getattr(entity, name)) for name in defaults}
    return {name: value for name, value in found.items() if value != defaults[name]}
