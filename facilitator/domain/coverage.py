"""Who has been heard: notes per persona and step, per persona and goal, and per channel.

Notes are kept as counts of what they have in common, so an edit costs what it changed, and the
tables are made from the counts. What was imagined for a persona is counted apart: it is nobody's voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Insight, Note
from facilitator.domain.state import State

K = TypeVar("K")
EXPECTED_CHANNELS = ("large", "soft", "survey")
"""The channels a dialogue should have heard; ``other`` is welcome but not missed."""
IMAGINED = "imagined"


@dataclass(frozen=True, slots=True)
class Heard:
    """Notes in one cell; ``imagined`` ones are not among ``voices``."""

    voices: int = 0
    imagined: int = 0


NONE = Heard()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who was heard where.

    Attributes:
        steps, goals: (persona, id of the step or goal) -> what was heard; empty cells are absent.
        personas: Persona -> heard in the whole dialogue.
        channels: Channel -> heard there, about whomever.
        silent: Ids of the personas that take part and have no voice yet, in order.
        missing: Channels of ``EXPECTED_CHANNELS`` in which nothing was heard yet.
    """

    steps: Mapping[tuple[str, str], Heard]
    goals: Mapping[tuple[str, str], Heard]
    personas: Mapping[str, Heard]
    channels: Mapping[str, Heard]
    silent: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(slots=True)
class Voices:
    """The counts behind the tables, kept up to date edit by edit; the last of each key: imagined or not.

    Attributes:
        steps: Living notes per persona and step.
        meetings: Living notes per meeting.
        bundles: Living notes per persona and the insights they lie in; loose ones are not here.
    """

    steps: Counter[tuple[str, str, bool]] = field(default_factory=Counter[tuple[str, str, bool]])
    meetings: Counter[tuple[str, bool]] = field(default_factory=Counter[tuple[str, bool]])
    bundles: Counter[tuple[str, tuple[str, ...], bool]] = field(
        default_factory=Counter[tuple[str, tuple[str, ...], bool]]
    )

    def read(self, state: State) -> None:
        """Count every note anew."""
        rows = cast("Iterable[Note]", state.tables.get("note", {}).values())
        notes = [note for note in rows if note.alive]
        # Counted by what is alike first: that is far less to go through than all notes.
        alike = Counter([(note.persona, note.step, note.meeting, note.basis) for note in notes])
        bundled = Counter([(note.persona, note.insights, note.basis) for note in notes if note.insights])
        for counts in (self.steps, self.meetings, self.bundles):
            counts.clear()
        for (persona, step, meeting, basis), number in alike.items():
            self.steps[persona, step, basis == IMAGINED] += number
            self.meetings[meeting, basis == IMAGINED] += number
        for (persona, insights, basis), number in bundled.items():
            self.bundles[persona, insights, basis == IMAGINED] += number

    def apply(self, changes: ChangeSet) -> None:
        """Count what an edit changed; after a merge ``read`` instead."""
        for row in changes.of("note"):
            for note, by in ((row.before, -1), (row.after, 1)):
                if isinstance(note, Note) and note.alive:
                    self._add(note, by)

    def _add(self, note: Note, by: int) -> None:
        imagined = note.basis == IMAGINED
        _count(self.steps, (note.persona, note.step, imagined), by)
        _count(self.meetings, (note.meeting, imagined), by)
        if note.insights:
            _count(self.bundles, (note.persona, note.insights, imagined), by)

    def coverage(self, state: State) -> Coverage:
        """Make the tables from the counts."""
        steps: dict[tuple[str, str], list[int]] = {}
        goals: dict[tuple[str, str], list[int]] = {}
        personas: dict[str, list[int]] = {}
        channels: dict[str, list[int]] = {}
        goals_of = _goals_of(state)
        channel_of = {meeting.id: meeting.channel for meeting in state.meetings}
        for (persona, step, imagined), number in self.steps.items():
            steps.setdefault((persona, step), [0, 0])[imagined] += number
            personas.setdefault(persona, [0, 0])[imagined] += number
        for (meeting, imagined), number in self.meetings.items():
            if meeting in channel_of:
                channels.setdefault(channel_of[meeting], [0, 0])[imagined] += number
        for (persona, insights, imagined), number in self.bundles.items():
            # A note counts once for a goal, by however many insights it leads there.
            for goal in dict.fromkeys(goal for insight in insights for goal in goals_of.get(insight, ())):
                goals.setdefault((persona, goal), [0, 0])[imagined] += number
        return Coverage(
            steps=_heard(steps),
            goals=_heard(goals),
            personas=_heard(personas),
            channels=_heard(channels),
            silent=tuple(p.id for p in state.personas if not personas.get(p.id, (0, 0))[0]),
            missing=tuple(name for name in EXPECTED_CHANNELS if not channels.get(name, (0, 0))[0]),
        )


def _count(counts: Counter[K], key: K, by: int) -> None:
    counts[key] += by
    if not counts[key]:
        del counts[key]


def _heard(counts: Mapping[K, list[int]]) -> dict[K, Heard]:
    return {key: Heard(*pair) for key, pair in counts.items()}


def _goals_of(state: State) -> dict[str, tuple[str, ...]]:
    """Return the living goals of every living insight."""
    living = {goal.id for goal in state.goals}
    insights = cast("Iterable[Insight]", state.tables.get("insight", {}).values())
    return {i.id: tuple(goal for goal in i.goals if goal in living) for i in insights if i.alive}


def coverage(state: State) -> Coverage:
    """Return who was heard where, counted anew."""
    voices = Voices()
    voices.read(state)
    return voices.coverage(state)
