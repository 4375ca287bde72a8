"""Session files on disk: make, open, lock, migrate, check, copy; never overwrite anything."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from filelock import FileLock, Timeout

from facilitator.domain.errors import UserError
from facilitator.domain.schema import ENTITY_TYPES, encode, non_default
from facilitator.domain.state import State
from facilitator.store import (
    backups,
    disk,
    engine,
    guard,
    log,
    merge,
    migrations,
    projection,
    proof,
    scrubbing,
)
from facilitator.store.engine import Database, translated
from facilitator.store.keys import Key, salt_of
from facilitator.store.log import Job, LogRows
from facilitator.store.recovery import connect_to_read, journal_of

SUFFIX = guard.SUFFIX


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
    with disk.system_errors(path):
        taken = path.exists()
    if taken:
        raise UserError("store.exists", path=str(path))
    draft = disk.hidden(path, f".{os.getpid()}.new")
    with disk.system_errors(path):
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
            disk.move_in(draft, path)
        finally:
            draft.unlink(missing_ok=True)
            journal_of(draft).unlink(missing_ok=True)


def _set_stale_journal_aside(journal: Path) -> None:
    """Keep SQLite from playing what a file of this name left behind, long gone, into the new one."""
    try:
        # Also refuses a name that has no room for a journal beside it.
        journal.lstat()
    except FileNotFoundError:
        return
    journal.rename(disk.free(journal.with_name(journal.name + ".bak")))


def open(path: Path, *, readonly: bool = False, key: Key | None = None) -> tuple[Database, FileLock | None]:
    """Open and check a file; returns the connection and the lock, None when only for looking.

    Raises:
        UserError: see ``SessionStore.open``.
    """
    writing = not readonly and _writable(path)
    # Reading bytes of a file this process has open would drop SQLite's own locks on it:
    # where a lock lies beside it, that lock is taken first.
    lock = take_lock(path) if writing and os.path.exists(lock_place(path)) else None
    try:
        _check_key(path, key)
        if writing and lock is None:
            lock = take_lock(path)
        db = connect_to_read(path, key) if lock is None else engine.connect(path, key=key)
        try:
            version = guard.check_version(db, path)
            guard.check_whole(db, path)
            if version < migrations.SCHEMA_VERSION:
                _migrate(db, path, lock, key)
            guard.check_schema(db, path)
            if lock is not None:
                scrubbing.scrub(db)
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


def lock_place(path: Path) -> Path:
    """Return the file that is locked while ``path`` is open for writing."""
    return disk.hidden(path, ".lock")


def take_lock(path: Path) -> FileLock:
    """Lock a file against other writers, until ``release`` or the end of the process, however it ends.

    Raises:
        UserError: ``store.in_use``, ``store.not_writable``.
    """
    lock = FileLock(lock_place(path), timeout=0, is_singleton=False, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise UserError("store.in_use", path=str(path)) from None
    except OSError as error:
        raise UserError("store.not_writable", path=str(path), detail=error.strerror or "") from error
    return lock


def lies_open(path: Path) -> bool:
    """Tell whether somebody, this process or another, has a file open for writing."""
    if not os.path.exists(lock_place(path)):
        return False
    try:
        release(take_lock(path))
    except UserError as error:
        return error.code == "store.in_use"
    return False


def release(lock: FileLock | None) -> None:
    """Free the lock; None is fine."""
    if lock is not None:
        lock.release()


def _migrate(db: Database, path: Path, lock: FileLock | None, key: Key | None) -> None:
    if lock is None:
        raise UserError("migration.readonly", path=str(path))
    try:
        copy = backups.before_migration(db, key)
    except UserError as error:
        raise UserError("migration.no_copy", path=str(path), detail=error.code) from error
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
