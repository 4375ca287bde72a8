"""A dialogue as researchers code it: insights as codes under their goals, notes as coded passages."""

from __future__ import annotations

from facilitator import paths
from facilitator.domain import entities as e
from facilitator.domain.choices import DEFAULT_STYLE
from facilitator.domain.publishable import channel_told
from facilitator.exchange.refi_qda import Case, Code, CodeSet, Passage, Project, Source
from facilitator.report.facts import Facts, called
from facilitator.report.look import KIND_COLOURS
from facilitator.report.strings import Strings
from facilitator.report.style import load_style

_VARIABLES = ("channel", "group", "date")


def research_project(facts: Facts, report: Strings, words: Strings) -> Project:
    """Return the codes, cases and texts; every note is one passage, in the text of its meeting.

    An insight of several goals stands under the first as a code, and in the set of each. A note nobody may
    use is there and counts, but its words are not.
    """
    state, data = facts.state, facts.data
    return Project(
        name=state.dialogue.title or words.t("untitled"),
        description=state.dialogue.question,
        origin=f"Facilitator {data.version}",
        made_at=f"{data.made_on}T00:00:00Z",
        codes=(*_themes(facts, report), *_marks(report, words)),
        sets=_sets(facts, report, words),
        variables=tuple(words.t(f"qda.{name}") for name in _VARIABLES),
        cases=tuple(
            Case(persona.id, persona.name, facts.persona_text(persona, "line"))
            for persona in state.all_personas
        ),
        sources=_sources(facts, report, words),
    )


def _themes(facts: Facts, report: Strings) -> list[Code]:
    state = facts.state
    goals = {goal.id: list[Code]() for goal in state.goals}
    loose: list[Code] = []
    for insight in state.insights:
        title = insight.title or report.t(_key("insight", "untitled"))
        code = Code(insight.id, f"{facts.insight_codes[insight.id]} {title}", insight.description)
        home = next((goal for goal in insight.goals if goal in goals), None)
        (loose if home is None else goals[home]).append(code)
    found = [
        Code(
            goal.id,
            f"{number} {goal.title or report.t(_key('goal', 'untitled'))}",
            goal.definition,
            codable=False,
            codes=tuple(goals[goal.id]),
        )
        for number, goal in enumerate(state.goals, 1)
    ]
    return [*found, *loose]


def _marks(report: Strings, words: Strings) -> list[Code]:
    """Return the kinds of note and the ways of knowing as codes too."""
    colours = load_style(paths.resources(), DEFAULT_STYLE).colours
    kinds = [
        Code(f"kind:{kind}", report.t(f"kind.{kind}"), colour=colours[KIND_COLOURS[kind]]) for kind in e.KINDS
    ]
    bases = [Code(f"basis:{basis}", report.t(f"basis.{basis}")) for basis in e.BASES]
    return [
        Code("kinds", words.t(_key("qda", "kinds")), codable=False, codes=tuple(kinds)),
        Code("bases", words.t(_key("qda", "bases")), codable=False, codes=tuple(bases)),
    ]


def _sets(facts: Facts, report: Strings, words: Strings) -> tuple[CodeSet, ...]:
    state = facts.state
    return tuple(
        CodeSet(
            goal.id,
            words.t(
                _key("qda", "goal_set"), number=number, title=goal.title or report.t(_key("goal", "untitled"))
            ),
            goal.definition,
            tuple(insight.id for insight in state.insights if goal.id in insight.goals),
        )
        for number, goal in enumerate(state.goals, 1)
    )


def _sources(facts: Facts, report: Strings, words: Strings) -> tuple[Source, ...]:
    state = facts.state
    groups: dict[str, list[e.Note]] = {meeting.id: [] for meeting in state.meetings}
    groups |= {channel: [] for channel in (*e.CHANNELS, "")}
    for note in facts.notes:
        # Notes that may tell no more than their channel stand by that.
        told = channel_told(note.meeting) and facts.channel_beside(note)
        groups[told or (note.meeting if note.meeting in groups else "")].append(note)
    found: list[Source] = []
    for id, notes in groups.items():
        meeting = state.meeting(id)
        if notes:
            if meeting is None and id:
                meeting = e.Meeting(id=id, name=report.t(f"channel.{id}"), channel=id, group="")
            name = (called(meeting, report) if meeting else "") or words.t(_key("qda", "no_meeting"))
            passages = tuple(_passage(facts, report, note) for note in notes)
            found.append(Source(id or "none", name, passages, _values(report, words, meeting)))
    return tuple(found)


def _values(report: Strings, words: Strings, meeting: e.Meeting | None) -> dict[str, str]:
    if meeting is None:
        return {}
    values = {
        "channel": report.t(f"channel.{meeting.channel if meeting.channel in e.CHANNELS else 'other'}"),
        "group": report.t(f"group.{meeting.group}")
        if report.has(f"group.{meeting.group}")
        else meeting.group,
        "date": meeting.date,
    }
    return {words.t(f"qda.{name}"): value for name, value in values.items() if value}


def _passage(facts: Facts, report: Strings, note: e.Note) -> Passage:
    insights = [id for id in dict.fromkeys(note.insights) if id in facts.insight_codes]
    kinds = [f"kind:{note.kind}"] if note.kind in e.KINDS else []
    basis = facts.basis_beside(note)
    bases = [f"basis:{basis}"] if basis in e.BASES else []
    text = report.t(_key("notes", "withheld")) if note.consent == "none" else note.text
    return Passage(note.id, facts.codes[note.id], text, (*insights, *kinds, *bases), note.persona)


def _key(table: str, name: str) -> str:
    return f"{table}.{name}"
