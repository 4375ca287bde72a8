"""The two stacks, also when logs of two copies are interleaved."""

from __future__ import annotations

from facilitator.store.log import EditInfo
from facilitator.store.undo import START, Done, UndoStacks, moments


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


def told(*edits: tuple[str, int, str, int | None]) -> list[tuple[str, int, bool, int | None, int]]:
    """Return laptop, stamp, undone, point and steps of every moment laptop ``a`` sees."""
    infos = [EditInfo(source, stamp, kind, "x", undoes) for source, stamp, kind, undoes in edits]
    found = moments(infos, "a")
    return [(m.edit.source, m.edit.stamp, m.undone, m.point, m.steps) for m in found]


def test_moments_tell_what_undo_left_and_how_far_away_it_is() -> None:
    edits = [("a", 1, "edit", None), ("a", 2, "edit", None), ("a", 3, "edit", None), ("a", 4, "undo", 3)]
    assert told(*edits) == [("a", 1, False, 1, -1), ("a", 2, False, 2, 0), ("a", 3, True, 4, 1)]
    # Done again it has another stamp, but it is still the same line.
    assert told(*edits, ("a", 5, "redo", 4))[-1] == ("a", 3, False, 5, 0)
    # Something else was done instead: it stays undone, and nothing leads there.
    assert told(*edits, ("a", 5, "edit", None))[2:] == [("a", 3, True, None, 0), ("a", 5, False, 5, 0)]


def test_moments_of_others_and_moves_between_steps_are_only_told() -> None:
    edits = [("b", 1, "edit", None), ("a", 2, "view", None), ("b", 3, "undo", 1), ("a", 4, "edit", None)]
    assert told(*edits) == [("b", 1, True, None, 0), ("a", 2, False, None, 0), ("a", 4, False, 4, 0)]


def test_steps_lead_over_both_stacks_and_to_the_beginning() -> None:
    found = UndoStacks()
    found.load(EditInfo("a", n, "edit", "x", None) for n in (1, 2, 3))
    found.record(Done(4, "x"), "undo", 3)
    assert [found.steps_to(stamp) for stamp in (START, 1, 2, 4, 9)] == [-2, -1, 0, 1, None]
