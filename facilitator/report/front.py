"""Contents, the residents' opening word and the summary."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.report.blocks import Block, Box, Frame, Gap, Mark, PageStart, Text, paragraphs
from facilitator.report.facts import Channel
from facilitator.report.fitting import shortened
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit, Tick
from facilitator.report.lines import Line, Setter, Span
from facilitator.report.look import (
    CHAPTER,
    INK,
    LABEL,
    LEAD,
    LINE,
    PAGE,
    PRIMARY,
    QUIET,
    QUIET_SMALL,
    SMALL,
    TINT,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.rows import Row
from facilitator.report.tags import Group, Node

# The summary is one page, so it is set tighter than the chapters.
_DENSE = Type(9.2, 13.2)
_HEADING = Type(12, 16, BOLD)
_VOICE = Type(14.5, 22.5)
MOST_LARGE = 1500
"""Characters up to which the opening word is set in large type."""

MOST_LINES = 3
"""Lines a title takes in the contents."""

_LEVELS = (Type(10.5, 15.5, BOLD), Type(9.5, 14))


def contents(kit: Kit, marks: Sequence[Mark]) -> list[Block]:
    """Return the contents; page numbers are known by the time it is drawn."""
    title = kit.strings.t("contents.title")
    toc = Group("TOC")
    lines = [TocLine(mark, toc) for mark in marks if mark.listed]
    return [PageStart(title), Gap(10), Tick(), Text(title, CHAPTER, before=12, after=20, role="H2"), *lines]


class TocLine(Block):
    """One line of the contents: title, rule and page number; a click goes there."""

    def __init__(self, entry: Mark, toc: Group) -> None:
        self._entry = entry
        self._toc = toc
        self._node: Node | None = None
        self._kind = _LEVELS[min(entry.level, 1)]
        self._indent = 18.0 * min(entry.level, 1)
        self._lines: list[Line] = []
        self.before = 7.0 if entry.level == 0 else 1.5
        self.after = 1.5

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.width = width
        room = width - self._indent - 50
        lines = setter.break_lines([Span(self._entry.title, self._kind.face)], self._kind.size, room)
        self._lines = shortened(lines, MOST_LINES)
        self.height = len(self._lines) * self._kind.leading
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        number = pen.places.get(self._entry.key)
        last = y + self.height - self._kind.leading
        with pen.inside(self._node):
            pen.lines(self._lines, x + self._indent, y, self._kind, more=True)
            pen.text(str(number or ""), x + self.width, last, self._kind, "right")
        start = x + self._indent + self._lines[-1].width + 8
        middle = last + self._kind.leading * 0.68
        if start < x + self.width - 36:
            pen.line(start, middle, x + self.width - 28, middle, LINE, 0.6)
        pen.link(self._node, self._entry.key, (x, y, self.width, self.height), self._entry.title)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        self._node = self._toc.within(parent).add("TOCI").add("Reference").add("Link")


def opening_word(kit: Kit) -> list[Block]:
    """Return the residents' opening word, when they wrote one."""
    words = kit.facts.state.dialogue.opening
    if not words:
        return []
    return [
        *kit.opening("opening", kit.strings.t("opening.title")),
        *paragraphs(words, LEAD if len(words) > MOST_LARGE else _VOICE, gap=11),
    ]


def summary(kit: Kit) -> list[Block]:
    """Return the summary: question, who took part, goals and what comes next."""
    t, dialogue = kit.strings.t, kit.facts.state.dialogue
    question = Text(dialogue.question or t("summary.no_question"), LEAD)
    found = kit.opening("summary", t("summary.title"))
    card = Box(
        [Text(t("summary.question").upper(), LABEL, after=3), question], Frame((9, 16, 10, 16), TINT, 8)
    )
    found.append(card)
    if dialogue.summary:
        found += paragraphs(dialogue.summary, _DENSE, gap=4, before=10)
    if kit.facts.channels:
        found += [_heading(t("summary.who")), channel_tiles(kit)]
    found.append(_heading(t("summary.goals")))
    found += _goal_lines(kit) or [Text(t("summary.no_goals"), _DENSE)]
    found += [_heading(t("summary.next")), Text(_next_text(kit), _DENSE)]
    return found


def _heading(title: str) -> Text:
    return Text(title, _HEADING, before=12, after=5, keep=True, role="H3")


def _next_text(kit: Kit) -> str:
    names = list(kit.facts.state.dialogue.commissioners)
    if not names:
        return kit.strings.t("summary.next_text_nobody")
    return kit.strings.t("summary.next_text", commissioners=kit.strings.and_list(names))


def _goal_lines(kit: Kit) -> list[Block]:
    rows: list[Block] = []
    goals = Group("L")
    for number, goal in enumerate(kit.facts.state.goals, 1):
        count = sum(advice.goal == goal.id for advice in kit.facts.state.advices)
        advices = kit.strings.n("summary.advices", count)
        adopted = kit.strings.number(kit.facts.adopted(goal))
        words = kit.strings.t("summary.adopted_of", adopted=adopted, advices=advices)
        cells = [
            Text(str(number), Type(9.2, 13.2, BOLD, PRIMARY)),
            Text(goal.title or kit.strings.t("goal.untitled"), _DENSE),
            Text(
                words if count else kit.strings.t("summary.no_advice"),
                Type(8.5, 13.2, colour=QUIET),
                align="right",
            ),
        ]
        rows.append(Row(cells, [18, 330, 150], gap=6, pad=2, rule=LINE, group=goals))
    return rows


def channel_tiles(kit: Kit) -> Block:
    """Return the channels side by side; their numbers are not added up."""
    tiles: list[Block] = [_tile(kit, channel) for channel in kit.facts.channels]
    return Row(tiles, [1] * len(tiles), gap=10, stretch=True)


def _tile(kit: Kit, channel: Channel) -> Block:
    strings = kit.strings
    children: list[Block] = [
        Text(strings.t(f"channel.{channel.id}"), Type(10, 14, BOLD, PRIMARY), after=4),
        Text(strings.n(f"channel.{channel.id}_meetings", channel.meetings), SMALL),
        Text(kit.channel_size(channel), SMALL),
        Text([Span(strings.n("channel.notes", channel.notes), BOLD, INK)], SMALL),
    ]
    if channel.imagined:
        children.append(Text(strings.n("channel.imagined", channel.imagined), QUIET_SMALL))
    return Box(children, Frame((8, 10, 8, 12), PAGE, bar=PRIMARY))
