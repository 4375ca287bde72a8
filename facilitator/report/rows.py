"""Blocks side by side: rows of the grid, tables whose head comes back on every page, points of a list."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.report.blocks import Block, Gap, Text
from facilitator.report.lines import Setter
from facilitator.report.look import LINE, Type
from facilitator.report.pen import Pen
from facilitator.report.tags import Group, Node

SHORT_TABLE = 6
"""Rows up to which a table is kept on one page."""


class Row(Block):
    """Cells side by side on the grid; ``shares`` are parts of the width, ``rule`` draws a line under it."""

    whole = True

    def __init__(
        self,
        cells: Sequence[Block],
        shares: Sequence[float],
        *,
        gap: float = 12,
        pad: float = 0,
        rule: str = "",
        before: float = 0,
        after: float = 0,
        keep: bool = False,
        stretch: bool = False,
        group: Group | None = None,
    ) -> None:
        self.group = group
        self.is_head = self.has_row_head = False
        self._cells = list(cells)
        self._shares = list(shares)
        self.gap, self.pad, self.rule, self._stretch = gap, pad, rule, stretch
        self.before, self.after, self.keep = before, after, keep

    def _widths(self) -> list[float]:
        room = self.width - self.gap * (len(self._cells) - 1)
        whole = sum(self._shares)
        return [room * share / whole for share in self._shares]

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.width = width
        for cell, wide in zip(self._cells, self._widths(), strict=True):
            cell.fit(setter, wide)
        return self.resize()

    def resize(self) -> float:
        """Return the height of what is laid out."""
        tallest = max((cell.height for cell in self._cells), default=0)
        if self._stretch:
            for cell in self._cells:
                cell.height = tallest
        self.height = tallest + 2 * self.pad
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the part that fits in ``room`` and the rest, or None."""
        room -= 2 * self.pad
        above: list[Block] = []
        below: list[Block] = []
        for cell in self._cells:
            cut = (cell, Gap(0)) if cell.height <= room else cell.split(room)
            if cut is None:
                return None
            above.append(cut[0])
            below.append(cut[1])
        parts = Row(above, self._shares, before=self.before), Row(below, self._shares, after=self.after)
        for part in parts:
            part.gap, part.pad, part.rule, part.width = self.gap, self.pad, self.rule, self.width
            part.resize()
        return parts

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        for cell, wide in zip(self._cells, self._widths(), strict=True):
            cell.draw(pen, x, y + self.pad)
            x += wide + self.gap
        if self.rule:
            pen.line(x - self.gap - self.width, y + self.height, x - self.gap, y + self.height, self.rule)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure: a row of a table, a point of a list, or neither."""
        if self.group is None:
            for cell in self._cells:
                cell.tag(parent)
        elif self.group.role == "Table":
            row = self.group.within(parent).add("TR", keep=True)
            for place, cell in enumerate(self._cells):
                side = "Row" if self.has_row_head and not place else ""
                cell.tag_cell(row, "Column" if self.is_head else side)
        else:
            point = self.group.within(parent).add("LI")
            label, *rest = self._cells
            label.tag(point.add("Lbl"))
            body = point.add("LBody")
            for cell in rest:
                cell.tag(body)


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
    kind: tuple[Type, Type],
    right: int,
) -> list[Block]:
    """Return a table as rows; the last ``right`` columns are set flush right, ``kind`` is head and body."""
    edge = len(head) - right

    def cells(texts: Sequence[str], style: Type) -> list[Block]:
        return [
            Text(text, style, align="right" if place >= edge else "left") for place, text in enumerate(texts)
        ]

    first = Row(cells(head, kind[0]), shares, gap=8, pad=3.8, rule=LINE, keep=True)
    return headed(first, [Row(cells(row, kind[1]), shares, gap=8, pad=3.8, rule=LINE) for row in rows])


def headed(head: Row, rows: Sequence[Row]) -> list[Block]:
    """Return a table of ``rows`` whose ``head`` comes back on every page; a short one stays on one page.

    The first cell of a row is what the row is about.
    """
    table = Group("Table")
    head.keep = head.is_head = True
    if len(rows) <= SHORT_TABLE:
        for row in rows[:-1]:
            row.keep = True
    for row in (head, *rows):
        row.group = table
    for row in rows:
        row.head = head
        row.has_row_head = True
    return [head, *rows]
