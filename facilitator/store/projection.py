"""The entity tables as projection of the event log: write rows, read them, rebuild and compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from facilitator.domain.entities import Entity
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_NAMES, ENTITY_TYPES, Value, decode, encode
from facilitator.domain.state import Tables
from facilitator.store.engine import Database

_PLAIN = (str, int, bool, type(None))


def _insert_sql(name: str) -> str:
    fields = ["id", *DEFAULTS[name]]
    names = ", ".join(f'"{field}"' for field in fields)
    marks = ", ".join("?" * len(fields))
    return f'INSERT OR REPLACE INTO "{name}" ({names}) VALUES ({marks})'


_INSERT = {name: _insert_sql(name) for name in ENTITY_TYPES}
_SELECT = {
    name: "SELECT {} FROM {}".format(", ".join(f'"{f}"' for f in ["id", *DEFAULTS[name]]), f'"{name}"')
    for name in ENTITY_TYPES
}


def write(db: Database, entities: Iterable[Entity]) -> None:
    """Write the full rows of ``entities`` into their tables; call inside a transaction."""
    for entity in entities:
        name = ENTITY_NAMES[type(entity)]
        db.execute(
            _INSERT[name], [entity.id, *(_to_column(getattr(entity, field)) for field in DEFAULTS[name])]
        )


def _to_column(value: Value) -> object:
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, _PLAIN) else encode(value)


def read(db: Database) -> Tables:
    """Return every entity in the tables.

    Raises:
        UserError: ``data.bad_value`` when a column does not hold what its field allows.
    """
    return {name: _read_table(db, name) for name in ENTITY_TYPES}


def _read_table(db: Database, name: str) -> dict[str, Entity]:
    kind = ENTITY_TYPES[name]
    defaults = DEFAULTS[name]
    bools = [n for n, value in enumerate(defaults.values(), 1) if isinstance(value, bool)]
    coded = {
        n: field for n, (field, value) in enumerate(defaults.items(), 1) if not isinstance(value, _PLAIN)
    }
    # Most notes lie with one of a few insights: what was read once need not be read again.
    read_before: dict[int, dict[str, Value]] = {n: _emptied(defaults[field]) for n, field in coded.items()}
    fields = ["id", *defaults]
    rows: dict[str, Entity] = {}
    for row in cast("Iterable[Sequence[Any]]", db.execute(_SELECT[name])):
        values = list(row)
        for n in bools:
            values[n] = bool(values[n])
        for n, field in coded.items():
            known = read_before[n].get(values[n])
            if known is None:
                known = decode(name, field, values[n])
                if isinstance(known, tuple):
                    read_before[n][values[n]] = known
            values[n] = known
        rows[values[0]] = kind(**dict(zip(fields, values, strict=True)))
    return rows


def _emptied(default: Value) -> dict[str, Value]:
    return {"[]": default} if isinstance(default, tuple) else {"{}": default}


_WINNERS = """SELECT entity, id, field, value FROM (
  SELECT entity, id, field, value,
    row_number() OVER (PARTITION BY id, entity, field ORDER BY hlc DESC, src DESC) AS place
  FROM event) WHERE place = 1"""


def from_log(db: Database) -> Tables:
    """Return what the log says every entity is: per field the event with the largest (hlc, src) wins.

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
    told, kept = from_log(db), read(db)
    return sorted(
        (name, id)
        for name in ENTITY_TYPES
        for id in told[name].keys() | kept[name].keys()
        if told[name].get(id) != kept[name].get(id)
    )
