"""Check a dialogue against its own rules: what dangles, contradicts itself or is still missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain import entities as e
from facilitator.domain.method import Method
from facilitator.domain.state import State
from facilitator.services.boards import spot_id

BROKEN = frozenset(
    {
        "advice.goal_unknown",
        "advice.insight_unknown",
        "advice.votes_incomplete",
        "action.advice_unknown",
        "board.unknown",
        "dialogue.missing",
        "dialogue.step_unknown",
        "dialogue.threshold_missing",
        "gate.condition_unknown",
        "gate.step_unknown",
        "insight.goal_unknown",
        "note.empty",
        "note.insight_unknown",
        "note.meeting_unknown",
        "note.parked_and_grouped",
        "note.persona_unknown",
        "note.step_unknown",
        "reply.advice_unknown",
        "spot.misnamed",
    }
)
"""Findings the program itself never leaves behind; the others are work still to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not right, with the entity it is about."""

    code: str
    entity: str
    id: str

    @property
    def broken(self) -> bool:
        """Tell whether the file contradicts itself, rather than being unfinished."""
        return self.code in BROKEN


def check_rules(state: State, method: Method) -> list[Finding]:
    """Return everything found, in the order dialogue, personas, notes, insights, goals, advice, the rest."""
    return [
        *_dialogue(state, method),
        *_personas(state),
        *_notes(state, method),
        *_insights(state),
        *_goals(state),
        *_advices(state),
        *_follow_up(state),
        *_gates(state, method),
        *_boards(state),
    ]


def _dialogue(state: State, method: Method) -> Iterator[Finding]:
    dialogue = state.dialogue
    wrong = {
        "dialogue.missing": not dialogue.alive,
        "dialogue.no_title": not dialogue.title,
        "dialogue.no_question": not dialogue.question,
        "dialogue.step_unknown": any(
            step and method.step(step) is None for step in (dialogue.step, dialogue.furthest)
        ),
        "dialogue.threshold_missing": not 1 <= dialogue.threshold <= 100,
    }
    yield from _said("dialogue", dialogue.id, wrong)


def _said(entity: str, id: str, wrong: dict[str, bool]) -> Iterator[Finding]:
    yield from (Finding(code, entity, id) for code, is_wrong in wrong.items() if is_wrong)


def _personas(state: State) -> Iterator[Finding]:
    for persona in state.all_personas:
        yield from _said("persona", persona.id, {"persona.no_name": not persona.name})


def _notes(state: State, method: Method) -> Iterator[Finding]:
    personas = {persona.id for persona in state.all_personas}
    meetings = {meeting.id for meeting in state.meetings}
    insights = {insight.id for insight in state.insights}
    steps = {step.id for step in method.steps}
    for note in state.notes:
        wrong = {
            "note.empty": not note.text,
            "note.persona_unknown": bool(note.persona) and note.persona not in personas,
            "note.meeting_unknown": bool(note.meeting) and note.meeting not in meetings,
            "note.step_unknown": bool(note.step) and note.step not in steps,
            "note.insight_unknown": not insights.issuperset(note.insights),
            "note.parked_and_grouped": note.parked is not None and bool(note.insights),
            "note.parked_without_reason": note.parked == "",
        }
        yield from _said("note", note.id, wrong)


def _insights(state: State) -> Iterator[Finding]:
    filled = {insight for note in state.notes for insight in note.insights}
    goals = {goal.id for goal in state.goals}
    for insight in state.insights:
        wrong = {
            "insight.no_title": not insight.title,
            "insight.no_notes": insight.id not in filled,
            "insight.goal_unknown": not goals.issuperset(insight.goals),
        }
        yield from _said("insight", insight.id, wrong)


def _goals(state: State) -> Iterator[Finding]:
    for goal in state.goals:
        yield from _said("goal", goal.id, {"goal.no_title": not goal.title})


def _advices(state: State) -> Iterator[Finding]:
    goals = {goal.id for goal in state.goals}
    insights = {insight.id for insight in state.insights}
    for advice in state.advices:
        wrong = {
            "advice.empty": not advice.text,
            "advice.no_goal": not advice.goal,
            "advice.goal_unknown": bool(advice.goal) and advice.goal not in goals,
            "advice.no_insights": not advice.insights,
            "advice.insight_unknown": not insights.issuperset(advice.insights),
            "advice.votes_incomplete": _votes_incomplete(advice),
        }
        yield from _said("advice", advice.id, wrong)


def _votes_incomplete(advice: e.Advice) -> bool:
    counts = (advice.votes_for, advice.votes_against, advice.votes_abstain)
    missing = sum(count is None for count in counts)
    return 0 < missing < len(counts) or any(count is not None and count < 0 for count in counts)


def _follow_up(state: State) -> Iterator[Finding]:
    advices = {advice.id for advice in state.advices}
    for reply in state.replies:
        yield from _said("reply", reply.id, {"reply.advice_unknown": reply.advice not in advices})
    for action in state.actions:
        yield from _said("action", action.id, {"action.advice_unknown": action.advice not in advices})


def _gates(state: State, method: Method) -> Iterator[Finding]:
    for gate in state.tables.get("gate", {}).values():
        if not isinstance(gate, e.Gate) or not gate.alive:
            continue
        step = method.step(gate.id)
        known = {condition.id for condition in step.gate} if step else set(gate.checked)
        wrong = {
            "gate.step_unknown": step is None,
            "gate.condition_unknown": not known.issuperset(gate.checked),
        }
        yield from _said("gate", gate.id, wrong)


def _boards(state: State) -> Iterator[Finding]:
    """Find what no board can follow; the spot of a note that is gone is no fault, it waits for its return."""
    for board in state.tables.get("board", {}).values():
        if isinstance(board, e.Board) and board.alive:
            known = board.arrangement in e.ARRANGEMENTS and board.colouring in e.COLOURINGS
            yield from _said("board", board.id, {"board.unknown": not known})
    for spot in sorted(state.spots, key=lambda spot: spot.id):
        # One note has one spot on a board, because its id says which.
        yield from _said("spot", spot.id, {"spot.misnamed": spot.id != spot_id(spot.board, spot.note)})
