"""Read a survey's CSV whatever program wrote it: own rules for encoding and delimiter, no guessing."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.exchange.files import read_bytes

SIZE_LIMIT = 32 * 1024**2
ROW_LIMIT = 50_000
COLUMN_LIMIT = 500
CELL_LIMIT = 1_000_000
FIRST_ROW = 2
"""Number of the row below the headings, as a spreadsheet shows it."""

DELIMITERS = ";,\t|"
_PROBED_ROWS = 200
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A survey as a table.

    Attributes:
        columns: The headings.
        rows: As many cells each as there are headings; ``rows[n]`` is row ``n + 2`` of the spreadsheet.
        encoding: How the bytes were read: ``utf-8``, ``utf-8-sig``, ``utf-16``, ``cp1252``, ``mac_roman`` or
            ``xlsx``.
        delimiter: One of ``DELIMITERS``, the one of a ``sep=`` line, or empty for a single column.
        sheet: Name of the sheet of a workbook this is.
        sheets, hidden: Names of the sheets that can be seen there, and of those that are hidden.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    def column(self, name: str) -> int:
        """Return the place of the column with this heading.

        Raises:
            UserError: ``exchange.no_column``, ``exchange.doubled_column`` with ``column`` and ``known``.
        """
        wanted = name.strip()
        known = ", ".join(column for column in self.columns if column)
        places = [n for n, column in enumerate(self.columns) if column == wanted and wanted]
        if not places:
            raise UserError("exchange.no_column", column=name, known=known)
        if len(places) > 1:
            raise UserError("exchange.doubled_column", column=name, known=known)
        return places[0]


def read_csv(path: Path) -> CsvTable:
    """Read a CSV file.

    Raises:
        UserError: ``exchange.missing``, ``exchange.not_readable``, ``exchange.too_large``,
            ``exchange.csv_binary``, ``exchange.csv_empty``, ``exchange.csv_too_many_rows``,
            ``exchange.csv_too_many_columns``; with ``row`` (as a spreadsheet counts)
            ``exchange.csv_ragged``, ``exchange.csv_bad_quotes``, ``exchange.csv_cell_too_long``.
    """
    text, encoding = _decoded(read_bytes(path, SIZE_LIMIT), path)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    told, body = _sep_line(text)
    delimiter = told or _delimiter(body, path)
    records = list(_records(body, delimiter, ROW_LIMIT + 2, path))
    while records and _is_blank(records[-1]):
        del records[-1]
    if not records or _is_blank(records[0]):
        raise UserError("exchange.csv_empty", path=str(path))
    if len(records) > ROW_LIMIT + 1:
        raise UserError("exchange.csv_too_many_rows", path=str(path), limit=ROW_LIMIT)
    width = len(records[0])
    if width > COLUMN_LIMIT:
        raise UserError("exchange.csv_too_many_columns", path=str(path), limit=COLUMN_LIMIT)
    rows = tuple(
        _fitted(record, width, number, path) for number, record in enumerate(records[1:], start=FIRST_ROW)
    )
    return CsvTable(tuple(name.strip() for name in records[0]), rows, encoding, delimiter)


def _decoded(raw: bytes, path: Path) -> tuple[str, str]:
    """Return text and encoding: a byte order mark tells, else strict UTF-8, else Windows or old Mac."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return _plain(raw.decode(encoding), path), encoding
            except UnicodeDecodeError:
                raise UserError("exchange.csv_binary", path=str(path)) from None
    try:
        return _plain(raw.decode("utf-8"), path), "utf-8"
    except UnicodeDecodeError:
        pass
    # Letters with an accent sit at 0x80-0x9F on the old Mac, and above in Windows.
    high = [byte for byte in raw if byte > 0x7F]
    low = sum(byte <= 0x9F for byte in high)
    encoding = "mac_roman" if low > len(high) / 2 else "cp1252"
    try:
        return _plain(raw.decode(encoding), path), encoding
    except UnicodeDecodeError:
        raise UserError("exchange.csv_binary", path=str(path)) from None


def _plain(text: str, path: Path) -> str:
    # No text has these; PDF, workbooks and pictures do.
    if "\x00" in text or text.startswith(("PK\x03\x04", "%PDF-")):
        raise UserError("exchange.csv_binary", path=str(path))
    return text


def _sep_line(text: str) -> tuple[str, str]:
    """Return the delimiter Excel's first line ``sep=;`` tells, and the text below it."""
    first, _, rest = text.partition("\n")
    bare = first.strip(" ").strip('"')
    if bare.casefold().startswith("sep=") and len(bare) == len("sep=;") and bare[-1] in DELIMITERS:
        return bare[-1], rest
    return "", text


def _delimiter(text: str, path: Path) -> str:
    """Return the delimiter that gives rows of equal width, the widest when several do.

    When none does, the one that parts the headings, so that the odd row can be named; else none.
    """
    widths = {mark: _widths(text, mark, path) for mark in DELIMITERS}
    even = {mark: found[0] for mark, found in widths.items() if found and len(set(found)) == 1}
    best = max(even, key=lambda mark: even[mark], default="")
    if best and even[best] > 1:
        return best
    parting = {mark: found[0] for mark, found in widths.items() if found and found[0] > 1}
    return max(parting, key=lambda mark: parting[mark], default="")


def _widths(text: str, delimiter: str, path: Path) -> list[int]:
    found: list[int] = []
    # What stands above a wrong quote still tells; the whole reading will name the row.
    with contextlib.suppress(UserError):
        for record in _records(text, delimiter, _PROBED_ROWS, path):
            if not _is_blank(record):
                found.append(len(record))
    return found


def _records(text: str, delimiter: str, limit: int, path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(CELL_LIMIT)
    # A character no text holds stands for "no delimiter".
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or "\x00", strict=True)
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            if number > limit:
                return
            yield record
    except csv.Error as error:
        if "field limit" in str(error):
            details = {"path": str(path), "row": number + 1, "limit": CELL_LIMIT}
            raise UserError("exchange.csv_cell_too_long", **details) from None
        raise UserError("exchange.csv_bad_quotes", path=str(path), row=number + 1) from None


def _is_blank(record: list[str]) -> bool:
    return not any(cell.strip() for cell in record)


def _fitted(record: list[str], width: int, number: int, path: Path) -> tuple[str, ...]:
    """Return the record as wide as the headings; only empty cells may be too many."""
    if _is_blank(record):
        return ("",) * width
    if len(record) < width or not _is_blank(record[width:]):
        raise UserError("exchange.csv_ragged", path=str(path), row=number, found=len(record), wanted=width)
    return tuple(record[:width])
