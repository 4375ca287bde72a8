"""Bring the files of several laptops together."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.services import key_store
from facilitator.services.mending import mend
from facilitator.services.opening import Kept, read_foreign
from facilitator.store import earlier, guard, unaware
from facilitator.store.keys import PLAIN, Key, salt_of
from facilitator.store.session import SessionStore
from facilitator.store.unaware import Held


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What taking in one file brought.

    Attributes:
        edits: Number of edits that were not known here.
        notes: Number of living notes more (or fewer) than before.
        held: Versions that were dropped: whoever wrote them did not know that words were erased there.
    """

    path: Path
    edits: int
    notes: int
    held: tuple[Held, ...] = ()


def merge_files(
    store: SessionStore, others: Iterable[Path], kept: Kept | None = None, key: Key | None = None
) -> list[MergeReport]:
    """Take in other copies of this dialogue; each file wholly or not at all, none of them is touched.

    Args:
        kept: Which files are ours; by default those in the folder of dialogues.
        key: Opens the others where this dialogue's own key does not.

    Raises:
        UserError: ``merge.stranger`` for a file that never was a copy of this dialogue, and what
            ``SessionStore.merge``, ``SessionStore.open`` and ``read_foreign`` refuse; files before it are in
            by then.
    """
    kept = kept or Kept(paths.sessions())
    return [_merge(store, path, kept, key) for path in others]


def _merge(store: SessionStore, path: Path, kept: Kept, key: Key | None) -> MergeReport:
    if os.path.realpath(path) == os.path.realpath(store.path):
        raise UserError("merge.same", path=str(path))
    aside = store.patience.aside
    aside(lambda: guard.check_there(path))
    key = aside(lambda: _key_for(store, path)) or key
    mine = {(edit.source, edit.stamp) for edit in store.history()}
    before = len(store.state.notes)
    if kept.holds(path):
        theirs = aside(lambda: _edits_in_own(path, store.source, key))
        _refuse_stranger(theirs, mine, path)
        store.merge(path, key)
    else:
        rows = aside(lambda: read_foreign(path, key))
        theirs = {edit[:2] for edit in rows.edits}
        _refuse_stranger(theirs, mine, path)
        store.absorb(rows)
    held = store.ask(lambda db: unaware.met(db, mine))
    mend(store)
    return MergeReport(path, len(theirs - mine), len(store.state.notes) - before, held)


def held_texts(state: State, held: Iterable[Held]) -> list[str]:
    """Return how the living texts read now of which another version was dropped, each once."""
    rows = [(state.get(one.entity, one.id), one.field) for one in held]
    found = [str(getattr(row, field) or "…") for row, field in rows if row is not None and row.alive]
    return list(dict.fromkeys(found))


def _key_for(store: SessionStore, path: Path) -> Key | None:
    """Return the key of a copy: that of the dialogue itself, one of before, or one the system keeps."""
    salt = salt_of(path)
    place = earlier.place_of(store.identity)
    mine = [] if store.key is None else [store.key, *earlier.known(place, store.key)]
    found = next((one for one in mine if one.salt == salt), None)
    return found or (key_store.find(salt.hex()) if salt != PLAIN else None)


def _edits_in_own(path: Path, source: str, key: Key | None) -> set[tuple[str, int]]:
    """Return the edits in a file of ours, which somebody may be writing: SQLite looks after that."""
    guard.check_own(path, key)
    with SessionStore.open(path, source=source, readonly=True, key=key) as other:
        return {(edit.source, edit.stamp) for edit in other.history()}


def _refuse_stranger(theirs: set[tuple[str, int]], mine: set[tuple[str, int]], path: Path) -> None:
    if theirs.isdisjoint(mine):
        raise UserError("merge.stranger", path=str(path))
