"""The append-only event log: what one edit is, how it is written, and what undo reads back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from facilitator.domain.entities import Entity
from facilitator.domain.schema import Value
from facilitator.store import projection, proof, scrubbing
from facilitator.store.engine import Database, execute_many
from facilitator.store.proof import EditRow, EventRow

EDIT_COLUMNS = "src, hlc, kind, label, undoes, prev, chain"
EVENT_COLUMNS = "src, hlc, edit, entity, id, field, value, proof"
_NO_END = 2**63 - 1
Blank = tuple[str, str, str]
"""entity, id, field (empty: all of them)"""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one entity, before and after an edit."""

    entity: str
    id: str
    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class LogRows:
    """A whole log as the file holds it.

    Attributes:
        identity: Which dialogue this is, the same in all copies of it; empty for a file without edits.
    """

    identity: bytes
    edits: list[EditRow]
    events: list[EventRow]


def read_rows(db: Database) -> LogRows:
    """Return the whole log."""
    return LogRows(
        identity(db),
        cast("list[EditRow]", db.execute(f"SELECT {EDIT_COLUMNS} FROM edit").fetchall()),
        cast("list[EventRow]", db.execute(f"SELECT {EVENT_COLUMNS} FROM event").fetchall()),
    )


def identity(db: Database) -> bytes:
    """Return which dialogue this is, empty when the file does not tell."""
    row = db.execute("SELECT id FROM identity").fetchone()
    # Damage can leave anything in a column.
    return row[0] if row and isinstance(row[0], bytes) else b""


def give_identity(db: Database, identity: bytes) -> None:
    """Tell a new file which dialogue it is; once only."""
    db.execute("INSERT INTO identity VALUES (?)", [identity])


@dataclass(frozen=True, slots=True)
class Job:
    """One edit ready for the disk: written as one transaction or not at all.

    Attributes:
        edit: Row of the table ``edit``.
        events: Rows of the table ``event``, by stamp.
        rows: The entities as they are after the edit.
        erased: Whose words go for good: all an entity ever had, or all one field had before.
    """

    edit: EditRow
    events: tuple[EventRow, ...]
    rows: tuple[Entity, ...]
    erased: tuple[Blank, ...] = ()

    def write(self, db: Database) -> None:
        """Write edit, events and projection in one transaction."""
        with db.atomic():
            if self.erased:
                scrubbing.mark(db)
            for entity, id, field in self.erased:
                blank(db, entity, id, field, self.edit[1] if field else None)
            db.execute("INSERT INTO edit VALUES (?,?,?,?,?,?,?)", self.edit)
            execute_many(db, "INSERT INTO event VALUES (?,?,?,?,?,?,?,?)", self.events)
            projection.write(db, self.rows)
        if self.erased:
            scrubbing.scrub(db)


def chained_job(
    edit: tuple[str, int, str, str, int | None],
    told: Iterable[tuple[int, tuple[str, str, str, str]]],
    before: bytes,
    rows: Sequence[Entity],
    erased: Sequence[Blank] = (),
) -> Job:
    """Return an edit with proofs and chain.

    Args:
        edit: source, stamp, kind, label, undoes.
        told: Stamp and entity, id, field, value of each event, by stamp.
        before: Chains of the edits it is made upon, sorted, one behind the other.
    """
    told = list(told)
    proofs = proof.proofs([event[3] for _, event in told])
    events = tuple(
        (edit[0], stamp, edit[1], *event, shown) for (stamp, event), shown in zip(told, proofs, strict=True)
    )
    chain = proof.chained(before, edit, ((e[1], e[3], e[4], e[5], e[7]) for e in events))
    return Job((*edit, before, chain), events, tuple(rows), tuple(erased))


def blank(db: Database, entity: str, id: str, field: str = "", before: int | None = None) -> None:
    """Take the values out of the events of one entity, or of one field of it, and their salts along.

    Args:
        before: Only events with a smaller stamp; None means all.
    """
    db.execute(
        "UPDATE event SET value = NULL, proof = substr(proof, -16) WHERE id = ?1 AND entity = ?2"
        " AND (?3 = '' OR field = ?3) AND (?4 IS NULL OR hlc < ?4) AND value IS NOT NULL",
        [id, entity, field, before],
    )


def erasures(db: Database) -> list[tuple[str, str, str, int]]:
    """Return entity, id, field and stamp of everything that was erased; no field means all of it."""
    # The events of an edit lie behind it: few are looked at, however long the log.
    rows = db.execute(
        "SELECT event.entity, event.id, event.field, event.hlc FROM edit CROSS JOIN event"
        " ON event.src = edit.src AND event.hlc > edit.hlc AND event.edit = edit.hlc AND event.hlc <"
        " coalesce((SELECT min(hlc) FROM edit AS e WHERE e.src = edit.src AND e.hlc > edit.hlc), ?)"
        " WHERE edit.kind = 'erase'",
        [_NO_END],
    ).fetchall()
    return [(str(a), str(b), "" if c == "alive" else str(c), int(d)) for a, b, c, d in rows]


@dataclass(frozen=True, slots=True)
class EditInfo:
    """One line of the evening's protocol.

    Attributes:
        stamp: Its time stamp, its name within the laptop's edits.
        kind: ``edit``, ``undo``, ``redo``, ``view`` (recorded, but no step of undo) or ``erase``.
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


def chains(db: Database) -> list[tuple[bytes, bytes]]:
    """Return of every edit what it was made upon and its own chain."""
    return cast("list[tuple[bytes, bytes]]", db.execute("SELECT prev, chain FROM edit").fetchall())


def chain_of(db: Database, source: str, stamp: int) -> bytes | None:
    """Return the chain of one edit, None when the file does not hold it."""
    row = db.execute("SELECT chain FROM edit WHERE src = ? AND hlc = ?", [source, stamp]).fetchone()
    return bytes(row[0]) if row else None


def last_stamp(db: Database) -> int:
    """Return the largest stamp in the log, 0 for an empty one."""
    # Laptop by laptop, each by one look at the end of its part of the table.
    row = db.execute(
        "WITH RECURSIVE laptop(src) AS (SELECT min(src) FROM edit UNION ALL"
        " SELECT (SELECT min(src) FROM edit WHERE edit.src > laptop.src) FROM laptop WHERE src IS NOT NULL)"
        " SELECT max(max((SELECT max(hlc) FROM edit WHERE edit.src = laptop.src),"
        " coalesce((SELECT max(hlc) FROM event WHERE event.src = laptop.src), 0)))"
        " FROM laptop WHERE src IS NOT NULL"
    ).fetchone()
    return int(cast("tuple[int | None]", row)[0] or 0)
