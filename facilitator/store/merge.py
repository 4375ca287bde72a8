"""Bring two files of the same dialogue together: the union of their events, projected anew."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from facilitator.domain.errors import UserError
from facilitator.domain.schema import ENTITY_TYPES
from facilitator.store import guard, projection
from facilitator.store.engine import Database, translated
from facilitator.store.migrations import SCHEMA_VERSION
from facilitator.store.recovery import connect_to_read

_EDIT = "src, hlc, kind, label, undoes"
_EVENT = "src, hlc, edit, entity, id, field, value"
Rows = list[tuple[object, ...]]


def read_foreign(path: Path) -> tuple[Rows, Rows]:
    """Return the edits and events of another file, read through the guard, that file untouched.

    Raises:
        UserError: what ``guard`` refuses; ``merge.older`` when that file must be opened once first;
            ``data.bad_value`` when an event holds what no field allows.
    """
    if guard.check_header(path) != SCHEMA_VERSION:
        raise UserError("merge.older", path=str(path))
    db = connect_to_read(path)
    try:
        guard.check_whole(db, path)
        guard.check_schema(db, path)
        with translated(path):
            projection.from_log(db)
            edits = cast("Rows", db.execute(f"SELECT {_EDIT} FROM edit").fetchall())
            events = cast("Rows", db.execute(f"SELECT {_EVENT} FROM event").fetchall())
    finally:
        db.close()
    return edits, events


def union(db: Database, edits: Rows, events: Rows) -> None:
    """Add what is not known yet and project every touched entity anew, in one transaction.

    An erased payload wins over the payload: erasure spreads wherever a file goes.

    Raises:
        UserError: ``merge.conflict`` when two different events claim the same place in the log.
    """
    with db.atomic():
        for edit in edits:
            db.execute("INSERT OR IGNORE INTO edit VALUES (?,?,?,?,?)", edit)
        for event in events:
            db.execute("INSERT OR IGNORE INTO event VALUES (?,?,?,?,?,?,?)", event)
        _check_same(db, events)
        for event in events:
            if event[6] is None:
                db.execute(
                    "UPDATE event SET value=NULL WHERE src=? AND hlc=? AND value IS NOT NULL", event[:2]
                )
        touched = {(str(event[3]), str(event[4])) for event in events}
        told = projection.from_log(db)
        projection.write(
            db, [told[name][id] for name in ENTITY_TYPES for id in told[name] if (name, id) in touched]
        )


def _check_same(db: Database, events: Rows) -> None:
    for src, hlc, edit, entity, id, field, value in events:
        row = db.execute(
            "SELECT edit, entity, id, field, value FROM event WHERE src=? AND hlc=?", [src, hlc]
        ).fetchone()
        kept = cast("tuple[object, ...]", row)
        same_payload = kept[4] == value or kept[4] is None or value is None
        if kept[:4] != (edit, entity, id, field) or not same_payload:
            raise UserError("merge.conflict")
