from __future__ import annotations

from facilitator.domain import entities as e
from tests.report.builders import laid_out, report_of, small_state


def text_of(*more: e.Entity) -> str:
    return laid_out(report_of(small_state(*more)), "follow_up").replace("\u00a0", " ")


def test_without_an_answer_there_is_room_for_one() -> None:
    text = text_of()
    assert "1.1 Open een post" in text
    assert "Helemaal overgenomen" in text
    assert "Wie pakt het op" in text


def test_an_answer_is_told_with_its_reason() -> None:
    reply = e.Reply(id="r1", advice="a1", kind="partly", reason="Eerst in twee dorpen.", date="2026-12-01")
    text = text_of(reply)
    assert "Antwoord: Deels overgenomen Eerst in twee dorpen. 1 december 2026" in text
    assert "Helemaal overgenomen" not in text


def test_the_calendar_tells_actions_by_date_and_deadlines_in_words() -> None:
    actions = [
        e.Action(id="c1", advice="a1", text="Ruimte zoeken", owner="MST", due="2027-03-01", seq=1),
        e.Action(
            id="c2", advice="a1", text="Praten met dorpen", owner="ZGT", due="2027-01-15", done=True, seq=2
        ),
    ]
    later = e.Advice(id="a2", goal="g1", text="Rijd met een bus", deadline="voor de zomer", seq=2)
    text = text_of(*actions, later)
    assert text.index("Praten met dorpen") < text.index("Ruimte zoeken")
    assert "15 januari 2027 1.1 Praten met dorpen ZGT klaar" in text
    assert "voor de zomer" in text


def test_advice_that_was_not_adopted_asks_for_no_answer() -> None:
    rejected = e.Advice(
        id="a2", goal="g1", text="Gratis parkeren", votes_for=1, votes_against=9, votes_abstain=0, seq=2
    )
    assert "Gratis parkeren" not in text_of(rejected)


def test_without_advice_it_says_so() -> None:
    state = small_state()
    state.tables["advice"].clear()
    assert "Er is nog geen advies" in laid_out(report_of(state), "follow_up")
