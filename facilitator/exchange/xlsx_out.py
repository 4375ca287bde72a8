"""Tables as an Excel workbook; what people wrote is text in it, never a formula, link or number."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any, cast

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

from facilitator.exchange.sheets import Book, Cell, Sheet, fitted, xml_text

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx(book: Book) -> bytes:
    """Return the workbook: one sheet per table, heads that stay in sight, filters; same input, same bytes."""
    out = BytesIO()
    workbook: Any = cast("Any", xlsxwriter).Workbook(out, _OPTIONS)
    workbook.set_properties(
        {
            "title": xml_text(book.title)[:255],
            "author": xml_text(book.author)[:255],
            "created": datetime(book.made_on.year, book.made_on.month, book.made_on.day),
        }
    )
    looks = {
        "head": workbook.add_format(
            {"bold": True, "bg_color": "#E7EFEE", "valign": "top", "text_wrap": True}
        ),
        "text": workbook.add_format({"valign": "top"}),
        "wrap": workbook.add_format({"valign": "top", "text_wrap": True}),
        "date": workbook.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}),
        "real": workbook.add_format({"valign": "top", "num_format": "0.0"}),
    }
    for sheet in book.sheets:
        _fill(workbook.add_worksheet(sheet.title), sheet, book, looks)
    workbook.close()
    return out.getvalue()


def _fill(page: Any, sheet: Sheet, book: Book, looks: dict[str, object]) -> None:  # noqa: ANN401
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    if sheet.columns:
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.title, looks["head"])
    for number, row in enumerate(sheet.rows, 1):
        for place, cell in enumerate(row):
            _write(page, number, place, cell, (book, sheet, looks))


def _write(
    page: Any,  # noqa: ANN401
    row: int,
    place: int,
    cell: Cell,
    about: tuple[Book, Sheet, dict[str, object]],
) -> None:
    book, sheet, looks = about
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        page.write_string(row, place, book.yes if cell else book.no, looks["text"])
    elif isinstance(cell, int | float):
        page.write_number(row, place, cell, looks["real" if isinstance(cell, float) else "text"])
    elif isinstance(cell, date):
        page.write_datetime(row, place, datetime(cell.year, cell.month, cell.day), looks["date"])
    else:
        look = looks["wrap" if sheet.columns[place].wraps else "text"]
        page.write_string(row, place, fitted(xml_text(cell)), look)
