"""The entity tables as projection of the event log: write rows, read them, rebuild and compare."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, cast

from facilitator.domain.entities import Entity
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_NAMES, ENTITY_TYPES, Value, checked, decode, encode
from facilitator.domain.state import Tables
from facilitator.store.engine import Database, execute_many
from facilitator.store.proof import mark

_PLAIN = (str, int, bool, type(None))
_CHUNK = 1_000


def _names(entity: str) -> str:
    return ", ".join(f'"{field}"' for field in ["id", *DEFAULTS[entity], "mark"])


def _insert_sql(name: str) -> str:
    places = ", ".join("?" * (len(DEFAULTS[name]) + 2))
    return f'INSERT OR REPLACE INTO "{name}" ({_names(name)}) VALUES ({places})'


_INSERT = {name: _insert_sql(name) for name in ENTITY_TYPES}
_SELECT = {name: f'SELECT {_names(name)} FROM "{name}"' for name in ENTITY_TYPES}


def write(db: Database, entities: Iterable[Entity]) -> None:
    """Write the full rows of ``entities`` into their tables; call inside a transaction."""
    for entity in entities:
        name = ENTITY_NAMES[type(entity)]
        values = [entity.id, *(_to_column(getattr(entity, field)) for field in DEFAULTS[name])]
        db.execute(_INSERT[name], [*values, mark(values)])


def mark_all(db: Database) -> None:
    """Mark every row anew, after a change of the tables themselves."""
    for name in ENTITY_TYPES:
        rows = db.execute(_SELECT[name]).fetchall()
        execute_many(
            db, f'UPDATE "{name}" SET mark = ? WHERE id = ?', [(mark(row[:-1]), row[0]) for row in rows]
        )


def _to_column(value: Value) -> object:
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, _PLAIN) else encode(value)


def read(db: Database) -> Tables:
    """Return every entity in the tables.

    Raises:
        UserError: ``data.bad_value`` when a column does not hold what its field allows;
            ``data.changed`` with ``entity``, ``id`` and ``count`` when rows are not what was written.
    """
    slips: list[tuple[str, str]] = []
    tables = _read(db, slips)
    if slips:
        entity, id = slips[0]
        raise UserError("data.changed", entity=entity, id=id, count=len(slips))
    return tables


def changed(db: Database) -> list[tuple[str, str]]:
    """Return (entity, id) of every row that is not as it was written.

    Raises:
        UserError: ``data.bad_value`` when a column does not hold what its field allows.
    """
    slips: list[tuple[str, str]] = []
    _read(db, slips)
    return slips


def _read(db: Database, slips: list[tuple[str, str]]) -> Tables:
    # Nothing of what is made here is garbage: looking for it among a hundred thousand notes is felt.
    pausing = gc.isenabled()
    gc.disable()
    try:
        return {name: _read_table(db, name, slips) for name in ENTITY_TYPES}
    finally:
        if pausing:
            gc.enable()


def _read_table(db: Database, name: str, slips: list[tuple[str, str]]) -> dict[str, Entity]:
    kind: Any = ENTITY_TYPES[name]
    defaults = DEFAULTS[name]
    # Field by field, a thousand rows at a time, everything but the marks runs in C.
    setters: list[Any] = [kind.__dict__[field].__set__ for field in ("id", *defaults)]
    readers: list[Callable[[Any], Value] | None] = [None]
    readers += (_reader(name, field, default) for field, default in defaults.items())
    rows: dict[str, Entity] = {}
    cursor = db.execute(_SELECT[name])
    while chunk := cursor.fetchmany(_CHUNK):
        held = [row for row in chunk if mark(row[:-1]) == row[-1]]
        if len(held) < len(chunk):
            # What is in such a row can be anything; it is not even made an entity of.
            slips += [(name, str(row[0])) for row in chunk if mark(row[:-1]) != row[-1]]
            if not held:
                continue
        *columns, _ = zip(*held, strict=True)
        made: list[Any] = [kind.__new__(kind) for _ in held]
        for put, read_one, column in zip(setters, readers, columns, strict=True):
            values: Iterable[Any] = column if read_one is None else map(read_one, column)
            deque[Any](map(put, made, values), maxlen=0)
        rows.update(zip(columns[0], made, strict=True))
    return rows


def _reader(name: str, field: str, default: Value) -> Callable[[Any], Value] | None:
    """Return what makes a field's value of its column, None where it is the same."""
    if isinstance(default, bool):
        return bool
    if isinstance(default, _PLAIN):
        return None
    if not isinstance(default, tuple):
        return lambda text: decode(name, field, text) if text != "{}" else default
    # Most notes lie with one of a few insights: what was read once need not be read again.
    known: dict[str, Value] = {"[]": default}

    def told(text: str) -> Value:
        value = known.get(text)
        if value is None:
            value = known[text] = decode(name, field, text)
        return value

    return told


def from_column(entity: str, field: str, value: Any) -> Value:  # noqa: ANN401
    """Return the value of a column as ``read`` would.

    Raises:
        UserError: ``data.bad_value``, ``data.unknown_field``.
    """
    default = DEFAULTS[entity][field]
    if isinstance(default, bool):
        return bool(value)
    if isinstance(default, _PLAIN):
        return checked(entity, field, value)
    return decode(entity, field, value) if isinstance(value, str) else checked(entity, field, value)


_WINNERS = """SELECT entity, id, field, value FROM (
  SELECT entity, id, field, value,
    row_number() OVER (PARTITION BY id, entity, field ORDER BY value IS NULL, hlc DESC, src DESC) AS place
  FROM event) WHERE place = 1"""


def from_log(db: Database) -> Tables:
    """Return what the log says every entity is: per field the newest event wins that was not erased.

    Raises:
        UserError: ``data.bad_value`` or ``data.unknown_field`` when an event holds what no field allows.
    """
    found: dict[tuple[str, str], dict[str, Value]] = {}
    winners = cast("Iterable[tuple[str, str, str, str | None]]", db.execute(_WINNERS))
    for entity, id, field, value in winners:
        if field not in DEFAULTS.get(entity, {}):
            raise UserError("data.unknown_field", entity=entity, field=field)
        # An erased payload leaves the field at its default.
        told = DEFAULTS[entity][field] if value is None else decode(entity, field, value)
        found.setdefault((entity, id), {})[field] = told
    tables: Tables = {name: {} for name in ENTITY_TYPES}
    for (entity, id), fields in found.items():
        tables[entity][id] = cast("Any", ENTITY_TYPES[entity])(id=id, **fields)
    return tables


def differences(db: Database) -> list[tuple[str, str]]:
    """Return (entity, id) of every row in which tables and log disagree; empty when all is well."""
    told, kept = from_log(db), _read(db, [])
    return sorted(
        (name, id)
        for name in ENTITY_TYPES
        for id in told[name].keys() | kept[name].keys()
        if told[name].get(id) != kept[name].get(id)
    )
