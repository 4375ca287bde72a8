"""Checking: a sound dialogue is silent, every planted fault is named, and each name has words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.domain.state import State
from facilitator.services import advising, checking, dialogue, grouping, notes
from facilitator.services.checking import BROKEN, Finding, check_rules
from facilitator.store.session import SessionStore
from tests.services import builders

METHOD = builders.method_texts().pick("nl")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog", notes=5) as made:
        ids = builders.note_ids(made)
        goal = grouping.new_goal(made, "doel")
        insight = grouping.new_insight(made, "inzicht", ids[:2], "", [goal])
        notes.park(made, ids[2:3], "past nergens")
        advice = advising.new_advice(made, goal, "advies", insights=[insight])
        advising.set_votes(made, advice, 3, 1, 0)
        dialogue.tick_condition(made, "praten", builders.HAND_TICKED, True)
        yield made


def with_fault(state: State, *faulty: tuple[str, e.Entity]) -> list[Finding]:
    copy = state.copy()
    for name, entity in faulty:
        copy.tables[name][entity.id] = entity
    return check_rules(copy, METHOD)


FAULTS: dict[str, tuple[str, e.Entity]] = {
    "dialogue.missing": ("dialogue", e.Dialogue(title="t", question="v")),
    "dialogue.no_title": ("dialogue", e.Dialogue(alive=True, question="v")),
    "dialogue.no_question": ("dialogue", e.Dialogue(alive=True, title="t")),
    "dialogue.step_unknown": ("dialogue", e.Dialogue(alive=True, title="t", question="v", furthest="x")),
    "dialogue.threshold_missing": ("dialogue", e.Dialogue(alive=True, title="t", question="v", threshold=0)),
    "persona.no_name": ("persona", e.Persona(id="f", alive=True)),
    "note.empty": ("note", e.Note(id="f", alive=True)),
    "note.persona_unknown": ("note", e.Note(id="f", alive=True, text="x", persona="x")),
    "note.meeting_unknown": ("note", e.Note(id="f", alive=True, text="x", meeting="x")),
    "note.step_unknown": ("note", e.Note(id="f", alive=True, text="x", step="x")),
    "note.insight_unknown": ("note", e.Note(id="f", alive=True, text="x", insights=("x",))),
    "note.parked_without_reason": ("note", e.Note(id="f", alive=True, text="x", parked="")),
    "insight.no_notes": ("insight", e.Insight(id="f", alive=True, title="t")),
    "goal.no_title": ("goal", e.Goal(id="f", alive=True)),
    "advice.votes_incomplete": ("advice", e.Advice(id="f", votes_for=1)),
    "reply.advice_unknown": ("reply", e.Reply(id="f", alive=True, advice="x")),
    "action.advice_unknown": ("action", e.Action(id="f", alive=True, advice="x")),
    "board.unknown": ("board", e.Board(id="f", alive=True, arrangement="spiraal")),
    "spot.misnamed": ("spot", e.Spot(id="f", alive=True, board="all|*", note="n")),
    "gate.step_unknown": ("gate", e.Gate(id="f", alive=True, checked=("x",))),
    "gate.condition_unknown": ("gate", e.Gate(id="praten", alive=True, checked=("x",))),
}


def test_a_sound_dialogue_is_silent(store: SessionStore) -> None:
    assert check_rules(store.state, METHOD) == []


@pytest.mark.parametrize("code", [code for code in FAULTS if not code.startswith("advice")])
def test_a_planted_fault_is_the_only_one_named(store: SessionStore, code: str) -> None:
    name, entity = FAULTS[code]
    assert with_fault(store.state, FAULTS[code]) == [Finding(code, name, entity.id)]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"text": ""}, ["advice.empty"]),
        ({"goal": ""}, ["advice.no_goal"]),
        ({"goal": "x"}, ["advice.goal_unknown"]),
        ({"insights": ()}, ["advice.no_insights"]),
        ({"insights": ("x",)}, ["advice.insight_unknown"]),
        ({"votes_for": 1}, ["advice.votes_incomplete"]),
        ({"votes_for": -1, "votes_against": 0, "votes_abstain": 0}, ["advice.votes_incomplete"]),
        ({"votes_for": 0, "votes_against": 0, "votes_abstain": 0}, []),
    ],
)
def test_faulty_advice_is_named(store: SessionStore, fields: dict[str, object], codes: list[str]) -> None:
    state = store.state
    whole: dict[str, object] = {
        "text": "a",
        "goal": state.goals[0].id,
        "insights": (state.insights[0].id,),
        **fields,
    }
    advice = e.Advice(id="f", alive=True, **whole)  # pyright: ignore[reportArgumentType]
    assert [found.code for found in with_fault(state, ("advice", advice))] == codes


def test_a_note_both_parked_and_grouped_is_named(store: SessionStore) -> None:
    note = e.Note(id="f", alive=True, text="x", parked="reden", insights=(store.state.insights[0].id,))
    assert [found.code for found in with_fault(store.state, ("note", note))] == ["note.parked_and_grouped"]


def test_an_insight_without_name_and_with_a_lost_goal_is_named(store: SessionStore) -> None:
    found = with_fault(
        store.state,
        ("insight", e.Insight(id="f", alive=True, goals=("x",))),
        ("note", e.Note(id="n", alive=True, text="x", insights=("f",))),
    )
    assert [item.code for item in found] == ["insight.no_title", "insight.goal_unknown"]
    assert [item.broken for item in found] == [False, True]


def test_what_is_dead_is_not_checked(store: SessionStore) -> None:
    assert with_fault(store.state, ("note", e.Note(id="f", persona="x")), ("gate", e.Gate(id="x"))) == []


def test_an_empty_file_has_findings_but_no_accident(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "leeg.dialoog", source="s") as bare:
        codes = [found.code for found in check_rules(bare.state, METHOD)]
    assert codes == ["dialogue.missing", "dialogue.no_title", "dialogue.no_question"]


def test_every_finding_has_words_in_both_languages(root: Path) -> None:
    source = Path(checking.__file__).read_text("utf-8")
    codes = set(re.findall(r'"([a-z]+\.[a-z_]+)"', source))
    assert codes >= BROKEN
    for language in ("nl", "en"):
        texts = tomllib.loads((root / "resources" / "i18n" / f"messages_{language}.toml").read_text("utf-8"))
        assert codes <= texts["findings"].keys()
