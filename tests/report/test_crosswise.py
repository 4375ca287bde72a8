from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.evidence import cross_goal_insights
from tests.report.builders import example, laid_out, report_of, small_state


def test_every_insight_that_cuts_across_goals_is_listed() -> None:
    data = example()
    text = laid_out(data, "cross_goal")
    across = cross_goal_insights(data.state)
    assert len(across) > 3
    for insight in across:
        assert insight.title in text


def test_an_insight_of_one_goal_is_not() -> None:
    text = laid_out(report_of(small_state()), "cross_goal")
    assert "Dichtbij telt" not in text
    assert "Geen enkel inzicht hoort bij meer dan één doel." in text


def test_an_insight_without_a_goal_is_not_lost() -> None:
    loose = e.Insight(id="i2", title="Nergens bij", description="Toch gehoord.", goals=("weg",), seq=2)
    text = laid_out(report_of(small_state(loose)), "cross_goal")
    assert "Inzichten zonder doel I2 Nergens bij Toch gehoord. 0 notities" in text.replace(
        "\u00a0", " "
    ).replace("  ", " ")


def test_many_goals_are_named_by_number() -> None:
    goals = [e.Goal(id=f"x{n}", title=f"Doel {n}", seq=n + 1) for n in range(1, 15)]
    insight = e.Insight(id="i1", title="Overal", goals=("x1", "x4", "x14"), seq=1)
    text = laid_out(report_of(small_state(insight, *goals)), "cross_goal")
    assert "Overal 3 notities 2, 5 en 15" in text


def test_rejected_advice_comes_with_votes_and_the_other_view() -> None:
    advice = e.Advice(
        id="a2",
        goal="g1",
        text="Gratis parkeren",
        votes_for=4,
        votes_against=6,
        votes_abstain=0,
        minority="Te duur.",
        seq=2,
    )
    text = laid_out(report_of(small_state(advice)), "not_adopted").replace("\u00a0", " ")
    assert "Doel 1: Zorg in de buurt 1.2 Gratis parkeren Niet aangenomen 4 voor, 6 tegen" in text
    assert "Te duur." in text
    assert "Open een post" not in text


def test_rejected_advice_whose_goal_is_gone_is_told_too() -> None:
    advice = e.Advice(id="a9", goal="weg", text="Sluit alles", votes_for=0, votes_against=5, votes_abstain=0)
    assert "Adviezen zonder doel 0.1 Sluit alles" in laid_out(
        report_of(small_state(advice)), "not_adopted"
    ).replace("\u00a0", " ")


def test_it_says_whether_all_was_adopted_or_nothing_voted() -> None:
    assert "Alle adviezen waarover is gestemd, zijn aangenomen." in laid_out(
        report_of(small_state()), "not_adopted"
    )
    unvoted = small_state(e.Advice(id="a1", goal="g1", text="Later", seq=1))
    assert "Er is nog over geen enkel advies gestemd." in laid_out(report_of(unvoted), "not_adopted")
