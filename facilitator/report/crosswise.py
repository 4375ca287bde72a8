"""What the goal chapters cannot show alone: insights across goals, and advice that was not adopted."""

from __future__ import annotations

from collections import Counter

from facilitator.domain import entities as e
from facilitator.domain.evidence import cross_goal_insights
from facilitator.report.blocks import Block, Box, Frame, Text, cell_of, paragraphs
from facilitator.report.fonts import BOLD
from facilitator.report.goals import advice_block, insight_count, insight_row
from facilitator.report.kit import Kit
from facilitator.report.lines import Setter, Span
from facilitator.report.look import (
    BODY,
    BOLD_SMALL,
    LINE,
    PRIMARY,
    QUIET_SMALL,
    SHADES,
    SMALL,
    TINT,
    WIDTH,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.rows import Row, headed
from facilitator.report.tags import Node

MOST_COLUMNS = 12
"""Goals above which the matrix gives way to a list of numbers."""


def cross_goal(kit: Kit) -> list[Block]:
    """Return the chapter with the insights that bear on several goals."""
    t, state = kit.strings.t, kit.facts.state
    found = kit.opening("cross", t("cross.title"), t("cross.intro"))
    numbers = {goal.id: number for number, goal in enumerate(state.goals, 1)}
    insights = cross_goal_insights(state)
    found += _matrix(kit, insights, numbers) if insights else [Text(t("cross.none"), BODY)]
    loose = [insight for insight in state.insights if not numbers.keys() & set(insight.goals)]
    if loose:
        found += [kit.section(t("cross.loose")), *(insight_row(kit, insight) for insight in loose)]
    return [*found, *_people(kit), *_tensions(kit)]


def _people(kit: Kit) -> list[Block]:
    """Return how often each persona was spoken of under each goal; what was imagined is left out."""
    t, state = kit.strings.t, kit.facts.state
    goals, people = state.goals[:MOST_COLUMNS], state.personas
    if not goals or not people:
        return []
    counts = {
        goal.id: Counter(note.persona for note in kit.facts.goal_notes(goal) if note.basis != "imagined")
        for goal in goals
    }
    most = max((count for goal in counts.values() for count in goal.values()), default=0)
    names = max(90.0, 370.0 - 40 * len(goals))
    shares = [names, *([(WIDTH - names) / len(goals)] * len(goals))]
    head = Row(
        [Text(t("cross.col_persona"), BOLD_SMALL), *(_number(str(n)) for n in range(1, len(goals) + 1))],
        shares,
        gap=3,
        pad=2.4,
        rule=LINE,
    )
    rows = [
        Row(
            [Text(persona.name, SMALL), *(_shade(kit, counts[goal.id][persona.id], most) for goal in goals)],
            shares,
            gap=3,
            pad=2.4,
        )
        for persona in people
    ]
    words = Text(t("cross.people_text"), QUIET_SMALL, after=5, keep=True)
    return [kit.section(t("cross.people")), words, *headed(head, rows)]


def _number(words: str) -> Block:
    return Text(words, BOLD_SMALL, align="center")


def _shade(kit: Kit, count: int, most: int) -> Block:
    """Return a number on a ground that is darker where more was said; the number says it too."""
    fill = SHADES[min(len(SHADES) - 1, -(-count * (len(SHADES) - 1) // most))] if most else SHADES[0]
    return Box([Text(kit.strings.number(count), SMALL, align="center")], Frame((2, 0, 2, 0), fill, 3))


def _tensions(kit: Kit) -> list[Block]:
    """Return where goals chafe, by goal."""
    t = kit.strings.t
    found: list[Block] = []
    for number, goal in enumerate(kit.facts.state.goals, 1):
        if goal.tensions:
            title = t("rejected.of_goal", number=number, title=goal.title or t("goal.untitled"))
            found.append(Text(title, Type(10, 14.5, BOLD), before=6, after=2, keep=True, role="H4"))
            found += paragraphs(goal.tensions, SMALL)
    return [kit.section(t("cross.tensions")), *found] if found else []


def _matrix(kit: Kit, insights: list[e.Insight], numbers: dict[str, int]) -> list[Block]:
    wide = len(numbers) <= MOST_COLUMNS
    found = [_goals(kit, numbers)]
    if wide:
        found.append(Text(kit.strings.t("cross.legend"), QUIET_SMALL, after=3))
    rows: list[Row] = []
    for insight in insights:
        hit = sorted(numbers[goal] for goal in insight.goals if goal in numbers)
        rows.append(_row(kit, insight, hit, len(numbers) if wide else 0))
    return [*found, *headed(_head(kit, len(numbers)) if wide else _list_head(kit), rows)]


def _goals(kit: Kit, numbers: dict[str, int]) -> Block:
    """Return the goals by number, in two columns."""
    goals = kit.facts.state.goals
    lines = [
        Text(
            [
                Span(f"{numbers[goal.id]}\u00a0 ", BOLD, PRIMARY),
                Span(goal.title or kit.strings.t("goal.untitled")),
            ],
            SMALL,
        )
        for goal in goals
    ]
    half = (len(lines) + 1) // 2
    return Row([Box(lines[:half]), Box(lines[half:])], [1, 1], gap=18, after=6)


def _head(kit: Kit, columns: int) -> Row:
    t = kit.strings.t
    cells = [
        Text(t("cross.col_insight"), BOLD_SMALL),
        Text(t("cross.col_notes"), BOLD_SMALL, align="right"),
        _Dots([], columns, head=True),
    ]
    return Row(cells, [278, 78, 18.5 * columns], gap=8, pad=2.4, rule=LINE)


def _list_head(kit: Kit) -> Row:
    names = ("insight", "notes", "goals")
    cells = [Text(kit.strings.t(f"cross.col_{name}"), BOLD_SMALL) for name in names]
    return Row(cells, [290, 80, 110], pad=5, rule=LINE)


def _row(kit: Kit, insight: e.Insight, hit: list[int], columns: int) -> Row:
    words = Text(insight.title or kit.strings.t("insight.untitled"), Type(8.6, 12))
    count = Text(insight_count(kit, insight), QUIET_SMALL, align="right")
    if columns:
        dots = _Dots(hit, columns, kit.strings.t("goal.yes"))
        return Row([words, count, dots], [278, 78, 18.5 * columns], gap=8, pad=2.4, rule=LINE)
    goals = kit.strings.and_list([str(number) for number in hit])
    return Row([words, count, Text(goals, SMALL)], [290, 80, 110], pad=5, rule=LINE)


class _Dots(Block):
    """A row of the matrix: a filled dot for each goal the insight belongs to; the head shows numbers."""

    def __init__(self, hit: list[int], columns: int, yes: str = "", head: bool = False) -> None:
        self._hit, self._columns, self._head = hit, columns, head
        self._yes, self._cells = yes, list[Node]()

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.width, self.height = width, 14
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        step = self.width / self._columns
        for number in range(1, self._columns + 1):
            middle = x + step * (number - 0.5)
            cell = self._cells[number - 1] if self._cells else None
            if self._head:
                with pen.inside(cell):
                    pen.text(str(number), middle, y, Type(8.5, 12, BOLD, PRIMARY), "center")
            elif number in self._hit:
                with pen.sign(cell):
                    pen.dot(middle, y + 7, 5.2, PRIMARY)
            else:
                pen.dot(middle, y + 7, 2, TINT)

    def tag_cell(self, row: Node, head: str) -> None:
        """Say what this is in a table: a cell per goal, heard as yes where there is a dot."""
        self._cells = [cell_of(row, head) for _ in range(self._columns)]
        if not self._head:
            for number in self._hit:
                self._cells[number - 1] = self._cells[number - 1].add("Span")
                self._cells[number - 1].actual = self._yes


def not_adopted(kit: Kit) -> list[Block]:
    """Return the chapter with the advice that did not make it, with votes and the other view."""
    t, state = kit.strings.t, kit.facts.state
    found = kit.opening("rejected", t("rejected.title"), t("rejected.intro"))
    rejected = kit.facts.rejected()
    if not rejected:
        voted = any(kit.facts.outcome(advice).adopted is not None for advice in state.advices)
        return [*found, Text(t("rejected.none" if voted else "rejected.none_voted"), BODY)]
    for number, goal in enumerate(state.goals, 1):
        mine = [advice for advice in rejected if advice.goal == goal.id]
        if mine:
            title = t("rejected.of_goal", number=number, title=goal.title or t("goal.untitled"))
            found.append(Text(title, Type(10.5, 15, BOLD), before=10, after=7, keep=True, role="H3"))
            found += [advice_block(kit, advice) for advice in mine]
    loose = [advice for advice in rejected if advice in kit.facts.loose_advices]
    if loose:
        found += [kit.section(t("goal.loose")), *(advice_block(kit, advice) for advice in loose)]
    return found
