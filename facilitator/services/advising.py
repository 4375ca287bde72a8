"""Write advice, count votes against a threshold fixed beforehand, and keep the order."""

from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.services import fields as f
from facilitator.services.decisions import take_out
from facilitator.store.session import SessionStore

DECISIONS = ("", "adopted", "rejected")

_text = f.filled(f.block(), "advice.empty")
_threshold = f.whole(1, 100, "threshold.bad")
_votes = f.whole(0, f.COUNT_LIMIT, "advice.bad_votes")
_RULES: f.Rules = {
    "text": _text,
    "addressee": f.line(),
    "condition": f.block(),
    "deadline": f.line(),
    "insights": f.links(f.need_insight),
    "minority": f.block(),
    "decision": f.choice(DECISIONS, "advice.bad_decision"),
}


def new_advice(store: SessionStore, goal: str, text: str, **fields: object) -> str:
    """Add a piece of advice to a goal and return its id.

    Raises:
        UserError: ``goal.unknown``, ``insight.unknown``, ``advice.empty``, ``advice.bad_decision``,
            ``text.too_long``.
    """
    state = store.state
    f.need_goal(state, goal)
    values = f.cleaned(state, _RULES, {"text": text, **fields})
    advice = e.Advice(id=store.new_id(), goal=goal, seq=state.next_seq("advice"), **values)  # pyright: ignore[reportArgumentType]
    with store.edit("advice.added") as edit:
        edit.create(advice)
    return advice.id


def update_advice(store: SessionStore, id: str, **fields: object) -> None:
    """Change fields of a piece of advice; votes and goal have calls of their own.

    Raises:
        UserError: ``advice.unknown`` and as ``new_advice``.
    """
    f.need_advice(store.state, id)
    values = f.cleaned(store.state, _RULES, fields)
    with store.edit("advice.edited") as edit:
        edit.set("advice", id, **values)


def set_votes(
    store: SessionStore,
    id: str,
    votes_for: int | None,
    votes_against: int | None,
    votes_abstain: int | None,
) -> None:
    """Keep the counted votes; three times None takes them off.

    Raises:
        UserError: ``advice.unknown``; ``advice.votes_incomplete``; ``advice.bad_votes`` with ``value``.
    """
    f.need_advice(store.state, id)
    counts: dict[str, int | None] = {
        "votes_for": votes_for,
        "votes_against": votes_against,
        "votes_abstain": votes_abstain,
    }
    missing = [name for name, count in counts.items() if count is None]
    if missing and len(missing) < len(counts):
        raise UserError("advice.votes_incomplete")
    for count in counts.values():
        if count is not None:
            _votes(store.state, count)
    with store.edit("advice.voted") as edit:
        edit.set("advice", id, **counts)


def delete_advice(store: SessionStore, id: str) -> None:
    """Delete a piece of advice with its replies and actions, and what was decided about them."""
    state = store.state
    f.need_advice(state, id)
    with store.edit("advice.deleted") as edit:
        take_out(edit, state, "reply", [reply.id for reply in state.replies if reply.advice == id])
        take_out(edit, state, "action", [action.id for action in state.actions if action.advice == id])
        take_out(edit, state, "advice", [id])


def move_advice(store: SessionStore, id: str, goal: str) -> None:
    """Move a piece of advice to the end of another goal."""
    state = store.state
    advice = f.need_advice(state, id)
    f.need_goal(state, goal)
    if advice.goal == goal:
        return
    with store.edit("advice.moved") as edit:
        edit.set("advice", id, goal=goal, seq=state.next_seq("advice"))


def threshold_fixed(state: State) -> bool:
    """Tell whether a vote was counted, so that the threshold may no longer change."""
    return any(advice.votes_for is not None for advice in state.advices)


def set_threshold(store: SessionStore, percent: int) -> None:
    """Fix which percentage of the votes cast must be in favour, 1..100.

    Raises:
        UserError: ``threshold.bad``; ``threshold.fixed`` once a vote is counted.
    """
    state = store.state
    value = _threshold(state, percent)
    if value == state.dialogue.threshold:
        return
    if threshold_fixed(state):
        raise UserError("threshold.fixed", percent=state.dialogue.threshold)
    with store.edit("threshold.changed") as edit:
        edit.set("dialogue", e.DIALOGUE_ID, threshold=value)
