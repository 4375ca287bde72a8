from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.domain import entities as e
from facilitator.report.kit import Sticky, VoteBar, sticky_rows, trace, votes_in_words
from tests.report.builders import kit_of, laid_out, report_of, setter, small_state


def words(advice: e.Advice, language: str = "nl", threshold: int = 75) -> str:
    state = small_state(replace(advice, id="a1", goal="g1", text="Doe", seq=1), threshold=threshold)
    kit = kit_of(report_of(state, language))
    return "".join(span.text for span in votes_in_words(kit, state.advices[0]))


VOTED = e.Advice(id="a1", votes_for=58, votes_against=9, votes_abstain=4)


def test_votes_are_told_in_numbers_and_words() -> None:
    assert words(VOTED) == "Aangenomen\n58 voor, 9 tegen, 4 onthouden · 82 % voor (drempel 75 %)"
    assert words(VOTED, "en") == "Adopted\n58 for, 9 against, 4 abstained · 82% for (threshold 75%)"


def test_below_the_threshold_is_not_adopted() -> None:
    assert words(VOTED, threshold=90).startswith("Niet aangenomen\n")


def test_without_a_vote_nothing_is_claimed() -> None:
    assert words(e.Advice(id="a1")) == "Nog niet gestemd"


def test_a_decision_against_or_without_the_vote_is_named() -> None:
    assert words(replace(VOTED, decision="rejected")).startswith(
        "Niet aangenomen · anders besloten dan de stemming\n"
    )
    assert words(e.Advice(id="a1", decision="adopted")) == "Aangenomen · besloten zonder stemming"


def test_the_trace_names_insights_notes_and_channels() -> None:
    state = small_state()
    line = trace(kit_of(report_of(state)), state.advices[0])
    assert line == (
        "Advies 1.1 rust op 1 inzicht en 3 notities: "
        "1 uit grote bijeenkomsten, 1 van zachte stemmen, 1 uit de vragenlijst"
    )


def test_the_trace_keeps_imagined_notes_apart() -> None:
    imagined = e.Note(id="n1", text="bedacht", basis="imagined", meeting="m1", insights=("i1",), seq=1)
    state = small_state(imagined)
    line = trace(kit_of(report_of(state, "en")), state.advices[0])
    assert line.startswith(
        "Advice 1.1 rests on 1 insight and 3 notes: 1 from soft voices, 1 from the survey, "
    )
    assert line.endswith(", 1 imagined (not counted as a voice)")


def test_an_advice_without_ground_says_so() -> None:
    state = small_state(e.Advice(id="a1", goal="g1", text="Los", seq=1))
    assert trace(kit_of(report_of(state)), state.advices[0]) == "Advies 1.1 rust nog op geen enkel inzicht."


@pytest.mark.parametrize(
    ("channel", "expected"),
    [("large", "71 tot 75 mensen per keer"), ("soft", "14 mensen"), ("survey", "1.104 antwoorden")],
)
def test_people_are_told_per_meeting(channel: str, expected: str) -> None:
    kit = kit_of(report_of(small_state()))
    assert kit.channel_size(next(item for item in kit.facts.channels if item.id == channel)) == expected


def test_nobody_counted_is_not_zero() -> None:
    kit = kit_of(report_of(small_state(e.Meeting(id="m3", channel="soft", seq=3))))
    assert kit.channel_size(kit.facts.channels[1]) == "niet geteld"


def test_a_quote_names_channel_group_and_persona_but_nobody() -> None:
    kit = kit_of(report_of(small_state()))
    assert kit.quote_source(kit.facts.notes[1]) == "zachte stemmen · patiënten · over Geert"


def test_an_imagined_or_reworded_quote_is_called_that() -> None:
    note = e.Note(id="n1", text="x", basis="imagined", consent="paraphrase", meeting="m1", seq=1)
    kit = kit_of(report_of(small_state(note)))
    assert kit.quote_source(kit.facts.notes[0]).endswith(
        "bedacht voor de persona · weergegeven in andere woorden"
    )


def test_quotes_stand_two_by_two_and_long_ones_alone() -> None:
    kit = kit_of(report_of(small_state()))
    note = kit.facts.notes[0]
    rows = sticky_rows(kit, [note, replace(note, text="lang " * 100), note, note])
    assert len(rows) == 3


def test_a_sticky_note_grows_with_its_words() -> None:
    kit = kit_of(report_of(small_state()))
    short, long = (Sticky(kit, e.Note(id="x", text="woord " * count)) for count in (3, 90))
    assert short.fit(setter(), 200) < long.fit(setter(), 200)


def test_the_bar_takes_the_width_it_gets() -> None:
    assert VoteBar(VOTED, 75, "stemmen").fit(setter(), 165) == 20


def test_both_the_original_and_the_translation_of_a_quote_are_shown() -> None:
    note = e.Note(
        id="n1",
        text="Ağrım var",
        translation="Ik heb pijn",
        language="tr",
        starred=True,
        insights=("i1",),
        seq=1,
    )
    text = laid_out(report_of(small_state(note)), "goals")
    assert "“Ağrım var”" in text
    assert "Vertaling: Ik heb pijn" in text
