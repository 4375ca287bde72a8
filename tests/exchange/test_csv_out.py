from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from facilitator.exchange.csv_out import csv_file, guarded
from facilitator.exchange.sheets import Book, Cell, Column, Sheet
from tests.helpers.nasty import BROKEN, NASTY

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%")


def table(*cells: Cell) -> tuple[Book, Sheet]:
    sheet = Sheet(
        "notes", "Notities", (Column("Tekst"), Column("=Kop")), tuple((cell, "x") for cell in cells)
    )
    made_on = date(2026, 11, 14)
    return Book(title="", author="", made_on=made_on, yes="ja", no="nee", sheets=(sheet,)), sheet


def read(*cells: Cell) -> list[list[str]]:
    raw = csv_file(*table(*cells))
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_dutch_excel_reads_it_a_mark_semicolons_and_whole_line_ends() -> None:
    raw = csv_file(*table("één", 93.75, 100.0, 7, True, None, date(2026, 11, 14)))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").split("\r\n") == [
        '"Tekst";"\'=Kop"',
        '"één";"x"',
        '93,75;"x"',
        '100;"x"',
        '7;"x"',
        '"ja";"x"',
        ';"x"',
        '2026-11-14;"x"',
        "",
    ]


def test_every_text_comes_back_but_for_the_apostrophe_that_keeps_it_text() -> None:
    told = [row[0] for row in read(*NASTY)[1:]]
    assert [text.removeprefix("'") for text in told] == list(NASTY)


@pytest.mark.parametrize("sign", DANGEROUS)
@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\u200b", "  \n "])
def test_no_cell_begins_like_a_formula(sign: str, before: str) -> None:
    assert guarded(f"{before}{sign}1+1").startswith("'")


@pytest.mark.parametrize(
    "text",
    [
        *("1.2", "12.10", "3/4", "1-2", "2026-01-02", "14-11-2026", "9:30", "9:30:15", "1 1/2"),
        *("3 mei", "3 mei 2026", "14-nov", "14 november 2026", "mei 2026", "Nov-26", "May 3, 2026"),
        *("007", "0612345678", "1234567890123456", "1e5", "1E+5", "1,5", "1.000", "€ 5", "5 €", "50%", "(3)"),
        *("3 pm", "\uff11\uff0e\uff12", " 1.2", "1.2 ", "12345678901234567890" * 3),
    ],
)
def test_no_cell_is_shown_as_another_number_or_date_than_was_written(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["0", "7", "1104", "999999999999999", "N12", "I4", "1.1, 2.3", "I1, I2"])
def test_numbers_that_stay_the_same_and_codes_are_left_alone(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize(
    "text", ["", "gewoon", "3 mensen", "a=b", "'s avonds", "mei", "5 euro", "3 meisjes gingen", "“-” zei hij"]
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_a_number_below_nought_stays_a_number() -> None:
    assert read(-5)[1][0] == "-5"


def test_what_no_file_can_hold_breaks_nothing() -> None:
    assert "einde" in read(BROKEN)[1][0]
