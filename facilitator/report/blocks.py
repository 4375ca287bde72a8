"""What a page is made of: blocks that know their height, can be cut at a page end and draw themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.spoken import alike
from facilitator.report.fonts import BOLD
from facilitator.report.lines import Line, Setter, Span, spread
from facilitator.report.look import Type
from facilitator.report.pen import Pen
from facilitator.report.shaping import is_rtl, language_of
from facilitator.report.tags import Node, scope

EDGE_LINES = 2
"""Fewest lines of a paragraph left alone at the foot or head of a page."""


LARGE = 14.0
"""Points above which words are not parted."""

NARROW = 26.0
"""Width in sizes of the letter below which words are not parted."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the contents and the bookmarks; ``level`` 0 is a chapter."""

    key: str
    title: str
    level: int
    listed: bool = True


class Block:
    """A piece of the page; ``fit`` before anything else.

    Attributes:
        before, after: White space in points; at a page top ``before`` is dropped.
        keep: Stay on one page with the start of the next block.
        whole: Rather go to the next page than be cut; only what is taller than a page is cut all the same.
        anchor: Name under which links find it, besides that of its mark.
        head: Drawn again above this block when it opens a page in the middle of a table.
        height: Set by ``fit``.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    whole: bool = False
    mark: Mark | None = None
    anchor: str = ""
    head: Block | None = None
    height: float = 0.0
    width: float = 0.0

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        raise NotImplementedError

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the part that fits in ``room`` and the rest, both laid out, or None."""
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        raise NotImplementedError

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document; what says nothing is decoration."""

    def tag_cell(self, row: Node, head: str) -> None:
        """Say what this is as a cell of a table; ``head`` is ``Column``, ``Row`` or empty."""
        self.tag(cell_of(row, head))


def cell_of(row: Node, head: str) -> Node:
    """Return a new cell of a table row, heading its ``Column`` or ``Row`` or, with nothing, plain."""
    attributes = scope(head == "Column") if head else ""
    return row.add("TH" if head else "TD", attributes=attributes, keep=True)


class PageStart(Block):
    """Begins a new page; ``title`` runs along its top, ``bare`` pages have neither header nor footer."""

    def __init__(self, title: str = "", bare: bool = False) -> None:
        self.title = title
        self.bare = bare


class Gap(Block):
    """White space."""

    def __init__(self, height: float) -> None:
        self.height = height

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        return


class Text(Block):
    """A paragraph; line ends in the text are kept."""

    def __init__(
        self,
        words: str | Sequence[Span],
        kind: Type,
        *,
        align: str = "left",
        before: float = 0.0,
        after: float = 0.0,
        keep: bool = False,
        mark: Mark | None = None,
        role: str = "P",
    ) -> None:
        self._spans = spread([Span(words, kind.face)] if isinstance(words, str) else words)
        self._role = role
        self._node: Node | None = None
        self._kind = kind
        self._align = align
        self.lines: list[Line] = []
        self.before, self.after, self.keep, self.mark = before, after, keep, mark

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        kind = self._kind
        # Titles and narrow columns stay whole.
        running = kind.size <= LARGE and kind.face != BOLD and width >= NARROW * kind.size
        self.lines = setter.break_lines(self._spans, kind.size, width, running=running)
        return self.resize(width)

    def resize(self, width: float) -> float:
        """Take ``width`` and return the height of what is laid out."""
        self.width = width
        self.height = len(self.lines) * self._kind.leading
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the part that fits in ``room`` and the rest, or None."""
        count = min(int(room / self._kind.leading), len(self.lines) - EDGE_LINES)
        if count < EDGE_LINES:
            return None
        return self._part(self.lines[:count], first=True), self._part(self.lines[count:], first=False)

    def _part(self, lines: list[Line], first: bool) -> Text:
        part = Text("", self._kind, align=self._align)
        part.lines = lines
        part._node = self._node
        part.resize(self.width)
        if first:
            part.before, part.mark, part.anchor = self.before, self.mark, self.anchor
        else:
            part.after, part.keep = self.after, self.keep
        return part

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        with pen.inside(self._node):
            pen.lines(self.lines, x, y, self._kind, self.width, self._align)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        self._take(parent.add(self._role))

    def tag_cell(self, row: Node, head: str) -> None:
        """Say what this is as a cell of a table."""
        self._take(cell_of(row, head))

    def _take(self, node: Node) -> None:
        self._node = node
        tongues = {span.lang for span in self._spans if span.text.strip()}
        if len(tongues) == 1:
            (node.lang,) = tongues
        if any(is_rtl(span.text) for span in self._spans):
            # Drawn signs stand in the order of the eye; who listens needs the order of the tongue.
            node.actual = "".join(span.text for span in self._spans)
            node.lang = next(filter(None, tongues), "") or language_of(node.actual)


@dataclass(frozen=True, slots=True)
class Frame:
    """How a box looks: padding (top, right, bottom, left), fill, corner radius, bar at the left, outline."""

    pad: tuple[float, float, float, float] = (0, 0, 0, 0)
    fill: str = ""
    radius: float = 0
    bar: str = ""
    bar_width: float = 2.5
    stroke: str = ""
    shadow: bool = False


PLAIN = Frame()


class Box(Block):
    """Blocks under each other, with a background or a bar; cut between or inside them at a page end."""

    def __init__(
        self,
        children: Sequence[Block],
        frame: Frame = PLAIN,
        *,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
        role: str = "",
    ) -> None:
        self._children = list(children)
        self._frame = frame
        self._role = role
        self.whole = frame is not PLAIN
        self.before, self.after, self.keep = before, after, keep

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        _, right, _, left = self._frame.pad
        for child in self._children:
            child.fit(setter, width - left - right)
        return self.resize(width)

    def resize(self, width: float) -> float:
        """Take ``width`` and return the height of what is laid out."""
        top, _, bottom, _ = self._frame.pad
        self.width = width
        self.height = top + bottom + stacked(self._children)
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the part that fits in ``room`` and the rest, or None."""
        top, _, bottom, _ = self._frame.pad
        room -= top + bottom
        first: list[Block] = []
        rest = list(self._children)
        while rest and stacked([*first, rest[0]]) <= room:
            first.append(rest.pop(0))
        if not rest:
            return None
        left = room - stacked([*first, Gap(0)]) - (max(first[-1].after, rest[0].before) if first else 0)
        cut = rest[0].split(left)
        if cut:
            first.append(cut[0])
            rest[0] = cut[1]
        while first and first[-1].keep:
            rest.insert(0, first.pop())
        if not first:
            return None
        return self._part(first, self.before, 0), self._part(rest, 0, self.after)

    def _part(self, children: list[Block], before: float, after: float) -> Box:
        part = Box(children, self._frame, before=before, after=after)
        part.resize(self.width)
        return part

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        frame = self._frame
        if frame.shadow:
            pen.shadow(x, y, self.width, self.height)
        if frame.fill or frame.stroke:
            pen.rect(x, y, self.width, self.height, frame.fill, frame.radius, frame.stroke)
        if frame.bar:
            pen.rect(x, y, frame.bar_width, self.height, frame.bar)
        y += frame.pad[0]
        for place, child in enumerate(self._children):
            y += child.before if place else 0
            child.draw(pen, x + frame.pad[3], y)
            below = self._children[place + 1].before if place + 1 < len(self._children) else 0
            y += child.height + max(child.after - below, 0)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        node = parent.add(self._role) if self._role else parent
        for child in self._children:
            child.tag(node)


def stacked(children: Sequence[Block]) -> float:
    """Return the height of laid-out blocks under each other; between two lies the larger white space."""
    gaps = sum(max(above.after, below.before) for above, below in zip(children, children[1:], strict=False))
    return sum(child.height for child in children) + gaps


def paragraphs(words: str, kind: Type, *, gap: float = 6, before: float = 0, after: float = 0) -> list[Block]:
    """Return ``words`` as paragraphs, a new one at each empty line."""
    parts = [part for part in re.split(r"\n[ \n]*\n", words) if part.strip()]
    found: list[Block] = [Text(alike(words, part), kind, after=gap) for part in parts]
    if found:
        found[0].before, found[-1].after = before, after
    return found


class Middle(Block):
    """A block set at the middle of at least ``height`` points."""

    def __init__(self, inner: Block, height: float) -> None:
        self._inner, self._room = inner, height

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.height = max(self._room, self._inner.fit(setter, width))
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the part that fits in ``room`` and the rest, or None."""
        return self._inner.split(room)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        self._inner.draw(pen, x, y + (self.height - self._inner.height) / 2)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        self._inner.tag(parent)
