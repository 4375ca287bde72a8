"""A text as a Word document for editors: real headings, lists, quotes and tables whose heads repeat."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast

import docx
from docx import oxml
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Words

from facilitator.domain.outline import Heading, Outline, Paragraph, Part, Point, Points, Quote, Run, Table
from facilitator.domain.spoken import parts_of
from facilitator.exchange.sheets import xml_text

_element: Callable[[str], Any] = cast("Any", oxml).OxmlElement
_EPOCH = (1980, 1, 1, 0, 0, 0)
_COLOUR = RGBColor(0x0F, 0x5C, 0x5A)
_BULLET = "•"
_DEEPEST = 6
_STEP = 567
"""Twentieths of a point by which each level of a list is set in: one centimetre."""


def docx_file(outline: Outline) -> bytes:
    """Return the document; the same outline gives the same bytes."""
    document: Any = docx.Document()
    _dress(document, outline)
    writer = _Writer(document)
    for part in outline.parts:
        writer.write(part, "", 0)
    out = BytesIO()
    document.save(out)
    return _fixed(out.getvalue())


def _dress(document: Any, outline: Outline) -> None:  # noqa: ANN401
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    styles = document.styles
    styles["Normal"].font.size = Pt(11)
    for level in range(1, _DEEPEST + 1):
        font = styles[f"Heading {level}"].font
        font.color.rgb = _COLOUR
        font.italic = False
    styles["Heading 1"].font.size, styles["Heading 2"].font.size = Pt(24), Pt(18)
    styles["Heading 2"].paragraph_format.page_break_before = True
    labels = styles.add_style("List Label", WD_STYLE_TYPE.PARAGRAPH)
    labels.base_style = styles["List Paragraph"]
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), outline.language)
    _describe(document, outline)


def _describe(document: Any, outline: Outline) -> None:  # noqa: ANN401
    about = document.core_properties
    about.title, about.subject = xml_text(outline.title)[:255], xml_text(outline.subject)[:255]
    about.author = about.last_modified_by = xml_text(outline.author)[:255]
    about.comments = about.keywords = ""
    about.language = outline.language
    about.revision = 1
    made = datetime(1980, 1, 1, tzinfo=UTC)
    with suppress(ValueError):
        made = datetime.fromisoformat(outline.made_on[:10]).replace(tzinfo=UTC)
    about.created = about.modified = made.replace(tzinfo=None)
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        # The template's picture of itself is no picture of this document.
        del relations[key]


class _Writer:
    """Appends parts to the body of a document."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401
        self._document = document
        self._body = document.element.body
        self._end = self._body.sectPr
        self._styles = {style.name: style.style_id for style in document.styles}
        self._proxy = document._body  # noqa: SLF001

    def write(self, part: Part, style: str, depth: int) -> None:
        """Append ``part``; ``style`` is that of its paragraphs, ``depth`` how deep in lists it lies."""
        if isinstance(part, Heading):
            self._paragraph(part.runs, f"Heading {min(part.level, _DEEPEST)}", part.lang, 0)
        elif isinstance(part, Paragraph):
            self._paragraph(part.runs, style or "Normal", part.lang, depth)
        elif isinstance(part, Quote):
            for inner in part.body:
                self.write(inner, "Quote", depth)
        elif isinstance(part, Table):
            self._table(part)
        else:
            self._points(part, depth + 1)

    def _points(self, part: Points, depth: int) -> None:
        for point in part.points:
            rest = self._labelled(point, depth)
            for inner in rest:
                self.write(inner, "List Continue", depth)

    def _labelled(self, point: Point, depth: int) -> Sequence[Part]:
        """Append the first line of a point, and return what comes under it."""
        first, rest = (point.body[0], point.body[1:]) if point.body else (None, ())
        runs, lang = (first.runs, first.lang) if isinstance(first, Paragraph) else ((), "")
        if first is not None and not isinstance(first, Paragraph):
            rest = point.body
        if point.label == _BULLET:
            self._paragraph(runs, "List Bullet", lang, 0)
        else:
            label = Run(f"{point.label}\t", bold=True)
            told = [replace(run, lang=run.lang or lang) for run in runs]
            self._paragraph((label, *told) if point.label else told, "List Label", "", depth, hang=True)
        return rest

    def _paragraph(
        self, runs: Sequence[Run], style: str, lang: str, depth: int, *, hang: bool = False
    ) -> None:
        element: Any = _element("w:p")
        self._end.addprevious(element)
        element.style = self._styles[style]
        if depth:
            indent: Any = _element("w:ind")
            indent.set(qn("w:left"), str(_STEP * (depth + 1)))
            if hang:
                indent.set(qn("w:hanging"), str(_STEP * 2 if depth == 1 else _STEP))
            element.get_or_add_pPr().append(indent)
        self._fill(Words(element, self._proxy), runs, lang)

    def _fill(self, paragraph: Any, runs: Sequence[Run], lang: str) -> None:  # noqa: ANN401
        leftward = _is_rtl("".join(run.text for run in runs))
        if leftward:
            paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
                _element("w:bidi"), "w:ind", "w:jc", "w:rPr"
            )
        for run in runs:
            told = paragraph.add_run(xml_text(run.text))
            # None follows the style, so that a heading stays as bold as it is.
            told.bold, told.italic = run.bold or None, run.italic or None
            if leftward:
                told.font.rtl = True
            language = run.lang or lang
            if language or leftward:
                tag: Any = _element("w:lang")
                tag.set(qn("w:bidi" if leftward else "w:val"), language or "ar")
                told._r.get_or_add_rPr().append(tag)  # noqa: SLF001

    def _table(self, part: Table) -> None:
        rows = [part.head, *part.rows] if part.head else list(part.rows)
        if not rows:
            return
        columns = max(len(row) for row in rows)
        table = self._document.add_table(rows=0, cols=columns, style="Table Grid")
        for number, cells in enumerate(rows):
            row = table.add_row()
            is_head = bool(part.head) and number == 0
            properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001
            properties.append(_element("w:cantSplit"))
            if is_head:
                properties.append(_element("w:tblHeader"))
            for place, cell in enumerate(row.cells):
                text = cells[place] if place < len(cells) else ""
                runs = [Run(words, bold=is_head, lang=lang) for words, lang in parts_of(text)]
                self._fill(cell.paragraphs[0], runs, "")
        # Two tables in a row would grow together.
        self._paragraph((), "Normal", "", 0)


def _is_rtl(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def _fixed(packed: bytes) -> bytes:
    """Return the same package with the clock taken out."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return out.getvalue()
