"""A dialogue to a PDF: build the blocks, lay them out, draw them, and put the file in its place whole."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.report import (
    appendix,
    cover,
    crosswise,
    follow_up,
    fonts,
    front,
    goals,
    guide,
    hyphens,
    people,
    process,
    selection,
    strings,
    survey,
    themes,
)
from facilitator.report.blocks import Block, Mark, PageStart
from facilitator.report.facts import Facts
from facilitator.report.files import put
from facilitator.report.kit import Kit
from facilitator.report.lasting import describe
from facilitator.report.lines import Setter
from facilitator.report.look import A4, LINE, QUIET, Sheet, Type
from facilitator.report.packing import written
from facilitator.report.pages import Layout, Page, Paginator
from facilitator.report.pen import Pen
from facilitator.report.style import Style, load_style
from facilitator.report.tags import Node, Tags

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_HEAD = 400
"""More letters than fit on a line; what is beyond is not even measured."""

_EVERY = 64
"""Blocks between two looks at progress and cancel."""

_CHAPTERS: dict[str, Callable[[Kit], list[Block]]] = {
    "opening": front.opening_word,
    "summary": front.summary,
    "guide": guide.guide,
    "process": process.process,
    "selection": selection.selection,
    "personas": people.personas,
    "goals": goals.goals,
    "cross_goal": crosswise.cross_goal,
    "not_adopted": crosswise.not_adopted,
    "follow_up": follow_up.follow_up,
    "themes": themes.themes,
    "survey": survey.survey,
    "notes": appendix.notes,
}


@dataclass(frozen=True, slots=True)
class RenderResult:
    """What was written."""

    pages: int


class Meter:
    """Passes on progress and stops the work when asked to."""

    def __init__(self, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._before = 0
        self._total = 1

    def start(self, before: int, total: int) -> None:
        """Count on from ``before`` towards ``total``."""
        self._before, self._total = before, total
        self.check(0)

    def tick(self, done: int) -> None:
        """Tell how much of this part is done."""
        if done % _EVERY == 0:
            self.check(done)

    def check(self, done: int) -> None:
        """Report now, and raise when cancelled."""
        if self._cancelled and self._cancelled():
            raise UserError("report.cancelled")
        if self._progress:
            self._progress(self._before + done, self._total)


def render(
    data: ReportData,
    out: Path,
    resources: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RenderResult:
    """Write the report of ``data`` to ``out``; a file that is there stays until the new one is whole.

    ``progress`` gets steps done and in all.

    Raises:
        UserError: ``report.cancelled``; ``report.not_written`` with ``path`` and ``reason``;
            ``report.disk_full`` with ``path``; ``report.font_missing``; ``report.texts_bad``;
            and what ``load_style`` refuses.
    """
    meter = Meter(progress, cancelled)
    meter.start(0, 1)
    book = strings.load(resources, data.language)
    setter = type_setter(data, book, resources)
    kit = Kit(Facts(data), book)
    return bind(kit, story(kit), Press(setter, load_style(resources, data.style)), out, meter)


def type_setter(data: ReportData, book: strings.Strings, resources: Path) -> Setter:
    """Return the setter of the report; words are parted by the patterns of their own language."""
    languages = {"": data.language, data.state.dialogue.language: data.state.dialogue.language}
    parted = {name: found for name, language in languages.items() if (found := hyphens.load(language))}
    return Setter(fonts.load(resources), book.t("format.unknown_sign"), parted)


@dataclass(frozen=True, slots=True)
class Press:
    """What pages are printed with: type, house style and paper; ``title`` names what is printed."""

    setter: Setter
    style: Style
    sheet: Sheet = A4
    title: str = ""


def bind(kit: Kit, blocks: Sequence[Block], press: Press, out: Path, meter: Meter) -> RenderResult:
    """Lay out, draw and write ``blocks``; raises as ``render``."""
    # Nothing of a report is garbage before it is written: looking for some costs a tenth of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _bound(kit, blocks, press, out, meter)
    finally:
        if collects:
            gc.enable()


def _bound(kit: Kit, blocks: Sequence[Block], press: Press, out: Path, meter: Meter) -> RenderResult:
    document = tagged(blocks)
    total = 2 * len(blocks)
    meter.start(0, total)
    layout = Paginator(press.setter, press.sheet).lay_out(blocks, meter.tick)
    meter.start(len(blocks), total)
    content = _drawn(kit, layout, document, press, meter)
    meter.start(total, total)
    put(content, out)
    return RenderResult(len(layout.pages))


def story(kit: Kit) -> list[Block]:
    """Return all blocks of the report in order, the chosen parts only."""
    body: list[Block] = []
    for part in PARTS:
        if part in kit.facts.data.parts:
            body += _CHAPTERS[part](kit)
    body += appendix.colophon(kit)
    marks = [block.mark for block in body if block.mark]
    return [*cover.cover(kit), *front.contents(kit, marks), *body]


def tagged(blocks: Sequence[Block]) -> Node:
    """Return the structure of the document: a section for the cover and for each chapter, in order."""
    document = Node("Document")
    section = document.add("Sect")
    for block in blocks:
        if isinstance(block, PageStart):
            section = document.add("Sect")
        else:
            block.tag(section)
    return document


def _drawn(kit: Kit, layout: Layout, document: Node, press: Press, meter: Meter) -> bytes:
    canvas: Any = _canvas(kit, press)
    left = press.sheet.side
    tags = Tags(canvas, document)
    pen = Pen(canvas, press.setter, layout.places, tags, press.style, press.sheet)
    done = 0
    heads: set[int] = set()
    for number, page in enumerate(layout.pages, 1):
        for y, block in page.items:
            if block.mark:
                _bookmark(pen, block.mark, y)
            if block.anchor:
                pen.anchor(block.anchor, y)
            if id(block) in heads:
                # The head of a table, once more on the next page: it was read when the table began.
                with pen.silent():
                    block.draw(pen, left, y)
            else:
                block.draw(pen, left, y)
            if block.head is not None:
                heads.add(id(block.head))
            done += 1
            meter.tick(done)
        # Last, so that whoever reads the text in drawing order meets the words first.
        if not page.bare:
            with pen.silent():
                _furniture(kit, pen, page, number)
        page.items.clear()
        tags.end_page()
    tree = tags.finish()
    describe(canvas, kit.strings.t("format.language"), _iso_day(kit.facts.data.made_on))
    return written(canvas, tree)


def _canvas(kit: Kit, press: Press) -> Canvas:
    state, data, book = kit.facts.state, kit.facts.data, kit.strings
    canvas: Any = cast("Any", Canvas)(
        BytesIO(),
        pagesize=(press.sheet.width, press.sheet.height),
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.REGULAR,
        lang=book.t("format.language"),
        pdfVersion=(1, 7),
    )
    title = state.dialogue.title or book.t("cover.untitled")
    canvas.setTitle(f"{title}: {press.title}" if press.title else title)
    canvas.setAuthor(", ".join(state.dialogue.commissioners))
    canvas.setSubject(book.t("cover.kind"))
    canvas.setCreator(f"Facilitator {data.version}")
    canvas.setProducer("ReportLab")
    # The same input gives the same bytes, so the date is that of the report, not of the clock.
    if day := _iso_day(data.made_on):
        canvas.setDateFormatter(_Day(day.replace("-", "")))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def _iso_day(made_on: str) -> str:
    """Return the date of the report, or nothing when it is none."""
    with suppress(ValueError):
        return date.fromisoformat(made_on[:10]).isoformat()
    return ""


class _Day:
    """Writes the date of the report, whatever the clock says."""

    def __init__(self, stamp: str) -> None:
        self._stamp = stamp

    def __call__(self, *_clock: int) -> str:
        return f"D:{self._stamp}000000Z"


def _bookmark(pen: Pen, mark: Mark, y: float) -> None:
    pen.anchor(mark.key, y)
    pen.canvas.bookmarkPage(mark.key, fit="XYZ", left=0, top=pen.sheet.height - y + 24)
    pen.canvas.addOutlineEntry(mark.title, mark.key, mark.level, closed=mark.level > 0)


def _furniture(kit: Kit, pen: Pen, page: Page, number: int) -> None:
    title = kit.facts.state.dialogue.title or kit.strings.t("cover.untitled")
    small = Type(8, 12, colour=QUIET)
    sheet = pen.sheet
    left, (width, _), foot = sheet.side, sheet.room, sheet.height - 46
    pen.text(_shortened(pen, kit.strings.t("contents.footer", title=title), width - 75), left, foot, small)
    pen.text(str(number), left + width, foot, small, "right")
    if not page.opening:
        pen.text(_shortened(pen, page.head, width - 20), left, 40, small)
        pen.line(left, 58, left + width, 58, LINE)


def _shortened(pen: Pen, words: str, width: float) -> str:
    if len(words) <= _HEAD and pen.setter.width(words, fonts.REGULAR, 8) <= width:
        return words
    words = words[:_HEAD]
    kept, most = 0, len(words)
    while kept < most:
        half = (kept + most + 1) // 2
        if pen.setter.width(words[:half] + "…", fonts.REGULAR, 8) <= width:
            kept = half
        else:
            most = half - 1
    return words[:kept] + "…"
