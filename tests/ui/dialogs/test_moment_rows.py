"""Rows over many moments read only what is on screen."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.store.session import EditInfo, Moment
from facilitator.ui.dialogs.moment_rows import AROUND, ROW, MomentFace, MomentRows


def moments(number: int) -> list[Moment]:
    return [Moment(EditInfo("a", n, "edit", "x", None), False, n, n - number) for n in range(1, number + 1)]


class Described:
    """Counts what was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, moments: Sequence[Moment]) -> list[MomentFace]:
        self.asked += len(moments)
        return [self.face(moment) for moment in moments]

    def face(self, moment: Moment) -> MomentFace:
        words = f"notitie {moment.edit.stamp}"
        return MomentFace("12:00", words, "", "", "", False, not moment.steps, words)


def test_only_rows_that_are_looked_at_are_described() -> None:
    told = Described()
    rows = MomentRows(told)
    rows.show(moments(10_000))
    assert told.asked == 0
    face = rows.data(rows.index(0, 0), ROW)
    assert isinstance(face, MomentFace)
    assert (face.what, face.here) == ("notitie 10000", True)
    rows.face(1)
    assert told.asked == AROUND
    assert rows.row_of_here() == 0
    assert rows.moment(10_000) is None


def test_search_goes_through_all_of_them_once() -> None:
    told = Described()
    rows = MomentRows(told)
    rows.show(moments(10_000))
    rows.seek("notitie 777")
    assert rows.rowCount() == 19
    assert told.asked == 10_000
    rows.seek("notitie 7777")
    assert (rows.rowCount(), told.asked) == (1, 10_000)
    rows.seek("  ")
    assert rows.rowCount() == 10_000
