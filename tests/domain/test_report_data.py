"""What a report is made of holds no more than may be printed."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import entities as e
from facilitator.domain.publishable import Printable
from tests.report.builders import report_of, state_of


def told(publication: str) -> str:
    """Return all the words of the notes a report of two notes gets to see."""
    state = state_of(
        e.Dialogue(alive=True, title="Zorg", publication=publication),
        e.Note(id="a", alive=True, text="Dit mag iedereen lezen.", consent="anonymous_quote"),
        e.Note(id="b", alive=True, text="Dit vertelde ik alleen jullie.", consent="unknown"),
    )
    return " ".join(note.text for note in report_of(state).state.notes)


def test_words_that_may_not_be_printed_never_come_in() -> None:
    assert "alleen jullie" in told("notes")
    assert "iedereen" in told("quotes")
    assert "alleen jullie" not in told("quotes")
    assert "iedereen" not in told("numbers")


def test_other_choices_for_the_same_report_keep_what_was_promised() -> None:
    data = report_of(state_of(e.Dialogue(alive=True, title="Zorg", publication="numbers")))
    again = replace(data, language="en")
    assert isinstance(again.state, Printable)
    assert again.kept == data.kept
