"""Gates: every rule is met by exactly what it asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.domain import entities as e
from facilitator.domain.gates import open_conditions, weigh
from facilitator.domain.method import GATE_RULES, Condition, Step
from facilitator.domain.state import State


def step(*rules: str) -> Step:
    gate = tuple(Condition(id=rule or "hand", text="t", rule=rule) for rule in rules)
    return Step(id="s", title="", short="", purpose="", activities=(), kinds=(), parts=(), gate=gate)


def full() -> State:
    """Return a dialogue in which every rule is met."""
    note = e.Note(id="n", alive=True, text="x", persona="p", step="s", insights=("i",))
    rows: dict[str, e.Entity] = {
        "dialogue": e.Dialogue(alive=True, question="q"),
        "meeting": e.Meeting(id="m", alive=True),
        "persona": e.Persona(id="p", alive=True),
        "note": note,
        "insight": e.Insight(id="i", alive=True, title="t", goals=("g",)),
        "goal": e.Goal(id="g", alive=True),
        "advice": e.Advice(
            id="a", alive=True, goal="g", insights=("i",), votes_for=1, votes_against=0, votes_abstain=0
        ),
    }
    return State({name: {row.id: row} for name, row in rows.items()})


def is_met(state: State, rule: str) -> bool:
    (found,) = weigh(state, step(rule))
    assert found.by_hand is (not rule)
    return found.met


@pytest.mark.parametrize("rule", GATE_RULES)
def test_every_rule_is_met_by_a_full_dialogue_and_by_no_empty_one(rule: str) -> None:
    assert is_met(full(), rule)
    assert not is_met(State(), rule)


SPOILERS: dict[str, tuple[str, str, dict[str, object]]] = {
    "question_set": ("dialogue", "dialogue", {"question": ""}),
    "meeting_set": ("meeting", "m", {"alive": False}),
    "personas_chosen": ("persona", "p", {"hidden": True}),
    "notes_captured": ("note", "n", {"step": "other"}),
    "every_persona_heard": ("note", "n", {"persona": ""}),
    "tray_empty": ("note", "n", {"insights": ()}),
    "insights_named": ("insight", "i", {"title": ""}),
    "insights_in_goals": ("goal", "g", {"alive": False}),
    "goals_have_advice": ("advice", "a", {"alive": False}),
    "advice_voted": ("advice", "a", {"votes_for": None}),
    "advice_rests_on_insights": ("insight", "i", {"alive": False}),
}


@pytest.mark.parametrize("rule", GATE_RULES)
def test_one_change_opens_each_rule_again(rule: str) -> None:
    entity, id, changes = SPOILERS[rule]
    state = full()
    state.tables[entity][id] = replace(state.tables[entity][id], **changes)  # pyright: ignore[reportArgumentType]
    assert not is_met(state, rule)


def test_a_parked_note_leaves_the_tray_empty() -> None:
    state = full()
    state.tables["note"]["n2"] = e.Note(id="n2", alive=True, text="y", parked="reden")
    assert is_met(state, "tray_empty")


def test_a_new_persona_must_be_heard_too_but_a_hidden_one_not() -> None:
    state = full()
    state.tables["persona"]["q"] = e.Persona(id="q", alive=True)
    assert not is_met(state, "every_persona_heard")
    state.tables["persona"]["q"] = e.Persona(id="q", alive=True, hidden=True)
    assert is_met(state, "every_persona_heard")


def test_what_people_judge_is_met_when_ticked() -> None:
    state = full()
    assert not is_met(state, "")
    state.tables["gate"] = {"s": e.Gate(id="s", alive=True, checked=("hand",))}
    assert is_met(state, "")


def test_open_conditions_are_those_not_met_in_order() -> None:
    state = full()
    state.tables["dialogue"].clear()
    assert [c.id for c in open_conditions(state, step("question_set", "meeting_set", ""))] == [
        "question_set",
        "hand",
    ]
    assert open_conditions(state, step()) == []
