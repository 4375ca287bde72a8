from __future__ import annotations

from dataclasses import replace

from facilitator.domain.publishable import Printable
from tests.report.builders import report_of, small_state


def test_whatever_it_is_given_it_holds_only_what_may_be_printed() -> None:
    data = report_of(small_state(publication="numbers"))
    assert isinstance(data.state, Printable)
    assert not any(note.text for note in data.state.notes)
    again = replace(data, state=small_state(publication="quotes"))
    assert not any(note.text for note in again.state.notes)
    assert (again.kept.publication, again.kept.withheld) == ("quotes", 4)
