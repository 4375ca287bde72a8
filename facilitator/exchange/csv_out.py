"""Tables as CSV the way Dutch Excel reads it: UTF-8 with a mark, semicolons, decimal commas, CR LF.

A cell of text that a spreadsheet might take for a formula begins with an apostrophe, so that it stays text.
"""

from __future__ import annotations

import unicodedata
from datetime import date

from facilitator.exchange.sheets import Book, Cell, Sheet, fitted

_TRIGGERS = frozenset("=+-@|%\t\r\n\u2212\u2010\u2011\u2012\u2013\u2014")
"""First characters by which some program takes a cell for a formula, dashes that get replaced too."""


def csv_file(book: Book, sheet: Sheet) -> bytes:
    """Return one table; text always stands in quotes, numbers never."""
    lines = [";".join(_quoted(guarded(column.title)) for column in sheet.columns)]
    lines += [";".join(_told(book, cell) for cell in row) for row in sheet.rows]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """Return ``text`` so that no spreadsheet reads it as a formula, whatever white space stands before it."""
    for char in text:
        # Wide and small forms are read as the sign they stand for.
        plain = unicodedata.normalize("NFKC", char)[:1]
        if char in _TRIGGERS or plain in _TRIGGERS:
            return f"'{text}"
        if not (char.isspace() or unicodedata.category(char) in {"Cf", "Cc", "Zs"}):
            break
    return text


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _told(book: Book, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return _quoted(book.yes if cell else book.no)
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return f"{cell:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(cell, date):
        return cell.isoformat()
    return _quoted(guarded(fitted(cell.replace("\r", ""))))
