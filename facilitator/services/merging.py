"""Bring the files of several laptops together."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services.mending import mend
from facilitator.services.opening import Kept, read_foreign
from facilitator.store import guard
from facilitator.store.keys import Key, salt_of
from facilitator.store.session import SessionStore


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What taking in one file brought.

    Attributes:
        edits: Number of edits that were not known here.
        notes: Number of living notes more (or fewer) than before.
    """

    path: Path
    edits: int
    notes: int


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
    guard.check_there(path)
    key = key or (store.key if store.key is not None and salt_of(path) == store.key.salt else None)
    mine = {(edit.source, edit.stamp) for edit in store.history()}
    before = len(store.state.notes)
    if kept.holds(path):
        theirs = _merge_own(store, path, key, mine)
    else:
        rows = read_foreign(path, key)
        theirs = {edit[:2] for edit in rows.edits}
        _refuse_stranger(theirs, mine, path)
        store.absorb(rows)
    mend(store)
    return MergeReport(path, len(theirs - mine), len(store.state.notes) - before)


def _merge_own(
    store: SessionStore, path: Path, key: Key | None, mine: set[tuple[str, int]]
) -> set[tuple[str, int]]:
    """Take in a file of ours, which somebody may be writing: SQLite looks after that."""
    guard.check_own(path, key)
    with SessionStore.open(path, source=store.source, readonly=True, key=key) as other:
        theirs = {(edit.source, edit.stamp) for edit in other.history()}
    _refuse_stranger(theirs, mine, path)
    store.merge(path, key)
    return theirs


def _refuse_stranger(theirs: set[tuple[str, int]], mine: set[tuple[str, int]], path: Path) -> None:
    if theirs.isdisjoint(mine):
        raise UserError("merge.stranger", path=str(path))
