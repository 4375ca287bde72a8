"""Bring the files of several laptops together."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.services.mending import mend
from facilitator.store.log import EditInfo
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


def merge_files(store: SessionStore, others: Iterable[Path]) -> list[MergeReport]:
    """Take in other copies of this dialogue; each file wholly or not at all, none of them is touched.

    Raises:
        UserError: ``merge.stranger`` for a file that never was a copy of this dialogue, and what
            ``SessionStore.merge`` and ``SessionStore.open`` refuse; files before it are in by then.
    """
    return [_merge(store, path) for path in others]


def _merge(store: SessionStore, path: Path) -> MergeReport:
    if os.path.realpath(path) == os.path.realpath(store.path):
        raise UserError("merge.same", path=str(path))
    with SessionStore.open(path, source=store.source, readonly=True) as other:
        theirs = _names(other.history())
    mine = _names(store.history())
    if theirs.isdisjoint(mine):
        raise UserError("merge.stranger", path=str(path))
    before = len(store.state.notes)
    store.merge(path)
    mend(store)
    return MergeReport(path, len(theirs - mine), len(store.state.notes) - before)


def _names(edits: Iterable[EditInfo]) -> set[tuple[str, int]]:
    return {(edit.source, edit.stamp) for edit in edits}
