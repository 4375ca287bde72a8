"""Remove a dialogue altogether, with everything this laptop knows of it; what stays is that it was done."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.domain.text import fold
from facilitator.services import handed_out, whereabouts
from facilitator.services.handed_out import HandedOut
from facilitator.services.settings import Settings, without_recent
from facilitator.store import backups, erasing, files, foreign
from facilitator.store.files import SUFFIX
from facilitator.store.keys import PLAIN, SALT, salt_of
from facilitator.store.session import SessionStore

FILE = "removed.json"
SOON_DAYS = 14
"""So many days before the day of removal it is told."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What would be removed.

    Attributes:
        path: The dialogue.
        identity: Which it is; empty when the file does not tell (it is damaged, or locked).
        beside: What lies around it: journals, copies of before an update, the lock.
        kept: Backups and what was rescued.
        handed_out: Files that left it on this laptop and are still there, newest first.
        key_name: Under which the system may keep its key; empty when it is not encrypted.
        folders: Where backups of it were looked for, and are once more before it goes.
        others: Other files of the same dialogue that stay, and with them what they need: backups and key.
    """

    path: Path
    identity: bytes
    beside: tuple[Path, ...]
    kept: tuple[Path, ...]
    handed_out: tuple[HandedOut, ...]
    key_name: str = ""
    folders: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed.

    Attributes:
        files, backups, exports: How many of each.
        left: Files the system would not remove, with its reason.
    """

    files: int
    backups: int
    exports: int
    left: tuple[tuple[Path, str], ...] = ()


# ── the day ─────────────────────────────────────────────────────────────────


def days_left(retention: str, today: date) -> int | None:
    """Return the days until everything is to be removed, negative behind that day; None without a day."""
    try:
        return (date.fromisoformat(retention) - today).days
    except ValueError:
        return None


def is_due(retention: str, today: date) -> bool:
    """Tell whether the day of removal has come or comes soon."""
    left = days_left(retention, today)
    return left is not None and left <= SOON_DAYS


def same_title(typed: str, title: str) -> bool:
    """Tell whether somebody typed the title of what is to be removed; capitals and accents are let go."""
    return bool(fold(title).split()) and fold(typed).split() == fold(title).split()


# ── removing ────────────────────────────────────────────────────────────────


def removal_of(path: Path, more: Iterable[Path] = ()) -> Removal:
    """Return what removing a dialogue would take away; it must not be open in this program.

    ``more`` are other folders with backups, such as that on a stick.

    Raises:
        UserError: ``store.missing``, ``store.not_readable``, ``store.io``.
    """
    place = Path(os.path.realpath(path))
    head = salt_of(place)
    # Every plain file begins alike: what it begins with tells nothing of which one it is.
    locked = len(head) == SALT and head != PLAIN
    identity = whereabouts.identity_at(place) if locked else backups.identity_of(place, paths.backups())
    folders = [paths.backups(), *more]
    kept = erasing.files_of(identity, folders, paths.rescued()) if identity else []
    if locked and not identity:
        kept = [one for one in _all_kept(folders) if _begins_with(one, head)]
        identity = _identity_by_place(kept, folders)
    return Removal(
        path=place,
        identity=identity,
        beside=tuple(_beside(place)),
        kept=tuple(kept),
        handed_out=tuple(handed_out.known(identity)) if identity else (),
        key_name=head.hex() if locked else "",
        folders=tuple(folders),
    )


def removal_of_open(store: SessionStore, more: Iterable[Path] = ()) -> Removal:
    """Return what removing the open dialogue would take away, once it is closed."""
    place, folders = Path(os.path.realpath(store.path)), [paths.backups(), *more]
    return Removal(
        path=place,
        identity=store.identity,
        beside=tuple(one for one in _beside(place) if not one.name.endswith("-journal")),
        kept=tuple(erasing.files_of(store.identity, folders, paths.rescued())),
        handed_out=tuple(handed_out.known(store.identity)),
        key_name=store.key.name if store.key is not None else "",
        folders=tuple(folders),
    )


def sparing(removal: Removal, present: Iterable[Path]) -> Removal:
    """Return what goes when other files of the same dialogue stay: their backups and key are not taken away.

    Args:
        present: Files that are there, none of them open in this program. Copies that would go along do not
            count.
    """
    head = bytes.fromhex(removal.key_name)
    along = {os.path.realpath(one.path) for one in removal.handed_out}
    others: dict[str, Path] = {}
    for path in present:
        place = os.path.realpath(path)
        if place != os.path.realpath(removal.path) and place not in along:
            same = _begins_with(path, head) if head else foreign.identity_of(path) == removal.identity
            if same and (head or removal.identity):
                others[place] = path
    if not others:
        return removal
    return replace(only_file(removal), others=tuple(others.values()))


def only_file(removal: Removal) -> Removal:
    """Return what goes when only the file itself goes, with what lies around it."""
    return replace(removal, identity=b"", kept=(), handed_out=(), key_name="", folders=())


def _all_kept(folders: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for folder, pattern in [
        *((folder, f"*/*{SUFFIX}") for folder in folders),
        (paths.rescued(), f"*{SUFFIX}"),
    ]:
        with contextlib.suppress(OSError):
            found += sorted(one for one in folder.glob(pattern) if one.is_file())
    return found


def _begins_with(path: Path, head: bytes) -> bool:
    try:
        return salt_of(path) == head
    except UserError:
        return False


def _identity_by_place(kept: Iterable[Path], folders: Iterable[Path]) -> bytes:
    """Return the identity by which backups of the same key are filed; the file itself does not tell it."""
    names = {one.parent.name for one in kept if one.parent.parent in folders}
    try:
        return bytes.fromhex(names.pop()) if len(names) == 1 else b""
    except ValueError:
        return b""


def _beside(path: Path) -> list[Path]:
    names = [f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"]
    found = [path.with_name(name) for name in names]
    with contextlib.suppress(OSError):
        found += sorted(
            one for one in path.parent.iterdir() if one.name.startswith(f"{path.name}-journal.bak")
        )
    return [one for one in [*found, *erasing.earlier_files(path)] if one.is_file()]


def remove(removal: Removal, exports: Collection[Path] = (), today: date | None = None) -> Removed:
    """Write over and remove the dialogue, its backups and these of its exports; nothing brings it back.

    The dialogue itself goes last, so that what was cut off half way can be begun again.

    Raises:
        UserError: ``store.in_use`` while it is open somewhere, ``store.not_writable``.
    """
    lock = files.take_lock(removal.path)
    left: list[tuple[Path, str]] = []
    try:
        wanted = [one.path for one in removal.handed_out if one.path in set(exports)]
        # One more backup may have been made when it was closed.
        kept = dict.fromkeys([*removal.kept, *_kept_now(removal)])
        gone = [_shredded(some, left) for some in (wanted, kept, removal.beside)]
        _drop_folder(removal, kept, left)
        file = _shredded([removal.path], left)
    finally:
        files.release(lock)
    with contextlib.suppress(OSError):
        files.lock_place(removal.path).unlink(missing_ok=True)
    if removal.identity and not removal.path.exists():
        handed_out.forget(removal.identity)
        whereabouts.forget(removal.identity)
    removed = Removed(file + gone[2], gone[1], gone[0], tuple(left))
    if removed.files or removed.backups or removed.exports:
        _note_down(removed, today or date.today())
    return removed


def _kept_now(removal: Removal) -> list[Path]:
    if not removal.identity:
        return []
    return erasing.files_of(removal.identity, removal.folders, paths.rescued())


def _shredded(wanted: Iterable[Path], left: list[tuple[Path, str]]) -> int:
    count = 0
    for path in wanted:
        try:
            erasing.shred(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            left.append((path, error.strerror or type(error).__name__))
        else:
            count += 1
    return count


def _drop_folder(removal: Removal, kept: Iterable[Path], left: list[tuple[Path, str]]) -> None:
    """Remove the folders of backups, with the keys of before and what was left half made in them."""
    mine = {folder / removal.identity.hex() for folder in removal.folders if removal.identity}
    for folder in ({one.parent for one in kept} | mine) - {paths.rescued(), paths.backups()}:
        with contextlib.suppress(OSError):
            _shredded([one for one in folder.iterdir() if one.suffix != SUFFIX and one.is_file()], left)
            folder.rmdir()


def _note_down(removed: Removed, today: date) -> None:
    """Keep that something was removed: when and how much, never what."""
    place = paths.kept() / FILE
    try:
        raw: object = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raw = []
    rows = cast("list[object]", raw) if isinstance(raw, list) else []
    rows.append(
        {
            "date": today.isoformat(),
            "files": removed.files,
            "backups": removed.backups,
            "exports": removed.exports,
            "left": len(removed.left),
        }
    )
    draft = place.with_name(f".{FILE}.{os.getpid()}.new")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft.write_text(json.dumps(rows, indent=1), encoding="utf-8")
        draft.replace(place)


def forgotten(settings: Settings, removal: Removal, path: Path) -> Settings:
    """Return the settings without the dialogue, by every name it was opened under."""
    for place in (path, removal.path):
        settings = without_recent(settings, place)
    return settings
