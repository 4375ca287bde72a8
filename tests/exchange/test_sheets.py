from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from facilitator.exchange.sheets import CELL_LIMIT, Book, Column, Sheet, fitted, xml_text
from tests.helpers.nasty import BROKEN, NASTY


@pytest.mark.parametrize("text", NASTY)
def test_what_a_file_can_hold_stays_as_it_is(text: str) -> None:
    assert xml_text(text) == text
    assert fitted(text) == text


def test_what_xml_cannot_hold_goes() -> None:
    left = xml_text(BROKEN + "".join(chr(code) for code in range(32)))
    element = ET.Element("a")
    element.text = left
    assert (ET.fromstring(ET.tostring(element)).text or "").startswith("bel nul kleur[31m los ruil einde")


@pytest.mark.parametrize("text", ["x" * (CELL_LIMIT + 1), "😀" * CELL_LIMIT, "a" + "😀" * CELL_LIMIT])
def test_a_text_is_cut_between_characters_where_a_cell_is_full(text: str) -> None:
    cut = fitted(text)
    assert len(cut.encode("utf-16-le")) // 2 in {CELL_LIMIT, CELL_LIMIT - 1}
    assert text.startswith(cut.removesuffix("…"))
    assert cut.endswith("…")


def test_a_table_is_found_by_its_key() -> None:
    sheet = Sheet("votes", "Stemmen", (Column("Aantal"),), ())
    book = Book(title="", author="", made_on=date(2026, 1, 1), yes="ja", no="nee", sheets=(sheet,))
    assert book.sheet("votes") is sheet
    assert book.sheet("weg") is None
