"""One chapter per goal: what residents say, quotes, what was heard where, insights and advice."""

from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.evidence import advices_of_goal, insights_of_goal, persona_mix
from facilitator.domain.spoken import joined
from facilitator.report.blocks import Block, Box, Frame, Gap, Mark, Text, paragraphs
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit, listed, sticky_rows, trace, vote_row
from facilitator.report.lines import Span
from facilitator.report.look import (
    ADVICE,
    BODY,
    BOLD_SMALL,
    LINE,
    PRIMARY,
    QUIET,
    QUIET_SMALL,
    SMALL,
    TRACE,
    Type,
)
from facilitator.report.people import mini_card
from facilitator.report.rows import Row, table


def goals(kit: Kit) -> list[Block]:
    """Return the chapters of all goals."""
    t, found = kit.strings.t, list[Block]()
    if not kit.facts.state.goals:
        found = [*kit.opening("goals", t("goal.all")), Text(t("summary.no_goals"), BODY)]
    shown: set[str] = set()
    for number, goal in enumerate(kit.facts.state.goals, 1):
        quotes = kit.facts.quotes(goal, shown)
        shown.update(note.id for note in quotes)
        chapter = _chapter(kit, number, goal, quotes)
        if number == 1:
            whole = Gap(0)
            whole.mark, whole.keep = Mark("goals", t("goal.all"), 0), True
            chapter.insert(1, whole)
        found += chapter
    if kit.facts.loose_advices:
        found += kit.opening("goal-none", t("goal.loose"), level=1)
        found += [advice_block(kit, advice) for advice in kit.facts.loose_advices]
    return found


def _chapter(kit: Kit, number: int, goal: e.Goal, said: list[e.Note]) -> list[Block]:
    t = kit.strings.t
    title = goal.title or t("goal.untitled")
    label = t("goal.label", number=number)
    found = kit.opening(f"goal-{number}", title, goal.definition, label, level=1)
    found += _most_about(kit, goal)
    if goal.residents_say:
        found += [kit.section(t("goal.say")), *paragraphs(goal.residents_say, BODY)]
    quotes = sticky_rows(kit, said)
    if quotes:
        found += [kit.section(t("goal.quotes")), *quotes]
    if kit.facts.channels:
        found += [kit.section(t("goal.heard")), *_heard(kit, goal)]
    found += [kit.section(t("goal.insights")), *_insights(kit, goal)]
    if goal.tensions:
        found += [kit.section(t("goal.tensions")), *paragraphs(goal.tensions, BODY)]
    return [*found, kit.section(t("goal.advices")), *_advices(kit, goal)]


def _most_about(kit: Kit, goal: e.Goal) -> list[Block]:
    mix = persona_mix(kit.facts.goal_notes(goal))
    for id, count in mix:
        persona = kit.facts.state.persona(id)
        if persona and not persona.hidden:
            return [mini_card(kit, persona, kit.strings.n("goal.most_about", count, persona=persona.name))]
    return []


def _heard(kit: Kit, goal: e.Goal) -> list[Block]:
    t, strings = kit.strings.t, kit.strings
    head = [t(f"goal.col_{name}") for name in ("channel", "heard", "notes", "share")]
    rows = [
        [
            f"{t(f'channel.{heard.channel.id}')} ({kit.channel_size(heard.channel)})",
            t("goal.yes" if heard.notes else "goal.no"),
            strings.n("channel.notes", heard.notes),
            strings.percent(heard.share) if heard.channel.notes else "–",
        ]
        for heard in kit.facts.heard(goal)
    ]
    return table(head, rows, [230, 60, 80, 120], (BOLD_SMALL, SMALL), right=2)


def _insights(kit: Kit, goal: e.Goal) -> list[Block]:
    insights = insights_of_goal(kit.facts.state, goal.id)
    if not insights:
        return [Text(kit.strings.t("goal.no_insights"), BODY)]
    return [insight_row(kit, insight) for insight in insights]


def insight_row(kit: Kit, insight: e.Insight) -> Block:
    """Return an insight with its description and number of notes."""
    code = Span(kit.facts.insight_codes[insight.id], colour=PRIMARY, link=f"insight-{insight.id}")
    title = Span(joined(("\u00a0 ", insight.title or kit.strings.t("insight.untitled"))), BOLD)
    words: list[Block] = [Text([code, title], Type(10, 14.5, BOLD))]
    if insight.description:
        words.append(Text(insight.description, SMALL))
    count = Text(insight_count(kit, insight), QUIET_SMALL, align="right")
    return Row([Box(words), count], [370, 110], pad=5, rule=LINE)


def insight_count(kit: Kit, insight: e.Insight) -> str:
    """Return the number of notes under an insight, imagined ones apart."""
    notes = kit.facts.evidence.by_insight.get(insight.id, [])
    imagined = sum(note.basis == "imagined" for note in notes)
    words = kit.strings.n("insight.notes", len(notes) - imagined)
    return f"{words}, {kit.strings.n('insight.imagined', imagined)}" if imagined else words


def _advices(kit: Kit, goal: e.Goal) -> list[Block]:
    advices = advices_of_goal(kit.facts.state, goal.id)
    if not advices:
        return [Text(kit.strings.t("goal.no_advice"), BODY)]
    return [advice_block(kit, advice) for advice in advices]


def advice_block(kit: Kit, advice: e.Advice) -> Block:
    """Return an advice with addressee, votes, minority view and what it rests on."""
    t = kit.strings.t
    number = Span(f"{kit.facts.numbers.get(advice.id, '')}\u00a0 ", BOLD, PRIMARY)
    children: list[Block] = [Text([number, Span(advice.text)], ADVICE, after=3)]
    whom = [t("advice.for", who=advice.addressee)] if advice.addressee else []
    whom += [advice.deadline] if advice.deadline else []
    if whom:
        children.append(Text(joined(whom, " · "), Type(9, 13.5, colour=QUIET)))
    if advice.condition:
        children.append(Text(t("advice.condition", text=advice.condition), Type(9, 13.5, colour=QUIET)))
    children.append(vote_row(kit, advice))
    if advice.minority:
        view = [Span(f"{t('advice.minority')}: ", BOLD), Span(advice.minority)]
        children.append(Text(view, Type(9, 13.5), before=3, after=3))
    rests = [Span(trace(kit, advice))]
    codes = [
        (kit.facts.insight_codes[id], f"insight-{id}")
        for id in dict.fromkeys(advice.insights)
        if id in kit.facts.insight_codes
    ]
    if codes:
        rests += [Span(" ("), *listed(codes, ""), Span(")")]
    children.append(Text(rests, TRACE, before=2))
    colour = PRIMARY if kit.facts.outcome(advice).adopted else LINE
    block = Box(children, Frame((2, 0, 3, 15), bar=colour), after=16)
    # Advice that was not adopted stands in two chapters: links lead to the first.
    block.anchor = f"advice-{advice.id}"
    return block
