"""What an edit did."""

from __future__ import annotations

import pytest

from facilitator.domain.changes import ChangeSet, RowChange, combined
from facilitator.domain.entities import Note

DEAD, LIVING = Note(id="n"), Note(id="n", alive=True)


@pytest.mark.parametrize(
    ("before", "after", "appeared", "vanished"),
    [
        (None, LIVING, True, False),
        (DEAD, LIVING, True, False),
        (LIVING, LIVING, False, False),
        (LIVING, DEAD, False, True),
        (DEAD, DEAD, False, False),
        (None, DEAD, False, False),
    ],
)
def test_appearing_and_vanishing(before: Note | None, after: Note, appeared: bool, vanished: bool) -> None:
    change = RowChange("note", "n", before, after)
    assert (change.appeared, change.vanished) == (appeared, vanished)


def test_changes_are_asked_for_by_kind() -> None:
    rows = (RowChange("note", "n", None, LIVING), RowChange("goal", "g", None, LIVING))
    changes = ChangeSet("x", "edit", rows)
    assert changes.of("note") == rows[:1]
    assert changes.of("advice") == ()
    assert changes.entities == {"note", "goal"}


def test_several_edits_combined_tell_the_first_before_and_the_last_after() -> None:
    one, two = Note(id="n", alive=True, text="een"), Note(id="n", alive=True, text="twee")
    other = Note(id="m", alive=True)
    changes = [
        ChangeSet("note.edited", "undo", (RowChange("note", "n", one, two),)),
        ChangeSet("note.added", "undo", (RowChange("note", "m", None, other),)),
        ChangeSet("note.edited", "undo", (RowChange("note", "n", two, one),)),
    ]
    whole = combined("history.turned", "undo", changes)
    assert whole == ChangeSet("history.turned", "undo", (RowChange("note", "m", None, other),))
