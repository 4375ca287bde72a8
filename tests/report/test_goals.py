from __future__ import annotations

from dataclasses import replace

from facilitator.domain import entities as e
from tests.report.builders import example, laid_out, report_of, small_state, state_of


def goals(*more: e.Entity, language: str = "nl") -> str:
    return laid_out(report_of(small_state(*more), language), "goals").replace("\u00a0", " ")


def test_a_goal_comes_with_number_title_and_definition() -> None:
    assert "DOEL 1 Zorg in de buurt Wat vaak nodig is, is dichtbij." in goals()
    assert "GOAL 1 Zorg in de buurt" in goals(language="en")


def test_each_channel_says_whether_it_spoke_of_it() -> None:
    text = goals(e.Note(id="n2", text="elders", meeting="m3", seq=2))
    assert "Grote bijeenkomsten (71 tot 75 mensen per keer) ja 1 notitie 50 %" in text
    assert "Zachte stemmen (14 mensen) nee 0 notities 0 %" in text
    assert "Vragenlijst (1.104 antwoorden) ja 1 notitie 100 %" in text


def test_an_advice_tells_for_whom_when_and_on_what_condition() -> None:
    advice = e.Advice(
        id="a1",
        goal="g1",
        text="Open een post",
        addressee="MST",
        deadline="voor 2027",
        condition="Er is geld.",
        insights=("i1",),
        votes_for=9,
        votes_against=1,
        votes_abstain=0,
        minority="Eén vond het te duur.",
        seq=1,
    )
    text = goals(advice)
    assert "1.1 Open een post Voor: MST · voor 2027 Voorwaarde: Er is geld." in text
    assert "Aangenomen 9 voor, 1 tegen, 0 onthouden · 90 % voor (drempel 75 %)" in text
    assert "Wie het anders zag: Eén vond het te duur. Advies 1.1 rust op 1 inzicht en 3 notities" in text


def test_insights_come_with_their_notes_counted() -> None:
    assert "Dichtbij telt 3 notities" in goals()
    assert "Dichtbij telt 2 notities, plus 1 bedacht" in goals(
        e.Note(id="n1", text="x", basis="imagined", insights=("i1",), seq=1)
    )


def test_a_note_that_may_not_be_quoted_is_not() -> None:
    secret = e.Note(
        id="n1", text="Liever niet", kind="quote", starred=True, consent="none", insights=("i1",), seq=1
    )
    assert "Liever niet" not in goals(secret)
    assert "“Liever niet”" in goals(replace(secret, consent="anonymous_quote"))


def test_what_was_paraphrased_has_no_quotation_marks() -> None:
    text = goals(
        e.Note(id="n1", text="Het is ver", starred=True, consent="paraphrase", insights=("i1",), seq=1)
    )
    assert "Het is ver" in text
    assert "“Het is ver”" not in text


def test_tensions_and_what_residents_say_are_there_when_written() -> None:
    text = goals(
        e.Goal(id="g1", title="Zorg", residents_say="Wij zeggen dit.", tensions="Dat kost geld.", seq=1)
    )
    assert "Wat bewoners zeggen Wij zeggen dit." in text
    assert "Waar het schuurt Dat kost geld." in text
    assert "Waar het schuurt" not in goals()


def test_every_advice_of_the_example_is_there_with_its_trace() -> None:
    data = example()
    text = laid_out(data, "goals")
    for number, advice in ((f"{g}.{n}", a) for g, n, a in _numbered(data.state.goals, data.state.advices)):
        assert advice.text.split("\n")[0][:40] in text
        assert f"Advies {number} rust op" in text


def _numbered(goals: list[e.Goal], advices: list[e.Advice]) -> list[tuple[int, int, e.Advice]]:
    return [
        (place, nth, advice)
        for place, goal in enumerate(goals, 1)
        for nth, advice in enumerate([a for a in advices if a.goal == goal.id], 1)
    ]


def test_an_advice_whose_goal_is_gone_is_not_lost() -> None:
    text = goals(
        e.Advice(id="a9", goal="weg", text="Blijf bellen", votes_for=1, votes_against=0, votes_abstain=0)
    )
    assert "Adviezen zonder doel 0.1 Blijf bellen Aangenomen" in text


def test_without_goals_the_chapter_says_so() -> None:
    text = laid_out(report_of(state_of(e.Dialogue(title="Begin"))), "goals")
    assert "Doelen en adviezen Er zijn nog geen doelen benoemd." in text
