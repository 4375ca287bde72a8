"""The tables of a dialogue: notes, insights, goals, advice and votes, with the report's codes and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitator.domain import entities as e
from facilitator.domain import tally
from facilitator.domain.evidence import advices_of_goal, insights_of_goal
from facilitator.exchange.sheets import Book, Cell, Column, Sheet
from facilitator.report.facts import Facts, called
from facilitator.report.strings import Strings

_NARROW, _MIDDLE, _WIDE, _TEXT = 9, 16, 28, 60

_NOTES = {
    "code": _NARROW,
    "text": _TEXT,
    "translation": _WIDE,
    "persona": _MIDDLE,
    "step": _MIDDLE,
    "kind": _MIDDLE,
    "basis": _MIDDLE,
    "channel": _MIDDLE,
    "meeting": _WIDE,
    "date": 12,
    "table": _NARROW,
    "group": _MIDDLE,
    "language": _NARROW,
    "consent": _MIDDLE,
    "starred": _NARROW,
    "insights": _NARROW,
    "insight_titles": _WIDE,
    "goals": _NARROW,
    "parked": _WIDE,
    "source": _MIDDLE,
    "id": _MIDDLE,
}
_CHANNEL_COLUMNS = dict.fromkeys(e.CHANNELS, _MIDDLE)
_INSIGHTS = {
    "code": _NARROW,
    "title": _TEXT,
    "description": _WIDE,
    "goals": _NARROW,
    "notes": _NARROW,
    **_CHANNEL_COLUMNS,
    "imagined": _NARROW,
    "dots": _NARROW,
    "advice": _MIDDLE,
    "id": _MIDDLE,
}
_GOALS = {
    "number": _NARROW,
    "title": _TEXT,
    "definition": _WIDE,
    "residents_say": _WIDE,
    "tensions": _WIDE,
    "insights": _MIDDLE,
    **_CHANNEL_COLUMNS,
    "advice": _NARROW,
    "adopted": _MIDDLE,
    "id": _MIDDLE,
}
_ADVICE = {
    "number": _NARROW,
    "goal": _WIDE,
    "text": _TEXT,
    "addressee": _WIDE,
    "deadline": _MIDDLE,
    "condition": _WIDE,
    "votes_for": _NARROW,
    "votes_against": _NARROW,
    "votes_abstain": 12,
    "share": _NARROW,
    "threshold": _NARROW,
    "outcome": _MIDDLE,
    "overruled": _MIDDLE,
    "minority": _WIDE,
    "insights": _MIDDLE,
    "notes": _NARROW,
    **_CHANNEL_COLUMNS,
    "imagined": _NARROW,
    "reply": _MIDDLE,
    "reason": _WIDE,
    "id": _MIDDLE,
}
_VOTES = {
    "round": _WIDE,
    "code": _NARROW,
    "what": _TEXT,
    "where": _MIDDLE,
    "choice": _MIDDLE,
    "count": _NARROW,
}
_WRAPPED = {"text", "translation", "title", "description", "definition", "residents_say", "tensions"} | {
    "condition",
    "minority",
    "reason",
    "what",
    "insight_titles",
    "parked",
    "goal",
}


def tables(facts: Facts, report: Strings, words: Strings) -> Book:
    """Return the tables in the language of ``facts``; a note nobody may use counts, but says nothing."""
    made = _Tables(facts, report, words)
    data, dialogue = facts.data, facts.state.dialogue
    return Book(
        title=dialogue.title or words.t("untitled"),
        author=", ".join(dialogue.commissioners),
        made_on=date.fromisoformat(data.made_on),
        yes=words.t("yes"),
        no=words.t("no"),
        sheets=(
            made.sheet("notes", _NOTES, made.notes()),
            made.sheet("insights", _INSIGHTS, made.insights()),
            made.sheet("goals", _GOALS, made.goals()),
            made.sheet("advice", _ADVICE, made.advice()),
            made.sheet("votes", _VOTES, made.votes()),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Tables:
    facts: Facts
    report: Strings
    words: Strings

    def sheet(self, key: str, columns: dict[str, int], rows: Iterator[tuple[Cell, ...]]) -> Sheet:
        """Return a table with its columns named in this language."""
        heads = [
            Column(self.words.t(f"{key}.{name}"), wide, name in _WRAPPED) for name, wide in columns.items()
        ]
        return Sheet(key, self.words.t(f"sheet.{key}"), tuple(heads), tuple(rows))

    def notes(self) -> Iterator[tuple[Cell, ...]]:
        """Yield a row per note, in reading order."""
        facts, state = self.facts, self.facts.state
        numbers = self._goal_numbers()
        for note in facts.notes:
            meeting, persona = state.meeting(note.meeting), state.persona(note.persona)
            insights = [found for id in dict.fromkeys(note.insights) if (found := state.insight(id))]
            goals = sorted(
                {numbers[goal] for insight in insights for goal in insight.goals if goal in numbers}
            )
            withheld = note.consent == "none"
            yield (
                facts.codes[note.id],
                self.report.t(_key("notes", "withheld")) if withheld else note.text,
                "" if withheld else note.translation,
                persona.name if persona else "",
                self._step(note.step),
                self._word("kind", note.kind),
                self._word("basis", basis) if (basis := facts.basis_beside(note)) else "",
                self.report.t(f"channel.{channel}") if (channel := facts.channel_beside(note)) else "",
                called(meeting, self.report) if meeting else "",
                _day(meeting.date) if meeting else None,
                note.table or None,
                self._word("group", facts.speaker(note)),
                note.language if facts.data.kept.anonymity != "full" else "",
                self._consent(note),
                note.starred,
                ", ".join(facts.insight_codes[insight.id] for insight in insights),
                "\n".join(insight.title for insight in insights),
                ", ".join(str(goal) for goal in goals),
                note.parked if note.parked is not None and not insights else "",
                self.words.t(f"source.{note.source}")
                if self.words.has(f"source.{note.source}")
                else note.source,
                note.id,
            )

    def insights(self) -> Iterator[tuple[Cell, ...]]:
        """Yield a row per insight."""
        facts, state = self.facts, self.facts.state
        numbers, dots = self._goal_numbers(), tally.dots(state)
        for insight in state.insights:
            notes = facts.evidence.by_insight.get(insight.id, [])
            citing = [facts.numbers[row.id] for row in state.advices if insight.id in row.insights]
            yield (
                facts.insight_codes[insight.id],
                insight.title,
                insight.description,
                ", ".join(str(numbers[goal]) for goal in insight.goals if goal in numbers),
                len(notes),
                *self._heard(notes),
                sum(note.basis == "imagined" for note in notes),
                dots.get(insight.id),
                ", ".join(citing),
                insight.id,
            )

    def goals(self) -> Iterator[tuple[Cell, ...]]:
        """Yield a row per goal."""
        facts, state = self.facts, self.facts.state
        for number, goal in enumerate(state.goals, 1):
            insights = insights_of_goal(state, goal.id)
            yield (
                number,
                goal.title,
                goal.definition,
                goal.residents_say,
                goal.tensions,
                ", ".join(facts.insight_codes[insight.id] for insight in insights),
                *self._heard(facts.goal_notes(goal)),
                len(advices_of_goal(state, goal.id)),
                facts.adopted(goal),
                goal.id,
            )

    def advice(self) -> Iterator[tuple[Cell, ...]]:
        """Yield a row per piece of advice, by number; those without a goal last."""
        facts, state = self.facts, self.facts.state
        replies = {reply.advice: reply for reply in state.replies}
        titles = {goal.id: goal.title for goal in state.goals}
        for advice in self._ordered():
            result, rests, reply = facts.outcome(advice), facts.rests(advice), replies.get(advice.id)
            heard = dict(rests.channels)
            verdict = {True: "adopted", False: "rejected", None: "open"}[result.adopted]
            yield (
                facts.numbers[advice.id],
                titles.get(advice.goal, ""),
                advice.text,
                advice.addressee,
                advice.deadline,
                advice.condition,
                advice.votes_for,
                advice.votes_against,
                advice.votes_abstain,
                result.share if result.voted else None,
                state.dialogue.threshold,
                self.report.t(f"advice.{verdict}"),
                result.overruled,
                advice.minority,
                ", ".join(facts.insight_codes[id] for id in advice.insights if id in facts.insight_codes),
                rests.notes,
                *(heard.get(channel, 0) for channel in e.CHANNELS),
                rests.imagined,
                self._word("reply", reply.kind) if reply and reply.kind else "",
                reply.reason if reply else "",
                advice.id,
            )

    def votes(self) -> Iterator[tuple[Cell, ...]]:
        """Yield the votes on advice, then every round of counting in the room added up per place."""
        facts, words = self.facts, self.words
        for advice in self._ordered():
            counts = (advice.votes_for, advice.votes_against, advice.votes_abstain)
            for choice, count in zip(tally.HANDS, counts, strict=True):
                if count is not None:
                    about = (facts.numbers[advice.id], advice.text, words.t(_key("votes", "all")))
                    yield words.t(_key("votes", "final")), *about, words.t(f"choice.{choice}"), count
        for place, ballot in enumerate(facts.state.ballots, 1):
            told = tally.tally(facts.state, ballot)
            title = ballot.title or words.t(_key("votes", "untitled"), n=place)
            for target in told.targets:
                for unit in told.units:
                    for choice in told.choices:
                        count = told.counts.get((target, unit, choice))
                        if count is not None:
                            about = (*self._target(ballot, target), self._unit(ballot, unit))
                            yield title, *about, words.t(f"choice.{choice}"), count

    def _target(self, ballot: e.Ballot, target: str) -> tuple[str, str]:
        if ballot.subject == "advice":
            advice = self.facts.state.advice(target)
            return self.facts.numbers.get(target, ""), advice.text if advice else ""
        insight = self.facts.state.insight(target)
        return self.facts.insight_codes.get(target, ""), insight.title if insight else ""

    def _unit(self, ballot: e.Ballot, unit: str) -> str:
        if not unit:
            return self.words.t(_key("votes", "all"))
        if ballot.unit == "persona":
            persona = self.facts.state.persona(unit)
            return persona.name if persona else unit
        return self.words.t(_key("votes", "table"), n=unit)

    def _ordered(self) -> list[e.Advice]:
        state = self.facts.state
        found = [advice for goal in state.goals for advice in advices_of_goal(state, goal.id)]
        return [*found, *self.facts.loose_advices]

    def _heard(self, notes: list[e.Note]) -> list[int]:
        """Return per channel how many notes people said; what was imagined is nobody's voice."""
        said = self.facts.evidence.channels(note for note in notes if note.basis != "imagined")
        return [said.get(channel, 0) for channel in e.CHANNELS]

    def _goal_numbers(self) -> dict[str, int]:
        return {goal.id: number for number, goal in enumerate(self.facts.state.goals, 1)}

    def _step(self, step: str) -> str:
        found = self.facts.data.method.step(step)
        return found.short if found else step

    def _consent(self, note: e.Note) -> str:
        # Withheld by the promise or by the speaker: a level says no more than that it is withheld.
        known = note.consent != "none" or self.facts.data.kept.publication == "notes"
        key = f"consent.{note.consent}"
        return self.words.t(key) if known and self.words.has(key) else ""

    def _word(self, table: str, key: str) -> str:
        return self.report.t(f"{table}.{key}") if self.report.has(f"{table}.{key}") else key


def _key(table: str, name: str) -> str:
    return f"{table}.{name}"


def _day(text: str) -> date | str | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text
