"""What rests on what: notes under insights, insights under goals and advice, channels kept apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitator.domain import entities as e
from facilitator.domain.publishable import channel_told
from facilitator.domain.state import State


@dataclass(frozen=True, slots=True)
class Evidence:
    """One pass over the notes, indexed for the questions pages and report ask.

    Attributes:
        by_insight: Insight id -> its living notes in reading order.
        tray: Notes neither grouped nor parked.
        parked: Notes that fit none, each with its reason.
        channel_of: Note id -> channel of its meeting (``other`` without one).
    """

    by_insight: dict[str, list[e.Note]] = field(default_factory=dict[str, list[e.Note]])
    tray: list[e.Note] = field(default_factory=list[e.Note])
    parked: list[e.Note] = field(default_factory=list[e.Note])
    channel_of: dict[str, str] = field(default_factory=dict[str, str])

    def notes_of(self, insights: Iterable[str]) -> list[e.Note]:
        """Return the notes under these insights, each once, in reading order."""
        found = {note.id: note for insight in insights for note in self.by_insight.get(insight, [])}
        return sorted(found.values(), key=lambda note: (note.seq, note.id))

    def channels(self, notes: Iterable[e.Note]) -> dict[str, int]:
        """Return channel -> number of notes; never to be summed into one total across channels."""
        return dict(Counter(self.channel_of.get(note.id, "other") for note in notes))


def gather(state: State) -> Evidence:
    """Index all living notes of ``state``; a link to a dead insight counts as no link."""
    living = {insight.id for insight in state.insights}
    channel = {meeting.id: meeting.channel for meeting in state.meetings}
    by_insight: dict[str, list[e.Note]] = defaultdict(list)
    tray: list[e.Note] = []
    parked: list[e.Note] = []
    channel_of: dict[str, str] = {}
    for note in state.notes:
        channel_of[note.id] = channel.get(note.meeting) or channel_told(note.meeting) or "other"
        places = [insight for insight in note.insights if insight in living]
        for insight in places:
            by_insight[insight].append(note)
        if not places:
            (tray if note.parked is None else parked).append(note)
    return Evidence(dict(by_insight), tray, parked, channel_of)


def insights_of_goal(state: State, goal: str) -> list[e.Insight]:
    """Return the living insights that bear on ``goal``, in order."""
    return [insight for insight in state.insights if goal in insight.goals]


def advices_of_goal(state: State, goal: str) -> list[e.Advice]:
    """Return the living pieces of advice of ``goal``, in order."""
    return [advice for advice in state.advices if advice.goal == goal]


def cross_goal_insights(state: State) -> list[e.Insight]:
    """Return the insights that bear on two or more living goals, in order."""
    living = {goal.id for goal in state.goals}
    return [insight for insight in state.insights if len(living.intersection(insight.goals)) > 1]


def advice_numbers(state: State) -> dict[str, str]:
    """Return advice id -> number such as ``"3.2"`` (goal 3, second advice)."""
    numbers: dict[str, str] = {}
    for place, goal in enumerate(state.goals, 1):
        for nth, advice in enumerate(advices_of_goal(state, goal.id), 1):
            numbers[advice.id] = f"{place}.{nth}"
    return numbers


def persona_mix(notes: Iterable[e.Note]) -> list[tuple[str, int]]:
    """Return persona id and count, most first; notes about nobody are left out."""
    return Counter(note.persona for note in notes if note.persona).most_common()


def coverage(state: State) -> dict[tuple[str, str], int]:
    """Return (persona id, step id) -> number of living notes."""
    return dict(Counter((note.persona, note.step) for note in state.notes))
