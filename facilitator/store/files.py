"""Session files on disk: make, open, lock, migrate, check, copy; never overwrite anything."""

from __future__ import annotations

import contextlib
import errno
import filecmp
import hashlib
import os
import shutil
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from filelock import FileLock, Timeout

from facilitator.domain.errors import UserError
from facilitator.domain.schema import ENTITY_TYPES, encode, non_default
from facilitator.domain.state import State
from facilitator.store import engine, guard, log, merge, migrations, projection, proof
from facilitator.store.engine import Database, translated
from facilitator.store.keys import Key, salt_of
from facilitator.store.log import Job, LogRows
from facilitator.store.recovery import connect_to_read, journal_of

SUFFIX = guard.SUFFIX
_NAME_BYTES = 200


@contextmanager
def reading(path: Path) -> Generator[None]:
    """Turn SQLite's errors while reading into ``UserError``."""
    with translated(path):
        yield


def create(path: Path, *, key: Key | None = None, identity: bytes | None = None) -> None:
    """Make an empty session file; what is there already is left alone.

    It is built beside its place and moved in when whole. ``identity`` is that of the dialogue it is a copy
    of; None makes a new one, empty bytes leave it to the log that is put in.

    Raises:
        UserError: ``store.exists``, ``store.not_writable``, ``store.disk_full``, ``store.io``.
    """
    with _system_errors(path):
        taken = path.exists()
    if taken:
        raise UserError("store.exists", path=str(path))
    draft = _hidden(path, f".{os.getpid()}.new")
    with _system_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _set_stale_journal_aside(journal_of(path))
        try:
            # Health and other tender things stand in it: on a shared computer only its owner reads it.
            draft.unlink(missing_ok=True)
            os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            db = engine.connect(draft, key=key)
            try:
                with translated(path):
                    migrations.apply(db)
                    identity = os.urandom(proof.DIGEST) if identity is None else identity
                    if identity:
                        log.give_identity(db, identity)
            finally:
                db.close()
            _move_in(draft, path)
        finally:
            draft.unlink(missing_ok=True)
            journal_of(draft).unlink(missing_ok=True)


def _hidden(path: Path, ending: str) -> Path:
    """Return a name of ours beside ``path``, short enough for every system."""
    name, raw = path.name, os.fsencode(path.name)
    # A name cut off in the middle of a letter is refused by some systems.
    short = name if len(raw) <= _NAME_BYTES else hashlib.sha256(raw).hexdigest()[:32]
    return path.with_name(f".{short}{ending}")


def _set_stale_journal_aside(journal: Path) -> None:
    """Keep SQLite from playing what a file of this name left behind, long gone, into the new one."""
    try:
        # Also refuses a name that has no room for a journal beside it.
        journal.lstat()
    except FileNotFoundError:
        return
    journal.rename(_free(journal.with_name(journal.name + ".bak")))


def _free(path: Path) -> Path:
    """Return ``path``, or that name with the next free number."""
    number, found = 2, path
    while found.exists():
        found, number = path.with_name(f"{path.name}{number}"), number + 1
    return found


def _move_in(draft: Path, path: Path) -> None:
    try:
        # A hard link refuses an existing name; a rename would overwrite it.
        os.link(draft, path)
    except FileExistsError:
        raise UserError("store.exists", path=str(path)) from None
    except OSError:
        # Sticks with FAT have no links.
        if path.exists():
            raise UserError("store.exists", path=str(path)) from None
        draft.rename(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new name durable; systems that cannot sync a folder need not."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_BY_ERRNO = {
    errno.ENOSPC: "store.disk_full",
    errno.EDQUOT: "store.disk_full",
    errno.ENAMETOOLONG: "store.bad_name",
    errno.EACCES: "store.not_writable",
    errno.EPERM: "store.not_writable",
    errno.EROFS: "store.not_writable",
    errno.ENOENT: "store.not_writable",
    errno.ENOTDIR: "store.not_writable",
    errno.EEXIST: "store.not_writable",
}


@contextmanager
def _system_errors(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        code = _BY_ERRNO.get(error.errno or 0, "store.io")
        raise UserError(code, path=str(path), detail=error.strerror or "") from error


def open(path: Path, *, readonly: bool = False, key: Key | None = None) -> tuple[Database, FileLock | None]:
    """Open and check a file; returns the connection and the lock, None when only for looking.

    Raises:
        UserError: see ``SessionStore.open``.
    """
    writing = not readonly and _writable(path)
    # Reading bytes of a file this process has open would drop SQLite's own locks on it:
    # where a lock lies beside it, that lock is taken first.
    lock = _lock(path) if writing and os.path.exists(_lock_place(path)) else None
    try:
        _check_key(path, key)
        if writing and lock is None:
            lock = _lock(path)
        db = connect_to_read(path, key) if lock is None else engine.connect(path, key=key)
        try:
            version = guard.check_version(db, path)
            guard.check_whole(db, path)
            if version < migrations.SCHEMA_VERSION:
                _migrate(db, path, version, lock)
            guard.check_schema(db, path)
        except BaseException:
            db.close()
            raise
    except BaseException:
        release(lock)
        raise
    return db, lock


def _check_key(path: Path, key: Key | None) -> None:
    """Look at the first bytes: is it ours, and is a key wanted?"""
    if key is None:
        guard.check_header(path)
        return
    guard.check_there(path)
    if salt_of(path) != key.salt:
        raise UserError("key.wrong", path=str(path))


def _writable(path: Path) -> bool:
    # SQLite needs the folder too, for its journal.
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return False
    try:
        journal_of(path).lstat()
    except FileNotFoundError:
        pass
    except OSError:
        # A name that leaves no room for a journal beside it.
        return False
    try:
        return not os.statvfs(path).f_flag & os.ST_RDONLY
    except AttributeError:
        return True


def _lock_place(path: Path) -> Path:
    return _hidden(path, ".lock")


def _lock(path: Path) -> FileLock:
    lock = FileLock(_lock_place(path), timeout=0, is_singleton=False, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise UserError("store.in_use", path=str(path)) from None
    except OSError as error:
        raise UserError("store.not_writable", path=str(path), detail=error.strerror or "") from error
    return lock


def release(lock: FileLock | None) -> None:
    """Free the lock; None is fine."""
    if lock is not None:
        lock.release()


def _migrate(db: Database, path: Path, version: int, lock: FileLock | None) -> None:
    if lock is None:
        raise UserError("migration.readonly", path=str(path))
    copy = path.with_name(f"{path.stem}.v{version}{path.suffix}.bak")
    with _system_errors(path):
        # A copy that is there may be of another file of this name, or half of one.
        if not (copy.exists() and filecmp.cmp(path, copy, shallow=False)):
            copy = _free(copy)
            shutil.copy2(path, copy)
    with translated(path):
        try:
            migrations.apply(db)
        except engine.Error as error:
            raise UserError("migration.failed", path=str(path), copy=str(copy)) from error


def problems(db: Database) -> list[str]:
    """Check integrity, references and that the tables are what the log says; returns codes."""
    found: list[str] = []
    try:
        rows = cast("list[tuple[str]]", db.execute("PRAGMA integrity_check(20)").fetchall())
        if [row[0] for row in rows] != ["ok"]:
            found.append("check.integrity")
        if db.execute("PRAGMA foreign_key_check").fetchall():
            found.append("check.references")
        if projection.changed(db):
            found.append("check.changed")
        if projection.differences(db):
            found.append("check.projection")
        rows = log.read_rows(db)
        if proof.breaks(rows.identity, rows.edits, rows.events):
            found.append("check.chain")
    except (engine.Error, UnicodeDecodeError):
        found.append("check.integrity")
    except UserError:
        found.append("check.log")
    return found


def log_rows(db: Database) -> LogRows | None:
    """Return the whole log, or None when the file cannot be read any more."""
    try:
        return log.read_rows(db)
    except (engine.Error, UnicodeDecodeError):
        return None


def write_copy(
    path: Path,
    rows: LogRows | None,
    pending: Sequence[Job],
    state: State,
    source: str,
    now: int,
    *,
    identity: bytes,
    key: Key | None = None,
) -> None:
    """Write a new file from the log and the edits not yet durable, or from memory alone.

    Raises:
        UserError: ``store.exists``, ``store.not_writable``, ``store.disk_full``, ``store.io``.
    """
    create(path, key=key, identity=identity)
    db = engine.connect(path, key=key)
    try:
        with translated(path), db.atomic():
            if rows is None:
                _rescue(state, source, now, identity).write(db)
            else:
                merge.union(db, rows)
                known = {edit[:2] for edit in rows.edits}
                for job in pending:
                    # It may have reached the disk in between.
                    if job.edit[:2] not in known:
                        job.write(db)
    except BaseException:
        db.close()
        path.unlink(missing_ok=True)
        raise
    db.close()


def _rescue(state: State, source: str, now: int, identity: bytes) -> Job:
    """Return one edit that tells everything memory knows."""
    rows = [row for name in ENTITY_TYPES for row in state.tables.get(name, {}).values()]
    told = [
        (name, row.id, field, encode(value))
        for name in ENTITY_TYPES
        for row in state.tables.get(name, {}).values()
        for field, value in non_default(row).items()
    ]
    stamps = range(now + 1, now + 1 + len(told))
    edit = (source, now, "view", "session.rescued", None)
    return log.chained_job(edit, zip(stamps, told, strict=True), identity, rows)
