from __future__ import annotations

import pytest

from facilitator.domain import entities as e
from facilitator.domain.board import TABLE
from facilitator.report.board_plans import ALL, AreaNames, plan_of
from tests.report.builders import example_state, kit_of, method, report_of, state_of


@pytest.mark.parametrize("which", [ALL, "ervaren", TABLE])
def test_each_board_holds_its_own_notes(which: str) -> None:
    state = example_state()
    plan = plan_of(state, method(), which)
    mine = [note for note in state.notes if which != "ervaren" or note.step == which]
    assert all(plan.has(note.id) == (note in mine) for note in state.notes)


@pytest.mark.parametrize(
    ("arrangement", "called"),
    [("kind", {"zorg"}), ("persona", {"Fatima"}), ("meeting", {"Inloop"}), ("rows", set[str]())],
)
def test_areas_are_called_what_their_cards_have_in_common(arrangement: str, called: set[str]) -> None:
    key = "step:ervaren|*"
    state = state_of(
        e.Dialogue(),
        e.Board(id=key, arrangement=arrangement),
        e.Persona(id="fatima", name="Fatima"),
        e.Meeting(id="m", name="Inloop"),
        e.Note(id="n", text="x", kind="worry", persona="fatima", meeting="m", step="ervaren"),
    )
    names = AreaNames(state, method(), kit_of(report_of(state)).strings, "los", "weg", "niemand")
    plan = plan_of(state, method(), "ervaren")
    assert {names.of(area) for area in plan.areas.values() if area.head} == called
