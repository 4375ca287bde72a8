"""The least a workbook can be, and how to pack one."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS: dict[str, bytes] = {
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Blad 1" sheetId="1" r:id="r1"/></sheets></workbook>'
    ).encode(),
    "xl/_rels/workbook.xml.rels": (
        b"<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>"
    ),
    "xl/worksheets/sheet1.xml": (
        b"<worksheet><sheetData><row><c t='inlineStr'><is><t>wat</t></is></c></row>"
        b"<row><c t='inlineStr'><is><t>de bus</t></is></c></row></sheetData></worksheet>"
    ),
}


def packed(
    parts: Mapping[str, bytes],
    more: Iterable[tuple[str, bytes]] = (),
    flate: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """Return a zip file of these parts; ``more`` may name one twice."""
    out = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", flate) as package:
        warnings.simplefilter("ignore")
        for name, content in [*parts.items(), *more]:
            package.writestr(name, content)
    return out.getvalue()
