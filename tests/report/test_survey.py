from __future__ import annotations

from facilitator.domain import entities as e
from tests.report.builders import laid_out, report_of, small_state


def test_notes_of_a_survey_are_counted_by_kind_persona_and_goal() -> None:
    more = [
        e.Note(id=f"s{n}", text="x", kind="worry", meeting="m4", persona="geert", seq=20 + n)
        for n in range(3)
    ]
    text = laid_out(report_of(small_state(*more)), "survey")
    assert "1.104 antwoorden, samen goed voor 4 notities." in text
    assert "zorg 3 75 %" in text
    assert "Geert 4 100 %" in text
    assert "1. Zorg in de buurt 1 25 %" in text


def test_a_survey_without_notes_is_told_by_its_size() -> None:
    empty = e.Meeting(id="m9", name="Lege lijst", channel="survey", people=12, seq=9)
    assert "Lege lijst 12 antwoorden, samen goed voor 0 notities." in laid_out(
        report_of(small_state(empty)), "survey"
    )


def test_without_a_survey_there_is_no_such_appendix() -> None:
    state = small_state()
    del state.tables["meeting"]["m4"]
    assert "vragenlijst in tabellen" not in laid_out(report_of(state), "survey")
