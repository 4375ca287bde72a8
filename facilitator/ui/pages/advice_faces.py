"""Advice and its evidence in the words of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject

from facilitator.domain.entities import CHANNELS, Advice, Note
from facilitator.domain.evidence import Evidence, advice_numbers, advices_of_goal
from facilitator.domain.voting import outcome
from facilitator.ui.kit.context import Context
from facilitator.ui.pages.evidence_pane import Support
from facilitator.ui.widgets.advice_card import AdviceFace
from facilitator.ui.widgets.advice_goals import GoalRow


class AdviceFaces(QObject):
    """Describes what the advice page shows; ``evidence`` gives the index of the notes as they are now."""

    def __init__(
        self, context: Context, evidence: Callable[[], Evidence], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._evidence = evidence

    def goals(self) -> list[GoalRow]:
        """Return the goals with how much advice they have."""
        state = self._context.dialogue.state
        count = Counter(advice.goal for advice in state.advices)
        return [
            GoalRow(goal.id, number, goal.title, self.tr("%n piece(s) of advice", "", count[goal.id]))
            for number, goal in enumerate(state.goals, 1)
        ]

    def cards(self, goal: str) -> list[AdviceFace]:
        """Return the advice of one goal."""
        state = self._context.dialogue.state
        numbers = advice_numbers(state)
        return [self.card(advice, numbers.get(advice.id, "")) for advice in advices_of_goal(state, goal)]

    def card(self, advice: Advice, number: str) -> AdviceFace:
        """Return one piece of advice with its votes and verdict."""
        threshold = self._context.dialogue.state.dialogue.threshold
        result = outcome(advice, threshold)
        details: list[str] = []
        if advice.addressee:
            details.append(self.tr("For: {whom}").format(whom=advice.addressee))
        if advice.deadline:
            details.append(advice.deadline)
        votes = None
        words = ""
        if result.voted:
            votes = (advice.votes_for or 0, advice.votes_against or 0, advice.votes_abstain or 0)
            words = self.tr("{for_} for · {against} against · {abstained} abstained").format(
                for_=votes[0], against=votes[1], abstained=votes[2]
            )
        verdict, tone = self.tr("Not voted on yet"), "quiet"
        if result.adopted is not None:
            verdict = "✓ " + self.tr("Adopted") if result.adopted else "✕ " + self.tr("Not adopted")
            tone = "good" if result.adopted else "danger"
            if result.overruled:
                verdict = self.tr("{verdict}, against what the votes say").format(verdict=verdict)
        return AdviceFace(
            id=advice.id,
            number=number,
            text=advice.text,
            detail=" · ".join(details),
            votes=votes,
            votes_words=words,
            verdict=verdict,
            tone=tone,
            threshold=threshold,
        )

    def support(self, advice: Advice | None, number: str) -> Support:
        """Return what an advice rests on; imagined notes are nobody's voice and counted apart."""
        if advice is None:
            lead = self.tr("Choose a piece of advice to see what it rests on.")
            return Support(lead, "")
        facts = self._evidence()
        insights = [found for id in advice.insights if (found := self._context.dialogue.state.insight(id))]
        notes = facts.notes_of(insight.id for insight in insights)
        said = [note for note in notes if note.basis != "imagined"]
        imagined = len(notes) - len(said)
        title = self.tr("{insights}, {notes}").format(
            insights=self.tr("%n insight(s)", "", len(insights)), notes=self.tr("%n note(s)", "", len(notes))
        )
        remarks = [self.tr("Share within each channel, never added up.")] if notes else []
        if imagined:
            remarks.append(
                self.tr("%n note(s) imagined for a persona: not counted as a voice.", "", imagined)
            )
        if not insights:
            remarks.append(self.tr("Choose the insights, so that readers can see where it comes from."))
        return Support(
            lead=self.tr("Advice {number} rests on").format(number=number),
            title=title,
            channels=self._channels(facts, said) if notes else (),
            remark=" ".join(remarks),
            insights=tuple(insight.title for insight in insights),
            notes=notes,
        )

    def _channels(self, facts: Evidence, said: list[Note]) -> tuple[tuple[str, str], ...]:
        state = self._context.dialogue.state
        every = facts.channels(note for note in state.notes if note.basis != "imagined")
        here = facts.channels(said)
        found: list[tuple[str, str]] = []
        for channel in CHANNELS:
            if not every.get(channel):
                continue
            share = round(100 * here.get(channel, 0) / every[channel])
            words = (
                self.tr("heard · {share}%").format(share=max(share, 1))
                if here.get(channel)
                else self.tr("not heard")
            )
            found.append((self._context.words.channel(channel), words))
        return tuple(found)
