"""The one door to dialogue files: ours are opened, of those from elsewhere a copy is taken in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as given
from pathlib import Path

from facilitator import paths
from facilitator.content.method_codec import parse_method
from facilitator.content.portraits import check_portrait
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.schema import decode
from facilitator.services import naming, whereabouts
from facilitator.services.dialogue import whole_or_gone
from facilitator.services.mending import mend
from facilitator.store import backups, foreign, guard
from facilitator.store.clock import Now, system_now
from facilitator.store.files import SUFFIX
from facilitator.store.keys import Key, salt_of
from facilitator.store.log import LogRows
from facilitator.store.session import SessionStore

TWINS = ("ask", "merge", "look")
"""What becomes of a file from elsewhere when that dialogue is in our folder already."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which files are ours.

    Attributes:
        folder: Where dialogues lie; what is in it, or in a folder in it, is ours.
        known: Files elsewhere that were made or opened here before.
        rescued: Folder for what the place of a file refuses.
    """

    folder: Path
    known: tuple[str, ...] = ()
    rescued: Path = given(default_factory=paths.rescued)

    def holds(self, path: Path) -> bool:
        """Tell whether a file is ours; a link counts as where it leads."""
        here = os.path.realpath(path)
        known = {os.path.realpath(item) for item in self.known}
        return here in known or Path(here).is_relative_to(os.path.realpath(self.folder))

    def free_path(self, name: str, identity: bytes = b"") -> Path:
        """Return a path in the folder that is not taken, named after ``name`` and the dialogue."""
        return naming.free_path(self.folder, name, identity)


@dataclass(frozen=True, slots=True)
class Opened:
    """A dialogue that is open.

    Attributes:
        taken_from: The file from elsewhere whose words are in it now, itself untouched; else None.
        looking: Only a look at a file from elsewhere, of which nothing is kept.
    """

    store: SessionStore
    taken_from: Path | None = None
    looking: bool = False


def open_dialogue(
    path: Path,
    *,
    source: str,
    readonly: bool = False,
    key: Key | None = None,
    kept: Kept | None = None,
    twin: str = "ask",
    own_key: Key | None = None,
    now: Now = system_now,
) -> Opened:
    """Open a dialogue; a file from elsewhere is never written to and never opened as it is.

    Its words are copied into a file of our own in the folder of dialogues, unless only looking is asked for.

    Args:
        kept: Which files are ours; by default those in the folder of dialogues.
        twin: What to do when the dialogue of a file from elsewhere is in our folder already: ``ask`` refuses
            and names it, ``merge`` opens that one and takes in what is new, ``look`` only looks.
        own_key: Opens the dialogue in our folder where ``key`` does not.

    Raises:
        UserError: ``open.twin`` with ``path`` and ``own``; ``store.locked`` with the ``path`` of the one that
            wants a key; as ``SessionStore.open`` for a file of ours, as ``guard.inspect`` for another;
            ``content.fault`` and ``content.method_damaged`` for what nobody may draw or read.
    """
    kept = kept or Kept(paths.sessions())
    if kept.holds(path):
        guard.check_own(path, key)
        store = SessionStore.open(
            path, source=source, readonly=readonly, key=key, now=now, rescue=kept.rescued
        )
        return Opened(store)
    if readonly:
        return _looked_at(path, source, now, key)
    rows = read_foreign(path, key)
    own = find_twin(rows.identity, kept.folder, key)
    if own is None:
        return Opened(_taken_in(path, rows, kept, source, now, key), path)
    if twin == "look":
        return _looked_at(path, source, now, key)
    if twin == "ask":
        raise UserError("open.twin", path=str(path), own=str(own))
    key = _key_of(own, [key, own_key])
    guard.check_own(own, key)
    store = SessionStore.open(own, source=source, key=key, now=now, rescue=kept.rescued)
    return Opened(_absorbed(store, rows), path)


def _absorbed(store: SessionStore, rows: LogRows) -> SessionStore:
    """Take in what is new and return the store; nothing of it stays open when that is refused."""
    try:
        store.absorb(rows)
        mend(store)
    except BaseException:
        store.abandon()
        raise
    return store


def read_foreign(path: Path, key: Key | None = None) -> LogRows:
    """Return the log of a file from elsewhere, all of it looked at.

    Raises:
        UserError: as ``guard.inspect``; ``content.fault``, ``content.method_damaged``.
    """
    rows = foreign.read(path, key)
    for entity, field, value in _drawn(rows):
        if (entity, field) == ("persona", "portrait"):
            check_portrait(value)
        else:
            parse_method(value)
    return rows


def _drawn(rows: LogRows) -> Iterator[tuple[str, str, str]]:
    """Give every value, of whatever time, that is drawn or read as more than words."""
    for _, _, _, entity, _, field, value, _ in rows.events:
        if (entity, field) in {("persona", "portrait"), ("dialogue", "method_data")} and value is not None:
            text = decode(entity, field, value)
            if isinstance(text, str) and text:
                yield entity, field, text


def _looked_at(path: Path, source: str, now: Now, key: Key | None) -> Opened:
    read_foreign(path, key)
    return Opened(foreign.look(path, source=source, now=now, key=key), looking=True)


def _taken_in(path: Path, rows: LogRows, kept: Kept, source: str, now: Now, key: Key | None) -> SessionStore:
    # The name of a file can be read without its key.
    name = path.stem if key is not None else title_in(rows) or path.stem
    # Which dialogue it is comes with its log; one without edits is a new one.
    identity = b"" if rows.edits else naming.new_identity()
    own = kept.free_path(name, identity or rows.identity)
    store = SessionStore.create(own, source=source, now=now, key=key, identity=identity, rescue=kept.rescued)
    with whole_or_gone(store):
        store.absorb(rows)
        mend(store)
    return store


def title_in(rows: LogRows) -> str:
    """Return the title of the dialogue a log tells about, empty when it has none."""
    told = [
        (stamp, source, value)
        for source, stamp, _, entity, id, field, value, _ in rows.events
        if (entity, id, field) == ("dialogue", e.DIALOGUE_ID, "title") and value is not None
    ]
    return str(decode("dialogue", "title", max(told)[2])) if told else ""


def find_twin(identity: bytes, folder: Path, key: Key | None = None) -> Path | None:
    """Return the file in ``folder`` that holds the dialogue of this identity, or None."""
    if not identity:
        return None
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.name[:1] != ".")
    except OSError:
        return None
    told = {path: foreign.identity_of(path, key) for path in found}
    # One under another key tells nothing; where its dialogue lay last is known.
    return next((path for path in found if told[path] == identity), None) or next(
        (path for path in found if not told[path] and _lay_here(path) == identity), None
    )


def _lay_here(path: Path) -> bytes:
    return whereabouts.identity_at(path) or backups.identity_by_place(path, paths.backups())


def _key_of(path: Path, given: Iterable[Key | None]) -> Key | None:
    """Return which of these keys a file that nobody writes is under."""
    salt = salt_of(path)
    return next((key for key in given if key is not None and key.salt == salt), None)
