"""Bring two files of the same dialogue together: the union of their events, projected anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from facilitator.domain.errors import UserError
from facilitator.domain.schema import ENTITY_TYPES
from facilitator.store import guard, log, projection, proof, scrubbing, unaware
from facilitator.store.engine import Database, translated
from facilitator.store.keys import Key
from facilitator.store.log import LogRows
from facilitator.store.migrations import SCHEMA_VERSION
from facilitator.store.proof import EventRow
from facilitator.store.recovery import connect_to_read


def read_foreign(path: Path, key: Key | None = None) -> LogRows:
    """Return the log of another file, read through the guard, that file untouched.

    Raises:
        UserError: what ``guard`` refuses; ``merge.older`` when that file must be opened once first;
            ``data.bad_value`` when an event holds what no field allows.
    """
    if key is None:
        guard.check_header(path)
    guard.check_there(path)
    db = connect_to_read(path, key)
    try:
        if guard.check_version(db, path) != SCHEMA_VERSION:
            raise UserError("merge.older", path=str(path))
        guard.check_whole(db, path)
        guard.check_schema(db, path)
        with translated(path):
            projection.from_log(db)
            return log.read_rows(db)
    finally:
        db.close()


def union(db: Database, rows: LogRows, other: Path | None = None) -> None:
    """Add what is not known yet and project every touched entity anew, in one transaction.

    An erased payload wins over the payload, and over what was written without knowing of it: erasure
    spreads wherever a file goes.

    Raises:
        UserError: ``merge.conflict`` when two different events claim the same place in the log;
            ``merge.stranger`` when the rows are of another dialogue.
    """
    identity, edits = proof.complete(rows.identity, rows.edits, rows.events)
    events = rows.events
    with db.atomic():
        mine = log.identity(db)
        if not mine and identity:
            log.give_identity(db, identity)
        elif identity and mine != identity:
            raise UserError("merge.stranger", path=str(other or ""))
        for edit in edits:
            db.execute("INSERT OR IGNORE INTO edit VALUES (?,?,?,?,?,?,?)", edit)
        for event in events:
            db.execute("INSERT OR IGNORE INTO event VALUES (?,?,?,?,?,?,?,?)", event)
        _check_same(db, events)
        for event in events:
            if event[6] is None:
                db.execute(
                    "UPDATE event SET value=NULL, proof=substr(proof, -16)"
                    " WHERE src=? AND hlc=? AND value IS NOT NULL",
                    event[:2],
                )
        touched = {(event[3], event[4]) for event in events}
        erased = unaware.blank(db)
        touched |= erased
        if erased:
            scrubbing.mark(db)
        told = projection.from_log(db)
        projection.write(
            db, [told[name][id] for name in ENTITY_TYPES for id in told[name] if (name, id) in touched]
        )
    scrubbing.scrub(db)


def _check_same(db: Database, events: Iterable[EventRow]) -> None:
    for src, hlc, edit, entity, id, field, value, _ in events:
        row = db.execute(
            "SELECT edit, entity, id, field, value FROM event WHERE src=? AND hlc=?", [src, hlc]
        ).fetchone()
        kept = cast("tuple[object, ...]", row)
        same_payload = kept[4] == value or kept[4] is None or value is None
        if kept[:4] != (edit, entity, id, field) or not same_payload:
            raise UserError("merge.conflict")
