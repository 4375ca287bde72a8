"""Read a survey from an Excel workbook: the words of one sheet, nothing that computes, links or draws."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from xml.parsers import expat

from facilitator.domain.errors import UserError
from facilitator.exchange.csv_table import CELL_LIMIT, COLUMN_LIMIT, FIRST_ROW, ROW_LIMIT, CsvTable
from facilitator.exchange.zip_guard import GuardedZip

_NAMES = re.compile(r"\[Content_Types\]\.xml|(_rels|docProps|xl|customXml)/[^/].*")
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_FORMATS = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_TIME_FORMATS = frozenset({*range(18, 22), 45, 46, 47})
_PERCENT_FORMATS = {9: 0, 10: 2}
_DAY_LIMIT = 2_958_466
_CELLS = 1_000_000
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class _Book:
    sheets: list[_Sheet] = field(default_factory=list[_Sheet])
    strings: list[str] = field(default_factory=list[str])
    formats: list[str] = field(default_factory=list[str])
    from_1904: bool = False


def read_xlsx(raw: bytes, path: Path, sheet: str = "") -> CsvTable:
    """Return one sheet as a table of texts, as Excel shows them; formulas by the value they had.

    Args:
        sheet: Its name; empty for the first one that is not hidden.

    Raises:
        UserError: what ``GuardedZip`` refuses; ``exchange.xlsx_broken``, ``exchange.no_sheet`` with
            ``known``, ``exchange.csv_empty``, ``exchange.csv_too_many_rows``,
            ``exchange.csv_too_many_columns``, ``exchange.csv_cell_too_long``.
    """
    package = GuardedZip(raw, path, _NAMES)
    book = _read_book(package, path)
    chosen = _chosen(book, sheet, path)
    rows = _read_rows(package, path, book, chosen)
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows or not any(rows[0]):
        raise UserError("exchange.csv_empty", path=str(path))
    width = max(at for at, cell in enumerate(rows[0], 1) if cell)
    found = max(len(row) for row in rows)
    heads = tuple(cell.strip() for cell in rows[0][:width]) + ("",) * (found - width)
    body = tuple(tuple(row) + ("",) * (found - len(row)) for row in rows[1:])
    return CsvTable(
        heads,
        body,
        "xlsx",
        "",
        chosen.name,
        tuple(one.name for one in book.sheets if not one.hidden),
        tuple(one.name for one in book.sheets if one.hidden),
    )


def _chosen(book: _Book, wanted: str, path: Path) -> _Sheet:
    shown = [one for one in book.sheets if not one.hidden]
    found = [one for one in book.sheets if one.name == wanted] if wanted else shown
    if not found:
        known = ", ".join(one.name for one in book.sheets)
        raise UserError("exchange.no_sheet", path=str(path), sheet=wanted, known=known)
    return found[0]


# ── XML ─────────────────────────────────────────────────────────────────────


class _Refused(Exception):
    """The XML asks for what no workbook needs."""


Started = Callable[[str, dict[str, str]], None]


def _parse(
    pieces: Iterable[bytes], path: Path, start: Started, end: Callable[[str, str], None] | None = None
) -> None:
    """Read XML piece by piece: ``end`` gets the text since the last tag; no tables of names, no entities.

    Raises:
        UserError: ``exchange.xlsx_broken``.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    told: list[str] = []
    size = 0

    def refuse(*_: object) -> None:
        raise _Refused

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal size
        told.clear()
        size = 0
        start(_bare(name), {_bare(key): value for key, value in attributes.items()})

    def on_text(text: str) -> None:
        nonlocal size
        size += len(text)
        if size > CELL_LIMIT:
            raise UserError("exchange.csv_cell_too_long", path=str(path), row=0, limit=CELL_LIMIT)
        told.append(text)

    def on_end(name: str) -> None:
        if end is not None:
            end(_bare(name), "".join(told))
        told.clear()

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = on_text
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, _Refused, ValueError, LookupError):
        raise UserError("exchange.xlsx_broken", path=str(path)) from None


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]


def _unescaped(text: str) -> str:
    # Half a letter, which only such an escape can give, is none.
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).encode("utf-8", "ignore").decode("utf-8")


# ── the parts ───────────────────────────────────────────────────────────────


def _read_book(package: GuardedZip, path: Path) -> _Book:
    book = _Book()
    if not {_BOOK, _LINKS} <= {*package.names}:
        raise UserError("exchange.xlsx_broken", path=str(path))
    parts: dict[str, str] = {}

    def link(name: str, given: dict[str, str]) -> None:
        if name == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            parts[given.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(name: str, given: dict[str, str]) -> None:
        if name == "workbookPr":
            book.from_1904 = given.get("date1904", "") in ("1", "true")
        if name == "sheet":
            part = parts.get(given.get("id", ""), "")
            if part in package.names:
                hidden = given.get("state", "visible") != "visible"
                book.sheets.append(_Sheet(given.get("name", ""), part, hidden))

    _parse(package.pieces(_LINKS), path, link)
    _parse(package.pieces(_BOOK), path, sheet)
    if _STRINGS in package.names:
        _read_strings(package, path, book)
    if _STYLES in package.names:
        _read_formats(package, path, book)
    return book


def _read_strings(package: GuardedZip, path: Path, book: _Book) -> None:
    runs: list[str] = []
    phonetic = 0

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal phonetic
        if name == "si":
            runs.clear()
        phonetic += name == "rPh"

    def end(name: str, text: str) -> None:
        nonlocal phonetic
        if name == "t" and not phonetic:
            runs.append(text)
        elif name == "rPh":
            phonetic -= 1
        elif name == "si":
            book.strings.append(_unescaped("".join(runs)))

    _parse(package.pieces(_STRINGS), path, start, end)


def _read_formats(package: GuardedZip, path: Path, book: _Book) -> None:
    codes: dict[str, str] = {}
    inside = False

    def start(name: str, given: dict[str, str]) -> None:
        nonlocal inside
        if name == "numFmt":
            codes[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            id = given.get("numFmtId", "0")
            book.formats.append(_kind(int(id) if id.isdecimal() else 0, codes.get(id)))

    def end(name: str, _: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    _parse(package.pieces(_STYLES), path, start, end)


def _kind(id: int, code: str | None) -> str:
    """Return what a number format makes of a number: ``date``, ``time``, ``%`` with decimals, or nothing."""
    if code is None:
        if id in _PERCENT_FORMATS:
            return f"%{_PERCENT_FORMATS[id]}"
        return "date" if id in _DATE_FORMATS else "time" if id in _TIME_FORMATS else ""
    bare = _QUOTED.sub("", code.split(";")[0]).lower()
    if "%" in bare:
        return f"%{len(bare.partition('.')[2].rstrip('% '))}"
    if "y" in bare or "d" in bare:
        return "date"
    return "time" if "h" in bare or "s" in bare else ""


def _read_rows(package: GuardedZip, path: Path, book: _Book, sheet: _Sheet) -> list[list[str]]:
    reader = _Rows(book, path)
    _parse(package.pieces(sheet.part), path, reader.start, reader.end)
    return reader.rows


class _Rows:
    """Gathers the cells of a sheet; what a formula was is never looked at."""

    def __init__(self, book: _Book, path: Path) -> None:
        self.rows: list[list[str]] = []
        self._book = book
        self._path = path
        self._cells = 0
        self._at = (0, 0)
        self._type = ""
        self._style = 0
        self._runs: list[str] = []

    def start(self, name: str, given: dict[str, str]) -> None:
        """Take note of where a row or cell stands."""
        if name == "row":
            number = given.get("r", "")
            self._at = (int(number) if number.isdecimal() else self._at[0] + 1, 0)
        elif name == "c":
            self._at = self._place(given.get("r", ""))
            self._type = given.get("t", "n")
            style = given.get("s", "0")
            self._style = int(style) if style.isdecimal() else 0
            self._runs = []

    def end(self, name: str, text: str) -> None:
        """Keep the value of a cell."""
        if name in ("v", "t"):
            self._runs.append(text)
        elif name == "c" and self._runs:
            self._keep(self._shown("".join(self._runs)))

    def _place(self, told: str) -> tuple[int, int]:
        found = _PLACE.fullmatch(told)
        if found is None:
            return self._at[0], self._at[1] + 1
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(found[2]), column

    def _keep(self, text: str) -> None:
        row, column = self._at
        self._cells += 1
        if row > ROW_LIMIT + FIRST_ROW - 1 or self._cells > _CELLS:
            raise UserError("exchange.csv_too_many_rows", path=str(self._path), limit=ROW_LIMIT)
        if column > COLUMN_LIMIT:
            raise UserError("exchange.csv_too_many_columns", path=str(self._path), limit=COLUMN_LIMIT)
        if row < 1:
            raise UserError("exchange.xlsx_broken", path=str(self._path))
        while len(self.rows) < row:
            self.rows.append([])
        cells = self.rows[row - 1]
        cells.extend([""] * (column - len(cells)))
        cells[column - 1] = text

    def _shown(self, value: str) -> str:
        if self._type == "s":
            place = int(value) if value.strip().isdecimal() else -1
            if not 0 <= place < len(self._book.strings):
                raise UserError("exchange.xlsx_broken", path=str(self._path))
            return self._book.strings[place]
        if self._type == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        if self._type == "n":
            return self._number(value.strip())
        return _unescaped(value)

    def _number(self, value: str) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        formats = self._book.formats
        kind = formats[self._style] if self._style < len(formats) else ""
        if kind in ("date", "time") and 0 <= number < _DAY_LIMIT:
            return _moment(number, kind, self._book.from_1904)
        if kind.startswith("%"):
            return f"{number:.{min(int(kind[1:] or 0), _DIGITS)}%}"
        return f"{number:.{_DIGITS}g}" if abs(number) < 10**_DIGITS else value


def _moment(number: float, kind: str, from_1904: bool) -> str:
    """Return the date, the time or both that a number of days stands for."""
    if from_1904:
        first = datetime(1904, 1, 1)
    else:
        # Excel believes that 1900 had a 29th of February.
        first = datetime(1899, 12, 31) if number < 60 else datetime(1899, 12, 30)
    try:
        moment = first + timedelta(seconds=round(number * 86_400))
    except OverflowError:
        return f"{number:.{_DIGITS}g}"
    clock = moment.strftime("%H:%M:%S").removesuffix(":00")
    if kind == "time" or number < 1:
        return clock
    return moment.date().isoformat() if number == int(number) else f"{moment.date().isoformat()} {clock}"
