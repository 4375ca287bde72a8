"""Read a workbook the way the standard says, with nothing but zip and XML."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Page:
    """One sheet: cells by column and row from 0, whether its head is frozen, the range of its filter."""

    cells: dict[tuple[int, int], object]
    frozen: bool
    filtered: str
    formulas: int
    links: int

    def row(self, number: int) -> list[object]:
        last = max((column for column, row in self.cells if row == number), default=-1)
        return [self.cells.get((column, number), "") for column in range(last + 1)]

    def column(self, title: str) -> list[object]:
        at = self.row(0).index(title)
        count = max(row for _, row in self.cells)
        return [self.cells.get((at, row), "") for row in range(1, count + 1)]


def read_xlsx(content: bytes) -> dict[str, Page]:
    """Return the sheets of a workbook by name, in order."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        strings = _strings(package)
        book = ET.fromstring(package.read("xl/workbook.xml"))
        relations = ET.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        return {
            str(sheet.get("name")): _page(package.read(f"xl/{targets[sheet.get(_RELATION)]}"), strings)
            for sheet in book.iterfind("m:sheets/m:sheet", _NS)
        }


def _strings(package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    root = ET.fromstring(package.read("xl/sharedStrings.xml"))
    return [_unescaped("".join(t.text or "" for t in item.iterfind(".//m:t", _NS))) for item in root]


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def _page(content: bytes, strings: list[str]) -> Page:
    root = ET.fromstring(content)
    cells: dict[tuple[int, int], object] = {}
    for cell in root.iterfind(".//m:c", _NS):
        value = cell.findtext("m:v", "", _NS)
        if value:
            cells[_place(str(cell.get("r")))] = strings[int(value)] if cell.get("t") == "s" else float(value)
    pane = root.find(".//m:pane", _NS)
    found = root.find("m:autoFilter", _NS)
    return Page(
        cells,
        pane is not None and pane.get("state") == "frozen" and pane.get("ySplit") == "1",
        str(found.get("ref")) if found is not None else "",
        len(root.findall(".//m:f", _NS)),
        len(root.findall(".//m:hyperlink", _NS)),
    )


def _place(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(reference[len(letters) :]) - 1
