from __future__ import annotations

from facilitator.domain import entities as e
from tests.report.builders import example, laid_out, report_of, small_state, state_of


def test_the_steps_are_told_with_purpose_and_time() -> None:
    text = laid_out(example(), "process")
    for title in ("Ontmoeten", "Ervaren", "Dromen", "Wegen en bundelen", "Adviseren en afspreken"):
        assert title in text
    assert "130 minuten" in text


def test_meetings_come_with_channel_group_date_and_people() -> None:
    meeting = e.Meeting(
        id="m3",
        name="Inloop",
        venue="De Stoel",
        channel="soft",
        group="patients",
        date="2026-02-11",
        people=9,
        seq=3,
    )
    text = laid_out(report_of(small_state(meeting)), "process")
    assert "Inloop, De Stoel Zachte stemmen patiënten 11 februari 2026 9 mensen" in text


def test_imagined_notes_are_counted_apart() -> None:
    imagined = [e.Note(id=f"b{n}", text="x", basis="imagined", meeting="m1", seq=20 + n) for n in range(3)]
    text = laid_out(report_of(small_state(*imagined)), "process")
    assert "2 notities en 3 bedacht voor een persona" in text
    assert "Grote bijeenkomsten 2 0 0 3 Zachte stemmen 1 0 0 0 Vragenlijst 1 0 0 0" in text


def test_a_gate_overruled_is_told_with_its_reason() -> None:
    text = laid_out(report_of(small_state(e.Gate(id="dromen", overruled="De zaal ging dicht."))), "process")
    assert "Dromen: De zaal ging dicht." in text
    assert "Toch verdergegaan" not in laid_out(report_of(small_state()), "process")


def test_the_threshold_is_told() -> None:
    text = laid_out(report_of(small_state(threshold=66), "en"), "process")
    assert "at least 66% of all votes cast" in text


def test_a_dialogue_that_has_just_begun_can_be_told_too() -> None:
    text = laid_out(report_of(state_of(e.Dialogue(title="Begin"))), "process")
    assert "Er zijn nog geen bijeenkomsten vastgelegd." in text
    assert "De kanalen naast elkaar" not in text
