"""The theme book: every insight with its notes and the advice that rests on it; links lead both ways."""

from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.report.blocks import Block, Box, Text
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit, listed
from facilitator.report.lines import Span
from facilitator.report.look import BODY, LINE, PRIMARY, QUIET, SMALL, Type
from facilitator.report.rows import Row

_CODE = Type(10, 14.5, BOLD, PRIMARY)
_TITLE = Type(10, 14.5, BOLD)


def themes(kit: Kit) -> list[Block]:
    """Return the appendix with every insight."""
    t, state = kit.strings.t, kit.facts.state
    found = kit.opening("themes", t("themes.title"), t("themes.intro"))
    if not state.insights:
        return [*found, Text(t("themes.none"), BODY)]
    citing = _citing(kit)
    return [*found, *(_entry(kit, insight, citing.get(insight.id, [])) for insight in state.insights)]


def _citing(kit: Kit) -> dict[str, list[e.Advice]]:
    found: dict[str, list[e.Advice]] = {}
    for advice in kit.facts.state.advices:
        for insight in dict.fromkeys(advice.insights):
            found.setdefault(insight, []).append(advice)
    return found


def _entry(kit: Kit, insight: e.Insight, citing: list[e.Advice]) -> Block:
    t, facts = kit.strings.t, kit.facts
    words: list[Block] = [Text(insight.title or t("insight.untitled"), _TITLE, role="H3")]
    if insight.description:
        words.append(Text(insight.description, SMALL, after=2))
    numbers = {goal.id: str(number) for number, goal in enumerate(facts.state.goals, 1)}
    goals = [(numbers[goal], f"goal-{numbers[goal]}") for goal in insight.goals if goal in numbers]
    advices = [(facts.numbers[advice.id], f"advice-{advice.id}") for advice in citing]
    under = facts.evidence.by_insight.get(insight.id, [])
    notes = [(facts.codes[note.id], f"note-{note.id}" if kit.links_notes else "") for note in under]
    for key, codes in (("goals", goals), ("advices", advices), ("notes", notes)):
        words.append(
            Text([Span(f"{t(f'themes.{key}')}: ", colour=QUIET), *listed(codes, t("themes.nothing"))], SMALL)
        )
    row = Row([Text(facts.insight_codes[insight.id], _CODE), Box(words)], [34, 440], gap=6, pad=5, rule=LINE)
    row.anchor = f"insight-{insight.id}"
    row.whole = len(notes) < 120
    return row
