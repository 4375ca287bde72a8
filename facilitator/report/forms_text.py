"""Short forms made of running blocks: summary, report of one meeting, handout per persona."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from facilitator.domain import entities as e
from facilitator.domain.evidence import advices_of_goal
from facilitator.domain.spoken import alike, joined
from facilitator.report.appendix import NoteRow, hung_on
from facilitator.report.blocks import Block, Box, Frame, Gap, Mark, Middle, PageStart, Text, paragraphs
from facilitator.report.facts import called, channel_of
from facilitator.report.fitting import cut
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit, Portrait, Tick, sticky_rows
from facilitator.report.lines import Setter, Span
from facilitator.report.logo import logo_of
from facilitator.report.look import (
    BODY,
    BOLD_SMALL,
    LABEL,
    LINE,
    PRIMARY,
    QUIET,
    SMALL,
    TINT,
    Type,
)
from facilitator.report.pages import Paginator
from facilitator.report.rows import Row, table
from facilitator.report.tags import Group

SUMMARY_PAGES = 2
_WHOLE = 2000
"""Letters up to which an advice stands whole in a summary."""

_SUMMARY = (
    *((size, 99, _WHOLE) for size in (13, 12, 11, 10.5, 10)),
    *((size, most, _WHOLE) for most in (4, 3, 2) for size in (11, 10.5, 10, 9.5)),
    *((size, 1, letters) for letters in (_WHOLE, 400, 150, 70) for size in (10.5, 9.5)),
    (9, 0, 0),
)
"""Size of the words, advices per goal and letters of each, from ample to tight: some whole beats all cut."""

_LONG_SUMMARY = 1200
_HANDOUT = (
    *((4, 14), (4, 13), (4, 12), (2, 13.5), (2, 12.5), (2, 11.5)),
    *((2, 10.5), (1, 10.5), (1, 9.5), (0, 9)),
)
"""Quotes on a handout and the size of its words, from ample to tight."""

MOST_TOGETHER = 24
"""Letters up to which words are not parted by a line end."""

MOST_OPEN = 240
"""Letters up to which a note is short enough to stand on a handout."""


def _type(size: float, face: str = "", colour: str = "", tall: float = 1.45) -> Type:
    return Type(size, round(size * tall, 1), face or BODY.face, colour or BODY.colour)


def _head(kit: Kit, label: str, title: str, key: str, size: float = 27) -> list[Block]:
    """Return the top of a form: what it is, and its title."""
    title = alike(title, title.strip()) or kit.strings.t("cover.untitled")
    size = size if len(title) < 60 else size * 0.74 if len(title) < 200 else 12
    return [
        *([logo] if (logo := logo_of(kit.facts)) else []),
        Tick(),
        Text(label.upper(), LABEL, before=10, keep=True),
        Text(title, _type(size, BOLD, tall=1.2), before=2, after=12, mark=Mark(key, title, 0), role="H1"),
    ]


def _heading(words: str, size: float = 13) -> Text:
    return Text(words, _type(size, BOLD), before=14, after=5, keep=True, role="H2")


def _first(words: str, most: int) -> str:
    """Return ``words`` on one line; the first sentences or words of what has more than ``most`` letters."""
    line = alike(words, " ".join(words.split()))
    return cut(line, lambda part: len(part) <= most)


def _fits(setter: Setter, blocks: Sequence[Block], pages: int) -> bool:
    return len(Paginator(setter).lay_out(blocks, lambda _done: None).pages) <= pages


def _ampler(setter: Setter, tries: Sequence[Callable[[], list[Block]]], pages: int) -> list[Block]:
    """Return the first that fits ``pages``, made anew, else the last."""
    for make in tries:
        if _fits(setter, make(), pages):
            return make()
    return tries[-1]()


# ── summary ─────────────────────────────────────────────────────────────────


def summary(kit: Kit, setter: Setter) -> list[Block]:
    """Return two pages in large type: question, who took part, goals with their advice, what is next."""
    tries = [
        (lambda size=size, most=most, letters=letters: _summary(kit, size, most, letters))
        for size, most, letters in _SUMMARY
    ]
    return _ampler(setter, tries, SUMMARY_PAGES)


def _summary(kit: Kit, size: float, most: int, letters: int) -> list[Block]:
    t, dialogue = kit.strings.t, kit.facts.state.dialogue
    plain = _type(size)
    found: list[Block] = [PageStart(t("form_summary.label"))]
    found += _head(kit, t("form_summary.label"), _first(dialogue.title, 160), "summary", size * 1.9)
    asked = Text(_first(dialogue.question, 300) or t("summary.no_question"), _type(size * 1.15))
    found.append(
        Box(
            [Text(t("summary.question"), _type(size * 0.9, BOLD, PRIMARY), after=2, role="H2"), asked],
            Frame((9, 14, 10, 14), TINT, 8),
        )
    )
    if dialogue.summary and len(dialogue.summary) <= _LONG_SUMMARY:
        found += paragraphs(dialogue.summary, plain, gap=5, before=9)
    if kit.facts.channels:
        found += [_heading(t("summary.who"), size * 1.15), *_who(kit, plain)]
    found.append(_heading(t("form_summary.goals"), size * 1.15))
    if kit.facts.state.advices:
        found.append(Text(t("form_summary.share_is"), _type(size * 0.85, colour=QUIET), after=2))
    found += _goals(kit, size, most, letters) or [Text(t("summary.no_goals"), plain)]
    names = [_first(name, 60) for name in dialogue.commissioners][:6]
    told = t("summary.next_text", commissioners=kit.strings.and_list(names)) if names else None
    return [
        *found,
        _heading(t("summary.next"), size * 1.15),
        Text(told or t("summary.next_text_nobody"), plain),
    ]


def _who(kit: Kit, plain: Type) -> list[Block]:
    points = Group("L")
    found: list[Block] = []
    for channel in kit.facts.channels:
        words = [
            Span(f"{kit.strings.t(f'channel.{channel.id}')}: ", BOLD),
            Span(f"{kit.channel_size(channel)}, {kit.strings.n('channel.notes', channel.notes)}"),
        ]
        bullet = Text("•", Type(plain.size, plain.leading, BOLD, PRIMARY))
        found.append(Row([bullet, Text(words, plain)], [12, 460], gap=2, group=points))
    return found


def _goals(kit: Kit, size: float, most: int, letters: int) -> list[Block]:
    found: list[Block] = []
    for number, goal in enumerate(kit.facts.state.goals, 1):
        title = _first(goal.title, 120) or kit.strings.t("goal.untitled")
        name = [Span(f"{number}\u2002", BOLD, PRIMARY), Span(title, BOLD)]
        lines: list[Block] = [Text(name, _type(size * 1.05, BOLD), after=1, keep=True, role="H3")]
        advices = advices_of_goal(kit.facts.state, goal.id)
        chosen = _foremost(kit, advices, most)
        points = Group("L")
        for advice in chosen:
            code = Text(kit.facts.numbers[advice.id], _type(size * 0.92, BOLD, PRIMARY))
            words = Text(_advice_line(kit, advice, letters), _type(size * 0.92, tall=1.35))
            lines.append(Row([code, words], [26, 446], gap=4, after=1, group=points))
        others = [kit.facts.numbers[advice.id] for advice in advices if advice not in chosen]
        if others:
            told = kit.strings.n("form_summary.more", len(others), codes=kit.strings.and_list(others))
            lines.append(Text(told, _type(size * 0.85, colour=QUIET)))
        if not advices:
            lines.append(Text(kit.strings.t("goal.no_advice"), _type(size * 0.92)))
        found.append(Box(lines, Frame((0, 0, 0, 0)), before=6, after=3))
    return found


def _foremost(kit: Kit, advices: Sequence[e.Advice], most: int) -> list[e.Advice]:
    """Return the adopted ones with the largest share of the votes, in the order of their numbers."""
    outcomes = {advice.id: kit.facts.outcome(advice) for advice in advices}
    weighed = sorted(
        advices, key=lambda advice: (outcomes[advice.id].adopted is not True, -outcomes[advice.id].share)
    )
    return [advice for advice in advices if advice in weighed[:most]]


def _advice_line(kit: Kit, advice: e.Advice, most: int) -> list[Span]:
    result = kit.facts.outcome(advice)
    verdict = {True: "adopted", False: "rejected", None: "open"}[result.adopted]
    said = kit.strings.t(f"form_summary.{verdict}", share=kit.strings.percent(result.share))
    if not result.voted:
        said = kit.strings.t(f"advice.{verdict}").lower()
    return [Span(_first(advice.text, most)), Span(f" ({said})", colour=QUIET)]


# ── one meeting ─────────────────────────────────────────────────────────────


def meeting(kit: Kit, chosen: Sequence[e.Meeting]) -> list[Block]:
    """Return what was said at each of the ``chosen`` meetings, on pages of their own."""
    found: list[Block] = []
    for one in chosen:
        found += _meeting(kit, one)
    return found or nothing(kit, "form_meeting")


def nothing(kit: Kit, form: str) -> list[Block]:
    """Return the page of a form that has nothing to show yet."""
    t = kit.strings.t
    title = t(f"{form}.label")
    return [
        PageStart(title),
        *_head(kit, _first(kit.facts.state.dialogue.title, 120), title, "empty"),
        Text(t(f"{form}.nothing"), BODY),
    ]


def _meeting(kit: Kit, one: e.Meeting) -> list[Block]:
    t, strings, kept = kit.strings.t, kit.strings, kit.facts.data.kept
    notes = [note for note in kit.facts.notes if note.meeting == one.id]
    title = called(one, strings) or t("form_meeting.unnamed")
    found: list[Block] = [
        PageStart(title),
        *_head(kit, t("form_meeting.label"), title, f"meeting-{one.id}"),
        Text(_about(kit, one, kept.notes_at.get(one.id, 0)), _type(11, colour=QUIET), after=8),
    ]
    if kept.anonymity != "group":
        return [*found, Text(t("form_meeting.promised"), BODY)]
    if not notes:
        return [*found, Text(t("form_meeting.no_notes"), BODY)]
    kinds = Counter(note.kind for note in notes)
    order = [*e.KINDS, *sorted(kinds.keys() - set(e.KINDS))]
    rows = [
        [kit.word("kind", kind), strings.number(kinds[kind]), strings.percent(100 * kinds[kind] / len(notes))]
        for kind in order
        if kinds[kind]
    ]
    head = [t("survey.col_kind"), t("survey.col_notes"), t("survey.col_share")]
    found += [_heading(t("form_meeting.counts")), *table(head, rows, [290, 80, 100], (BOLD_SMALL, SMALL), 2)]
    people = {persona.id: persona for persona in kit.facts.state.all_personas}
    for id, persona in people.items():
        said = [note for note in notes if note.persona == id]
        if said:
            found += _said(kit, persona.name, said, persona)
    loose = [note for note in notes if note.persona not in people]
    if loose:
        found += _said(kit, t("form_meeting.no_persona"), loose, None)
    return found


def _about(kit: Kit, one: e.Meeting, notes: int) -> str:
    strings = kit.strings
    channel = channel_of(one)
    parts = [strings.date(one.date), one.venue, strings.t(f"channel.{channel}"), kit.word("group", one.group)]
    if one.people:
        parts.append(strings.n(f"channel.{channel}_people", one.people))
    if one.tables:
        parts.append(strings.n("form_meeting.tables", one.tables))
    told = [part for part in (*parts, strings.n("channel.notes", notes)) if part]
    short = (alike(p, p.replace(" ", "\u00a0")) if len(p) <= MOST_TOGETHER else p for p in told)
    return joined(short, " · ")


def _said(kit: Kit, name: str, said: Sequence[e.Note], persona: e.Persona | None) -> list[Block]:
    words = [Span(name, BOLD), Span(f"\u2002{kit.strings.n('channel.notes', len(said))}", colour=QUIET)]
    title = Text(words, _type(12.5, BOLD), role="H2")
    head: Block = title
    if persona is not None:
        head = Row([Portrait(persona, 34), Middle(title, 34)], [34, 430], gap=10)
    head.before, head.after, head.keep = 16, 6, True
    points = Group("L")
    found: list[Block] = [head]
    for note in said:
        row = NoteRow(kit, note, points)
        found += [row, *hung_on(kit, note, row)]
    return found


# ── handout per persona ─────────────────────────────────────────────────────


def handout(kit: Kit, setter: Setter, chosen: Sequence[e.Persona]) -> list[Block]:
    """Return a page for each of the ``chosen`` personas."""
    about: dict[str, list[e.Note]] = {}
    for note in kit.facts.notes:
        about.setdefault(note.persona, []).append(note)
    found: list[Block] = []
    for persona in chosen:
        notes = about.get(persona.id, [])
        tries = [
            (lambda quotes=quotes, size=size: _handout(kit, persona, notes, quotes, size))  # noqa: B023
            for quotes, size in _HANDOUT
        ]
        found += _ampler(setter, tries, 1)
    return found or nothing(kit, "form_handout")


def _handout(kit: Kit, persona: e.Persona, notes: list[e.Note], most: int, size: float) -> list[Block]:
    t, text = kit.strings.t, kit.facts.persona_text
    age, line, story, needs = (text(persona, field) for field in ("age", "line", "story", "needs"))
    name = persona.name or t("form_handout.unnamed")
    large = 34 if len(name) < 24 else 22 if len(name) < 60 else 14
    words: list[Block] = [
        Text(t("form_handout.label").upper(), LABEL),
        Text(name, _type(large, BOLD, tall=1.15), after=3, role="H1", mark=Mark(f"p-{persona.id}", name, 0)),
    ]
    for told, kind in ((line, _type(14, BOLD, PRIMARY)), (age, _type(11, colour=QUIET))):
        words += [Text(told, kind)] if told else []
    face = Portrait(persona, 150, t("personas.portrait", name=name))
    found: list[Block] = [
        PageStart(name),
        Row([face, Middle(Box(words), 150)], [150, 300], gap=24, after=14),
        *paragraphs(story, _type(size), gap=6),
    ]
    if needs:
        label = Text(t("personas.needs"), _type(size, BOLD, PRIMARY), after=2, role="H2")
        found.append(Box([label, Text(needs, _type(size))], Frame((10, 16, 11, 16), TINT, 8), before=8))
    quotes = _open_quotes(notes)[:most]
    if quotes:
        found += [_heading(t("form_handout.said", name=name)), *sticky_rows(kit, quotes)]
    elif not notes:
        found.append(Text(t("form_handout.no_notes"), _type(size, colour=QUIET), before=12))
    return [*found, *_heard_in(kit, notes, size)]


def _open_quotes(notes: Sequence[e.Note]) -> list[e.Note]:
    """Return the notes that may be shown, the chosen and the literal ones first."""
    fit = [note for note in notes if note.consent != "none" and note.text and note.parked is None]
    short = [note for note in fit if len(note.text) + len(note.translation) <= MOST_OPEN]
    return sorted(short or fit[:1], key=lambda note: (not note.starred, note.kind != "quote", note.seq))


def _heard_in(kit: Kit, notes: Sequence[e.Note], size: float) -> list[Block]:
    state, strings = kit.facts.state, kit.strings
    counted: Counter[str] = Counter()
    for note in notes:
        bearing = {goal for id in note.insights if (row := state.insight(id)) for goal in row.goals}
        counted.update(bearing)
    points = Group("L")
    rows: list[Block] = []
    for number, goal in enumerate(state.goals, 1):
        if counted[goal.id]:
            cells = [
                Text(str(number), _type(size * 0.9, BOLD, PRIMARY)),
                Text(_first(goal.title, 140) or strings.t("goal.untitled"), _type(size * 0.9)),
                Text(
                    strings.n("channel.notes", counted[goal.id]),
                    _type(size * 0.8, colour=QUIET),
                    align="right",
                ),
            ]
            rows.append(Row(cells, [18, 360, 90], gap=6, pad=2, rule=LINE, group=points))
    return [_heading(strings.t("form_handout.goals")), *rows, Gap(0)] if rows else []
