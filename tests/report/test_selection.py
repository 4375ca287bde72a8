from __future__ import annotations

from facilitator.domain import entities as e
from tests.report.builders import laid_out, report_of, small_state


def people() -> list[e.Entity]:
    found: list[e.Entity] = [
        e.Participant(
            id=f"p{n}",
            name=f"Geheim {n}",
            contact=f"06-{n}",
            traits={"Leeftijd": "jong" if n % 3 else "oud"},
            status="drawn" if n < 10 else "applied",
        )
        for n in range(30)
    ]
    found.append(e.Quota(id="q1", trait="Leeftijd", value="jong", minimum=4, maximum=8))
    found.append(
        e.Draw(id="d1", method="loting met lagen", seed="20261114", drawn=("p0", "p1"), date="2026-10-01")
    )
    return found


def test_targets_applicants_and_panel_stand_side_by_side() -> None:
    text = laid_out(report_of(small_state(*people())), "selection")
    assert "Er waren 30 aanmeldingen en er kwamen 10 mensen." in text
    assert "jong 4–8 20 niet vermeld" in text
    assert "oud – 10 niet vermeld" in text
    assert "minder dan 5 mensen" in text
    assert "20261114" in text


def test_nobody_is_named_and_small_numbers_are_not_told() -> None:
    few = e.Participant(id="px", name="Alleen", traits={"Leeftijd": "heel oud"}, status="drawn")
    text = laid_out(report_of(small_state(*people(), few)), "selection")
    assert "heel oud – niet vermeld niet vermeld" in text
    assert "oud – niet vermeld niet vermeld" in text
    assert "jong 4–8 20 niet vermeld" in text
    assert "Geheim" not in text
    assert "Alleen" not in text


def test_what_was_promised_about_small_groups_holds_but_never_less_than_three() -> None:
    text = laid_out(report_of(small_state(*people(), smallest_group=1)), "selection")
    assert "oud – 10 4" in text
    few = e.Participant(id="px", traits={"Leeftijd": "heel oud"}, status="drawn")
    text = laid_out(report_of(small_state(*people(), few, smallest_group=1)), "selection")
    assert "heel oud – niet vermeld niet vermeld" in text


def test_totals_that_are_small_are_not_told_either() -> None:
    text = laid_out(report_of(small_state(*people()[:3])), "selection")
    assert "Er waren minder dan 5 aanmeldingen en er kwamen minder dan 5 mensen." in text
    assert "jong – niet vermeld niet vermeld" in text


def test_without_participants_there_is_no_such_chapter() -> None:
    assert "Wie er waren" not in laid_out(report_of(small_state()), "selection")
