"""The same file under another key, or under none: made beside it, checked row by row, put in its place."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from facilitator.domain.errors import UserError
from facilitator.store import disk, engine, files, guard, migrations
from facilitator.store.engine import Database, translated
from facilitator.store.keys import PLAIN, SALT, Key, salt_of
from facilitator.store.recovery import connect_to_read, journal_of

_DRAFT, _OLD = ".rekey", ".old"
_BLOCK = 1 << 20


def rekey(path: Path, old: Key | None, new: Key | None) -> bool:
    """Put ``path`` under the key ``new`` (None: no key); it must not be open anywhere.

    Whenever this is cut off, the old or the new file is in its place and whole; ``put_right`` clears what
    was left beside it. Plain words never reach the disk unless ``new`` is None.

    Returns:
        Whether nothing plain is left of the old file, as far as a program can know: what was plain is
        overwritten before it goes, unless it has another name as well.

    Raises:
        UserError: ``store.in_use``, ``store.locked``, ``key.wrong``, ``store.damaged``, ``store.newer``,
            ``store.not_writable``, ``store.disk_full``, ``store.io``; then nothing has changed.
    """
    path = Path(os.path.realpath(path))
    guard.check_there(path)
    lock = files.take_lock(path)
    try:
        _clear(path)
        if old is None and salt_of(path) != PLAIN:
            raise UserError("store.locked", path=str(path))
        draft = disk.hidden(path, _DRAFT)
        try:
            _write(path, draft, old, new)
            return _swap(draft, path)
        except BaseException:
            with disk.system_errors(path):
                _remove(draft, overwrite=new is None)
            raise
    finally:
        files.release(lock)


def put_right(path: Path) -> None:
    """Clear what a cut-off ``rekey`` left beside ``path``; nothing happens while the file is in use.

    Raises:
        UserError: ``store.not_writable``, ``store.io``.
    """
    path = Path(os.path.realpath(path))
    if not any(os.path.lexists(disk.hidden(path, ending)) for ending in (_DRAFT, _OLD)):
        return
    try:
        lock = files.take_lock(path)
    except UserError as error:
        if error.code == "store.in_use":
            return
        raise
    try:
        _clear(path)
    finally:
        files.release(lock)


def beginning(path: Path) -> bytes:
    """Return the first bytes of a file: ``PLAIN``, or the salt of its key.

    They are never read of a file that is open for writing: to close a second handle would drop the locks
    that this very process holds on it.

    Raises:
        UserError: ``store.in_use``, ``store.missing``, ``store.not_readable``, ``store.io``.
    """
    path = Path(os.path.realpath(path))
    lock = files.take_lock(path) if os.path.exists(files.lock_place(path)) else None
    try:
        return salt_of(path)
    finally:
        files.release(lock)


def check_key(path: Path, key: Key) -> None:
    """Refuse a key that does not open a file; nothing of it is read but its first page.

    Raises:
        UserError: ``key.wrong``; ``store.in_use``, ``store.missing``, ``store.not_readable``, ``store.io``.
    """
    guard.check_there(path)
    connect_to_read(path, key).close()


def erase(path: Path) -> bool:
    """Overwrite a file once and remove it; one with another name as well only loses this name.

    Returns:
        Whether it was overwritten.

    Raises:
        UserError: ``store.not_writable``, ``store.io``.
    """
    with disk.system_errors(path):
        return _remove(path, overwrite=True)


# ── making the new file ─────────────────────────────────────────────────────


def _write(path: Path, draft: Path, old: Key | None, new: Key | None) -> None:
    with disk.system_errors(path):
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    # A journal of a writer that was killed is played first.
    db = engine.connect(path, key=old)
    try:
        guard.check_version(db, path)
        guard.check_whole(db, path)
        with translated(path):
            _export(db, draft, new)
    finally:
        db.close()
    with disk.system_errors(path):
        # One that was to be played is gone by now; what is left was never begun, yet holds words.
        _remove(journal_of(path), overwrite=old is None)
        _sync(draft)
    _check(path, draft, old, new)


def _export(db: Database, draft: Path, new: Key | None) -> None:
    # Nothing on its way may be laid aside in a file of the system, where no key guards it.
    db.execute("PRAGMA temp_store=MEMORY").fetchall()
    db.execute("ATTACH ? AS fresh KEY ?", [str(draft), new.pragma if new is not None else ""])
    # It is thrown away when this breaks off, and brought to the disk as a whole.
    db.execute("PRAGMA fresh.journal_mode=OFF").fetchall()
    db.execute("PRAGMA fresh.synchronous=OFF").fetchall()
    db.execute("SELECT sqlcipher_export('fresh')").fetchall()
    for name in ("application_id", "user_version"):
        row = cast("tuple[int]", db.execute(f"PRAGMA {name}").fetchone())
        db.execute(f"PRAGMA fresh.{name}={int(row[0])}")
    db.execute("DETACH fresh")


def _check(path: Path, draft: Path, old: Key | None, new: Key | None) -> None:
    """Open what was written as it will be opened, and compare it with the old file row by row."""
    db = engine.connect(draft, readonly=True, key=new)
    try:
        guard.check_version(db, draft)
        guard.check_whole(db, draft)
        schema = migrations.schema_of(db)
    finally:
        db.close()
    db = engine.connect(path, readonly=True, key=old)
    try:
        with translated(path):
            same = migrations.schema_of(db) == schema and _same_rows(db, draft, new)
    finally:
        db.close()
    if not same:
        raise UserError("store.io", path=str(path), detail="rekey")


def _same_rows(db: Database, draft: Path, new: Key | None) -> bool:
    db.execute("PRAGMA temp_store=MEMORY").fetchall()
    db.execute("ATTACH ? AS fresh KEY ?", [str(draft), new.pragma if new is not None else ""])
    names = [row[0] for row in db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")]
    for name in names:
        counts = [
            db.execute(f'SELECT count(*) FROM {side}."{name}"').fetchone() for side in ("main", "fresh")
        ]
        sql = f'SELECT 1 FROM (SELECT * FROM main."{name}" EXCEPT SELECT * FROM fresh."{name}") LIMIT 1'
        if counts[0] != counts[1] or db.execute(sql).fetchone() is not None:
            return False
    return True


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# ── putting it in place ─────────────────────────────────────────────────────


def _swap(draft: Path, path: Path) -> bool:
    """Put ``draft`` in the place of ``path``, overwrite what was there if it was plain; see ``rekey``."""
    with disk.system_errors(path):
        plain = salt_of(path) == PLAIN
        other_names = path.stat().st_nlink > 1
        old = disk.hidden(path, _OLD)
        try:
            # By a second name the old file can be overwritten once the new one is in its place.
            os.link(path, old)
        except OSError:
            # Sticks with FAT have no second names: what was there is held open instead, where that goes.
            return _swap_held(draft, path, plain=plain)
        draft.replace(path)
        disk.sync_folder(path.parent)
        overwritten = _remove(old, overwrite=plain)
        disk.sync_folder(path.parent)
        gone = [_remove(one, overwrite=True) for one in _old_journals(path)]
    return (not plain or (overwritten and not other_names)) and all(gone)


def _swap_held(draft: Path, path: Path, *, plain: bool) -> bool:
    if not plain or os.name == "nt":
        draft.replace(path)
        disk.sync_folder(path.parent)
        return not plain
    handle = os.open(path, os.O_RDWR)
    try:
        draft.replace(path)
        disk.sync_folder(path.parent)
        _overwrite(handle)
    finally:
        os.close(handle)
    return all([_remove(one, overwrite=True) for one in _old_journals(path)])


def _old_journals(path: Path) -> Iterable[Path]:
    """Return what earlier files of this name left: journals set aside, which hold words in the open."""
    journal = journal_of(path).name
    found = [one for one in path.parent.iterdir() if one.name.startswith(f"{journal}.bak")]
    return sorted(one for one in found if one.is_file())


def _clear(path: Path) -> None:
    """Remove what a cut-off ``rekey`` left; the file in its place is whole, whichever it is."""
    draft, old = disk.hidden(path, _DRAFT), disk.hidden(path, _OLD)
    with disk.system_errors(path):
        _remove(draft, overwrite=_begins_plain(draft))
        journal_of(draft).unlink(missing_ok=True)
        if not os.path.lexists(old):
            return
        if os.path.exists(path) and os.path.samefile(old, path):
            old.unlink()
        elif os.path.exists(path):
            _remove(old, overwrite=_begins_plain(old))


def _begins_plain(path: Path) -> bool:
    with contextlib.suppress(FileNotFoundError), path.open("rb") as file:
        return file.read(SALT) == PLAIN
    return False


def _remove(path: Path, *, overwrite: bool) -> bool:
    """Unlink; first overwrite what no other name leads to. Tells whether it was overwritten, or not there."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return True
    overwrite = overwrite and found.st_nlink == 1 and not path.is_symlink()
    if overwrite:
        handle = os.open(path, os.O_RDWR)
        try:
            _overwrite(handle)
        finally:
            os.close(handle)
    path.unlink()
    return overwrite


def _overwrite(handle: int) -> None:
    left = os.fstat(handle).st_size
    os.lseek(handle, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(handle, bytes(min(left, _BLOCK)))
    os.fsync(handle)
