"""The hold a writer has on a dialogue's file: its connection, its lock, and which file on the disk it is."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from facilitator.domain.errors import UserError
from facilitator.store import disk, engine, files, guard
from facilitator.store.engine import Database
from facilitator.store.keys import Key
from facilitator.store.migrations import SCHEMA_VERSION
from facilitator.store.recovery import connect_to_read

_ROOM = 128 * 1024
"""Bytes below which a place is full, whatever it says itself."""

_GONE = frozenset({errno.ENOENT, errno.ENOTDIR})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_WHILE_WRITING = {
    # A stick that was pulled answers with half of what it was asked: only opening it anew tells.
    "store.damaged": "store.io",
    "store.foreign": "store.io",
    "key.wrong": "store.io",
    "store.readonly": "store.not_writable",
}
_WHEN_OPENING = {
    "store.missing": "store.moved",
    "store.foreign": "store.replaced",
    "store.newer": "store.replaced",
    "store.locked": "store.replaced",
    "key.wrong": "store.replaced",
    "store.not_readable": "store.not_writable",
    "store.readonly": "store.not_writable",
}


class Hold:
    """Holds one file that is open for writing; used by one thread at a time.

    Args:
        lock: None when the file is only looked at.

    Attributes:
        db: The connection, or None while the place could not be opened anew.
    """

    def __init__(self, path: Path, db: Database, lock: FileLock | None, key: Key | None = None) -> None:
        self.path = path
        self.db: Database | None = db
        self.locked = lock is not None
        self._lock = lock
        self._key = key
        self._file = _file_at(path)

    def opened(self) -> Database:
        """Return the connection.

        Raises:
            UserError: ``store.io`` while there is none.
        """
        if self.db is None:
            raise UserError("store.io", path=str(self.path), detail="")
        return self.db

    def check(self) -> None:
        """Refuse to write when the file that was opened lies there no more; costs about a microsecond.

        Raises:
            UserError: ``store.moved``, ``store.replaced``, ``store.not_writable``, ``store.io``.
        """
        if _file_at(self.path) != self._file:
            raise UserError("store.replaced", path=str(self.path))
        self.opened()

    def is_same(self) -> bool:
        """Tell whether the file that was opened still lies there and is open."""
        try:
            self.check()
        except UserError:
            return False
        return True

    def sorted_out(self, error: UserError) -> UserError:
        """Return what a refusal while writing stands for, as far as can be known without opening anew."""
        if self.db is None:
            return error
        try:
            self.check()
        except UserError as found:
            return found
        code = _WHILE_WRITING.get(error.code, error.code)
        if code in ("store.io", "store.not_writable"):
            code = _is_full(self.path.parent) or _refusal_of(self.path.parent) or code
        return error if code == error.code else UserError(code, **{"path": str(self.path), **error.details})

    def renew(self, accept: Callable[[Database], None], *, broken: bool) -> None:
        """Open what lies in the place now and go on with that.

        Args:
            accept: Raises when that is not the dialogue we had; everything stays as it was then.
            broken: The old connection is of no use any more, and may only be in the way.

        Raises:
            UserError: ``store.moved``, ``store.replaced``, ``store.damaged``, ``store.in_use`` … or what
                ``accept`` raises.
        """
        if broken:
            self._let_go()
        _free(self._lock)
        self._lock = None
        try:
            db, lock = self._opened()
            try:
                accept(db)
            except BaseException:
                db.close()
                _free(lock)
                raise
        except UserError as error:
            self._lock = self._lock_again()
            raise self._when_opening(error) from error
        self._let_go()
        self.db, self._lock = db, lock
        self._file = _file_at(self.path)

    def _opened(self) -> tuple[Database, FileLock]:
        guard.check_there(self.path)
        # Another file that lies here now is not ours to bring to our version.
        db = connect_to_read(self.path, self._key)
        try:
            version = guard.check_version(db, self.path)
        finally:
            db.close()
        if version != SCHEMA_VERSION:
            raise UserError("store.replaced", path=str(self.path))
        db, lock = files.open(self.path, key=self._key)
        if lock is None:
            db.close()
            raise UserError("store.not_writable", path=str(self.path))
        return db, lock

    def _when_opening(self, error: UserError) -> UserError:
        code = _WHEN_OPENING.get(error.code, error.code)
        if code in ("store.not_writable", "store.damaged"):
            refusal = _refusal_of(self.path.parent)
            if not _is_there(self.path):
                code = "store.moved"
            elif refusal:
                code = "store.io" if code == "store.damaged" else refusal
        return error if code == error.code else UserError(code, **{"path": str(self.path), **error.details})

    def _lock_again(self) -> FileLock | None:
        """Keep others out while the file cannot be used; where it is gone, there is nothing to hold."""
        try:
            return files.take_lock(self.path) if _is_there(self.path) else None
        except UserError:
            return None

    def _let_go(self) -> None:
        if self.db is not None:
            with contextlib.suppress(engine.Error):
                self.db.close()
            self.db = None

    def close(self) -> None:
        """Close the connection and free the lock."""
        self._let_go()
        _free(self._lock)
        self._lock = None


def _file_at(path: Path) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError as error:
        code = "store.moved" if error.errno in _GONE else "store.io"
        code = "store.not_writable" if error.errno in _FORBIDDEN else code
        raise UserError(code, path=str(path), detail=error.strerror or "") from error
    return found.st_dev, found.st_ino


def _is_there(path: Path) -> bool:
    try:
        _file_at(path)
    except UserError as error:
        return error.code != "store.moved"
    return True


def _is_full(folder: Path) -> str:
    try:
        return "store.disk_full" if shutil.disk_usage(folder).free < _ROOM else ""
    except OSError:
        return ""


def _refusal_of(folder: Path) -> str:
    """Return why not even a small file can be written there; while that is so, nothing read there counts."""
    try:
        with (
            disk.system_errors(folder),
            tempfile.NamedTemporaryFile(dir=folder, prefix=".facilitator-") as file,
        ):
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
    except UserError as error:
        return error.code
    return ""


def _free(lock: FileLock | None) -> None:
    # The lock of a stick that is gone cannot be given back properly.
    with contextlib.suppress(OSError):
        files.release(lock)
