"""What was kept on the internal disk while a dialogue's own place refused it: find it and put it together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.domain.schema import encode
from facilitator.services.mending import mend
from facilitator.services.merging import MergeReport
from facilitator.store import rescue, unaware
from facilitator.store.files import SUFFIX
from facilitator.store.keys import Key, salt_of
from facilitator.store.log import LogRows
from facilitator.store.merge import read_foreign
from facilitator.store.peek import peek
from facilitator.store.session import SaveStatus, SessionStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """One rescue file: a whole dialogue, as it was when its own place could not be reached.

    Attributes:
        identity: Which dialogue it is of, in hexadecimal.
        title: Title of the dialogue; empty when it is encrypted.
        notes: Number of living notes; 0 when it is encrypted.
        at_ms: When something was last kept in it, milliseconds since 1970.
        edits: How many edits the dialogue it was compared with lacks; 0 when it was not.
        fresh: How many notes these add.
        locked: Whether it is encrypted.
        error: Why it cannot be read, or None.
    """

    path: Path
    identity: str
    title: str = ""
    notes: int = 0
    at_ms: int = 0
    edits: int = 0
    fresh: int = 0
    locked: bool = False
    error: UserError | None = None

    @property
    def dialogue(self) -> bytes:
        """Return which dialogue it is of, empty when its name does not tell."""
        try:
            return bytes.fromhex(self.identity)
        except ValueError:
            return b""


def words_for(status: SaveStatus) -> UserError | None:
    """Return what to tell people of a save status: why it is not saved, and where it is kept meanwhile."""
    error = status.error
    if error is None or status.kept is None:
        return error
    kind = error.code.removeprefix("store.")
    return UserError(f"kept.{kind}", **{"path": "", **error.details, "kept": str(status.kept)})


def all_rescued(folder: Path) -> list[Rescued]:
    """Return every rescue file, newest first; none of them is changed."""
    try:
        paths = [path for path in folder.iterdir() if _is_rescue(path)]
    except OSError:
        return []
    return sorted((_looked_at(path) for path in paths), key=lambda found: (-found.at_ms, found.path.name))


def waiting(store: SessionStore, folder: Path) -> Rescued | None:
    """Return the newest rescue file of this dialogue with edits that its file lacks, or None.

    One that cannot be opened with the dialogue's own key is returned too, ``locked``.
    """
    if store.status.error is not None:
        # It is being written right now.
        return None
    for found in all_rescued(folder):
        if found.identity != store.identity.hex():
            continue
        key = _key_for(found.path, store.key) if found.locked else None
        if found.locked and key is None:
            return found
        try:
            rows = read_foreign(found.path, key)
        except UserError:
            # A damaged one holds nothing that can be put together; it stays, and ``all_rescued`` tells of it.
            continue
        # Asked for last: what this very program began to keep since then is known to it.
        lacking = {edit[:2] for edit in rows.edits} - {(edit.source, edit.stamp) for edit in store.history()}
        if lacking:
            return replace(found, edits=len(lacking), fresh=_fresh(rows, lacking))
    return None


def put_together(store: SessionStore, rescued: Rescued, key: Key | None = None) -> MergeReport:
    """Take in what a rescue file holds; when that is durable the file becomes a backup.

    Raises:
        UserError: what ``SessionStore.merge`` refuses; the rescue file stays as it was then.
    """
    known = {(edit.source, edit.stamp) for edit in store.history()}
    before = len(store.state.notes)
    store.merge(rescued.path, key)
    held = store.ask(lambda db: unaware.met(db, known))
    mend(store)
    store.wait_saved()
    edits = len({(edit.source, edit.stamp) for edit in store.history()} - known)
    backups = rescued.path.parent.parent / "backups" / store.identity.hex()
    store.patience.aside(lambda: rescue.put_away(rescued.path, backups))
    return MergeReport(rescued.path, edits, len(store.state.notes) - before, held)


def save_as(rescued: Rescued, path: Path, source: str, key: Key | None = None) -> None:
    """Make a dialogue of a rescue file in another place, for when its own is gone for good; both stay.

    Raises:
        UserError: ``store.exists``, ``store.not_writable``, ``store.disk_full``, ``key.wrong`` …
    """
    with SessionStore.open(rescued.path, source=source, readonly=True, key=key) as store:
        store.save_copy(path)


def _fresh(rows: LogRows, lacking: set[tuple[str, int]]) -> int:
    alive = (encode(True), "note", "alive")
    return len({e[4] for e in rows.events if (e[6], e[3], e[5]) == alive and (e[0], e[2]) in lacking})


def _is_rescue(path: Path) -> bool:
    return path.suffix == SUFFIX and not path.name.startswith(".")


def _looked_at(path: Path) -> Rescued:
    identity = path.stem.split("-")[0]
    try:
        at_ms = int(path.stat().st_mtime * 1_000)
    except OSError:
        at_ms = 0
    try:
        found = peek(path)
    except UserError as error:
        if error.code in ("store.foreign", "store.locked"):
            return Rescued(path=path, identity=identity, at_ms=at_ms, locked=True)
        return Rescued(path=path, identity=identity, at_ms=at_ms, error=error)
    return Rescued(path=path, identity=identity, title=found.title, notes=found.notes, at_ms=at_ms)


def _key_for(path: Path, key: Key | None) -> Key | None:
    try:
        return key if key is not None and salt_of(path) == key.salt else None
    except UserError:
        return None
