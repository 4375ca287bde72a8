"""What the surveys brought: notes by kind, by persona and by goal, each survey by itself."""

from __future__ import annotations

from collections import Counter

from facilitator.domain import entities as e
from facilitator.domain.evidence import insights_of_goal
from facilitator.domain.spoken import joined
from facilitator.report.blocks import Block, Text
from facilitator.report.facts import called
from facilitator.report.kit import Kit
from facilitator.report.look import BODY, BOLD_SMALL, QUIET_SMALL, SMALL
from facilitator.report.rows import table


def survey(kit: Kit) -> list[Block]:
    """Return the appendix with a table per survey; nothing when there was none."""
    t, state = kit.strings.t, kit.facts.state
    surveys = [meeting for meeting in state.meetings if meeting.channel == "survey"]
    if not surveys:
        return []
    found = kit.opening("survey", t("survey.title"), t("survey.intro"))
    for meeting, notes in _each(kit, surveys):
        found.append(kit.section(called(meeting, kit.strings) or t("channel.survey")))
        replies = (
            kit.strings.n("channel.survey_people", meeting.people)
            if meeting.people
            else t("channel.not_counted")
        )
        found.append(
            Text(
                t("survey.size", replies=replies, notes=kit.strings.n("channel.notes", len(notes))),
                BODY,
                after=6,
            )
        )
        found += _counts(kit, notes)
    return [*found, Text(t("survey.limits"), QUIET_SMALL, before=9)]


def _each(kit: Kit, surveys: list[e.Meeting]) -> list[tuple[e.Meeting, list[e.Note]]]:
    """Return each survey with its notes; all together where notes may not tell whence they come."""
    facts = kit.facts
    if facts.data.kept.anonymity == "group":
        return [(one, [note for note in facts.notes if note.meeting == one.id]) for one in surveys]
    whole = e.Meeting(id="", channel="survey", people=sum(one.people for one in surveys))
    return [(whole, [note for note in facts.notes if facts.evidence.channel_of[note.id] == "survey"])]


def _counts(kit: Kit, notes: list[e.Note]) -> list[Block]:
    t, state = kit.strings.t, kit.facts.state
    kinds = Counter(note.kind for note in notes)
    people = Counter(note.persona for note in notes)
    rows = {
        "kind": [(kit.word("kind", kind), kinds[kind]) for kind in e.KINDS if kinds[kind]],
        "persona": [
            (persona.name, people[persona.id]) for persona in state.all_personas if people[persona.id]
        ],
        "goal": _by_goal(kit, notes),
    }
    found: list[Block] = []
    for key, counted in rows.items():
        if counted and notes:
            told = [
                [words, kit.strings.number(count), kit.strings.percent(100 * count / len(notes))]
                for words, count in counted
            ]
            head = [t(f"survey.col_{key}"), t("survey.col_notes"), t("survey.col_share")]
            found += [*table(head, told, [290, 80, 100], (BOLD_SMALL, SMALL), right=2), Text("", SMALL)]
    return found


def _by_goal(kit: Kit, notes: list[e.Note]) -> list[tuple[str, int]]:
    state = kit.facts.state
    found: list[tuple[str, int]] = []
    for number, goal in enumerate(state.goals, 1):
        bearing = {insight.id for insight in insights_of_goal(state, goal.id)}
        count = sum(bool(bearing.intersection(note.insights)) for note in notes)
        title = goal.title or kit.strings.t("goal.untitled")
        found.append((joined((f"{number}. ", title)), count))
    return found
