"""What can be undone and redone, in memory; read anew from the log after a restart or merge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facilitator.store.log import EditInfo, FieldChange

START = 0
"""The stamp of the point before the first edit."""


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

    def steps_to(self, stamp: int) -> int | None:
        """Return how many redos (above 0) or undos (below 0) lead to right after the edit ``stamp``.

        None when neither stack holds it; ``START`` is the point before the first edit.
        """
        if stamp == START:
            return -len(self.undo)
        for place, done in enumerate(self.undo):
            if done.stamp == stamp:
                return place + 1 - len(self.undo)
        for place, done in enumerate(self.redo):
            if done.stamp == stamp:
                return len(self.redo) - place
        return None

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


@dataclass(frozen=True, slots=True)
class Moment:
    """One edit of the evening as it stands now.

    Attributes:
        undone: Whether it was taken back, and not done again since.
        point: Stamp to go to so that the dialogue is as right after it, ``START`` when the dialogue began
            here with it; None when that cannot be: an edit of another laptop, a move between steps, or
            what was undone before something else was done.
        steps: How many redos (above 0) or undos (below 0) that takes.
    """

    edit: EditInfo
    undone: bool = False
    point: int | None = None
    steps: int = 0


def moments(edits: Sequence[EditInfo], source: str) -> list[Moment]:
    """Return the edits people made, oldest first, each with what undo and redo have done to it since."""
    # What is undone and redone has a new stamp each time: ``first`` leads back to the edit itself.
    first: dict[tuple[str, int], int] = {}
    undone: set[tuple[str, int]] = set()
    for edit in edits:
        stamp = edit.stamp
        if edit.kind in ("undo", "redo") and edit.undoes is not None:
            stamp = first.get((edit.source, edit.undoes), edit.undoes)
            (undone.add if edit.kind == "undo" else undone.discard)((edit.source, stamp))
        first[edit.source, edit.stamp] = stamp
    stacks = UndoStacks()
    stacks.load(edit for edit in edits if edit.source == source)
    reach: dict[int, tuple[int, int]] = {}
    for place, done in enumerate(stacks.undo):
        reach[first[source, done.stamp]] = (done.stamp, place + 1 - len(stacks.undo))
    for place, done in enumerate(stacks.redo):
        reach[first[source, done.stamp]] = (done.stamp, len(stacks.redo) - place)
    if edits and edits[0].source == source:
        # Nobody can undo that a dialogue was begun; as it was then is where all undoing ends.
        reach.setdefault(edits[0].stamp, (START, -len(stacks.undo)))
    found: list[Moment] = []
    for edit in edits:
        if edit.kind in ("undo", "redo"):
            continue
        point, steps = reach.get(edit.stamp, (None, 0)) if edit.source == source else (None, 0)
        found.append(Moment(edit, (edit.source, edit.stamp) in undone, point, steps))
    return found
