"""Workbooks that mean harm, one for each way we know."""

from __future__ import annotations

import random
import struct
import zipfile
from collections.abc import Callable

from tests.helpers.workbooks import PARTS, packed

MB = 1024**2
NOISE = random.Random(1).randbytes(MB)


def _with(*more: tuple[str, bytes], flate: int = zipfile.ZIP_DEFLATED) -> bytes:
    return packed({**PARTS}, more, flate)


def _traversal() -> bytes:
    return _with(("xl/../../../tmp/kwaad.txt", b"x"))


def _bomb() -> bytes:
    return packed({**PARTS, "xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (60 * MB)})


def _many_bombs() -> bytes:
    return _with(*((f"xl/media/{n}.bin", b"\0" * (60 * MB)) for n in range(4)))


def _lying() -> bytes:
    """Say in both places that a part unpacks to 200 bytes."""
    raw = bytearray(_bomb())
    size = struct.pack("<I", 60 * MB + 11)
    at = 0
    while (at := raw.find(size, at)) >= 0:
        raw[at : at + 4] = struct.pack("<I", 200)
    return bytes(raw)


def _overlapping() -> bytes:
    """Let two names of the directory point at one part."""
    raw = bytearray(_with(("xl/a.bin", NOISE[:90_000]), ("xl/b.bin", NOISE[1:90_001])))
    a, b = raw.rfind(b"xl/a.bin"), raw.rfind(b"xl/b.bin")
    raw[b - 46 + 42 : b - 46 + 46] = raw[a - 46 + 42 : a - 46 + 46]
    return bytes(raw)


def _crowd() -> bytes:
    return _with(*((f"xl/{n}.xml", b"") for n in range(3_000)))


def _encrypted() -> bytes:
    raw = bytearray(_with())
    raw[6] |= 1
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    return bytes(raw)


def _sheet(text: bytes) -> bytes:
    return packed({**PARTS, "xl/worksheets/sheet1.xml": text})


def _laughs() -> bytes:
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10) for n in range(9))
    return _sheet(
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">' + entities + b"]><worksheet>&a9;</worksheet>"
    )


def _outside() -> bytes:
    return _sheet(
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'
    )


def _deep() -> bytes:
    return _sheet(b"<a>" * 20_000)


def _row(number: bytes, column: bytes = b"A") -> bytes:
    return _sheet(
        b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>kop</t></is></c></row><row r="'
        + number
        + b'"><c r="'
        + column
        + number
        + b'"><v>1</v></c></row></sheetData></worksheet>'
    )


def _long_cell() -> bytes:
    cell = b"<c t='inlineStr'><is><t>" + NOISE.hex().encode() + b"</t></is></c>"
    return _sheet(b"<worksheet><sheetData><row>" + cell + b"</row></sheetData></worksheet>")


WORKBOOKS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "traversal": ("exchange.zip_name", _traversal),
    "absolute": ("exchange.zip_name", lambda: _with(("/etc/passwd", b"x"))),
    "drive": ("exchange.zip_name", lambda: _with(("C:\\kwaad.exe", b"x"))),
    "case twins": ("exchange.zip_name", lambda: _with(("xl/A.xml", b"x"), ("xl/a.xml", b"y"))),
    "doubled": ("exchange.zip_name", lambda: _with(("xl/a.xml", b"x"), ("xl/a.xml", b"y"))),
    "letters right to left": ("exchange.zip_name", lambda: _with(("xl/\u202egnp.e", b"x"))),
    "reserved": ("exchange.zip_name", lambda: _with(("xl/a:b", b"x"))),
    "zero in a name": (
        "exchange.zip_name",
        lambda: _with(("xl/Axml", b"x")).replace(b"xl/Axml", b"xl/A\0ml"),
    ),
    "bomb": ("exchange.zip_bomb", _bomb),
    "many bombs": ("exchange.zip_bomb", _many_bombs),
    "crowd": ("exchange.zip_bomb", _crowd),
    "lying": ("exchange.zip_broken", _lying),
    "overlapping": ("exchange.zip_broken", _overlapping),
    "encrypted": ("exchange.zip_broken", _encrypted),
    "other method": ("exchange.zip_broken", lambda: _with(flate=zipfile.ZIP_LZMA)),
    "cut": ("exchange.zip_broken", lambda: _with()[:-40]),
    "no zip": ("exchange.zip_broken", lambda: b"PK\x03\x04" + b"x" * 500),
    "empty": ("exchange.zip_broken", lambda: b""),
    "entities": ("exchange.xlsx_broken", _laughs),
    "entity from outside": ("exchange.xlsx_broken", _outside),
    "deep": ("exchange.xlsx_broken", _deep),
    "no XML": ("exchange.xlsx_broken", lambda: _sheet(b"\0\1\2")),
    "no workbook": ("exchange.xlsx_broken", lambda: packed({"xl/a.xml": b"<a/>"})),
    "row beyond all": ("exchange.csv_too_many_rows", lambda: _row(b"1048576")),
    "row of many digits": ("exchange.csv_too_many_rows", lambda: _row(b"9" * 40)),
    "column beyond all": ("exchange.csv_too_many_columns", lambda: _row(b"2", b"XFD")),
    "long cell": ("exchange.csv_cell_too_long", _long_cell),
}
