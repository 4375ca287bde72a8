"""Tables, exports, packs, pictures and places that mean harm or are broken, one for each way we know."""

from __future__ import annotations

import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

Maker = Callable[[Path], object]
GB = 1024**3
EICAR_SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="/etc/hostname"/></svg>'
)


def holds(content: bytes | str) -> Maker:
    """Return what writes this content."""
    raw = content.encode() if isinstance(content, str) else content
    return lambda path: path.write_bytes(raw)


def sparse(size: int, head: bytes = b"") -> Maker:
    """Return what makes a file that says it is this large and takes no room."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(head)
            file.truncate(size)

    return make


def pipe(path: Path) -> None:
    """Put there what would be read for ever."""
    os.mkfifo(path)


def leads_to(target: str) -> Maker:
    """Return what makes a link to there."""
    return lambda path: path.symlink_to(target)


def locked_away(path: Path) -> None:
    """Make a file nobody may read, but the superuser."""
    path.write_bytes(b"SQLite format 3\0" + bytes(5_000))
    path.chmod(0)


# ── exports ─────────────────────────────────────────────────────────────────

_HEAD = '{"format": "facilitator-dialogue", "version": 1, "dialogue": {"title": "Zorg"}, '


def _export(**more: object) -> str:
    whole = {"format": "facilitator-dialogue", "version": 1, "dialogue": {"title": "Zorg"}, **more}
    return json.dumps(whole)


def _notes(text: str) -> str:
    return _HEAD + '"notes": [{"id": "n1", ' + text + "}]}"


EXPORTS: dict[str, tuple[str, Maker]] = {
    "deep": ("exchange.not_json|exchange.too_deep|exchange.bad_value", holds("[" * 200_000 + "]" * 200_000)),
    "deep in a field": ("exchange.", holds(_HEAD + '"notes": ' + "[" * 90_000 + "]" * 90_000 + "}")),
    "larger than read": ("exchange.too_large", sparse(70 * 1024**2, b'{"format": "facilitator-dialogue"')),
    "5 GB": ("exchange.too_large", sparse(5 * GB)),
    "key twice": ("exchange.", holds(_HEAD + '"dialogue": {"title": "Anders"}}')),
    "NaN": ("exchange.", holds(_notes('"table": NaN'))),
    "endless number": ("exchange.", holds(_notes('"table": 1e999'))),
    "huge number": ("exchange.", holds(_notes('"table": ' + "9" * 50_000))),
    "half a letter": ("exchange.", holds(_notes('"text": "voor \\ud83d na"'))),
    "controls": ("exchange.", holds(_notes('"text": "bel\\u0007"'))),
    "reversed": ("exchange.", holds(_notes('"text": "einde \\u202egnp.exe"'))),
    "text of a book": ("exchange.", holds(_notes(f'"text": "{"y" * 500_000}"'))),
    "list for a text": ("exchange.", holds(_notes('"text": ["a"]'))),
    "number for an id": ("exchange.", holds(_HEAD + '"notes": [{"id": 3}]}')),
    "unknown field": ("exchange.", holds(_notes('"__class__": "x"'))),
    "two of one id": (
        "exchange.",
        holds(_export(notes=[{"id": "a", "text": "x"}, {"id": "a", "text": "y"}])),
    ),
    "a list": ("exchange.", holds("[]")),
    "newer": ("exchange.", holds(_export(version=99))),
    "cut": ("exchange.not_json", holds(_HEAD)),
    "no text": ("exchange.not_text", holds(bytes(range(256)) * 9)),
    "empty": ("exchange.", holds(b"")),
    "pipe": ("exchange.not_readable|store.foreign", pipe),
    "folder": ("exchange.not_readable|store.foreign", Path.mkdir),
    "link to itself": ("exchange.", leads_to("a.json")),
    "endless zeros": ("exchange.not_readable|store.foreign", leads_to("/dev/zero")),
}
"""name -> codes it is refused with, maker"""


# ── tables ──────────────────────────────────────────────────────────────────

TABLES: dict[str, tuple[str, Maker]] = {
    "a field of 2 MB": ("exchange.csv_cell_too_long", holds("a;antwoord\n1;" + "y" * 2_000_000 + "\n")),
    "a quote that never ends": ("exchange.", holds('a;antwoord\n1;"' + "y\n" * 600_000)),
    "zeros": ("exchange.csv_binary", holds(b"a;antwoord\n1;x\0y\n")),
    "two bytes a letter, cut": ("exchange.", holds("antwoord;b\nx;y\n".encode("utf-16") + b"\xd8")),
    "no encoding": ("exchange.|", holds(b"a;antwoord\n1;\xff\xfe\x81\x8d\n")),
    "too many rows": ("exchange.csv_too_many_rows", holds("antwoord\n" + "x\n" * 60_000)),
    "too many columns": ("exchange.csv_too_many_columns", holds(";".join("abc" * 300) + "\n" + ";" * 899)),
    "larger than read": ("exchange.too_large", sparse(40 * 1024**2, b"antwoord\nx\n")),
    "5 GB": ("exchange.too_large", sparse(5 * GB)),
    "ragged": ("exchange.csv_ragged", holds("nr;antwoord\n1;goed\n2;te;veel;cellen\n")),
    "only marks": ("|exchange.", holds(";" * 100_000)),
    "nothing": ("exchange.csv_empty", holds(b"")),
    "formulas": ("", holds('nr;antwoord\n1;"=cmd|\' /C calc\'!A0"\n2;"@SUM(A1)"\n')),
    "pipe": ("exchange.not_readable|store.foreign", pipe),
    "folder": ("exchange.not_readable|store.foreign", Path.mkdir),
    "endless zeros": ("exchange.not_readable|store.foreign", leads_to("/dev/zero")),
}
"""The same; empty when it is a table like any other."""


# ── packs of personas ───────────────────────────────────────────────────────

_PACK = '{"format": "facilitator-personas", "version": 1, "id": "x", "titles": {"nl": "X"}, "personas": '
_PERSONA = '[{"id": "a", "name": "A", "texts": {"nl": {}}, "portrait": %s}]}'

PACKS: dict[str, tuple[str, Maker]] = {
    "deep": ("pack.foreign", holds("[" * 200_000)),
    "deep in a field": ("pack.", holds(_PACK + '[{"a": ' + "[" * 900 + "]" * 900 + "}]}")),
    "huge number": ("pack.", holds(_PACK + "9" * 100_000 + "}")),
    "NaN": ("pack.damaged", holds(_PACK + "NaN}")),
    "other kinds": ("pack.damaged", holds(_PACK + '[3, "a", null]}')),
    "number for a version": ("pack.", holds(_PACK.replace("1", "1e400") + "[]}")),
    "newer": ("pack.newer", holds(_PACK.replace("1", "99") + "[]}")),
    "portrait with a script": (
        "portrait.refused|pack.damaged",
        holds(_PACK + _PERSONA % json.dumps(EICAR_SVG.decode())),
    ),
    "5 GB": ("pack.too_large", sparse(5 * GB)),
    "no text": ("pack.foreign", holds(b"\xff\xfe\0")),
    "empty": ("pack.foreign", holds(b"")),
    "pipe": ("pack.", pipe),
    "folder": ("pack.", Path.mkdir),
    "endless zeros": ("pack.", leads_to("/dev/zero")),
    "not there": ("pack.missing", lambda _path: None),
}

OWN_TEXTS: dict[str, tuple[str, Maker]] = {
    "deep": ("", holds("a = " + "[" * 90_000 + "]" * 90_000)),
    "deep keys": ("", holds("a" + ".a" * 60_000 + " = 1")),
    "key twice": ("", holds('id = "a"\nid = "b"\n')),
    "larger than read": ("", sparse(300 * 1024, b'id = "a"')),
    "5 GB": ("", sparse(5 * GB)),
    "huge number": ("", holds("id = " + "9" * 100_000)),
    "other kinds": ("", holds("id = 3\ntitles = [1, 2]\norder = 4\n")),
    "way out": ("", holds('id = "kwaad"\norder = ["../../../../etc/passwd"]\n[titles]\nnl = "X"\n')),
    "no text": ("", holds(b"\xff\xfe\0")),
    "pipe": ("", pipe),
    "folder": ("", Path.mkdir),
    "endless zeros": ("", leads_to("/dev/zero")),
}
"""Files of a pack or method in the folder of dialogues: the program starts and tells which it left out."""

SETTINGS: dict[str, tuple[str, Maker]] = {
    "deep": ("", holds("[" * 200_000)),
    "a list": ("", holds("[1, 2]")),
    "other kinds": (
        "",
        holds('{"language": 3, "recent": {"a": 1}, "text_scale": "x", "source": [], "theme": null}'),
    ),
    "NaN": ("", holds('{"text_scale": NaN, "sound": 1e999}')),
    "huge number": ("", holds('{"text_scale": ' + "9" * 50_000 + "}")),
    "controls": ("", holds('{"recent": ["a\\u0000b", "\\ud83d"], "source": "\\u202e"}')),
    "many": ("", holds('{"recent": [' + ", ".join(f'"/x/{n}"' for n in range(60_000)) + "]}")),
    "no text": ("", holds(bytes(range(256)))),
    "empty": ("", holds(b"")),
    "folder": ("", Path.mkdir),
    "pipe": ("", pipe),
    "endless zeros": ("", leads_to("/dev/zero")),
}

KEYS: dict[str, tuple[str, Maker]] = {
    "no text": ("sealed.|cli.", holds(bytes(range(256)))),
    "empty": ("sealed.|cli.", holds(b"")),
    "of a book": ("sealed.|cli.|exchange.too_large", holds("AGE-SECRET-KEY-1" + "Q" * 5_000_000)),
    "5 GB": ("exchange.too_large|sealed.|cli.", sparse(5 * GB)),
    "folder": ("exchange.not_readable|cli.", Path.mkdir),
    "endless zeros": ("exchange.too_large|sealed.|cli.", leads_to("/dev/zero")),
}


# ── pictures ────────────────────────────────────────────────────────────────


def png(width: int, height: int, body: bytes = b"") -> bytes:
    """Return a picture that says it is this large, with hardly anything in it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(body))
        + chunk(b"IEND", b"")
    )


PICTURES: dict[str, tuple[str, Maker]] = {
    "1.6 gigapixel": ("picture.too_large", holds(png(40_000, 40_000))),
    "one pixel high, endless": ("picture.", holds(png(2_000_000_000, 1))),
    "nothing in it": ("picture.unreadable", holds(png(20, 20)[:40])),
    "drawing": ("picture.unreadable", holds(EICAR_SVG)),
    "half": ("picture.unreadable", holds(b"\xff\xd8\xff\xe0" + b"nothing of a picture")),
    "5 GB": ("picture.too_heavy", sparse(5 * GB)),
    "empty": ("picture.unreadable", holds(b"")),
    "pipe": ("picture.unreadable", pipe),
    "folder": ("picture.unreadable", Path.mkdir),
    "endless zeros": ("picture.unreadable", leads_to("/dev/zero")),
    "link to itself": ("picture.unreadable", leads_to("a.png")),
}


# ── sealed files ────────────────────────────────────────────────────────────

_AGE = "age-encryption.org/v1\n"
_SCRYPT = "-> scrypt bsoZFIBhnmCKzQoSiDnXyA {}\nVx0EJ0ZSAXzbO6MCiE7dHk8NV3Y9oZVPfRBQVQ6vRkU\n--- {}\n"
_MAC = "5tSgyhXoMDbGzjGcKPTuVGO4qJqnb0lJlZcJ4a1zcWI"

SEALED: dict[str, tuple[str, Maker]] = {
    "endless work": ("sealed.", holds(_AGE.encode() + _SCRYPT.format(62, _MAC).encode() + bytes(64))),
    "much work": ("sealed.", holds(_AGE.encode() + _SCRYPT.format(28, _MAC).encode() + bytes(64))),
    "cut": ("sealed.", holds(_AGE)),
    "long head": ("sealed.", holds(_AGE + "-> X25519 a\n" + "A" * 3_000_000)),
    "many for whom": ("sealed.", holds(_AGE + "-> X25519 a\nYQ\n" * 60_000)),
    "no text": ("sealed.", holds(_AGE.encode() + bytes(range(256)) * 50)),
    "another thing": ("sealed.", holds(b"PK\x03\x04" + bytes(900))),
    "empty": ("sealed.", holds(b"")),
    "5 GB": ("exchange.too_large", sparse(5 * GB, _AGE.encode())),
    "pipe": ("exchange.not_readable|store.foreign", pipe),
    "folder": ("exchange.not_readable|store.foreign", Path.mkdir),
    "endless zeros": ("exchange.not_readable|store.foreign", leads_to("/dev/zero")),
}


# ── what is no dialogue at all ──────────────────────────────────────────────


def zipped(name: str, content: bytes = EICAR_SVG) -> bytes:
    """Return a zip file of one part."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, content)
    return out.getvalue()


PLACES: dict[str, tuple[str, Maker]] = {
    "0 bytes": ("store.foreign", holds(b"")),
    "one byte": ("store.foreign", holds(b"S")),
    "5 GB": ("store.foreign|store.too_large", sparse(5 * GB)),
    "5 GB with our head": (
        "store.",
        sparse(5 * GB, b"SQLite format 3\0\x10\0\1\1\0\x40\x20\x20" + bytes(76)),
    ),
    "folder": ("store.foreign", Path.mkdir),
    "pipe": ("store.foreign", pipe),
    "endless zeros": ("store.foreign", leads_to("/dev/zero")),
    "link to itself": ("store.missing|store.io|store.foreign", leads_to("a.dialoog")),
    "link to nowhere": ("store.missing", leads_to("nergens.dialoog")),
    "nobody may read it": ("store.not_readable|store.foreign", locked_away),
    "drawing": ("store.foreign", holds(EICAR_SVG)),
    "drawing in a zip": ("store.foreign", holds(zipped("project.qde"))),
    "the way out of a zip": ("store.foreign", holds(zipped("../../.bashrc"))),
}
