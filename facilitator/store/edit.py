"""One gesture while it is being put together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from facilitator.domain import caps
from facilitator.domain.changes import RowChange
from facilitator.domain.entities import Entity
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_NAMES, ENTITY_TYPES, Value, checked
from facilitator.domain.state import Tables


def erased_rows(
    tables: Tables, entities: Iterable[tuple[str, str]], fields: Mapping[tuple[str, str, str], Value]
) -> tuple[RowChange, ...]:
    """Return what becomes of the rows when these entities and fields are erased; unknown ones are left out.

    Raises:
        UserError: ``data.unknown_field`` or ``data.bad_value``.
    """
    after: dict[tuple[str, str], Any] = {}
    for (name, id, field), value in fields.items():
        if id in tables[name]:
            row = after.get((name, id), tables[name][id])
            after[name, id] = replace(row, **{field: checked(name, field, value)})
    for name, id in entities:
        if id in tables[name]:
            after[name, id] = cast("Any", ENTITY_TYPES[name])(id=id)
    return tuple(RowChange(name, id, tables[name][id], row) for (name, id), row in after.items())


def _named(entity: str, id: str) -> tuple[str, str]:
    if not caps.is_id(id):
        raise UserError("data.bad_value", entity=entity, field="id")
    return entity, id


def _kept(entity: str, fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return fields as they may lie in a file: whatever came by, here it is clean."""
    return {field: caps.kept(entity, field, value) for field, value in fields.items()}


class Edit:
    """Collects what one gesture changes; nothing happens before the block ends."""

    def __init__(self, label: str, tables: Tables) -> None:
        self.label = label
        self._tables = tables
        self._wanted: dict[tuple[str, str], dict[str, Value]] = {}

    def create(self, entity: Entity) -> None:
        """Add an entity, or bring back a dead one, as given; it becomes alive.

        Raises:
            UserError: ``text.too_long``, ``data.bad_value``.
        """
        name = ENTITY_NAMES[type(entity)]
        fields = {field: getattr(entity, field) for field in DEFAULTS[name]}
        self._wanted[_named(name, entity.id)] = {**_kept(name, fields), "alive": True}

    def set(self, entity: str, id: str, /, **fields: Value) -> None:
        """Change fields of a known entity.

        Raises:
            KeyError: the entity is neither known nor created in this edit.
            UserError: ``text.too_long``, ``data.bad_value``, ``data.unknown_field``.
        """
        if id not in self._tables[entity] and (entity, id) not in self._wanted:
            raise KeyError(entity, id)
        good = {field: checked(entity, field, value) for field, value in fields.items()}
        self._wanted.setdefault((entity, id), {}).update(_kept(entity, good))

    def delete(self, entity: str, id: str) -> None:
        """Delete an entity; its fields stay in the log, so undo brings it back whole."""
        self.set(entity, id, alive=False)

    def put(self, entity: str, id: str, fields: Mapping[str, Value]) -> None:
        """Set fields whether or not the entity is known; for undo and import.

        Raises:
            UserError: ``text.too_long``, ``data.bad_value``.
        """
        self._wanted.setdefault(_named(entity, id), {}).update(_kept(entity, fields))

    def outcome(
        self, without: Collection[tuple[str, str]] = ()
    ) -> tuple[tuple[RowChange, ...], tuple[tuple[str, str, str, Value, Value], ...]]:
        """Return the rows that really change, and per field entity, id, field, before and after.

        Args:
            without: (entity, id) of what nothing may be said of any more.
        """
        rows: list[RowChange] = []
        fields: list[tuple[str, str, str, Value, Value]] = []
        for (name, id), wanted in self._wanted.items():
            if (name, id) in without:
                continue
            before = self._tables[name].get(id)
            base: Any = before if before is not None else cast("Any", ENTITY_TYPES[name])(id=id)
            delta = {field: value for field, value in wanted.items() if getattr(base, field) != value}
            if not delta:
                continue
            rows.append(RowChange(name, id, before, replace(base, **delta)))
            fields.extend((name, id, field, getattr(base, field), value) for field, value in delta.items())
        return tuple(rows), tuple(fields)
