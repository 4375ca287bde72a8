"""Files from elsewhere: their words are read from a copy that was looked at; they stay as they are."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.store import engine, guard, log, migrations
from facilitator.store.clock import Now, system_now
from facilitator.store.engine import Database, translated
from facilitator.store.hold import Hold
from facilitator.store.keys import Key
from facilitator.store.log import LogRows
from facilitator.store.session import SessionStore


def read(path: Path, key: Key | None = None) -> LogRows:
    """Return the whole log of a file from elsewhere, of any version.

    Raises:
        UserError: as ``guard.inspect``.
    """
    db, folder = _examined(path, key)
    try:
        with translated(path):
            return log.read_rows(db)
    finally:
        db.close()
        folder.cleanup()


def look(path: Path, *, source: str, now: Now = system_now, key: Key | None = None) -> SessionStore:
    """Open a file from elsewhere for looking only.

    Raises:
        UserError: as ``guard.inspect``.
    """
    db, folder = _examined(path, key)
    try:
        store = SessionStore(Hold(path, db, None, key), source, now, key, None)
    except BaseException:
        db.close()
        folder.cleanup()
        raise
    if os.name == "posix":
        # What is open can be read on without a name: after a crash nothing lies about.
        folder.cleanup()
    else:
        weakref.finalize(store, folder.cleanup)
    return store


def _examined(path: Path, key: Key | None) -> tuple[Database, tempfile.TemporaryDirectory[str]]:
    """Return a copy, brought up to date, that only reading is possible of, and the folder it lies in.

    A copy, so that nobody can change the file after it was looked at, and without what lies beside it: a
    journal made for it could write any page, and name other files for SQLite to delete.
    """
    guard.inspect(path, key)
    folder = tempfile.TemporaryDirectory(prefix="facilitator-", ignore_cleanup_errors=True)
    copy = Path(folder.name) / "copy"
    try:
        with translated(path):
            shutil.copyfile(path, copy)
        if guard.inspect(copy, key) != migrations.SCHEMA_VERSION:
            _bring_up_to_date(copy, key)
            guard.inspect(copy, key)
        return engine.connect(copy, key=key, immutable=True), folder
    except OSError as error:
        folder.cleanup()
        raise UserError("store.io", path=str(path), detail=error.strerror or "") from error
    except BaseException:
        folder.cleanup()
        raise


def _bring_up_to_date(copy: Path, key: Key | None) -> None:
    db = engine.connect(copy, key=key)
    try:
        with translated(copy):
            migrations.apply(db)
    finally:
        db.close()


def identity_of(path: Path, key: Key | None = None) -> bytes:
    """Return which dialogue a file of ours is, empty when it cannot be read without more ado."""
    try:
        guard.check_own(path, key)
        db = engine.connect(path, readonly=True, key=key)
    except UserError:
        return b""
    try:
        with translated(path):
            return log.identity(db)
    except UserError:
        return b""
    finally:
        db.close()
