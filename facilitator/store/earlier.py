"""The keys a dialogue had before, kept under its present one: what was locked with them still opens.

They lie beside the backups, in a small database that is encrypted itself. Each present key has its own, so
that a change of key that is cut off leaves the old key with all it knew.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.store import disk, engine
from facilitator.store.engine import translated
from facilitator.store.keys import PLAIN, RAW, SALT, Key, salt_of, signs
from facilitator.store.recovery import journal_of

ENDING = ".keys"
_IDENTITY = re.compile("[0-9a-f]{32}")
MOST = 50
"""Keys kept of one dialogue; the oldest go first."""


def place_of(identity: bytes) -> Path:
    """Return the folder in which the keys of a dialogue lie."""
    return paths.backups() / (identity.hex() or "none")


def known(place: Path, key: Key | None) -> list[Key]:
    """Return the keys of before, newest first, that the present one gives access to."""
    if key is None or not _file(place, key).is_file():
        return []
    path = _file(place, key)
    try:
        db = engine.connect(path, key=key, immutable=True)
        try:
            with translated(path):
                rows = db.execute("SELECT raw, salt FROM earlier ORDER BY place").fetchall()
        finally:
            db.close()
    except UserError:
        return []
    found = cast("list[tuple[bytes, bytes]]", rows)
    return [Key(raw, salt) for raw, salt in found if (len(raw), len(salt)) == (RAW, SALT)]


def remember(place: Path, key: Key, more: Iterable[Key]) -> None:
    """Keep keys under the present one, with those it gives access to already; on the disk when this is back.

    Raises:
        UserError: ``store.disk_full``, ``store.not_writable``, ``store.io``.
    """
    before = known(place, key)
    every = [one for one in dict.fromkeys([*more, *before]) if one != key][:MOST]
    if every == before:
        return
    path = _file(place, key)
    draft = place / f".{os.getpid()}-{time.monotonic_ns()}.tmp"
    with disk.system_errors(path):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            _write(draft, key, every)
            draft.replace(path)
            disk.sync_folder(place)
        finally:
            draft.unlink(missing_ok=True)
            journal_of(draft).unlink(missing_ok=True)


def _write(draft: Path, key: Key, every: Iterable[Key]) -> None:
    db = engine.connect(draft, key=key)
    try:
        with translated(draft), db.atomic():
            db.execute("CREATE TABLE earlier(place INTEGER PRIMARY KEY, raw BLOB, salt BLOB)")
            rows = [(place, one.raw, one.salt) for place, one in enumerate(every)]
            engine.execute_many(db, "INSERT INTO earlier VALUES (?,?,?)", rows)
    finally:
        db.close()


def forget(place: Path, key: Key) -> None:
    """Drop what was kept under a key that is no longer the present one."""
    with contextlib.suppress(OSError):
        _file(place, key).unlink(missing_ok=True)


def _file(place: Path, key: Key) -> Path:
    return place / f"{key.name}{ENDING}"


def fitting(path: Path, key: Key | None) -> Key | None:
    """Return what opens a backup or rescued copy: the key of its dialogue, one of before, or None.

    Of one whose beginning is damaged it is told by the pages behind it.

    Raises:
        UserError: ``key.wrong`` when it is locked with another key; ``store.missing``,
            ``store.not_readable``, ``store.io``.
    """
    head = salt_of(path)
    if head == PLAIN:
        return None
    if key is not None and head == key.salt:
        return key
    every = [key, *known(_place_by_name(path), key)] if key is not None else []
    found = next((one for one in every if one.salt == head), None)
    found = found or next((one for one in every if signs(path, one)), None)
    if found is None:
        raise UserError("key.wrong", path=str(path))
    return found


def _place_by_name(path: Path) -> Path:
    """Return where the keys of a copy lie: its folder, or else the file, is called after its dialogue."""
    folder = path.parent.name
    return paths.backups() / (folder if _IDENTITY.fullmatch(folder) else path.stem.split("-")[0])
