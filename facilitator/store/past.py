"""What the log tells about many edits at once: their contents for going back, their traces for reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, Value, decode
from facilitator.store.engine import Database
from facilitator.store.log import FieldChange

_Event = tuple[str, str, str, str, int, str, int]


@dataclass(frozen=True, slots=True)
class Trace:
    """One entity an edit touched, with the values that edit gave it; erased ones are left out."""

    entity: str
    id: str
    told: Mapping[str, Value] = field(default_factory=dict[str, Value])


def contents(db: Database, source: str, stamps: Iterable[int]) -> dict[int, tuple[FieldChange, ...]]:
    """Return what each of these edits of laptop ``source`` changed, with the values before it.

    One walk through the log from the oldest of them on. A field without an earlier event had its
    default; events whose payload was erased are passed over: there is nothing to give back.
    """
    wanted = set(stamps)
    found: dict[int, list[FieldChange]] = {stamp: [] for stamp in wanted}
    if not wanted:
        return {}
    rows = db.execute(
        "SELECT entity, id, field, value, hlc, src, edit FROM event"
        " WHERE src=? AND hlc>? AND value IS NOT NULL ORDER BY hlc",
        [source, min(wanted)],
    ).fetchall()
    for event in cast("list[_Event]", rows):
        if event[-1] in wanted:
            found[event[-1]].append(_with_before(db, event))
    return {stamp: tuple(changes) for stamp, changes in found.items()}


def _with_before(db: Database, event: _Event) -> FieldChange:
    entity, id, name, value, hlc, src, _ = event
    earlier = cast(
        "tuple[str] | None",
        db.execute(
            "SELECT value FROM event WHERE id=? AND entity=? AND field=? AND (hlc, src) < (?, ?)"
            " AND value IS NOT NULL ORDER BY hlc DESC, src DESC LIMIT 1",
            [id, entity, name, hlc, src],
        ).fetchone(),
    )
    if earlier is None:
        return FieldChange(entity, id, name, DEFAULTS[entity][name], decode(entity, name, value))
    return FieldChange(entity, id, name, decode(entity, name, earlier[0]), decode(entity, name, value))


def traces(db: Database, edits: Sequence[tuple[str, int]]) -> dict[tuple[str, int], tuple[Trace, ...]]:
    """Return what each edit, named by laptop and stamp, touched; in the order it did."""
    found: dict[tuple[str, int], tuple[Trace, ...]] = {}
    for source, stamp in edits:
        # The events of an edit lie between it and the next one of the same laptop.
        rows = db.execute(
            "SELECT entity, id, field, value FROM event WHERE src=?1 AND hlc>?2 AND edit=?2"
            " AND hlc < coalesce((SELECT min(hlc) FROM edit WHERE src=?1 AND hlc>?2), 9223372036854775807)"
            " ORDER BY hlc",
            [source, stamp],
        ).fetchall()
        found[source, stamp] = _gathered(cast("list[tuple[str, str, str, str | None]]", rows))
    return found


def _gathered(rows: Iterable[tuple[str, str, str, str | None]]) -> tuple[Trace, ...]:
    told: dict[tuple[str, str], dict[str, Value]] = {}
    for entity, id, name, value in rows:
        values = told.setdefault((entity, id), {})
        if value is not None and name in DEFAULTS.get(entity, {}):
            try:
                values[name] = decode(entity, name, value)
            except UserError:
                # A line to read is no reason to refuse: what no field allows is simply not told.
                continue
    return tuple(Trace(entity, id, values) for (entity, id), values in told.items())
