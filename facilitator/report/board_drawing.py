"""A board as a picture: as it lies, with the words broken by the very fonts that draw them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from xml.sax.saxutils import escape, quoteattr

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from facilitator.domain.board import Box
from facilitator.domain.report_data import ReportData
from facilitator.report import fonts
from facilitator.report.board_plans import AreaNames, plan_of
from facilitator.report.fitting import LEFT_OUT
from facilitator.report.lines import Line, Piece, Setter, Span
from facilitator.report.look import INK, KIND_COLOURS, LINE, NOTE_OTHER, PAGE, SURFACE, TINT
from facilitator.report.preview import pdfium_lock
from facilitator.report.strings import Strings
from facilitator.report.style import Style, load_style

_MARGIN, _PAD = 48, 12
_MOST_PIXELS = 40_000_000
_NOTE, _NOTE_STEP = 13.0, 18.0
_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A filled box with round corners; ``told`` is what it says as a whole, for who does not see it."""

    box: Box
    fill: str
    edge: str
    radius: int
    told: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is its base line."""

    x: float
    y: float
    size: float
    line: Line
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture in board units, from 0, 0, on a ground of one colour."""

    width: int
    height: int
    title: str
    about: str
    ground: str
    items: tuple[Sheet | Words, ...]


def drawn(data: ReportData, board: str, report: Strings, words: Strings, resources: Path) -> Drawing:
    """Return a board as it lies: ``table``, ``all`` or the id of a step.

    Raises:
        UserError: ``report.font_missing``, and what ``load_style`` refuses.
    """
    setter = Setter(fonts.load(resources), report.t("format.unknown_sign"))
    style = load_style(resources, data.style)
    return _Painter(data, board, setter, style, report, words).drawing()


class _Painter:
    """Lays the pieces of the picture down, those at the back first."""

    def __init__(
        self, data: ReportData, board: str, setter: Setter, style: Style, report: Strings, words: Strings
    ) -> None:
        self._data, self._setter, self._colours = data, setter, style.colours
        self._report, self._words = report, words
        self._plan = plan_of(data.state, data.method, board)
        called = (words.t(f"board.{key}") for key in ("tray", "parked", "nobody"))
        self._names = AreaNames(data.state, data.method, report, *called)
        bounds = self._plan.bounds
        self._left, self._top = _MARGIN - bounds.x, _MARGIN - bounds.y
        self._items: list[Sheet | Words] = []

    def drawing(self) -> Drawing:
        """Return the whole picture."""
        plan, words = self._plan, self._words
        bounds = plan.bounds
        size = bounds.w + 2 * _MARGIN, bounds.h + 2 * _MARGIN
        for key, frame in plan.frames.items():
            self._head(frame.box, self._frame_title(key), TINT, 20)
        for area in plan.areas.values():
            if area.head:
                count = words.n("board.count", len(area.ids))
                self._head(area.box, f"{self._names.of(area)} · {count}", SURFACE, 15)
            for id, box in area:
                self._card(id, box)
        for id, box in plan.free.items():
            self._card(id, box)
        title = self._data.state.dialogue.title or words.t("untitled")
        notes = words.n("board.count", plan.count)
        areas = words.n("board.areas", len(plan.areas))
        return Drawing(
            width=size[0],
            height=size[1],
            title=words.t("board.title", title=title),
            about=words.t("board.about", notes=notes, areas=areas),
            ground=self._colours[PAGE],
            items=tuple(self._items),
        )

    def _moved(self, box: Box) -> Box:
        return Box(box.x + self._left, box.y + self._top, box.w, box.h)

    def _head(self, box: Box, title: str, fill: str, size: float) -> None:
        place = self._moved(box)
        self._items.append(Sheet(place, self._colours[fill], self._colours[LINE], 10, title))
        lines = self._fitted(title, fonts.BOLD, size, place.w - 32, 2 if size < 20 else 1)
        step = size * 1.3
        top = place.y + (56 - len(lines) * step) / 2 + size
        for nth, line in enumerate(lines):
            self._items.append(Words(place.x + 16, top + nth * step, size, line, self._colours[INK]))

    def _card(self, id: str, box: Box) -> None:
        note = self._data.state.note(id)
        if note is None:
            return
        place = self._moved(box)
        withheld = note.consent == "none"
        text = self._report.t("notes.withheld") if withheld else note.text
        kind = self._report.t(f"kind.{note.kind}") if self._report.has(f"kind.{note.kind}") else note.kind
        paper = self._colours[KIND_COLOURS.get(note.kind, NOTE_OTHER)]
        self._items.append(Sheet(place, paper, self._colours[LINE], 4, f"{kind}: {text}"))
        most = max(1, int((place.h - 2 * _PAD - 16) // _NOTE_STEP))
        face = fonts.ITALIC if withheld else fonts.REGULAR
        for nth, line in enumerate(self._fitted(text, face, _NOTE, place.w - 2 * _PAD, most)):
            left = place.x + _PAD
            left += place.w - 2 * _PAD - line.width if line.rtl else 0
            self._items.append(
                Words(left, place.y + _PAD + _NOTE + nth * _NOTE_STEP, _NOTE, line, self._colours[INK])
            )
        foot = self._fitted(kind, fonts.REGULAR, 11, place.w - 2 * _PAD, 1)
        self._items.append(Words(place.x + _PAD, place.bottom - 10, 11, foot[0], self._colours[INK]))

    def _fitted(self, text: str, face: str, size: float, width: float, most: int) -> list[Line]:
        """Return at most so many lines; the last ends in ``(…)`` when there is more."""
        lines = self._setter.break_lines([Span(text, face)], size, width)
        if len(lines) <= most:
            return lines
        last = lines[most - 1]
        if last.rtl or not last.pieces:
            return lines[:most]
        piece = last.pieces[-1]
        words = piece.text.rstrip()
        while words and piece.x + self._setter.width(words + LEFT_OUT, face, size) > width:
            # By the word; only one that fills the line is cut inside.
            words = words.rpartition(" ")[0] or words[:-1]
        cut = Piece(piece.x, piece.font, words + LEFT_OUT)
        return [*lines[: most - 1], Line((*last.pieces[:-1], cut), last.width)]

    def _frame_title(self, key: str) -> str:
        state, id = self._data.state, key.partition(":")[2]
        for number, goal in enumerate(state.goals, 1):
            if goal.id == id:
                return f"{number}. {goal.title or self._report.t('goal.untitled')}"
        return self._words.t("board.loose")


# ── files ───────────────────────────────────────────────────────────────────


def svg(drawing: Drawing) -> bytes:
    """Return the picture as SVG: text stays text, and every card says its whole note in its title."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width}" height="{drawing.height}" '
        f'viewBox="0 0 {drawing.width} {drawing.height}" role="img">\n'
        f"<title>{_safe(drawing.title)}</title>\n<desc>{_safe(drawing.about)}</desc>\n"
        f'<rect width="100%" height="100%" fill={quoteattr(drawing.ground)}/>\n'
        "<g font-family=\"'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\">\n"
    ]
    parts += [_shape(item) if isinstance(item, Sheet) else _line(item) for item in drawing.items]
    return "".join([*parts, "</g>\n</svg>\n"]).encode("utf-8", "replace")


def _safe(text: str) -> str:
    return escape(text.translate(_NOT_IN_XML))


def _shape(sheet: Sheet) -> str:
    x, y, w, h = sheet.box
    box = f'x="{x}" y="{y}" width="{w}" height="{h}" rx="{sheet.radius}"'
    title = f"<title>{_safe(sheet.told)}</title>" if sheet.told else ""
    return f"<rect {box} fill={quoteattr(sheet.fill)} stroke={quoteattr(sheet.edge)}>{title}</rect>\n"


def _line(words: Words) -> str:
    # Lines from right to left come in the order of the eye.
    order = ' style="unicode-bidi:bidi-override;direction:ltr"' if words.line.rtl else ""
    spans = "".join(
        f'<tspan x="{words.x + piece.x:.1f}"{_weight(piece.font)}>{_safe(piece.text)}</tspan>'
        for piece in words.line.pieces
    )
    return (
        f'<text y="{words.y:.1f}" font-size="{words.size:g}" fill="{words.colour}"'
        f' xml:space="preserve"{order}>{spans}</text>\n'
    )


def _weight(font: str) -> str:
    if font == fonts.BOLD:
        return ' font-weight="bold"'
    return ' font-style="italic"' if font == fonts.ITALIC else ""


def png(drawing: Drawing) -> bytes:
    """Return the picture as PNG, two pixels per board unit, fewer for a board that would be too large."""
    scale = min(2.0, (_MOST_PIXELS / max(1, drawing.width * drawing.height)) ** 0.5)
    with pdfium_lock:
        document: Any = pypdfium2.PdfDocument(_pdf(drawing))
        try:
            bitmap = document[0].render(scale=scale)
            out = BytesIO()
            bitmap.to_pil().save(out, "PNG")
        finally:
            document.close()
    return out.getvalue()


def _pdf(drawing: Drawing) -> bytes:
    out = BytesIO()
    size = (drawing.width, drawing.height)
    canvas: Any = cast("Any", Canvas)(out, pagesize=size, invariant=1, initialFontName=fonts.REGULAR)
    _fill(canvas, drawing.ground, "")
    canvas.rect(0, 0, *size, 0, 1)
    for item in drawing.items:
        if isinstance(item, Sheet):
            x, y, w, h = item.box
            _fill(canvas, item.fill, item.edge)
            canvas.roundRect(x, drawing.height - y - h, w, h, item.radius, 1, 1)
            continue
        text = canvas.beginText()
        text.setFillColor(cast("Any", HexColor)(item.colour))
        for piece in item.line.pieces:
            text.setFont(piece.font, item.size)
            text.setTextOrigin(item.x + piece.x, drawing.height - item.y)
            text.textOut(piece.text)
        canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _fill(canvas: Any, fill: str, edge: str) -> None:  # noqa: ANN401
    canvas.setFillColor(cast("Any", HexColor)(fill))
    if edge:
        canvas.setStrokeColor(cast("Any", HexColor)(edge))
        canvas.setLineWidth(1)
