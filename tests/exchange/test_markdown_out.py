from __future__ import annotations

from html import unescape
from re import sub

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from facilitator.domain.outline import Heading, Outline, Paragraph, Part, Point, Points, Quote, Run, Table
from facilitator.domain.text import clean
from facilitator.exchange.markdown_out import escaped, markdown
from tests.helpers.nasty import NASTY, squeezed

SIGNS = "*_`[]()<>#+-.!|~&=:\\^$@{}\"'/ \n1wab"


def paragraph(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph((Run(text, bold=bold),))


def made(*parts: Part) -> str:
    return markdown(
        Outline(title="", subject="", author="", language="nl-NL", made_on="", version="", parts=parts)
    ).decode()


def html(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)


def heard(page: str) -> str:
    return squeezed(unescape(sub(r"<[^>]*>", " ", page)))


def tags(page: str) -> set[str]:
    return {
        tag.strip("</>").split()[0] for tag in sub(r"[^<]*(<[^>]*>)[^<]*", r"\1 ", page).split("> ") if tag
    }


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_markup_and_all_of_it_is_shown(text: str) -> None:
    page = html(made(paragraph(text)))
    assert heard(page) == squeezed(text)
    assert tags(page) <= {"p", "br"}


@given(st.text(alphabet=SIGNS, max_size=40).map(clean))
def test_no_row_of_signs_becomes_markup(text: str) -> None:
    page = html(made(paragraph(f"x\n{text}"), paragraph(text or "y"), paragraph("einde")))
    assert heard(page).replace(" ", "") == "".join(f"x{text}{text or 'y'}einde".split())
    assert tags(page) <= {"p", "br"}


@pytest.mark.parametrize("text", NASTY)
def test_text_in_lists_quotes_tables_and_headings_stays_inside_them(text: str) -> None:
    points = Points(
        (Point("N1", (paragraph(text), paragraph("onder"))), Point("N2", (paragraph("volgende"),)))
    )
    page = html(made(points, Quote((paragraph(text), paragraph("bron")))))
    assert tags(page) <= {"ul", "li", "p", "strong", "br", "blockquote"}
    assert page.count("<li>") == 2
    assert heard(page) == squeezed(f"N1 {text} onder N2 volgende {text} bron")
    page = html(made(Heading(2, (Run(text),)), Table(("kop", "|"), ((text, "b"),))))
    assert tags(page) <= {"h2", "table", "thead", "tbody", "tr", "th", "td"}
    assert heard(page) == squeezed(f"{text} kop | {text} b")


def test_numbers_in_order_become_a_numbered_list() -> None:
    points = Points(tuple(Point(str(n), (paragraph(f"stap {n}"),)) for n in (1, 2, 3)))
    assert made(points) == "1. stap 1\n2. stap 2\n3. stap 3\n"


def test_bold_words_are_bold_where_marks_can_stand() -> None:
    runs = (Run("Antwoord: ", bold=True), Run("ja"), Run("!", bold=True))
    assert made(Paragraph(runs)) == "**Antwoord:** ja!\n"
    assert "<strong>*vet*</strong>" in html(made(paragraph("*vet*", bold=True)))


def test_line_ends_stay_line_ends() -> None:
    assert html(escaped("een\ntwee")) == "<p>een<br />\ntwee</p>\n"
