"""What becomes of the advice: the commissioner's answer per advice, or the form for it, and the calendar."""

from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.evidence import advices_of_goal
from facilitator.report.blocks import Block, Box, Frame, Text
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit
from facilitator.report.lines import Setter, Span
from facilitator.report.look import (
    BODY,
    BOLD_SMALL,
    INK,
    LINE,
    PRIMARY,
    QUIET,
    QUIET_SMALL,
    SMALL,
    SURFACE,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.rows import Row, table
from facilitator.report.tags import Node

_HEAD = Type(10, 14.5, BOLD)


def follow_up(kit: Kit) -> list[Block]:
    """Return the chapter with answers, empty forms where there is none yet, and the calendar."""
    t, state = kit.strings.t, kit.facts.state
    asked = [advice for goal in state.goals for advice in advices_of_goal(state, goal.id)]
    wanted = [
        advice
        for advice in [*asked, *kit.facts.loose_advices]
        if kit.facts.outcome(advice).adopted is not False
    ]
    found = kit.opening("follow-up", t("follow_up.title"), t("follow_up.intro"))
    if not wanted:
        return [*found, Text(t("follow_up.none"), BODY)]
    replies = {reply.advice: reply for reply in state.replies}
    found += [_answer(kit, advice, replies.get(advice.id)) for advice in wanted]
    calendar = _calendar(kit, wanted)
    if calendar:
        found += [kit.section(t("follow_up.calendar")), *calendar]
    return found


def _answer(kit: Kit, advice: e.Advice, reply: e.Reply | None) -> Block:
    t = kit.strings.t
    number = Span(f"{kit.facts.numbers.get(advice.id, '')}\u00a0 ", BOLD, PRIMARY, f"advice-{advice.id}")
    words: list[Block] = [Text([number, Span(advice.text, BOLD)], _HEAD, after=5, role="H3")]
    if reply is None or not reply.kind:
        words += _form(kit)
    else:
        kind = kit.word("reply", reply.kind)
        words.append(Text([Span(f"{t('follow_up.answer')}: ", colour=QUIET), Span(kind, BOLD)], BODY))
        if reply.reason:
            words.append(Text(reply.reason, BODY, before=2))
        if reply.date:
            words.append(Text(kit.strings.date(reply.date), QUIET_SMALL, before=2))
    return Box(words, Frame((10, 16, 11, 16), SURFACE, 6, stroke=LINE), after=9)


def _form(kit: Kit) -> list[Block]:
    t = kit.strings.t
    kinds: list[Block] = [_Choice(kit.word("reply", kind)) for kind in e.REPLY_KINDS]
    return [
        Row(kinds, [1] * len(kinds), gap=6, after=5),
        _Line(t("follow_up.why")),
        Row([_Line(t("follow_up.who")), _Line(t("follow_up.when"))], [3, 2], gap=14),
    ]


class _Choice(Block):
    """An empty box to tick, with its words."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._node: Node | None = None

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self._lines = setter.break_lines([Span(self._words)], SMALL.size, width - 14)
        self.height = max(14.0, len(self._lines) * SMALL.leading)
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        pen.rect(x, y + 1.5, 9, 9, SURFACE, 1.5, INK)
        with pen.inside(self._node):
            pen.lines(self._lines, x + 14, y, SMALL)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        self._node = parent.add("P")


class _Line(Block):
    """A word and a line to write on."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._node: Node | None = None
        self.before = 3.0

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.width, self.height = width, 19
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        with pen.inside(self._node):
            pen.text(self._words, x, y + 5, QUIET_SMALL)
        pen.line(x + 74, y + 16, x + self.width, y + 16, QUIET, 0.5)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        self._node = parent.add("P")


def _calendar(kit: Kit, advices: list[e.Advice]) -> list[Block]:
    """Return what is to be done and when: actions by date, then deadlines in the words of the advice."""
    t, state = kit.strings.t, kit.facts.state
    numbers = kit.facts.numbers
    known = {advice.id for advice in advices}
    actions = sorted(
        (a for a in state.actions if a.advice in known), key=lambda a: (a.due or "9999", a.seq, a.id)
    )
    rows = [
        [
            kit.strings.date(action.due) if action.due else "–",
            numbers.get(action.advice, ""),
            action.text,
            action.owner or "–",
            t("follow_up.done" if action.done else "follow_up.to_do"),
        ]
        for action in actions
    ]
    acting = {action.advice for action in actions}
    rows += [
        [
            advice.deadline,
            numbers.get(advice.id, ""),
            advice.text,
            advice.addressee or "–",
            t("follow_up.asked"),
        ]
        for advice in advices
        if advice.deadline and advice.id not in acting
    ]
    if not rows:
        return []
    head = [t(f"follow_up.col_{name}") for name in ("when", "advice", "what", "who", "state")]
    return table(head, rows, [92, 40, 190, 96, 62], (BOLD_SMALL, SMALL), right=0)
