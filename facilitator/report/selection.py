"""How people were chosen and who came: targets, applicants and the panel side by side, and the lottery."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import cast

from facilitator.domain import entities as e
from facilitator.domain.suppression import Number, hidden
from facilitator.report.blocks import Block, Text, cell_of
from facilitator.report.kit import Kit
from facilitator.report.lines import Setter
from facilitator.report.look import BEFORE, BODY, BOLD_SMALL, PRIMARY, QUIET_SMALL, SMALL, TINT
from facilitator.report.pen import Pen
from facilitator.report.rows import Row, headed
from facilitator.report.tags import Node

SMALL_CELL = 3
"""Fewer people than this, or than was promised, are not told as a number, so that nobody is recognised."""


def selection(kit: Kit) -> list[Block]:
    """Return the chapter on who was chosen and how; nothing when that was not kept."""
    people = [p for p in _living(kit, "participant") if isinstance(p, e.Participant)]
    if not people:
        return []
    t = kit.strings.t
    panel = _panel(kit, people)
    found = kit.opening("selection", t("selection.title"), t("selection.intro"))
    counts = [
        t(f"selection.{key}_few", n=kit.strings.number(_least(kit)))
        if 0 < count < _least(kit)
        else kit.strings.n(f"selection.{key}", count)
        for key, count in (("applied", len(people)), ("chosen", len(panel)))
    ]
    found.append(Text(kit.strings.and_list(counts) + ".", BODY, after=6))
    for trait in sorted({name for person in people for name in person.traits}):
        found += [kit.section(trait), *_trait(kit, trait, people, panel)]
    draws = [draw for draw in _living(kit, "draw") if isinstance(draw, e.Draw)]
    if draws:
        found.append(kit.section(t("selection.lottery")))
        found += [_lottery(kit, draw) for draw in draws]
    return [*found, Text(t("selection.small", n=kit.strings.number(_least(kit))), QUIET_SMALL, before=10)]


def _least(kit: Kit) -> int:
    return max(SMALL_CELL, kit.facts.data.kept.smallest_group)


def _living(kit: Kit, entity: str) -> list[e.Entity]:
    rows = kit.facts.state.tables.get(entity, {}).values()
    return sorted((row for row in rows if row.alive), key=lambda row: row.id)


def _panel(kit: Kit, people: list[e.Participant]) -> list[e.Participant]:
    drawn = {id for draw in _living(kit, "draw") for id in cast("e.Draw", draw).drawn}
    return [
        person for person in people if person.id in drawn or person.status in ("drawn", "accepted", "came")
    ]


def _trait(kit: Kit, trait: str, people: list[e.Participant], panel: list[e.Participant]) -> list[Block]:
    t = kit.strings.t
    targets = {q.value: q for q in _living(kit, "quota") if isinstance(q, e.Quota) and q.trait == trait}
    applied = Counter(person.traits.get(trait, "") for person in people)
    came = Counter(person.traits.get(trait, "") for person in panel)
    values = sorted({*targets, *applied} - {""})
    unsaid = suppressed({value: (applied[value], came[value]) for value in values}, _least(kit))
    unsaid_word = t("selection.unsaid")
    told = [applied[value] for value in values if (value, "applied") not in unsaid]
    most = max([*told, *(quota.maximum for quota in targets.values()), 1])
    head = Row(
        [
            Text(t(f"selection.col_{name}"), BOLD_SMALL)
            for name in ("value", "target", "applied", "came", "share")
        ],
        [120, 70, 70, 70, 145],
        gap=8,
        pad=3.8,
        rule=TINT,
    )
    rows: list[Row] = []
    for value in values:
        quota = targets.get(value)
        target = f"{quota.minimum}–{quota.maximum}" if quota else "–"
        counts = [
            None if (value, key) in unsaid else count[value]
            for key, count in (("applied", applied), ("came", came))
        ]
        cells: list[Block] = [
            Text(value, SMALL),
            Text(target, SMALL),
            *(Text(unsaid_word if count is None else kit.strings.number(count), SMALL) for count in counts),
            # A bar that would tell what the number does not is not drawn.
            _Bars(*((count or 0) / most for count in counts)),
        ]
        rows.append(Row(cells, [120, 70, 70, 70, 145], gap=8, pad=3.8, rule=TINT))
    return headed(head, rows)


def suppressed(counts: Mapping[str, tuple[int, int]], smallest: int) -> frozenset[Hashable]:
    """Return (value, column) of what may not be printed of a table whose totals stand above it.

    Args:
        counts: Value -> how many applied, and how many of those came.
    """
    table = [Number("all", sum(applied for applied, _ in counts.values()), "all", "applied", total=True)]
    table.append(Number("panel", sum(came for _, came in counts.values()), "came", "all", total=True))
    # Whoever did not come is not in the table, but follows from it.
    table.append(Number("rest", table[0].count - table[1].count, "away", "all", printed=False))
    for value, (applied, came) in counts.items():
        table.append(Number((value, "applied"), applied, "applied", ("value", value)))
        table.append(Number((value, "came"), came, ("value", value), "came"))
        table.append(Number((value, "away"), applied - came, ("value", value), "away", printed=False))
    return hidden(table, smallest)


class _Bars(Block):
    """Applicants and panel as two thin bars; the numbers stand beside them."""

    def __init__(self, applied: float, came: float) -> None:
        self._shares = (applied, came)

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.width, self.height = width, 13
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        for place, (share, colour) in enumerate(zip(self._shares, (BEFORE, PRIMARY), strict=True)):
            pen.rect(x, y + 1 + place * 6, max(0.5, self.width * share), 4.5, colour)

    def tag_cell(self, row: Node, head: str) -> None:
        """Say what this is in a table: an empty cell, for its numbers are told beside it."""
        cell_of(row, head)


def _at_least(kit: Kit, count: int) -> str:
    """Return a count, or "fewer than" where it would point at somebody."""
    few = 0 < count < _least(kit)
    number = kit.strings.number(_least(kit) if few else count)
    return kit.strings.t("selection.fewer", n=number) if few else number


def _lottery(kit: Kit, draw: e.Draw) -> Block:
    words = kit.strings.t(
        "selection.draw",
        n=_at_least(kit, len(draw.drawn)),
        date=kit.strings.date(draw.date) or "–",
        method=draw.method or "–",
        seed=draw.seed or "–",
    )
    return Text(words, BODY, after=4)
