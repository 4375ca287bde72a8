from __future__ import annotations

import pytest

from facilitator.domain import entities as e
from facilitator.report.facts import Facts, Rests
from tests.report.builders import example, report_of, small_state


def facts(*more: e.Entity) -> Facts:
    return Facts(report_of(small_state(*more)))


def test_channels_stand_apart_with_the_people_of_one_meeting() -> None:
    found = {channel.id: channel for channel in facts().channels}
    assert found.keys() == {"large", "soft", "survey"}
    assert (found["large"].meetings, found["large"].people, found["large"].notes) == (2, (71, 75), 2)
    assert (found["survey"].people, found["survey"].notes) == ((1104, 1104), 1)


def test_a_channel_nobody_knows_counts_as_other() -> None:
    found = facts(e.Meeting(id="m3", channel="duiven", people=3, seq=3)).channels
    assert [(channel.id, channel.notes) for channel in found] == [("large", 2), ("survey", 1), ("other", 1)]


def test_imagined_notes_are_nobodys_voice() -> None:
    found = facts(e.Note(id="n1", text="bedacht", basis="imagined", meeting="m1", insights=("i1",)))
    large = found.channels[0]
    assert (large.notes, large.imagined) == (1, 1)
    heard = {item.channel.id: item.notes for item in found.heard(found.state.goals[0])}
    assert heard == {"large": 0, "soft": 1, "survey": 1}


def test_a_share_is_taken_within_its_channel() -> None:
    found = facts()
    shares = {item.channel.id: item.share for item in found.heard(found.state.goals[0])}
    assert shares == {"large": 50.0, "soft": 100.0, "survey": 100.0}


def test_an_advice_rests_on_each_note_once() -> None:
    found = facts(
        e.Insight(id="i2", title="Nog een", goals=("g1",), seq=2),
        e.Note(id="n1", text="dubbel", meeting="m1", insights=("i1", "i2"), seq=1),
        e.Advice(id="a1", goal="g1", text="Doe", insights=("i1", "i2", "i1", "weg"), seq=1),
    )
    assert found.rests(found.state.advices[0]) == Rests(2, 3, (("large", 1), ("soft", 1), ("survey", 1)), 0)


def test_the_parts_of_a_trace_add_up_in_the_example() -> None:
    found = Facts(example())
    for advice in found.state.advices:
        rests = found.rests(advice)
        assert rests.notes == sum(count for _, count in rests.channels) + rests.imagined
        assert rests.notes == len(found.evidence.notes_of(advice.insights))


def test_codes_follow_the_reading_order() -> None:
    assert facts().codes == {"n1": "N1", "n2": "N2", "n3": "N3", "n4": "N4"}


@pytest.mark.parametrize(("consent", "quoted"), [("none", False), ("unknown", True), ("first_name", True)])
def test_only_what_may_be_quoted_is_quoted(consent: str, quoted: bool) -> None:
    note = e.Note(id="q", text="Citaat", kind="quote", consent=consent, meeting="m1", insights=("i1",), seq=9)
    found = facts(note)
    assert ("q" in [item.id for item in found.quotes(found.state.goals[0])]) is quoted


def test_a_soft_voice_is_quoted_among_many_loud_ones() -> None:
    loud = [
        e.Note(id=f"q{n}", text="luid", starred=True, meeting="m1", insights=("i1",), seq=10 + n)
        for n in range(20)
    ]
    soft = e.Note(id="zacht", text="zacht", kind="quote", meeting="m3", insights=("i1",), seq=99)
    found = facts(*loud, soft)
    assert "zacht" in [note.id for note in found.quotes(found.state.goals[0])]


def test_a_quote_does_not_come_back_while_others_are_left() -> None:
    notes = [
        e.Note(id=f"q{n}", text="x", starred=True, meeting="m1", insights=("i1",), seq=9 + n)
        for n in range(4)
    ]
    found = facts(*notes)
    assert [note.id for note in found.quotes(found.state.goals[0], {"q0", "q1"})] == ["q2", "q3"]


def test_rejected_advice_is_what_was_decided_against() -> None:
    found = facts(
        e.Advice(id="a2", goal="g1", text="nee", votes_for=1, votes_against=9, votes_abstain=0, seq=2),
        e.Advice(id="a3", goal="g1", text="open", seq=3),
        e.Advice(id="a4", goal="g1", text="toch niet", decision="rejected", seq=4),
    )
    assert [advice.id for advice in found.rejected()] == ["a2", "a4"]
    assert found.adopted(found.state.goals[0]) == 1


def test_persona_texts_come_in_the_language_of_the_report() -> None:
    persona = e.Persona(id="fatima", name="Fatima", line="Moeder", translations={"en": {"line": "Mother"}})
    state = small_state(persona)
    living = state.personas[0]
    assert Facts(report_of(state, "en")).persona_text(living, "line") == "Mother"
    assert Facts(report_of(state, "nl")).persona_text(living, "line") == "Moeder"


def test_a_note_without_group_speaks_for_its_meeting() -> None:
    found = facts()
    assert [found.speaker(note) for note in found.notes[:2]] == ["residents", "patients"]
