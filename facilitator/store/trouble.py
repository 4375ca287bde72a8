"""What is wrong with a file, named place by place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.store import engine, files, log, projection, proof
from facilitator.store.engine import Database
from facilitator.store.keys import Key
from facilitator.store.recovery import connect_to_read


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is not as it was written.

    Attributes:
        code: One of ``SessionStore.check``, or ``proof.value``, ``proof.edit``, ``proof.before``.
        entity, id, field: What it is about; empty for the file as a whole.
        source, stamp, label: The edit it belongs to; empty and 0 for a row of a table.
    """

    code: str
    entity: str = ""
    id: str = ""
    field: str = ""
    source: str = ""
    stamp: int = 0
    label: str = ""


def troubles(db: Database) -> list[Trouble]:
    """Return everything that is wrong: the file as a whole first, then rows, then edits in order."""
    found = [Trouble(code) for code in files.problems(db)]
    try:
        found += [Trouble("check.changed", name, id) for name, id in projection.changed(db)]
        rows = log.read_rows(db)
        labels = {edit[:2]: edit[3] for edit in rows.edits}
        for one in proof.breaks(rows.identity, rows.edits, rows.events):
            label = labels.get((one.source, one.stamp), "")
            found.append(Trouble(one.code, one.entity, one.id, one.field, one.source, one.stamp, label))
    except (engine.Error, UnicodeDecodeError, UserError):
        # As far as it can be read; that it is damaged was told first.
        return found
    return found


def look(path: Path, key: Key | None = None) -> list[Trouble]:
    """Return what is wrong with a file that need not be one that opens; it is left as it is.

    Raises:
        UserError: ``store.foreign``, ``store.damaged`` when not even that can be told; ``store.io``.
    """
    db = connect_to_read(path, key)
    try:
        return troubles(db)
    finally:
        db.close()


def moment(db: Database, seal: str) -> tuple[log.EditInfo, int] | None:
    """Return the edit right after which the dialogue had this seal, and how many came later, or None."""
    rows = log.read_rows(db)
    found = proof.moment(rows.identity, rows.edits, seal)
    if found is None:
        return None
    ordered = log.edits(db)
    place = next(n for n, edit in enumerate(ordered) if (edit.source, edit.stamp) == found)
    return ordered[place], len(ordered) - place - 1
