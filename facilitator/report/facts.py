"""What the chapters tell, worked out once from the dialogue: who spoke where, what rests on what.

Notes imagined for a persona are nobody's voice: they are counted apart and never under a channel.
Channels are kept side by side; nothing here adds them up.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from facilitator.domain import entities as e
from facilitator.domain.evidence import Evidence, advice_numbers, advices_of_goal, gather, insights_of_goal
from facilitator.domain.publishable import is_together
from facilitator.domain.report_data import ReportData
from facilitator.domain.state import State
from facilitator.domain.voting import Outcome, outcome
from facilitator.report.pictures import Pictures
from facilitator.report.strings import Strings
from facilitator.report.voices import voiced

QUOTES_PER_GOAL = 6


@dataclass(frozen=True, slots=True)
class Channel:
    """One way in which people took part.

    Attributes:
        people: Fewest and most people at one meeting; None when nobody was counted.
        few: Some meetings are too small to be shown by themselves.
        notes: Number of notes people said; ``imagined`` those thought up for a persona.
    """

    id: str
    meetings: int
    people: tuple[int, int] | None
    notes: int
    imagined: int
    few: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """How often one channel spoke about a goal, out of all its notes."""

    channel: Channel
    notes: int

    @property
    def share(self) -> float:
        """Return the percentage of this channel's notes, 0.0..100.0."""
        return 100.0 * self.notes / self.channel.notes if self.channel.notes else 0.0


@dataclass(frozen=True, slots=True)
class Rests:
    """What an advice rests on: insights, notes per channel, and imagined notes apart."""

    insights: int
    notes: int
    channels: tuple[tuple[str, int], ...]
    imagined: int


def channel_of(meeting: e.Meeting) -> str:
    """Return the channel of ``meeting``; one this program does not know counts as ``other``."""
    return meeting.channel if meeting.channel in e.CHANNELS else "other"


class Facts:
    """The report's figures, from one pass over the notes."""

    def __init__(self, data: ReportData) -> None:
        self.data = data
        self.state: State = voiced(data.state, data.language)
        found = gather(self.state)
        known = {
            note: channel if channel in e.CHANNELS else "other" for note, channel in found.channel_of.items()
        }
        self.evidence: Evidence = replace(found, channel_of=known)
        self.numbers = advice_numbers(self.state)
        self.loose_advices = [advice for advice in self.state.advices if advice.id not in self.numbers]
        self.numbers |= {advice.id: f"0.{place}" for place, advice in enumerate(self.loose_advices, 1)}
        self.notes = self.state.notes
        self.pictures = Pictures(self.state)
        self.insight_codes = {row.id: f"I{place}" for place, row in enumerate(self.state.insights, 1)}
        self.codes = {note.id: f"N{place}" for place, note in enumerate(self.notes, 1)}
        self.channels = self._channels()

    def _channels(self) -> list[Channel]:
        said, imagined = self._counted(self.notes)
        found: list[Channel] = []
        for channel in e.CHANNELS:
            meetings = [meeting for meeting in self.state.meetings if channel_of(meeting) == channel]
            alone = [meeting for meeting in meetings if not is_together(meeting)]
            people = [meeting.people for meeting in alone if meeting.people]
            span = (min(people), max(people)) if people else None
            held = sum(self.data.kept.together.get(meeting.id, 1) for meeting in meetings)
            if meetings or said.get(channel) or imagined.get(channel):
                counts = said.get(channel, 0), imagined.get(channel, 0)
                found.append(Channel(channel, held, span, *counts, few=len(alone) < len(meetings)))
        return found

    def _counted(self, notes: Iterable[e.Note]) -> tuple[dict[str, int], dict[str, int]]:
        notes = list(notes)
        said = self.evidence.channels(note for note in notes if note.basis != "imagined")
        return said, self.evidence.channels(note for note in notes if note.basis == "imagined")

    def goal_notes(self, goal: e.Goal) -> list[e.Note]:
        """Return the notes under the insights of ``goal``, each once, in reading order."""
        return self.evidence.notes_of(insight.id for insight in insights_of_goal(self.state, goal.id))

    def heard(self, goal: e.Goal) -> list[Heard]:
        """Return per channel how many of its notes bear on ``goal``."""
        said, _ = self._counted(self.goal_notes(goal))
        return [Heard(channel, said.get(channel.id, 0)) for channel in self.channels]

    def rests(self, advice: e.Advice) -> Rests:
        """Return what ``advice`` rests on; its notes are each counted once."""
        insights = [id for id in dict.fromkeys(advice.insights) if self.state.insight(id)]
        notes = self.evidence.notes_of(insights)
        said, imagined = self._counted(notes)
        channels = tuple((channel, said[channel]) for channel in e.CHANNELS if said.get(channel))
        return Rests(
            len(insights),
            len(notes),
            channels,
            len([n for n in notes if n.basis == "imagined"]) if imagined else 0,
        )

    def outcome(self, advice: e.Advice) -> Outcome:
        """Return the result of the vote on ``advice``."""
        return outcome(advice, self.state.dialogue.threshold)

    def adopted(self, goal: e.Goal) -> int:
        """Return how many pieces of advice of ``goal`` were adopted."""
        return sum(self.outcome(advice).adopted is True for advice in advices_of_goal(self.state, goal.id))

    def rejected(self) -> list[e.Advice]:
        """Return the advice that was voted on or decided and not adopted, in order of number."""
        ordered = [advice for goal in self.state.goals for advice in advices_of_goal(self.state, goal.id)]
        return [advice for advice in [*ordered, *self.loose_advices] if self.outcome(advice).adopted is False]

    def quotes(self, goal: e.Goal, shown: Container[str] = ()) -> list[e.Note]:
        """Return notes that may be quoted: starred first, and every channel in turn so that none drowns.

        What was ``shown`` with an earlier goal comes back only when too little else is left.
        """
        fit = [n for n in self.goal_notes(goal) if n.consent != "none" and (n.starred or n.kind == "quote")]
        fresh = [note for note in fit if note.id not in shown]
        fit = fresh if len(fresh) >= 2 else fit
        fit.sort(key=lambda note: not note.starred)
        lanes = {
            channel.id: [n for n in fit if self.evidence.channel_of[n.id] == channel.id]
            for channel in self.channels
        }
        chosen: list[e.Note] = []
        while len(chosen) < QUOTES_PER_GOAL and any(lanes.values()):
            chosen += [lane.pop(0) for lane in lanes.values() if lane]
        return chosen[:QUOTES_PER_GOAL]

    def persona_text(self, persona: e.Persona, field: str) -> str:
        """Return a persona's text in the report's language, else as it was written."""
        own: str = getattr(persona, field)
        language = self.data.language
        if language == self.state.dialogue.language:
            return own
        return persona.translations.get(language, {}).get(field) or own

    def speaker(self, note: e.Note) -> str:
        """Return the group a note comes from; the meeting's when the note has none."""
        meeting = self.state.meeting(note.meeting)
        return note.speaker_group or (meeting.group if meeting else "")

    def channel_beside(self, note: e.Note) -> str:
        """Return the channel that may stand beside the words of ``note``, or nothing; counts know it."""
        hidden = self.data.kept.anonymity == "full"
        return "" if hidden else self.evidence.channel_of.get(note.id, "other")

    def basis_beside(self, note: e.Note) -> str:
        """Return what may stand beside words of how the speaker knew; that nobody spoke is always told."""
        return "" if self.data.kept.anonymity == "full" and note.basis != "imagined" else note.basis


def called(meeting: e.Meeting, strings: Strings) -> str:
    """Return the name of a meeting; several that are shown together have one of ours."""
    return strings.t("process.together") if is_together(meeting) else meeting.name
