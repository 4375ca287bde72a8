"""What can be undone and redone, in memory; read anew from the log after a restart or merge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitator.store.log import EditInfo, FieldChange


@dataclass(frozen=True, slots=True)
class Done:
    """An edit that can be reverted; ``changes`` is None while it was not read from the log."""

    stamp: int
    label: str
    changes: tuple[FieldChange, ...] | None = None


class UndoStacks:
    """Two stacks of edits of this laptop, newest last."""

    def __init__(self) -> None:
        self.undo: list[Done] = []
        self.redo: list[Done] = []

    def load(self, edits: Iterable[EditInfo]) -> None:
        """Replay the order of ``edits`` without their contents."""
        self.undo.clear()
        self.redo.clear()
        for edit in edits:
            self.record(Done(edit.stamp, edit.label), edit.kind, edit.undoes)

    def record(self, done: Done, kind: str, undoes: int | None) -> None:
        """Take note of an edit of ``kind``."""
        if kind == "undo":
            _remove(self.undo, undoes)
            self.redo.append(done)
        elif kind == "redo":
            _remove(self.redo, undoes)
            self.undo.append(done)
        elif kind == "edit":
            self.undo.append(done)
            self.redo.clear()

    def forget_contents(self) -> None:
        """Drop what is remembered of values: after a merge only the log knows what was before."""
        self.undo = [replace(entry, changes=None) for entry in self.undo]
        self.redo = [replace(entry, changes=None) for entry in self.redo]


def _remove(stack: list[Done], stamp: int | None) -> None:
    """Take ``stamp`` off; nearly always the newest, but merged logs may interleave."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].stamp == stamp:
            del stack[place]
            return
