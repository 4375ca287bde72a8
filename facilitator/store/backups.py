"""Backups of a dialogue: made whole, opened and checked before they count, thinned by age."""

from __future__ import annotations

import contextlib
import os
import re
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import cast

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.domain.state import Tables
from facilitator.store import disk, earlier, engine, guard, log, migrations, projection, proof
from facilitator.store.engine import Database, translated
from facilitator.store.keys import Key, signs
from facilitator.store.recovery import connect_to_read
from facilitator.store.thinning import thinned

PLACE = "place"
"""File beside the backups that tells where the dialogue lies."""

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d{1,6}))?" + re.escape(guard.SUFFIX))
_DRAFT = ".tmp"
_DRAFT_SECONDS = 3_600


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a dialogue.

    Attributes:
        at_ms: When it was made, in milliseconds since 1970.
        notes: Number of living notes in it; 0 when it is not good.
        good: Whether it was opened and found whole; only such a one counts.
        seal: What the dialogue's seal was.
        locked: Whether it is locked with a key that is not at hand: whether it is good, nobody knows yet.
    """

    path: Path
    at_ms: int
    notes: int
    good: bool
    seal: str = ""
    locked: bool = False


def folder_of(folder: Path, identity: bytes) -> Path:
    """Return where the backups of one dialogue lie."""
    return folder / (identity.hex() or "none")


def backups(folder: Path, identity: bytes, key: Key | None = None) -> list[Backup]:
    """Return every backup of a dialogue, newest first, each opened and checked.

    What was checked before in this process and did not change since is not checked again.
    """
    return [_judged(found, key) for found in _found(folder_of(folder, identity))]


def newest_good(folder: Path, identity: bytes, key: Key | None = None) -> Backup | None:
    """Return the newest backup that is whole, or None."""
    judged = (_judged(found, key) for found in _found(folder_of(folder, identity)))
    return next((backup for backup in judged if backup.good), None)


def note_place(folder: Path, identity: bytes, path: Path) -> None:
    """Write down where a dialogue lies, so that its backups are found when nothing of it is left."""
    place = folder_of(folder, identity) / PLACE
    told = os.path.realpath(path)
    with contextlib.suppress(OSError, UnicodeError):
        if not place.exists() or place.read_text("utf-8") != told:
            place.write_text(told, "utf-8")
            place.chmod(0o600)


def place_of(folder: Path, identity: bytes) -> Path | None:
    """Return where a dialogue lay when its last backup was made, or None."""
    with contextlib.suppress(OSError, UnicodeError):
        return Path((folder_of(folder, identity) / PLACE).read_text("utf-8"))
    return None


def identity_of(path: Path, folder: Path, key: Key | None = None) -> bytes:
    """Return which dialogue a file is of, also when it is damaged or gone; empty when nothing tells.

    Raises:
        UserError: ``store.locked``, ``key.wrong``.
    """
    try:
        guard.check_there(path)
        if key is None:
            guard.check_header(path)
        db = connect_to_read(path, key)
        try:
            with translated(path):
                return migrations.identity_to_be(db)
        finally:
            db.close()
    except UserError as error:
        if error.code == "store.locked":
            raise
        if key is not None and error.code == "key.wrong":
            # Of a file whose beginning is damaged the right key opens nothing either.
            found = identity_by_place(path, folder) or identity_by_key(folder, key)
            if not found and not signs(path, key):
                raise
            return found
    return identity_by_place(path, folder)


def identity_by_place(path: Path, folder: Path) -> bytes:
    """Return which dialogue lay in a place when its last backup was made; empty when nothing tells."""
    told = os.path.realpath(path)
    for place in folder.glob(f"*/{PLACE}"):
        with contextlib.suppress(OSError, ValueError):
            if place.read_text("utf-8") == told:
                return bytes.fromhex(place.parent.name)
    return b""


def identity_by_key(folder: Path, key: Key) -> bytes:
    """Return the dialogue whose newest backup opens with this key; empty when there is none, or several."""
    mine: set[bytes] = set()
    for place in folder.glob("*"):
        with contextlib.suppress(UserError, OSError, ValueError):
            newest = _found(place)[:1]
            if newest and earlier.fitting(newest[0].path, key) == key:
                mine.add(bytes.fromhex(place.name))
    return mine.pop() if len(mine) == 1 else b""


def _found(place: Path) -> list[Backup]:
    """Return what lies in a folder of backups, newest first, not looked into yet."""
    found: list[tuple[str, int, Backup]] = []
    try:
        names = os.listdir(place)
    except OSError:
        return []
    for name in names:
        match = _NAME.fullmatch(name)
        if match is None:
            continue
        try:
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        backup = Backup(place / name, round(at.timestamp() * 1000), 0, good=False)
        found.append((match[1], int(match[2] or 1), backup))
    return [backup for _, _, backup in sorted(found, key=lambda one: one[:2], reverse=True)]


def _judged(backup: Backup, key: Key | None) -> Backup:
    try:
        notes, good, seal = _look(_Known(backup.path, earlier.fitting(backup.path, key)))
    except UserError as error:
        return replace(backup, locked=error.code == "key.wrong" and guard.looks_locked(backup.path))
    except OSError:
        return backup
    return replace(backup, notes=notes, good=good, seal=seal)


class _Known:
    """A file as it is now: two are the same when nobody wrote to it in between, whatever it is called."""

    def __init__(self, path: Path, key: Key | None) -> None:
        self.path = path
        self.key = key
        found = path.stat()
        self._same = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self._same == other._same

    def __hash__(self) -> int:
        return hash(self._same)


@lru_cache(maxsize=2_000)
def _look(file: _Known) -> tuple[int, bool, str]:
    try:
        db = opened(file.path, file.key)
    except UserError:
        return 0, False, ""
    try:
        with translated(file.path):
            if projection.changed(db):
                return 0, False, ""
            notes = db.execute("SELECT count(*) FROM note WHERE alive = 1").fetchone()
            return int(notes[0]) if notes else 0, True, _seal(db)
    except UserError:
        return 0, False, ""
    finally:
        db.close()


def _seal(db: Database) -> str:
    identity = log.identity(db)
    return proof.code(identity, proof.heads(log.chains(db), identity))


def opened(path: Path, key: Key | None = None) -> Database:
    """Open a backup for looking; one of an older version as the present program reads it. Never written to.

    Args:
        key: Its own key, not that of the dialogue.

    Raises:
        UserError: ``store.damaged``, ``store.foreign``, ``store.newer``, ``key.wrong``, ``store.io``.
    """
    db = engine.connect(path, key=key, immutable=True)
    try:
        version = guard.check_version(db, path)
        guard.check_whole(db, path)
        if version < migrations.SCHEMA_VERSION:
            older, db = db, engine.in_memory(db, path, key)
            older.close()
            with translated(path):
                migrations.apply(db)
        guard.check_schema(db, path)
    except BaseException:
        db.close()
        raise
    return db


@dataclass(frozen=True, slots=True)
class Past:
    """What a backup holds.

    Attributes:
        erasures: Entity, id, field and stamp of what had been erased by then; no field means all of it.
    """

    identity: bytes
    tables: Tables
    erasures: frozenset[tuple[str, str, str, int]]


def read(path: Path, key: Key | None = None) -> Past:
    """Return what a backup holds, every word of it as it was written.

    Raises:
        UserError: ``backup.damaged``; ``key.wrong``.
    """
    try:
        db = opened(path, earlier.fitting(path, key))
        try:
            with translated(path):
                return Past(log.identity(db), projection.read(db), frozenset(log.erasures(db)))
        finally:
            db.close()
    except UserError as error:
        if error.code == "key.wrong" and guard.looks_locked(path):
            raise
        raise UserError("backup.damaged", path=str(path), detail=error.code) from error


def draft(db: Database, folder: Path, identity: bytes, key: Key | None) -> Path:
    """Copy everything ``db`` sees into a file that does not count yet; ``settle`` makes it a backup.

    Raises:
        UserError: ``store.disk_full``, ``store.not_writable``, ``store.io``.
    """
    place = folder_of(folder, identity)
    with disk.system_errors(place):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear(place)
        path = place / f".{os.getpid()}-{time.monotonic_ns()}{_DRAFT}"
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        engine.copy_into(db, path, key)
    except BaseException:
        drop(path)
        raise
    return path


def _clear(place: Path) -> None:
    """Take away what was cut off long ago while a backup was made."""
    for left in place.glob(f".*{_DRAFT}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _DRAFT_SECONDS:
                left.unlink()


def drop(path: Path) -> None:
    """Take a draft away."""
    for left in (path, path.with_name(path.name + "-journal")):
        with contextlib.suppress(OSError):
            left.unlink()


def settle(path: Path, key: Key | None, at: datetime, *, unless: str = "") -> Backup | None:
    """Open and check a draft and give it its name; None, and the draft gone, when its seal is ``unless``.

    Raises:
        UserError: ``backup.damaged`` when the copy is not whole; ``store.disk_full``, ``store.io``.
    """
    try:
        with disk.system_errors(path):
            notes, good, seal = _look(_Known(path, key))
            if not good:
                raise UserError("backup.damaged", path=str(path), detail="")
            if seal == unless:
                return None
            disk.sync_file(path)
            name = _name_it(path, at)
        return Backup(name, int(at.timestamp()) * 1000, notes, good=True, seal=seal)
    finally:
        drop(path)


def _name_it(path: Path, at: datetime) -> Path:
    stamp = at.astimezone(UTC).strftime(_STAMP)
    number = 1
    while True:
        number_part = f"-{number}" if number > 1 else ""
        name = path.with_name(f"{stamp}{number_part}{guard.SUFFIX}")
        try:
            disk.move_in(path, name)
        except UserError as error:
            if error.code != "store.exists":
                raise
            number += 1
        else:
            return name


def copy_to(backup: Backup, folder: Path, identity: bytes, key: Key | None) -> Backup | None:
    """Keep a backup in a second place too, checked there; None when that place has it already.

    Raises:
        UserError: ``store.disk_full``, ``store.not_writable``, ``store.io``, ``backup.damaged``.
    """
    newest = newest_good(folder, identity, key)
    if newest is not None and newest.seal == backup.seal:
        return None
    own = earlier.fitting(backup.path, key)
    db = engine.connect(backup.path, key=own, immutable=True)
    try:
        path = draft(db, folder, identity, own)
    finally:
        db.close()
    return settle(path, own, datetime.fromtimestamp(backup.at_ms / 1000, UTC))


def before_migration(db: Database, key: Key | None) -> Path:
    """Keep a file of an older version as it is, before it is changed; return where.

    Raises:
        UserError: ``store.disk_full``, ``store.not_writable``, ``store.io``, ``backup.damaged``.
    """
    folder, identity = paths.backups(), migrations.identity_to_be(db)
    made = settle(draft(db, folder, identity, key), key, datetime.now(UTC))
    # With nothing to be unlike, there is one.
    return cast("Backup", made).path


def thin(folder: Path, identity: bytes, key: Key | None, now: datetime) -> None:
    """Take away the backups that are no longer needed."""
    found = _found(folder_of(folder, identity))
    times = [datetime.fromtimestamp(backup.at_ms / 1000, UTC).astimezone(now.tzinfo) for backup in found]
    for place in thinned(times, now, lambda place: _judged(found[place], key).good):
        drop(found[place].path)


def bring_back(backup: Backup, out: Path, key: Key | None) -> Key | None:
    """Write a backup as a new dialogue file and return its key: the one it was made under.

    Nothing is overwritten.

    Raises:
        UserError: ``store.exists``, ``store.not_writable``, ``store.disk_full``, ``store.io``;
            ``backup.damaged``, ``key.wrong``.
    """
    if out.exists():
        raise UserError("store.exists", path=str(out))
    own = earlier.fitting(backup.path, key)
    read(backup.path, own)
    path = disk.hidden(out, f".{os.getpid()}{_DRAFT}")
    with disk.system_errors(out):
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    db = engine.connect(backup.path, key=own, immutable=True)
    try:
        engine.copy_into(db, path, own)
        with disk.system_errors(out):
            disk.sync_file(path)
            disk.move_in(path, out)
    finally:
        db.close()
        drop(path)
    return own
