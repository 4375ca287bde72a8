"""Dialogues whose file is gone while their backups are still on this laptop: a lost stick, a deleted file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import handed_out, removing, safekeeping, whereabouts
from facilitator.services.removing import Removal
from facilitator.services.safekeeping import Backup
from facilitator.store import backups, erasing, foreign
from facilitator.store.peek import peek

_MOST = 200
"""Folders looked into; a laptop with more lost dialogues than that has another trouble."""
_IDENTITY = 32
"""Hexadecimal digits of a dialogue's identity, the name of its folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """One dialogue that is in no place this laptop knows.

    Attributes:
        place: Where its file lay last, or None when nobody remembers.
        backup: The newest good backup; of a locked one it is not known whether it is good.
        title: Title of the dialogue; empty when it is locked.
        locked: Whether its key is needed.
    """

    identity: bytes
    place: Path | None
    backup: Backup
    title: str = ""
    locked: bool = False

    @property
    def name(self) -> str:
        """Return what people know it by: its title, else the name its file had."""
        return self.title or (self.place.stem if self.place is not None else "")


def lost(present: Iterable[Path], more: Sequence[Path] = ()) -> list[Lost]:
    """Return the dialogues that are gone, newest backup first; reads files, so not in a window.

    What was removed on purpose has no backups and is not among them.

    Args:
        present: Files that are there, wherever they lie.
        more: Other folders with backups, such as that on a stick.
    """
    known = _identities([paths.backups(), *more])
    gone = [identity for identity in known if not _lies_there(identity)]
    if not gone:
        return []
    here = {foreign.identity_of(path) for path in present}
    found = [_newest(identity, [paths.backups(), *more]) for identity in gone if identity not in here]
    return sorted((one for one in found if one is not None), key=lambda one: -one.backup.at_ms)


def _identities(folders: Iterable[Path]) -> list[bytes]:
    names: dict[str, None] = {}
    for folder in folders:
        try:
            names.update(dict.fromkeys(sorted(path.name for path in folder.iterdir() if path.is_dir())))
        except OSError:
            continue
    found: list[bytes] = []
    for name in names:
        try:
            identity = bytes.fromhex(name)
        except ValueError:
            continue
        if len(name) == _IDENTITY:
            found.append(identity)
    return found[:_MOST]


def _place(identity: bytes) -> Path | None:
    return whereabouts.place_of(identity) or backups.place_of(paths.backups(), identity)


def _lies_there(identity: bytes) -> bool:
    place = _place(identity)
    try:
        return place is not None and place.exists()
    except OSError:
        return False


def _newest(identity: bytes, folders: Iterable[Path]) -> Lost | None:
    best: Lost | None = None
    for folder in folders:
        found = _newest_in(identity, folder)
        if found is not None and (best is None or found.backup.at_ms > best.backup.at_ms):
            best = found
    return best


def _newest_in(identity: bytes, folder: Path) -> Lost | None:
    for backup in safekeeping.backups(folder, identity):
        try:
            seen = peek(backup.path)
        except UserError as error:
            # Without its key a locked file looks like noise.
            if error.code in ("store.locked", "store.foreign"):
                return Lost(identity=identity, place=_place(identity), backup=backup, locked=True)
            continue
        if backup.good:
            return Lost(identity=identity, place=_place(identity), backup=backup, title=seen.title)
    return None


def bring_back(one: Lost, out: Path) -> None:
    """Make a dialogue file of its backup, which stays; it is the same dialogue, copies still come together.

    Raises:
        UserError: ``backup.damaged``, ``store.locked``; ``store.exists``, ``store.not_writable``,
            ``store.disk_full``, ``store.io``.
    """
    if one.locked:
        raise UserError("store.locked", path=str(one.backup.path))
    safekeeping.write_backup(one.backup, out)


def removal_of(one: Lost, more: Sequence[Path] = ()) -> Removal:
    """Return what letting it go for good would take away: its backups, known exports and key."""
    whole = removing.removal_of(one.backup.path, more)
    folders = [paths.backups(), *more]
    return replace(
        whole,
        identity=one.identity,
        kept=tuple(erasing.files_of(one.identity, folders, paths.rescued())),
        handed_out=tuple(handed_out.known(one.identity)),
        beside=(),
    )
