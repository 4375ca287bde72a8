"""A quick look at a session file for a card on the start page, without locking or changing it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.store import engine, files, guard
from facilitator.store.engine import Database
from facilitator.store.recovery import UNFINISHED, journal_of

BUSY_MS = 250
RETENTION_VERSION = 3
"""Schema from which a file tells when it is to be removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peek:
    """What a card tells of a dialogue.

    Attributes:
        place: Venue of the newest meeting that has one; ``date`` likewise, ISO.
        notes: Number of living notes.
        method_data: The method's full text as the file carries it.
        retention: ISO date on which everything is to be removed, or empty.
        interrupted: The file is being written, or a writer was cut off; nothing else is known until it
            is opened, which puts that right.
    """

    title: str = ""
    question: str = ""
    place: str = ""
    date: str = ""
    notes: int = 0
    language: str = "nl"
    step: str = ""
    furthest: str = ""
    method_data: str = ""
    retention: str = ""
    interrupted: bool = False


def peek(path: Path) -> Peek:
    """Read the little a card shows; costs a few milliseconds whatever the size of the file.

    Raises:
        UserError: ``store.missing``, ``store.foreign``, ``store.newer``, ``store.damaged``,
            ``store.locked`` for an encrypted one, ``store.not_readable``, ``store.io``.
    """
    guard.check_there(path)
    try:
        try:
            return _read(path)
        except UserError as error:
            if error.code == "store.foreign":
                _refuse_locked(path)
            raise
    except UserError as error:
        # Somebody writes right now, or a writer was cut off and only a writer may put that right.
        if error.code == "store.in_use" or (error.code in UNFINISHED and journal_of(path).exists()):
            return Peek(interrupted=True)
        raise


def _refuse_locked(path: Path) -> None:
    """Tell an encrypted dialogue from a stranger by its bytes, unless somebody has it open."""
    # Closing a second handle would drop the locks this very process may hold on it.
    lock = files.take_lock(path) if os.path.exists(files.lock_place(path)) else None
    try:
        guard.check_header(path)
    finally:
        files.release(lock)


def _read(path: Path) -> Peek:
    db = engine.connect(path, readonly=True, busy_ms=BUSY_MS)
    try:
        with guard.watched(db, path, guard.SECONDS):
            # Asked of SQLite, not read from the file: closing a second handle would drop the locks this very
            # process holds on a dialogue that is open. And before anything else: a table may be a view.
            version = guard.check_version(db, path)
            guard.check_schema(db, path, version)
            return _card(db, version)
    finally:
        db.close()


def _card(db: Database, version: int) -> Peek:
    retention = "retention" if version >= RETENTION_VERSION else "''"
    row = db.execute(
        "SELECT substr(title, 1, 300), substr(question, 1, 2000), language, step, furthest, method_data,"
        f" {retention} FROM dialogue WHERE alive = 1"
    ).fetchone()
    title, question, language, step, furthest, method_data, day = row or ("", "", "nl", "", "", "", "")
    return Peek(
        title=title,
        question=question,
        place=_newest(db, "venue"),
        date=_newest(db, "date"),
        notes=int((db.execute("SELECT count(*) FROM note WHERE alive = 1").fetchone() or (0,))[0]),
        language=language,
        step=step,
        furthest=furthest,
        method_data=method_data,
        retention=day,
    )


def _newest(db: Database, column: str) -> str:
    row = db.execute(
        f"SELECT {column} FROM meeting WHERE alive = 1 AND {column} != ''"
        " ORDER BY date DESC, seq DESC LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else ""
