"""Tables as CSV the way Dutch Excel reads it: UTF-8 with a mark, semicolons, decimal commas, CR LF.

A cell of text that a spreadsheet might take for a formula, or show as another number or a date than was
written, begins with an apostrophe, so that it stays text: Dutch Excel makes a day in February of advice 1.2.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from facilitator.exchange.sheets import Book, Cell, Sheet, fitted

_TRIGGERS = frozenset("=+-@|%\t\r\n\u2212\u2010\u2011\u2012\u2013\u2014")
"""First characters by which some program takes a cell for a formula, dashes that get replaced too."""

_LONGEST = 40
"""No number or date is longer."""
_SAME = re.compile(r"0|[1-9][0-9]{0,14}")
"""What is shown just as it was written, number or not."""
_MONTH = r"(?:jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_VALUE = re.compile(
    r"[€$£(]?\s?\d(?:[\d.:/-]|,(?!\s)|\s(?=\d))*(?:e[+-]?\d+)?\s?[%€)]?"
    r"|\d[\d:]*\s?[ap]m?"
    rf"|\d{{1,4}}[\s./-]*{_MONTH}(?:[\s./-]*\d{{1,4}})?(?:\s[\d:]+)?"
    rf"|{_MONTH}[\s./,-]*\d{{1,4}}(?:,?\s\d{{4}})?",
    re.IGNORECASE,
)
"""What some program takes for a number, an amount, a time or a date, Dutch and English."""


def csv_file(book: Book, sheet: Sheet) -> bytes:
    """Return one table; text always stands in quotes, numbers never."""
    lines = [";".join(_quoted(guarded(column.title)) for column in sheet.columns)]
    lines += [";".join(_told(book, cell) for cell in row) for row in sheet.rows]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """Return ``text`` so that no spreadsheet reads a formula, or another number or date, out of it."""
    if _is_value(text):
        return f"'{text}"
    for char in text:
        # Wide and small forms are read as the sign they stand for.
        plain = unicodedata.normalize("NFKC", char)[:1]
        if char in _TRIGGERS or plain in _TRIGGERS:
            return f"'{text}"
        if not (char.isspace() or unicodedata.category(char) in {"Cf", "Cc", "Zs"}):
            break
    return text


def _is_value(text: str) -> bool:
    if len(text) > _LONGEST:
        return text.isdigit()
    plain = unicodedata.normalize("NFKC", text).strip()
    return _SAME.fullmatch(text) is None and _VALUE.fullmatch(plain) is not None


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
