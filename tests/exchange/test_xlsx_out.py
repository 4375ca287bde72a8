from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

from facilitator.exchange.sheets import CELL_LIMIT, Book, Cell, Column, Sheet
from facilitator.exchange.xlsx_out import xlsx
from tests.helpers.nasty import BROKEN, NASTY
from tests.helpers.xlsx import Page, read_xlsx


def book(*cells: Cell, title: str = "Titel") -> Book:
    columns = (Column("Tekst", 60, wraps=True), Column("Nog een"))
    rows = tuple((cell, "x") for cell in cells)
    sheets = (Sheet("notes", "Notities", columns, rows), Sheet("votes", "Stemmen", columns, ()))
    return Book(title=title, author="MST", made_on=date(2026, 11, 14), yes="ja", no="nee", sheets=sheets)


def first(*cells: Cell) -> Page:
    return read_xlsx(xlsx(book(*cells)))["Notities"]


def test_every_text_comes_out_as_it_went_in_and_none_is_a_formula_or_link() -> None:
    page = first(*NASTY)
    assert page.column("Tekst") == list(NASTY)
    assert (page.formulas, page.links) == (0, 0)


def test_what_no_file_can_hold_is_left_out() -> None:
    assert first(BROKEN).column("Tekst") == ["bel nul kleur[31m los ruil einde"]


def test_numbers_dates_and_yes_are_what_they_are() -> None:
    page = first(3, 93.75, True, False, date(2026, 11, 14), None)
    assert page.column("Tekst") == [3.0, 93.75, "ja", "nee", 46340.0, ""]


def test_heads_stay_in_sight_and_can_be_filtered() -> None:
    pages = read_xlsx(xlsx(book("a", "b")))
    assert list(pages) == ["Notities", "Stemmen"]
    assert all(page.frozen for page in pages.values())
    assert pages["Notities"].filtered == "A1:B3"
    assert pages["Stemmen"].row(0) == ["Tekst", "Nog een"]


def test_a_text_longer_than_a_cell_ends_in_dots() -> None:
    (told,) = first("😀" * 20_000).column("Tekst")
    assert isinstance(told, str)
    assert len(told.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert told.endswith("😀…")


def test_same_tables_same_bytes_and_no_clock_in_them() -> None:
    content = xlsx(book(*NASTY))
    assert content == xlsx(book(*NASTY))
    with zipfile.ZipFile(BytesIO(content)) as package:
        about = package.read("docProps/core.xml").decode()
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
    assert "2026-11-14T00:00:00Z" in about
    assert "<dc:creator>MST</dc:creator>" in about
