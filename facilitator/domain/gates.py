"""What must be true to go on: the conditions of a step's gate, weighed against the state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.domain.evidence import Evidence, advices_of_goal, gather
from facilitator.domain.method import Condition, Step
from facilitator.domain.state import State
from facilitator.domain.voting import outcome


@dataclass(frozen=True, slots=True)
class Weighed:
    """A condition with its verdict; ``by_hand`` when only people can tell."""

    condition: Condition
    met: bool
    by_hand: bool


def weigh(state: State, step: Step, evidence: Evidence | None = None) -> list[Weighed]:
    """Weigh every condition of the gate of ``step``; pass ``evidence`` when it is at hand."""
    if not step.gate:
        return []
    facts = evidence or gather(state)
    ticked = state.gate(step.id).checked
    found: list[Weighed] = []
    for condition in step.gate:
        rule = _RULES.get(condition.rule)
        met = rule(state, step, facts) if rule else condition.id in ticked
        found.append(Weighed(condition, met, rule is None))
    return found


def open_conditions(state: State, step: Step) -> list[Condition]:
    """Return the conditions that are not met yet."""
    return [item.condition for item in weigh(state, step) if not item.met]


def _question_set(state: State, _step: Step, _facts: Evidence) -> bool:
    return bool(state.dialogue.question)


def _meeting_set(state: State, _step: Step, _facts: Evidence) -> bool:
    return bool(state.meetings)


def _personas_chosen(state: State, _step: Step, _facts: Evidence) -> bool:
    return bool(state.personas)


def _notes_captured(state: State, step: Step, _facts: Evidence) -> bool:
    return any(note.step == step.id for note in state.notes)


def _every_persona_heard(state: State, step: Step, _facts: Evidence) -> bool:
    heard = {note.persona for note in state.notes if note.step == step.id}
    return bool(state.personas) and all(persona.id in heard for persona in state.personas)


def _tray_empty(_state: State, _step: Step, facts: Evidence) -> bool:
    return not facts.tray and bool(facts.by_insight or facts.parked)


def _insights_named(state: State, _step: Step, _facts: Evidence) -> bool:
    return bool(state.insights) and all(insight.title for insight in state.insights)


def _insights_in_goals(state: State, _step: Step, _facts: Evidence) -> bool:
    living = {goal.id for goal in state.goals}
    return bool(state.insights) and all(living.intersection(insight.goals) for insight in state.insights)


def _goals_have_advice(state: State, _step: Step, _facts: Evidence) -> bool:
    return bool(state.goals) and all(advices_of_goal(state, goal.id) for goal in state.goals)


def _advice_voted(state: State, _step: Step, _facts: Evidence) -> bool:
    threshold = state.dialogue.threshold
    return bool(state.advices) and all(outcome(a, threshold).adopted is not None for a in state.advices)


def _advice_rests(state: State, _step: Step, _facts: Evidence) -> bool:
    living = {insight.id for insight in state.insights}
    return bool(state.advices) and all(living.intersection(advice.insights) for advice in state.advices)


_RULES: dict[str, Callable[[State, Step, Evidence], bool]] = {
    "question_set": _question_set,
    "meeting_set": _meeting_set,
    "personas_chosen": _personas_chosen,
    "notes_captured": _notes_captured,
    "every_persona_heard": _every_persona_heard,
    "tray_empty": _tray_empty,
    "insights_named": _insights_named,
    "insights_in_goals": _insights_in_goals,
    "goals_have_advice": _goals_have_advice,
    "advice_voted": _advice_voted,
    "advice_rests_on_insights": _advice_rests,
}
