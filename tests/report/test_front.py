from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.report.blocks import Mark
from facilitator.report.front import TocLine
from facilitator.report.tags import Group
from tests.report.builders import example, laid_out, report_of, setter, small_state


def test_the_summary_of_the_example_is_one_page() -> None:
    text = laid_out(example(), "summary")
    assert "Samenvatting 3 Over dit rapport 4" in text


def test_it_tells_question_channels_goals_and_what_comes_next() -> None:
    state = small_state(commissioners=("MST", "ZGT"))
    text = laid_out(report_of(state), "summary")
    assert "Wat moet dichtbij blijven?" in text
    assert "Grote bijeenkomsten 2 bijeenkomsten 71 tot 75 mensen per keer 2 notities" in text
    assert "1 Zorg in de buurt 1 van 1 advies aangenomen" in text
    assert "Dit advies gaat naar MST en ZGT." in text


def test_a_summary_people_wrote_is_used() -> None:
    assert "Onze eigen woorden." in laid_out(report_of(small_state(summary="Onze eigen woorden.")), "summary")


def test_the_opening_word_has_its_own_page_only_when_there_is_one() -> None:
    assert "Woord van de bewoners" not in laid_out(report_of(small_state()), "opening")
    text = laid_out(report_of(small_state(opening="Wij zijn met velen.")), "opening")
    assert "Woord van de bewoners Wij zijn met velen." in text


def test_a_goal_without_advice_is_told_plainly() -> None:
    text = laid_out(report_of(small_state(e.Goal(id="g2", title="Rust", seq=2))), "summary")
    assert "2 Rust nog geen advies" in text


def test_a_long_entry_of_the_contents_wraps() -> None:
    short, long = (TocLine(Mark("a", "Doel " * count, 1), Group("TOC")) for count in (2, 60))
    assert short.fit(setter(), 400) < long.fit(setter(), 400)
