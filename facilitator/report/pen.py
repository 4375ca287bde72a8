"""Drawing on the page in points from its top left corner."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from facilitator.domain.spoken import alike
from facilitator.report.fonts import BOLD
from facilitator.report.lines import Line, Piece, Setter, Span
from facilitator.report.look import (
    A4,
    LINE,
    ON_PRIMARY,
    PRIMARY,
    SHADOW_NARROW,
    SHADOW_WIDE,
    TINT,
    Sheet,
    Type,
)
from facilitator.report.style import UNCOLOURED, Style
from facilitator.report.svg import Drawing, portrait
from facilitator.report.tags import Node, Tags, box_of


class Pen:
    """Draws with y downwards; the only place that talks to the canvas of a page."""

    def __init__(
        self,
        canvas: Canvas,
        setter: Setter,
        places: Mapping[str, int],
        tags: Tags | None = None,
        style: Style = UNCOLOURED,
        sheet: Sheet = A4,
    ) -> None:
        self.canvas: Any = canvas
        self.setter = setter
        self.places = places
        self.style, self.sheet = style, sheet
        self._ink_of, self._top = style.ink, sheet.height
        self._tags = tags
        self._node: Node | None = None
        self._picture: Node | None = None
        self._silent = False

    # ── what is drawn, for those who do not see it ──────────────────────────

    @contextmanager
    def inside(self, node: Node | None) -> Generator[None]:
        """Let words that are drawn in the block be those of ``node``."""
        before, self._node = self._node, node
        yield
        self._node = before

    @contextmanager
    def picture(self, node: Node | None, x: float, y: float, width: float, height: float) -> Generator[None]:
        """Let everything drawn in the block be one picture, told by the words of ``node``."""
        if node is not None and not self._silent:
            node.attributes = box_of(x, self._top - y - height, width, height)
        before, self._picture = self._picture, node
        yield
        self._picture = before

    @contextmanager
    def sign(self, node: Node | None) -> Generator[None]:
        """Let shapes drawn in the block be a sign that ``node`` puts into words."""
        before, self._picture = self._picture, node
        yield
        self._picture = before

    @contextmanager
    def silent(self) -> Generator[None]:
        """Let what is drawn in the block be decoration: told elsewhere, or nothing to tell."""
        before, self._silent = self._silent, True
        yield
        self._silent = before

    def _words(self) -> None:
        if self._tags is not None:
            self._tags.mark(None if self._silent else self._picture or self._node)

    def _shape(self) -> None:
        if self._tags is not None:
            self._tags.mark(None if self._silent else self._picture)

    # ── drawing ─────────────────────────────────────────────────────────────

    def lines(
        self,
        lines: Sequence[Line],
        x: float,
        y: float,
        kind: Type,
        width: float = 0,
        align: str = "left",
        *,
        more: bool = False,
    ) -> None:
        """Draw ``lines`` with the top of the first at ``y``; ``width`` is needed to align right or centre.

        ``more`` words follow elsewhere in the same element: the last line is parted from them.
        """
        items = [
            (x + _indent(line, width, align), y + place * kind.leading, piece, kind)
            for place, line in enumerate(lines)
            for piece in line.told(more or place + 1 < len(lines))
        ]
        if items:
            self.strings(items)

    def strings(self, items: Iterable[tuple[float, float, Piece, Type]]) -> None:
        """Draw many pieces, each at its own ``x`` and line top ``y``; those that link lead there."""
        for (link, lang), group in groupby(items, key=_tie):
            if lang:
                with self.inside(self._speaking(lang)):
                    self._tied(link, group)
            else:
                self._tied(link, group)

    def _tied(self, link: str, items: Iterable[tuple[float, float, Piece, Type]]) -> None:
        if link and link in self.places:
            self._linked(link, list(items))
        else:
            self._plain(items)

    def _speaking(self, lang: str) -> Node | None:
        """Return the element for words in ``lang``: a new one inside that of the others when they differ."""
        node = self._node
        if node is None or self._silent or self._picture is not None or node.actual:
            return node
        return node if node.tongue == lang else node.add("Span", lang=lang)

    def _linked(self, key: str, items: list[tuple[float, float, Piece, Type]]) -> None:
        node = self._node.add("Link") if self._node is not None and not self._silent else None
        with self.inside(node):
            self._plain(items)
        words = " ".join(piece.text.strip() for _, _, piece, _ in items)
        for x, y, piece, kind in items:
            self.link(node, key, (x + piece.x, y, piece.width, kind.leading), words)

    def _plain(self, items: Iterable[tuple[float, float, Piece, Type]]) -> None:
        self._words()
        text = self.canvas.beginText()
        colour = ""
        for x, y, piece, kind in items:
            wanted = piece.colour or kind.colour
            if wanted != colour:
                text.setFillColor(self._ink_of(wanted))
                colour = wanted
            text.setFont(piece.font, kind.size, kind.leading)
            text.setTextOrigin(x + piece.x, self._top - (y + kind.leading / 2 + kind.size * 0.36))
            text.textOut(piece.text)
        self.canvas.drawText(text)

    def text(
        self, words: str, x: float, y: float, kind: Type, align: str = "left", *, more: bool = False
    ) -> None:
        """Draw one line of words; ``align`` says what ``x`` is: left, center or right; ``more`` as above."""
        words = alike(words, words.replace("\n", " ")) if "\n" in words else words
        lines = self.setter.break_lines([Span(words, kind.face)], kind.size, 1e6)
        shift = {"left": 0.0, "center": 0.5, "right": 1.0}[align] * lines[0].width
        self.lines(lines[:1], x - shift, y, kind, more=more)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "",
        radius: float = 0,
        stroke: str = "",
    ) -> None:
        """Draw a box with its top left corner at ``x``, ``y``."""
        self._shape()
        self._ink(fill, stroke)
        bottom = self._top - y - height
        radius = min(radius * self.style.roundness, width / 2, height / 2)
        if radius > 0:
            self.canvas.roundRect(x, bottom, width, height, radius, int(bool(stroke)), int(bool(fill)))
        else:
            self.canvas.rect(x, bottom, width, height, int(bool(stroke)), int(bool(fill)))

    def image(self, image: object, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture that was decoded before."""
        self._shape()
        self.canvas.drawImage(image, x, self._top - y - height, width, height)

    def line(self, x: float, y: float, x2: float, y2: float, colour: str = LINE, width: float = 0.6) -> None:
        """Draw a straight line."""
        self._shape()
        self.canvas.setStrokeColor(self._ink_of(colour))
        self.canvas.setLineWidth(width)
        self.canvas.line(x, self._top - y, x2, self._top - y2)

    def dot(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a filled circle round ``x``, ``y``."""
        self._shape()
        self._ink(fill, "")
        self.canvas.circle(x, self._top - y, radius, 0, 1)

    def anchor(self, key: str, y: float) -> None:
        """Let links to ``key`` lead to this page, a little above ``y``."""
        if self._tags is not None:
            self._tags.anchor(key, self._top - y + 24)

    def link(self, node: Node | None, key: str, box: tuple[float, float, float, float], words: str) -> None:
        """Make ``box`` (x, y, width, height) jump to the bookmark ``key``; ``words`` tell where it leads."""
        x, y, width, height = box
        area = (x, self._top - y - height, x + width, self._top - y)
        if self._tags is not None and node is not None:
            self._tags.link(node, key, area, words)

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Generator[None]:
        """Draw the block turned round the point ``x``, ``y``."""
        self._shape()
        self.canvas.saveState()
        self.canvas.translate(x, self._top - y)
        self.canvas.rotate(degrees)
        self.canvas.translate(-x, -(self._top - y))
        yield
        self.canvas.restoreState()

    def shadow(self, x: float, y: float, width: float, height: float) -> None:
        """Draw the soft shadow under a sticky note."""
        for spread, grey in ((1.6, SHADOW_WIDE), (0.8, SHADOW_NARROW)):
            self.rect(x - spread / 2, y + 0.8, width + spread, height + spread, grey, 3)

    def portrait(self, svg: str, name: str, x: float, y: float, size: float, ring: str = "") -> None:
        """Draw a persona's portrait in a circle; initials when there is no readable drawing."""
        middle_x, middle_y = x + size / 2, y + size / 2
        if ring:
            self.dot(middle_x, middle_y, size / 2 + size * 0.05, ring)
        drawing = portrait(svg)
        if drawing is None:
            self._initials(name, middle_x, middle_y, size)
            return
        self.dot(middle_x, middle_y, size / 2, TINT)
        self._shape()
        self.canvas.saveState()
        outline = self.canvas.beginPath()
        outline.circle(middle_x, self._top - middle_y, size / 2)
        self.canvas.clipPath(outline, stroke=0, fill=0)
        self._paint(drawing, x, y, size)
        self.canvas.restoreState()

    def _initials(self, name: str, x: float, y: float, size: float) -> None:
        self.dot(x, y, size / 2, PRIMARY)
        letters = "".join(word[0] for word in name.split()[:2]).upper() or "?"
        kind = Type(size * 0.36, size * 0.5, BOLD, ON_PRIMARY)
        self.text(letters, x, y - kind.leading / 2, kind, "center")

    def _paint(self, drawing: Drawing, x: float, y: float, size: float) -> None:
        canvas = self.canvas
        scale = size / max(drawing.width, drawing.height)
        canvas.translate(
            x + (size - drawing.width * scale) / 2, self._top - y - (size - drawing.height * scale) / 2
        )
        canvas.scale(scale, -scale)
        canvas.translate(-drawing.left, -drawing.top)
        for shape in drawing.shapes:
            path = canvas.beginPath()
            for op, points in shape.segments:
                {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}[op](*points)
            self._ink(shape.fill or "", shape.stroke or "", shape.stroke_width)
            canvas.setLineCap(int(shape.round_caps))
            canvas.setLineJoin(int(shape.round_caps))
            canvas.setFillAlpha(shape.opacity)
            canvas.setStrokeAlpha(shape.opacity)
            if shape.fill or shape.stroke:
                canvas.drawPath(path, int(bool(shape.stroke)), int(bool(shape.fill)), fillMode=1)

    def _ink(self, fill: str, stroke: str, width: float = 0.7) -> None:
        if fill:
            self.canvas.setFillColor(self._ink_of(fill))
        if stroke:
            self.canvas.setStrokeColor(self._ink_of(stroke))
            self.canvas.setLineWidth(width)


def _tie(item: tuple[float, float, Piece, Type]) -> tuple[str, str]:
    """Return what words must have in common to be of one element."""
    return item[2].link, item[2].lang


def _indent(line: Line, width: float, align: str) -> float:
    if align == "center":
        return (width - line.width) / 2
    return max(0.0, width - line.width) if width and (align == "right" or line.rtl) else 0.0
