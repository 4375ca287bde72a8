"""The two stacks, also when logs of two copies are interleaved."""

from __future__ import annotations

from facilitator.store.log import EditInfo
from facilitator.store.undo import Done, UndoStacks


def stacks(*edits: tuple[int, str, int | None]) -> tuple[list[int], list[int]]:
    found = UndoStacks()
    found.load(EditInfo("a", stamp, kind, "x", undoes) for stamp, kind, undoes in edits)
    return [done.stamp for done in found.undo], [done.stamp for done in found.redo]


def test_edits_pile_up_and_undo_moves_them_over() -> None:
    assert stacks((1, "edit", None), (2, "edit", None), (3, "undo", 2)) == ([1], [3])
    assert stacks((1, "edit", None), (2, "undo", 1), (3, "redo", 2)) == ([3], [])
    assert stacks((1, "edit", None), (2, "undo", 1), (3, "edit", None)) == ([3], [])


def test_moving_between_steps_is_left_out() -> None:
    assert stacks((1, "edit", None), (2, "view", None)) == ([1], [])
    assert stacks((1, "edit", None), (2, "undo", 1), (3, "view", None)) == ([], [2])


def test_interleaved_copies_do_not_break_the_stacks() -> None:
    assert stacks((1, "edit", None), (2, "undo", 1), (3, "edit", None), (4, "redo", 2)) == ([3, 4], [])


def test_contents_can_be_forgotten_without_losing_the_order() -> None:
    found = UndoStacks()
    found.record(Done(1, "x", ()), "edit", None)
    found.forget_contents()
    assert found.undo == [Done(1, "x", None)]
