"""Writing a file anew after an erasure, so that no page of it still shows what stood there.

The engine overwrites what is deleted (``secure_delete``), but not the copies it leaves between the rows of a
page when it splits or joins pages: those come from words that were not deleted yet. A bit in the head of the
file, set together with the erasure, tells that it is still to be done; who opens the file next does it then.
"""

from __future__ import annotations

import logging

from facilitator.store import engine
from facilitator.store.engine import Database

PENDING = 1 << 16
"""Beside the version of the schema, in the same field of the head."""
_log = logging.getLogger(__name__)


def version(db: Database) -> int:
    """Return the version of the schema a file tells."""
    return _field(db) & ~PENDING


def is_pending(db: Database) -> bool:
    """Tell whether erased words may still lie between the rows."""
    return bool(_field(db) & PENDING)


def mark(db: Database) -> None:
    """Note down in a transaction that something was erased in it."""
    db.execute(f"PRAGMA user_version={_field(db) | PENDING}")


def scrub(db: Database) -> None:
    """Write the whole file anew when that is still to be done; not inside a transaction, which ends it later.

    A disk that refuses leaves everything as it was, and to be done: the words themselves are gone already.
    """
    if db.conn.in_transaction or not is_pending(db):
        return
    try:
        # Nothing on its way may lie in a file of the system.
        db.execute("PRAGMA temp_store=MEMORY").fetchall()
        db.execute("VACUUM")
        db.execute(f"PRAGMA user_version={version(db)}")
    except engine.Error as error:
        _log.warning("a file could not be written anew after an erasure: %s", type(error).__name__)


def _field(db: Database) -> int:
    row = db.execute("PRAGMA user_version").fetchone()
    return int(row[0]) if row else 0
