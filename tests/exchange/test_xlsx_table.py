from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
import xlsxwriter

from facilitator.domain.errors import UserError
from facilitator.exchange.xlsx_table import read_xlsx

HERE = Path("enquête.xlsx")


def workbook(*, shown_first: bool = True) -> bytes:
    out = BytesIO()
    book: Any = cast("Any", xlsxwriter).Workbook(out, {"in_memory": True})
    day, both, share = (
        book.add_format({"num_format": f}) for f in ("dd-mm-yyyy", "d mmm yyyy hh:mm", "0.0%")
    )
    page = book.add_worksheet("Antwoorden")
    page.write_row(0, 0, ["nr", "wat", "datum", "leeg", "som", "aandeel", "ja"])
    page.write_row(1, 0, [1, "De bus & de tram < \U0001f600"])
    page.write_datetime(1, 2, datetime(2026, 11, 22), day)
    page.write_formula(1, 4, "=A2*2.5", None, 2.5)
    page.write_number(1, 5, 0.125, share)
    page.write_boolean(1, 6, True)
    page.write_rich_string(2, 1, "eerst ", book.add_format({"bold": True}), "vet", " dan niet")
    page.write_datetime(2, 2, datetime(2026, 11, 22, 19, 30), both)
    page.write_formula(2, 4, '=A2&" keer"', None, "1 keer")
    page.write_number(2, 5, 0.1 + 0.2)
    page.write_string(4, 1, "_x0041_ blijft\nregel twee")
    page.write_url(5, 1, "https://voorbeeld.nl", string="een koppeling")
    book.add_worksheet("Geheim").hide()
    other = book.add_worksheet("Tweede")
    other.write_row(0, 0, ["wat", date(2026, 1, 2).isoformat()])
    other.write_row(1, 0, ["anders"])
    if not shown_first:
        other.activate()
        page.hide()
    book.close()
    return out.getvalue()


def test_cells_are_read_as_people_see_them() -> None:
    table = read_xlsx(workbook(), HERE)
    assert table.columns == ("nr", "wat", "datum", "leeg", "som", "aandeel", "ja")
    assert table.rows == (
        ("1", "De bus & de tram < \U0001f600", "2026-11-22", "", "2.5", "12.5%", "TRUE"),
        ("", "eerst vet dan niet", "2026-11-22 19:30", "", "1 keer", "0.3", ""),
        ("", "", "", "", "", "", ""),
        ("", "_x0041_ blijft\nregel twee", "", "", "", "", ""),
        ("", "een koppeling", "", "", "", "", ""),
    )


def test_sheets_are_told_and_one_can_be_chosen() -> None:
    table = read_xlsx(workbook(), HERE)
    assert (table.sheet, table.sheets, table.hidden) == ("Antwoorden", ("Antwoorden", "Tweede"), ("Geheim",))
    assert read_xlsx(workbook(), HERE, "Tweede").rows == (("anders", ""),)
    with pytest.raises(UserError) as caught:
        read_xlsx(workbook(), HERE, "Derde")
    assert (caught.value.code, caught.value.details["known"]) == (
        "exchange.no_sheet",
        "Antwoorden, Geheim, Tweede",
    )
    with pytest.raises(UserError) as caught:
        read_xlsx(workbook(), HERE, "Geheim")
    assert caught.value.code == "exchange.csv_empty"


def test_a_hidden_first_sheet_is_passed_over() -> None:
    table = read_xlsx(workbook(shown_first=False), HERE)
    assert table.sheet == "Tweede"
    assert table.hidden == ("Antwoorden", "Geheim")
