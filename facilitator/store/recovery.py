"""Look at a file whose last writer was cut off: what was half written is taken back first."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.store import engine
from facilitator.store.engine import Database, Secret, translated

UNFINISHED = frozenset({"store.readonly", "store.not_writable", "store.not_readable"})
"""Codes with which SQLite refuses to look at a file that has to be put right first."""


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take a change back."""
    return path.with_name(path.name + "-journal")


def connect_to_read(path: Path, key: Secret | None = None) -> Database:
    """Open a file for looking only; the caller closes it.

    After a writer was killed only a writer may put the file right, so that is done first: in its place, or
    in memory where it may not be written.

    Raises:
        UserError: see ``engine.translated``.
    """
    try:
        return _looking(path, key)
    except UserError as error:
        if error.code not in UNFINISHED or not journal_of(path).exists():
            raise
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        try:
            _put_right(path, key)
        except UserError as error:
            # A stick that is locked tells so only now.
            if error.code not in UNFINISHED:
                raise
        else:
            return _looking(path, key)
    return _put_right_in_memory(path, key)


def _looking(path: Path, key: Secret | None) -> Database:
    db = engine.connect(path, readonly=True, key=key)
    try:
        _touch(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _touch(db: Database, path: Path) -> None:
    """Make SQLite look at the file, and so at the journal beside it."""
    with translated(path):
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _put_right(path: Path, key: Secret | None) -> None:
    db = engine.connect(path, key=key)
    try:
        _touch(db, path)
    finally:
        db.close()


def _put_right_in_memory(path: Path, key: Secret | None) -> Database:
    try:
        # For the owner alone, and gone before anybody looks.
        with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
            copy = Path(folder) / "copy"
            shutil.copyfile(path, copy)
            shutil.copyfile(journal_of(path), journal_of(copy))
            _put_right(copy, key)
            source = engine.connect(copy, readonly=True, key=key)
            try:
                memory = engine.in_memory(source, copy, key)
            finally:
                source.close()
    except OSError as error:
        raise UserError("store.io", path=str(path), detail=error.strerror or "") from error
    memory.execute("PRAGMA query_only=1").fetchall()
    return memory
