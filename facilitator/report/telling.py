"""The report as an outline: the words of every block by its place in the structure, and nothing of its looks.

The blocks are the very ones the PDF is made of. They are laid out on a page without end and drawn with a pen
that only listens, so that both hold the same words and numbers.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from facilitator.domain.outline import (
    Heading,
    Outline,
    Paragraph,
    Part,
    Point,
    Points,
    Quote,
    Run,
    Table,
    words,
)
from facilitator.domain.report_data import ReportData
from facilitator.domain.spoken import joined, parts_of, spoken
from facilitator.report import fonts, render, strings
from facilitator.report.blocks import PageStart
from facilitator.report.facts import Facts
from facilitator.report.fonts import BOLD, ITALIC
from facilitator.report.kit import Kit
from facilitator.report.lines import Line, Piece, Setter, Span, spread
from facilitator.report.look import LINE, WIDTH, Type
from facilitator.report.pen import Pen
from facilitator.report.tags import Node

_LOWEST = 6
_SILENT = ("Figure", "TOC", "Artifact")


def told(data: ReportData, resources: Path) -> Outline:
    """Return what the report of ``data`` says, without its contents and pictures.

    Raises:
        UserError: ``report.texts_bad``, ``report.font_missing``.
    """
    book = strings.load(resources, data.language)
    fonts.load(resources)  # a few blocks measure for themselves
    kit = Kit(Facts(data), book)
    blocks = render.story(kit)
    document = render.tagged(blocks)
    ear = _Ear()
    for block in blocks:
        if not isinstance(block, PageStart):
            block.fit(ear.setter, WIDTH)
            block.draw(ear, 0, 0)
    dialogue = data.state.dialogue
    return Outline(
        title=dialogue.title or book.t("cover.untitled"),
        subject=book.t("cover.kind"),
        author=", ".join(dialogue.commissioners),
        language=book.t("format.language"),
        made_on=data.made_on,
        version=data.version,
        parts=tuple(_Reader(ear).chapters(document)),
    )


class _Whole(Setter):
    """Sets everything on one line, just as it was written: nothing is broken, hyphenated or replaced."""

    def __init__(self) -> None:
        pass

    def width(self, text: str, face: str, size: float) -> float:
        """Return 0: there is room for everything."""
        return 0.0

    def break_lines(
        self,
        spans: Sequence[Span],
        size: float,
        width: float,
        *,
        running: bool = False,
        most: int | None = None,
    ) -> list[Line]:
        """Return one line, line ends and all."""
        return [Line(tuple(Piece(0.0, span.face, span.text, lang=span.lang) for span in spread(spans)), 0.0)]


class _Ear(Pen):
    """Keeps what is drawn as the words of the element it is drawn in."""

    def __init__(self) -> None:
        super().__init__(cast("Any", None), _Whole(), {})
        self._heard: dict[int, list[Run]] = {}

    def of(self, node: Node) -> list[Run]:
        """Return the words of one element itself."""
        return self._heard.get(id(node), [])

    def strings(self, items: Iterable[tuple[float, float, Piece, Type]]) -> None:
        """Keep the words of these pieces."""
        node = self._picture or self._node
        if node is None or self._silent:
            return
        kept = self._heard.setdefault(id(node), [])
        for _x, _y, piece, kind in items:
            bold = BOLD in (piece.font, kind.face)
            kept.append(Run(piece.text, bold, piece.font == ITALIC, piece.lang))

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
        """Do nothing: shapes say no words."""

    def line(self, x: float, y: float, x2: float, y2: float, colour: str = LINE, width: float = 0.6) -> None:
        """Do nothing: shapes say no words."""

    def dot(self, x: float, y: float, radius: float, fill: str) -> None:
        """Do nothing: shapes say no words."""

    def portrait(self, svg: str, name: str, x: float, y: float, size: float, ring: str = "") -> None:
        """Do nothing: pictures say no words."""

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Generator[None]:
        """Listen to what is turned as to anything else."""
        yield


class _Reader:
    """Reads the structure of the document, with what was heard in it."""

    def __init__(self, ear: _Ear) -> None:
        self._ear = ear

    def chapters(self, document: Node) -> Iterator[Part]:
        """Yield the parts of all chapters but the contents."""
        for chapter in _kids(document):
            if not any(kid.role == "TOC" for kid in _kids(chapter)):
                yield from self._parts(chapter)

    def _parts(self, node: Node) -> Iterator[Part]:
        for kid in _kids(node):
            yield from self._part(kid)

    def _part(self, node: Node) -> Iterator[Part]:
        role = node.role
        if role in _SILENT:
            return
        if role == "L":
            yield Points(tuple(self._point(kid) for kid in _kids(node)))
        elif role == "Table":
            yield self._table(node)
        elif role == "BlockQuote":
            yield Quote(tuple(self._parts(node)))
        elif len(role) == 2 and role[0] == "H" and role[1].isdigit():
            yield from self._heading(node)
        elif role == "P" or self._ear.of(node) or node.actual:
            runs = self._runs(node)
            if words(runs).strip():
                yield Paragraph(runs, node.lang)
        else:
            yield from self._parts(node)

    def _heading(self, node: Node) -> Iterator[Part]:
        runs = self._runs(node)
        if words(runs).strip():
            yield Heading(min(int(node.role[1]), _LOWEST), runs, node.lang)

    def _runs(self, node: Node) -> tuple[Run, ...]:
        if node.actual:
            return tuple(Run(text, lang=lang) for text, lang in parts_of(node.actual))
        found = list(self._ear.of(node))
        for kid in _kids(node):
            found += self._runs(kid)
        return tuple(_joined(found))

    def _point(self, node: Node) -> Point:
        label, body = "", list[Part]()
        for kid in _kids(node):
            if kid.role == "Lbl":
                label = self._text(kid)
            else:
                body += self._parts(kid)
        return Point(label, tuple(body))

    def _text(self, node: Node) -> str:
        """Return all words in an element; its paragraphs on lines of their own."""
        if node.actual:
            return node.actual
        kids = [text for kid in _kids(node) if kid.role not in _SILENT and (text := self._text(kid))]
        own = joined(spoken(run.text, run.lang) for run in _joined(self._ear.of(node)))
        return joined([part for part in (own, *kids) if part], "\n")

    def _table(self, node: Node) -> Table:
        head, rows = tuple[str, ...](), list[tuple[str, ...]]()
        for row in _kids(node):
            cells = _kids(row)
            told = tuple(self._text(cell) for cell in cells)
            if not rows and not head and cells and all(cell.role == "TH" for cell in cells):
                head = told
            else:
                rows.append(told)
        return Table(head, tuple(rows))


def _kids(node: Node) -> list[Node]:
    return [kid for kid in node.kids if isinstance(kid, Node)]


def _joined(runs: list[Run]) -> list[Run]:
    """Return runs with those of one weight and language joined; no white space at either end."""
    found: list[Run] = []
    for run in runs:
        if found and replace(found[-1], text=run.text) == run:
            found[-1] = replace(run, text=found[-1].text + run.text)
        elif run.text:
            found.append(run)
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return [run for run in found if run.text]
