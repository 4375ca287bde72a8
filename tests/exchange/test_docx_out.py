from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest

from facilitator.domain.outline import Heading, Outline, Paragraph, Part, Point, Points, Quote, Run, Table
from facilitator.exchange.docx_out import docx_file
from tests.helpers.nasty import BROKEN, NASTY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraph(text: str, lang: str = "") -> Paragraph:
    return Paragraph((Run(text),), lang)


def outline(*parts: Part) -> Outline:
    return Outline(
        title="Zorg <voor> morgen",
        subject="Adviesrapport",
        author="MST, ZGT",
        language="nl-NL",
        made_on="2026-11-14",
        version="1.0.0",
        parts=parts,
    )


def opened(*parts: Part) -> Any:
    return docx.Document(BytesIO(docx_file(outline(*parts))))


def told(*parts: Part) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in opened(*parts).paragraphs]


def test_headings_paragraphs_quotes_and_lists_have_their_own_style() -> None:
    points = (Point("•", (paragraph("een"),)), Point("N1", (paragraph("twee"), paragraph("drie"))))
    assert told(
        Heading(1, (Run("Titel"),)),
        Heading(3, (Run("Kopje"),)),
        paragraph("gewoon"),
        Quote((paragraph("gezegd"),)),
        Points(points),
    ) == [
        ("Heading 1", "Titel"),
        ("Heading 3", "Kopje"),
        ("Normal", "gewoon"),
        ("Quote", "gezegd"),
        ("List Bullet", "een"),
        ("List Label", "N1\ttwee"),
        ("List Continue", "drie"),
    ]


@pytest.mark.parametrize("text", NASTY)
def test_every_text_comes_out_as_it_went_in(text: str) -> None:
    document = opened(paragraph(text), Table(("kop",), ((text,),)))
    assert document.paragraphs[0].text == text
    assert document.tables[0].rows[1].cells[0].text == text


def test_what_no_file_can_hold_is_left_out() -> None:
    assert told(paragraph(BROKEN)) == [("Normal", "bel nul kleur[31m los ruil einde")]


def test_the_head_of_a_table_comes_back_on_every_page() -> None:
    table = opened(Table(("a", "b"), (("1", "2"), ("3", "4")))).tables[0]
    heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    assert heads == [True, False, False]
    assert [cell.text for cell in table.rows[2].cells] == ["3", "4"]
    assert all(run.bold for cell in table.rows[0].cells for run in cell.paragraphs[0].runs)


def test_a_table_without_rows_or_head_is_left_out() -> None:
    assert opened(Table((), ())).tables == []


def test_text_from_right_to_left_runs_that_way_and_tells_its_language() -> None:
    first, second = opened(paragraph(NASTY[15], "ar"), paragraph(NASTY[16])).paragraphs
    assert first._p.find(f"{W}pPr/{W}bidi") is not None
    assert first._p.find(f"{W}r/{W}rPr/{W}lang").get(f"{W}bidi") == "ar"
    assert second._p.find(f"{W}pPr/{W}bidi") is None


def test_language_and_properties_are_those_of_the_report() -> None:
    document = opened(paragraph("x"))
    about = document.core_properties
    assert (about.title, about.author, about.language) == ("Zorg <voor> morgen", "MST, ZGT", "nl-NL")
    assert about.created.date().isoformat() == "2026-11-14"
    assert (about.comments, about.last_modified_by) == ("", "MST, ZGT")
    langs = {element.get(f"{W}val") for element in document.styles.element.iter(f"{W}lang")}
    assert langs == {"nl-NL"}


def test_same_outline_same_bytes_and_nothing_of_the_template() -> None:
    parts = [paragraph(text) for text in NASTY]
    content = docx_file(outline(*parts))
    assert content == docx_file(outline(*parts))
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name]
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(package.read(name))
