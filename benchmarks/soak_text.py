"""Thousands of texts of any kind through every way out: nothing breaks, nothing is read as markup or formula.

Each text goes in by ``clean``, as whatever people type or paste does, and out by one way; what comes out is
read back by a reader of that format and must be the text, letter by letter. The same readers must catch what
goes out without its escape.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET

import docx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication

from benchmarks.rows import Row, scaled, table, watched
from facilitator.domain import entities as e
from facilitator.domain.board import Box
from facilitator.domain.outline import Heading, Outline, Paragraph, Run
from facilitator.domain.text import NOTE_LIMIT, clean
from facilitator.exchange.csv_out import csv_file
from facilitator.exchange.docx_out import docx_file
from facilitator.exchange.markdown_out import markdown
from facilitator.exchange.refi_qda import Case, Code, Passage, Project, Source, project_file
from facilitator.exchange.sheets import Book, Column, Sheet
from facilitator.exchange.xlsx_out import xlsx
from facilitator.exchange.xlsx_table import read_xlsx
from facilitator.report.board_drawing import Drawing, svg
from facilitator.report.board_drawing import Sheet as Card
from facilitator.report.plate_html import Voice, el
from facilitator.report.render import render
from facilitator.ui.kit.plain import PlainLabel, escape_mnemonic, tooltip_text
from tests.helpers.html import Element, read_page
from tests.helpers.pdf import pages_of
from tests.helpers.refi import passages, read_project
from tests.report.builders import RESOURCES, report_of, state_of

TEXTS = 3_000
_LONGEST = 300
_SIGNS = "<>&\"'=+-@|%*_`[](){}#!~\\/:;.,$^? \n\t\r1aé\u200d\u202e\u2066\uff1d\uff0b\uff20\u2028\u200b\ufeff"
_PIECES = (
    *("<b>", "</p>", "<img src=/etc/passwd>", "<script>alert(1)</script>", "&amp;", "&#60;", "]]>", "<!--"),
    *(
        "=1+1",
        "@SUM(A1)",
        "+31",
        "-2",
        "\uff1d1+1",
        " =1",
        "\u200b=1",
        "\t=cmd|'/C calc'!A0",
        "{=1}",
        "%s",
        "{0}",
    ),
    *(
        "[x](javascript:x)",
        "![p](a.png)",
        "# kop",
        "> q",
        "---",
        "```",
        "1. een",
        "| a | b |",
        "~~x~~",
        "$x$",
    ),
    *(
        "مرحبا",
        "שלום",
        "👨\u200d👩\u200d👧",
        "e\u0301\u0316",
        "Z\u0351\u0352\u0353",
        "\ud83d",
        "\x07\x1b[31m",
        "_x0041_",
    ),
    *("http://x.nl", "www.x.nl", "a@b.nl", "&Bestand", "Ctrl+C", "\\n", "C:\\temp", "woord"),
)
_ANY = st.one_of(
    st.text(st.characters(codec=None), max_size=60),
    st.text(st.sampled_from(_SIGNS), max_size=60),
    st.lists(st.sampled_from(_PIECES), max_size=8).map(" ".join),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), max_size=8).map("".join),
)


def texts(count: int) -> list[str]:
    """Return so many texts as they are once they are in a dialogue; the same ones every time."""
    found: list[str] = []

    @settings(
        max_examples=4 * count,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(_ANY)
    def take(text: str) -> None:
        told = clean(text)[:_LONGEST].strip()
        if told and len(found) < count:
            found.append(clean(told))

    take()
    return found


@dataclass
class Found:
    """What one way out did to the texts.

    Attributes:
        wrong: Texts that came out as something else.
        faults: What was raised.
    """

    wrong: list[str] = field(default_factory=list[str])
    faults: list[str] = field(default_factory=list[str])


Way = Callable[[Sequence[str]], list[str]]
"""Takes texts out and returns those that did not come out as themselves."""


def tried(way: Way, told: Sequence[str]) -> Found:
    """Try a way out."""
    found = Found()
    try:
        found.wrong = way(told)
    except Exception:  # noqa: BLE001 - what the trial is for
        for text in told:
            _tried_alone(way, text, found)
    return found


def _tried_alone(way: Way, text: str, found: Found) -> None:
    try:
        found.wrong += way([text])
    except Exception as error:  # noqa: BLE001 - what the trial is for
        found.faults.append(f"{text!r}: {type(error).__name__}: {error}")


_TAG = re.compile(r"<[/!?]?([^\s/>]*)")
_TAGS = re.compile(r"<[^>]*>")


def flat(text: str) -> str:
    """Return ``text`` with every stretch of white space as one blank."""
    return " ".join(text.split())


# ── the window ──────────────────────────────────────────────────────────────


def labels(told: Sequence[str]) -> list[str]:
    """Show texts in labels."""
    label = PlainLabel()
    wrong: list[str] = []
    for text in told:
        label.setText(text)
        if label.text() != text or label.textFormat() != Qt.TextFormat.PlainText:
            wrong.append(text)
    return wrong


def tooltips(told: Sequence[str]) -> list[str]:
    """Show texts in tooltips: what Qt makes of the markup around them must be the text."""
    page = QTextDocument()
    wrong: list[str] = []
    for text in told:
        page.setHtml(tooltip_text(text))
        # A text document keeps its line ends as its own sign.
        if flat(page.toPlainText()) != flat(text) or "\ufffc" in page.toPlainText().replace(text, ""):
            wrong.append(text)
    return wrong


def menus(told: Sequence[str]) -> list[str]:
    """Show texts in menus and on buttons: no letter of theirs becomes a key."""
    action = QAction()
    wrong: list[str] = []
    for text in told:
        action.setText(escape_mnemonic(text))
        if not QKeySequence.mnemonic(action.text()).isEmpty() or action.text().replace("&&", "&") != text:
            wrong.append(text)
    return wrong


# ── files ───────────────────────────────────────────────────────────────────


def _sheet(told: Sequence[str]) -> tuple[Book, Sheet]:
    sheet = Sheet("notes", "Notities", (Column("tekst"),), tuple((text,) for text in told))
    book = Book(title="a", author="b", made_on=date(2026, 1, 1), yes="ja", no="nee", sheets=(sheet,))
    return book, sheet


def _acts(cell: str) -> bool:
    """Tell whether a spreadsheet may take a cell for a formula, by rules written for this trial alone."""
    for char in unicodedata.normalize("NFKC", cell):
        if unicodedata.category(char)[0] in "ZC":
            continue
        return char in "=+-@|%"
    return False


def csv_cells(told: Sequence[str]) -> list[str]:
    """Write a table as CSV."""
    raw = csv_file(*_sheet(told)).decode("utf-8-sig")
    cells = [row[0] for row in csv.reader(io.StringIO(raw, newline=""), delimiter=";", strict=True)][1:]
    same = [cell in (text, f"'{text}") for cell, text in zip(cells, told, strict=True)]
    return [text for text, cell, ok in zip(told, cells, same, strict=True) if not ok or _acts(cell)]


def xlsx_cells(told: Sequence[str]) -> list[str]:
    """Write a workbook."""
    raw = xlsx(_sheet(told)[0])
    table = read_xlsx(raw, Path("a.xlsx"))
    cells = [row[0] for row in table.rows]
    wrong = [text for text, cell in zip(told, cells, strict=True) if flat(cell) != flat(text)]
    return wrong + (["a formula"] if b"<f>" in raw else [])


def _outline(told: Sequence[str]) -> Outline:
    parts = [Heading(1, (Run("kop"),)), *(Paragraph((Run(text),)) for text in told)]
    return Outline(
        title="a", subject="", author="", language="nl-NL", made_on="", version="", parts=tuple(parts)
    )


def docx_text(told: Sequence[str]) -> list[str]:
    """Write a text for Word."""
    document: Any = docx.Document(io.BytesIO(docx_file(_outline(told))))
    found = [paragraph.text for paragraph in document.paragraphs][1:]
    return [text for text, here in zip(told, found, strict=True) if flat(here) != flat(text)]


def markdown_text(told: Sequence[str]) -> list[str]:
    """Write Markdown, and let a reader that allows HTML make a page of it."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    wrong: list[str] = []
    for text in told:
        page = reader.render(markdown(_outline([text])).decode())
        names = {name.casefold() for name in _TAG.findall(page)} - {"p", "br", "h1"}
        if names or flat(unescape(_TAGS.sub(" ", page))) != flat(f"kop {text}"):
            wrong.append(text)
    return wrong


def html_page(told: Sequence[str]) -> list[str]:
    """Write parts of the talking picture, as content and as attributes."""
    wrong: list[str] = []
    for text in told:
        page = read_page(str(el("div", Voice().el("p", text), Voice().paragraphs(text), title=text)))
        (outer,) = [child for child in page.children if isinstance(child, Element)]
        names = {element.name for element in page.all()} - {"div", "p", "br", "span"}
        if names or flat(outer.get("title")) != flat(text) or flat(outer.text) != flat(f"{text} {text}"):
            wrong.append(text)
    return wrong


def svg_board(told: Sequence[str]) -> list[str]:
    """Draw texts as titles of cards."""
    cards = [Card(Box(0, 0, 1, 1), "#ffffff", "#000000", 1, told=text) for text in told]
    drawing = Drawing(width=10, height=10, title="titel", about="over", ground="#ffffff", items=tuple(cards))
    space = "{http://www.w3.org/2000/svg}"
    root = ET.fromstring(svg(drawing))
    names = {element.tag.removeprefix(space) for element in root.iter()}
    found = [title.text or "" for title in root.iter(f"{space}title")][1:]
    wrong = [text for text, here in zip(told, found, strict=True) if flat(here) != flat(text)]
    return wrong + sorted(names - {"svg", "title", "desc", "rect", "g"})


def refi_project(told: Sequence[str]) -> list[str]:
    """Write a project for research programs."""
    notes = tuple(Passage(f"n{n}", f"N{n}", text, ("c",), "p") for n, text in enumerate(told, 1))
    project = Project(
        name="a",
        description="",
        origin="b",
        made_at="2026-11-14T00:00:00Z",
        codes=(Code("c", "zorg"),),
        sets=(),
        variables=("Kanaal",),
        cases=(Case("p", "Fatima", "tolkt"),),
        sources=(Source("m1", "Avond", notes, {"Kanaal": "zacht"}),),
    )
    found = [words for _, words, _ in passages(*read_project(project_file(project)))]
    return [text for text, here in zip(told, found, strict=True) if flat(here) != flat(text)]


def pdf_report(told: Sequence[str]) -> list[str]:
    """Print a report; what stands in plain letters must be read back from the pages."""
    step = "ervaren"
    notes = [
        e.Note(id=f"n{n}", alive=True, text=text[:NOTE_LIMIT], step=step, consent="anonymous_quote", seq=n)
        for n, text in enumerate(told, 1)
    ]
    with TemporaryDirectory() as folder:
        out = Path(folder) / "rapport.pdf"
        render(report_of(state_of(*notes), parts=("notes",)), out, RESOURCES)
        pages = "".join("".join(page.split()) for page in pages_of(out))
    plain = [text for text in told if text.isascii() and text.isprintable()]
    assert len(plain) > len(told) // 20, "hardly any text could be looked for"
    return [text for text in plain if "".join(text.split()) not in pages]


WAYS: dict[str, Way] = {
    "label": labels,
    "tooltip": tooltips,
    "menu": menus,
    "csv": csv_cells,
    "xlsx": xlsx_cells,
    "docx": docx_text,
    "markdown": markdown_text,
    "html": html_page,
    "svg": svg_board,
    "refi": refi_project,
    "pdf": pdf_report,
}


def caught_without_escape(told: Sequence[str]) -> int:
    """Return how many texts the readers catch when they go out as they are."""
    page = QTextDocument()
    found = 0
    for text in told:
        page.setHtml(f"<p>{text}</p>")
        found += flat(page.toPlainText()) != flat(text)
    return found + sum(_acts(text) for text in told)


def rows() -> list[Row]:
    """Try every way out with ``TEXTS`` texts."""
    app = QGuiApplication.instance() or QApplication([])
    told = texts(scaled(TEXTS))
    found: list[Row] = []
    for name, way in watched(WAYS.items(), "ways out", len(WAYS)):
        one = tried(way, told)
        found.append(Row(name=f"{name}: became something else", value=len(one.wrong), unit="texts", bar=0))
        found.append(Row(name=f"{name}: raised something", value=len(one.faults), unit="texts", bar=0))
        for text in [*map(repr, one.wrong[:5]), *one.faults[:5]]:
            print(f"{name}: {text}")
    least = len(told) // 20
    count = scaled(TEXTS)
    found.append(Row(name="texts tried per way out", value=len(told), unit="texts", bar=count, at_least=True))
    caught = caught_without_escape(told)
    found.append(Row(name="caught without an escape", value=caught, unit="texts", bar=least, at_least=True))
    del app
    return found


if __name__ == "__main__":
    done = rows()
    print(table(done))
    sys.exit(0 if all(row.ok for row in done) else 1)
