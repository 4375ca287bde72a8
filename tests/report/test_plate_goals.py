from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.domain.evidence import advices_of_goal, insights_of_goal
from facilitator.report.facts import Facts
from facilitator.report.kit import trace, votes_in_words
from tests.report.builders import example, example_state, flat, kit_of, printed, report_of, small_state
from tests.report.plates import answered, example_page, page_of, small_page


def test_every_goal_is_there_with_what_residents_say() -> None:
    page = example_page()
    for n, goal in enumerate(example_state().goals, 1):
        told = page.one(f"doel-{n}").text
        for words in (goal.title, goal.definition, goal.tensions, *goal.residents_say.split("\n\n")):
            assert words in told


def test_every_insight_and_advice_is_there_with_its_number() -> None:
    page, state = example_page(), example_state()
    for n, goal in enumerate(state.goals, 1):
        panel = page.one(f"doel-{n}")
        for insight in insights_of_goal(state, goal.id):
            assert insight.title in panel.text
            assert insight.description in panel.text
        for nth, advice in enumerate(advices_of_goal(state, goal.id), 1):
            told = panel.one(f"advies-{n}-{nth}").text
            for words in (
                f"{n}.{nth} ",
                advice.text,
                advice.addressee,
                advice.deadline,
                advice.condition,
                advice.minority,
            ):
                assert words in told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_figures_are_those_of_the_report(language: str, tmp_path: Path) -> None:
    data = example(language)
    kit, page = kit_of(data), example_page(language)
    report = printed(data, tmp_path)
    for advice in data.state.advices:
        told = page.one(f"advies-{kit.facts.numbers[advice.id].replace('.', '-')}").text
        for words in [
            "".join(s.text for s in votes_in_words(kit, advice)).split("\n")[-1],
            trace(kit, advice),
        ]:
            assert words in told
            assert flat(words) in report
    for n, goal in enumerate(data.state.goals, 1):
        rows = page.one(f"doel-{n}").all("tr")[1:]
        for row, heard in zip(rows, kit.facts.heard(goal), strict=True):
            assert kit.strings.n("channel.notes", heard.notes) in row.text
            assert kit.strings.percent(heard.share) in row.text


def test_the_quotes_of_the_report_are_the_quotes_here() -> None:
    facts, page = Facts(example()), example_page()
    shown: set[str] = set()
    for n, goal in enumerate(facts.state.goals, 1):
        chosen = facts.quotes(goal, shown)
        shown.update(note.id for note in chosen)
        told = page.one(f"doel-{n}").text
        assert all(note.text in told for note in chosen)


def test_a_quote_tells_channel_and_group_and_never_who_spoke() -> None:
    note = e.Note(id="q", text="Zo is het", starred=True, meeting="m3", insights=("i1",), seq=9)
    (source,) = [
        li.all("p", "source")[0]
        for li in small_page(note).one("doel-1").all("li", "note")
        if "Zo is" in li.text
    ]
    assert source.text == "zachte stemmen · patiënten"


def test_notes_of_the_chosen_persona_can_come_first() -> None:
    marks = [li.classes for li in example_page().one("doel-1").all("li", "by")]
    assert any("on" not in found for found in marks)
    assert any({"on", "by-1", "on-1"} <= found for found in marks)


def test_a_heading_for_quotes_stands_only_above_quotes_one_sees() -> None:
    (head,) = [h for h in small_page().one("doel-1").all("h4") if h.text == "In hun eigen woorden"]
    assert {"on", "on-1", "on-2"} <= head.classes
    heads = [h for h in example_page().one("doel-1").all("h4") if h.text == "In hun eigen woorden"]
    assert [h.classes for h in heads] == [set()]


def test_the_bar_shows_the_votes_in_proportion() -> None:
    (bar,) = small_page().one("advies-1-1").all("svg", "bar")
    wide = {rect.get("class"): float(rect.get("width")) for rect in bar.all("rect")}
    assert wide == pytest.approx(
        {"b-for": 400 * 58 / 71, "b-against": 400 * 9 / 71, "b-abstain": 400 * 4 / 71}, abs=0.1
    )
    assert {line.get("x1") for line in bar.all("line")} == {"300"}
    assert "58 voor, 9 tegen, 4 onthouden" in bar.get("aria-label")


def test_advice_not_voted_on_has_no_bar_and_says_so() -> None:
    page = small_page(e.Advice(id="a1", goal="g1", text="Later", seq=1))
    assert not page.all("svg", "bar")
    assert "Nog niet gestemd" in page.one("advies-1-1").text


def test_without_an_answer_it_says_so() -> None:
    assert "Nog geen antwoord." in small_page().one("advies-1-1").text


def test_an_answer_and_who_does_what_are_told() -> None:
    told = page_of(report_of(answered())).one("advies-1-1").text
    assert "Deels overgenomen · 2 maart 2026" in told
    assert "Eerst in één wijk." in told
    assert "Plek zoeken – De gemeente · klaar" in told
    assert "Post openen – De gemeente · klaar op 1 september 2026" in told
    assert "Nog geen antwoord" not in told


def test_an_unknown_kind_of_answer_is_shown_as_it_is() -> None:
    page = small_page(e.Reply(id="r", advice="a1", kind="misschien"))
    assert "misschien" in page.one("advies-1-1").text


def test_advice_without_a_goal_has_a_place_of_its_own() -> None:
    page = small_page(e.Advice(id="b1", goal="weg", text="Los advies", seq=4))
    assert "0.1 Los advies" in page.one("doel-0").text
    assert "#doel-0" in [a.get("href") for a in page.all("a")]


def test_a_bare_goal_says_what_it_lacks() -> None:
    state = small_state()
    for table in ("insight", "advice"):
        state.tables.pop(table)
    told = page_of(report_of(state)).one("doel-1").text
    assert "Bij dit doel horen nog geen inzichten." in told
    assert "Bij dit doel is nog geen advies geschreven." in told


def test_one_can_walk_from_goal_to_goal_and_back() -> None:
    links = [a.get("href") for a in example_page().one("doel-2").all("p", "way")[0].all("a")]
    assert links == ["#plaat", "#doel-1", "#doel-3"]
