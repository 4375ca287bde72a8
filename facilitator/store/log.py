"""The append-only event log: what one edit is, how it is written, and what undo reads back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from facilitator.domain.entities import Entity
from facilitator.domain.schema import Value
from facilitator.store import projection
from facilitator.store.engine import Database, execute_many


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one entity, before and after an edit."""

    entity: str
    id: str
    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Job:
    """One edit ready for the disk: written as one transaction or not at all.

    Attributes:
        edit: Row of the table ``edit``: src, hlc, kind, label, undoes.
        events: Rows of the table ``event``.
        rows: The entities as they are after the edit.
    """

    edit: tuple[str, int, str, str, int | None]
    events: tuple[tuple[str, int, int, str, str, str, str], ...]
    rows: tuple[Entity, ...]

    def write(self, db: Database) -> None:
        """Write edit, events and projection in one transaction."""
        with db.atomic():
            db.execute("INSERT INTO edit VALUES (?,?,?,?,?)", self.edit)
            execute_many(db, "INSERT INTO event VALUES (?,?,?,?,?,?,?)", self.events)
            projection.write(db, self.rows)


@dataclass(frozen=True, slots=True)
class EditInfo:
    """One line of the evening's protocol.

    Attributes:
        stamp: Its time stamp, its name within the laptop's edits.
        kind: ``edit``, ``undo``, ``redo`` or ``view`` (recorded, but no step of undo).
    """

    source: str
    stamp: int
    kind: str
    label: str
    undoes: int | None

    @property
    def at_ms(self) -> int:
        """Return when it was made, in milliseconds since 1970 by the laptop's clock."""
        return self.stamp // 1000


def edits(db: Database, source: str | None = None) -> list[EditInfo]:
    """Return the edits in order, all of them or those of one laptop."""
    rows = db.execute(
        "SELECT src, hlc, kind, label, undoes FROM edit WHERE ?1 IS NULL OR src = ?1 ORDER BY hlc, src",
        [source],
    )
    return [EditInfo(*row) for row in cast("Iterable[tuple[str, int, str, str, int | None]]", rows)]


def last_stamp(db: Database) -> int:
    """Return the largest stamp in the log, 0 for an empty one."""
    row = db.execute("SELECT max(hlc) FROM (SELECT hlc FROM event UNION ALL SELECT hlc FROM edit)").fetchone()
    return int(cast("tuple[int | None]", row)[0] or 0)
