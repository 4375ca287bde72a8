"""Backups: make them while one works, see what going back would change, go back, save what can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from facilitator import paths
from facilitator.domain.entities import DIALOGUE_ID, Dialogue, Entity
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, Value, non_default
from facilitator.services import naming
from facilitator.services.erasing import carry_on
from facilitator.services.mending import mend
from facilitator.store import backups as kept
from facilitator.store import log, rekeying, salvage, trouble
from facilitator.store.backups import Backup, Past, backups
from facilitator.store.keys import Key
from facilitator.store.log import EditInfo
from facilitator.store.salvage import Salvage
from facilitator.store.session import SessionStore
from facilitator.store.trouble import Trouble

__all__ = [
    "Backup",
    "Difference",
    "Item",
    "Salvage",
    "Trouble",
    "back_up",
    "backups",
    "backups_of",
    "moment_of",
    "notes_in",
    "preview",
    "restore",
    "restore_beside",
    "save_readable",
    "troubles",
    "troubles_of",
    "write_backup",
]

SHOWN = {"note": "text", "insight": "title", "goal": "title", "advice": "text"}
"""What people know a dialogue by, and the field that tells which one it is."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that going back changes.

    Attributes:
        entity: ``note``, ``insight``, ``goal`` or ``advice``.
        now, then: Its words as they are and as they will be; empty where it is not there.
        fields: What changes of it; empty when it comes or goes.
    """

    entity: str
    id: str
    now: str
    then: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What going back to a backup changes.

    Attributes:
        added: What comes back.
        removed: What goes.
        changed: What will be otherwise.
        others: Number of meetings, personas, votes, places on boards and such that change.
    """

    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    changed: tuple[Item, ...]
    others: int

    @property
    def is_empty(self) -> bool:
        """Tell whether all is as it was then."""
        return not (self.added or self.removed or self.changed or self.others)


def back_up(
    store: SessionStore,
    folder: Path | None = None,
    second: Path | None = None,
    *,
    now: datetime | None = None,
) -> Backup | None:
    """Make a backup, checked before it counts, and thin the older ones; any thread may call it.

    Args:
        folder: Where the backups of all dialogues lie; None is the usual place on the internal disk.
        second: Another such folder, such as one on a stick, that gets every backup too.
        now: The moment, with a time zone.

    Returns:
        The backup, or None when nothing changed since the newest good one. What was ever erased is then gone
        from all backups that are there.

    Raises:
        UserError: ``backup.failed``; ``backup.second_failed`` when only the second place refused; both with
            ``path`` and ``detail``. ``store.closed``.
    """
    if store.readonly:
        return None
    folder = folder or paths.backups()
    moment = now or datetime.now().astimezone()
    identity, key = store.identity, store.key
    newest = kept.newest_good(folder, identity, key)
    made = None
    try:
        if newest is None or newest.seal != store.seal:
            draft = store.ask(lambda db: kept.draft(db, folder, identity, key))
            made = kept.settle(draft, key, moment, unless=newest.seal if newest else "")
            kept.note_place(folder, identity, store.path)
        if made is not None:
            kept.thin(folder, identity, key, moment)
    except UserError as error:
        raise _failed("backup.failed", folder, error) from error
    if second is not None and (whole := made or newest) is not None:
        try:
            kept.copy_to(whole, second, identity, key)
            kept.thin(second, identity, key, moment)
        except UserError as error:
            raise _failed("backup.second_failed", second, error) from error
    # A stick that was away when something was erased is here again now; what the disk refuses waits.
    with suppress(UserError):
        carry_on(store, [second] if second is not None else [])
    return made


def _failed(code: str, folder: Path, error: UserError) -> UserError:
    return error if error.code == "store.closed" else UserError(code, path=str(folder), detail=error.code)


def backups_of(path: Path, folder: Path | None = None, *, key: Key | None = None) -> list[Backup]:
    """Return the backups of a file, newest first, also when it is damaged or gone.

    Raises:
        UserError: ``store.locked``, ``key.wrong``.
    """
    folder = folder or paths.backups()
    identity = kept.identity_of(path, folder, key)
    if not identity and path.is_file():
        identity = salvage.identity_of(path, key)
    return kept.backups(folder, identity, key) if identity else []


def notes_in(backup: Backup, key: Key | None) -> int:
    """Return the number of living notes of a backup whose key was found.

    Raises:
        UserError: ``backup.damaged``, ``key.wrong``.
    """
    return sum(row.alive for row in kept.read(backup.path, key).tables["note"].values())


def write_backup(backup: Backup, out: Path, *, key: Key | None = None) -> None:
    """Write a backup as a new dialogue file, under ``key`` where one is given.

    Raises:
        UserError: ``backup.damaged``, ``key.wrong``; ``store.exists``, ``store.not_writable``,
            ``store.disk_full``, ``store.io``.
    """
    own = kept.bring_back(backup, out, key)
    if key is not None and own != key:
        try:
            rekeying.rekey(out, own, key)
        except BaseException:
            out.unlink(missing_ok=True)
            raise


def troubles(store: SessionStore) -> list[Trouble]:
    """Return everything in the file that is not as it was written, named place by place."""
    store.wait_saved()
    return store.ask(trouble.troubles)


def troubles_of(path: Path, *, key: Key | None = None) -> list[Trouble]:
    """Return the same of a file that does not open."""
    try:
        return trouble.look(path, key)
    except UserError:
        return [Trouble("check.integrity")]


def moment_of(store: SessionStore, seal: str) -> tuple[EditInfo, int] | None:
    """Return the edit right after which the dialogue had a seal, and how many came later; None when never."""
    return store.ask(lambda db: trouble.moment(db, seal))


def preview(store: SessionStore, backup: Backup) -> Difference:
    """Return what ``restore`` would change.

    Raises:
        UserError: ``backup.damaged``, ``backup.stranger``, ``backup.other_key``.
    """
    return _told(store, _changes(store, _past(store, backup)))


def restore(store: SessionStore, backup: Backup) -> Difference:
    """Make the dialogue as it was in a backup, by one edit that undo takes back; return what changed.

    What was erased for good since then stays erased.

    Raises:
        UserError: ``backup.damaged``, ``backup.stranger``, ``backup.other_key``, ``store.readonly``.
    """
    changes = list(_changes(store, _past(store, backup)))
    found = _told(store, changes)
    with store.edit("dialogue.restored") as edit:
        for entity, id, fields in changes:
            edit.put(entity, id, fields)
    return found


_Change = tuple[str, str, dict[str, Value]]


def _past(store: SessionStore, backup: Backup) -> Past:
    try:
        past = store.patience.aside(lambda: kept.read(backup.path, store.key))
    except UserError as error:
        if error.code == "key.wrong":
            raise UserError("backup.other_key", path=str(backup.path)) from error
        raise
    if past.identity != store.identity:
        raise UserError("backup.stranger", path=str(backup.path))
    return past


def _changes(store: SessionStore, past: Past) -> Iterator[_Change]:
    """Give the fields that differ, of every entity that is there now or was there then."""
    whole, parts = _erased_since(store, past)
    for name in ENTITY_TYPES:
        now, then = store.state.tables[name], past.tables[name]
        for id in {**then, **now}:
            if (name, id) in whole:
                continue
            fields = _fields(name, now.get(id), then.get(id))
            fields = {field: value for field, value in fields.items() if (name, id, field) not in parts}
            if fields:
                yield name, id, fields


def _erased_since(store: SessionStore, past: Past) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """Return what was erased after the backup was made: entities, and fields of entities."""
    gone = [one for one in store.ask(log.erasures) if one not in past.erasures]
    return {one[:2] for one in gone if not one[2]}, {one[:3] for one in gone if one[2]}


def _fields(name: str, now: Entity | None, then: Entity | None) -> dict[str, Value]:
    if then is None or not then.alive:
        # What came later goes, but keeps its words for undo.
        return {"alive": False} if now is not None and now.alive else {}
    was: dict[str, Value] = {field: getattr(then, field) for field in DEFAULTS[name]}
    if now is None:
        return was
    return {field: value for field, value in was.items() if getattr(now, field) != value}


def _told(store: SessionStore, changes: Iterator[_Change] | list[_Change]) -> Difference:
    added: list[Item] = []
    removed: list[Item] = []
    changed: list[Item] = []
    others = 0
    for name, id, fields in changes:
        shown = SHOWN.get(name)
        if shown is None:
            others += 1
            continue
        row: Any = store.state.get(name, id)
        lives = row is not None and row.alive
        now = str(getattr(row, shown)) if lives else ""
        then = str(fields.get(shown, getattr(row, shown, "")))
        if fields.get("alive", lives) is False:
            removed.append(Item(name, id, now, ""))
        elif not lives:
            added.append(Item(name, id, "", then))
        else:
            changed.append(Item(name, id, now, then, tuple(fields)))
    return Difference(tuple(added), tuple(removed), tuple(changed), others)


def restore_beside(damaged: Path, backup: Backup, *, key: Key | None = None) -> Path:
    """Put a backup as a file of its own beside the damaged one, which is left as it is; return where.

    Raises:
        UserError: ``backup.damaged``, ``key.wrong``; ``store.not_writable``, ``store.disk_full``,
            ``store.io``.
    """
    made = datetime.fromtimestamp(backup.at_ms / 1000).astimezone()
    moment, identity = f"{made:%Y%m%d-%H%M}", _identity_of(backup)
    while True:
        out = naming.free_path(damaged.parent, damaged.stem, identity, moment)
        try:
            write_backup(backup, out, key=key)
        except UserError as error:
            # Somebody else took the name just now.
            if error.code != "store.exists":
                raise
        else:
            return out


def _identity_of(backup: Backup) -> bytes:
    """Return which dialogue a backup is of: the folder it lies in is named after that."""
    try:
        return bytes.fromhex(backup.path.parent.name)
    except ValueError:
        return b""


def save_readable(
    damaged: Path, out: Path, *, key: Key | None = None, tell: Callable[[float], object] | None = None
) -> Salvage:
    """Write what can still be read of a damaged file into a new one; the damaged one is not touched.

    Args:
        tell: Gets how far it is, 0.0..1.0.

    Raises:
        UserError: ``salvage.nothing`` when nothing can be read, ``salvage.unfinished`` when time ran out
            first; ``store.exists``, ``store.not_writable``, ``store.disk_full``, ``store.io``.
    """
    saved = salvage.save_readable(damaged, out, key, tell)
    with SessionStore.open(out, source=salvage.SOURCE, key=key) as store:
        # What leads to something that was lost leads nowhere any more.
        mend(store)
        if not store.state.dialogue.alive:
            _set_up(store, backups_of(damaged, key=key))
    return saved


def _set_up(store: SessionStore, known: list[Backup]) -> None:
    """Give a dialogue that lost its title and method those of its newest backup, or a name at least."""
    newest = next((backup for backup in known if backup.good), None)
    fields: dict[str, Value] = {"alive": True, "title": naming.without_sign(store.path.stem, store.identity)}
    if newest is not None:
        fields = non_default(
            kept.read(newest.path, store.key).tables["dialogue"].get(DIALOGUE_ID, Dialogue())
        )
    with store.edit("session.rescued", undoable=False) as edit:
        edit.put("dialogue", DIALOGUE_ID, {**fields, "alive": True})
