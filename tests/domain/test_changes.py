"""What an edit did."""

from __future__ import annotations

import pytest

from facilitator.domain.changes import ChangeSet, RowChange
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
