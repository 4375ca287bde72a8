"""A damaged file from the outside: which dialogue it was, which backups there are, a new file to go on in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import rescuing, safekeeping, whereabouts
from facilitator.services.rescuing import Rescued
from facilitator.services.safekeeping import Backup, Salvage
from facilitator.store import backups, files, foreign, salvage
from facilitator.store.keys import Key

_ELSEWHERE = frozenset({"store.not_writable", "store.disk_full", "store.io"})
"""Where the damaged file lies nothing can be written: the new one goes to our own folder."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is known of a damaged file.

    Attributes:
        identity: Which dialogue it was, empty when nothing tells.
        backups: Those of it, newest first, also from other places; the same one once.
    """

    path: Path
    identity: bytes
    backups: tuple[Backup, ...]

    @property
    def newest(self) -> Backup | None:
        """Return the newest good backup."""
        return next((backup for backup in self.backups if backup.good), None)


def is_damaged(error: UserError) -> bool:
    """Tell whether a file that cannot be opened is a damaged one of ours."""
    if error.code == "store.foreign":
        # With its first bytes gone it looks like any stranger; but a dialogue was open in that place.
        return bool(whereabouts.identity_at(Path(str(error.details.get("path", "")))))
    return error.code == "store.damaged"


def damage_of(path: Path, more: Iterable[Path] = (), key: Key | None = None) -> Damage:
    """Return what can be found out; takes a second or two when the file itself hardly tells anything.

    Args:
        more: Other folders with backups, such as that on a stick.
    """
    identity = _identity(path, key)
    if not identity:
        return Damage(path, b"", ())
    return Damage(path, identity, tuple(all_backups(identity, more, key)))


def all_backups(identity: bytes, more: Iterable[Path] = (), key: Key | None = None) -> list[Backup]:
    """Return the backups of a dialogue here and in other folders, newest first; what is in both once."""
    found: dict[str, Backup] = {}
    for folder in (paths.backups(), *more):
        for backup in safekeeping.backups(folder, identity, key):
            found.setdefault(backup.seal or str(backup.path), backup)
    return sorted(found.values(), key=lambda backup: -backup.at_ms)


def _quick_identity(path: Path, key: Key | None) -> bytes:
    return whereabouts.identity_at(path) or foreign.identity_of(path, key)


def _identity(path: Path, key: Key | None) -> bytes:
    found = _quick_identity(path, key)
    if found:
        return found
    try:
        found = backups.identity_by_place(path, paths.backups()) or salvage.identity_of(path, key)
    except UserError:
        found = b""
    return found or (backups.identity_by_key(paths.backups(), key) if key is not None else b"")


def homeless(rescued: Path, present: Iterable[Path]) -> list[Rescued]:
    """Return what was kept of dialogues whose own file is not there, newest first.

    Args:
        rescued: Folder with rescue files.
        present: Files that are there, wherever they lie.
    """
    kept = [one for one in rescuing.all_rescued(rescued) if not files.lies_open(one.path)]
    if not kept:
        return []
    here = {foreign.identity_of(path).hex() for path in present}
    return [one for one in kept if one.identity not in here and not _lies_there(one.identity)]


def _lies_there(identity: str) -> bool:
    try:
        place = whereabouts.place_of(bytes.fromhex(identity))
    except ValueError:
        return False
    return place is not None and place.exists()


def go_on_with(damaged: Path, backup: Backup, folder: Path, key: Key | None = None) -> Path:
    """Put a backup beside the damaged file, or into ``folder`` where that cannot be; return where.

    Raises:
        UserError: ``backup.damaged``, ``key.wrong``; what keeps ``folder`` from taking it.
    """
    try:
        return safekeeping.restore_beside(damaged, backup, key=key)
    except UserError as error:
        if error.code not in _ELSEWHERE or damaged.parent == folder:
            raise
    return safekeeping.restore_beside(folder / damaged.name, backup, key=key)


def save_readable(
    damaged: Path,
    free: Path | Callable[[bytes], Path],
    key: Key | None = None,
    tell: Callable[[float], object] | None = None,
) -> Salvage:
    """Write what can be read of a damaged file to ``free``, a path not taken or what names one by identity.

    Args:
        tell: Gets how far it is, 0.0..1.0.

    Raises:
        UserError: ``salvage.nothing``; what keeps the place from taking it.
    """
    out = free if isinstance(free, Path) else free(_quick_identity(damaged, key))
    return safekeeping.save_readable(damaged, out, key=key, tell=tell)
