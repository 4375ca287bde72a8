"""Dialogue files, exports and tables that are broken in every way one meets."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from facilitator.store import engine
from tests.helpers.window import make_file


def _flipped(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    chance = random.Random(7)
    for _ in range(400):
        raw[chance.randrange(4096, len(raw))] ^= 0xFF
    path.write_bytes(raw)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _newer(path: Path) -> None:
    db = engine.connect(path)
    db.execute("PRAGMA user_version=999")
    db.close()


def _other_sqlite(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE address(name)")
        db.commit()


def _folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def _pipe(path: Path) -> None:
    """Put there what would be read for ever."""
    path.unlink()
    os.mkfifo(path)


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


BROKEN: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "flipped": ("a.dialoog", _flipped, "store.damaged"),
    "cut": ("a.dialoog", _cut, "store.damaged"),
    "pdf": ("a.dialoog", _bytes(b"%PDF-1.7\n" + b"x" * 500), "store.foreign"),
    "sqlite": ("a.dialoog", _other_sqlite, "store.foreign"),
    "empty": ("a.dialoog", _bytes(b""), "store.foreign"),
    "text": ("a.dialoog", _bytes(b"Beste mensen,\n" * 50), "store.foreign"),
    "newer": ("a.dialoog", _newer, "store.newer"),
    "missing": ("a.dialoog", Path.unlink, "store.missing"),
    "folder": ("a.dialoog", _folder, "store.foreign"),
    "bare folder": ("map", _folder, "store.foreign"),
    "other kind": ("a.pdf", _bytes(b"%PDF-1.7"), "ui.unsupported_file"),
    "long name": ("x" * 300 + ".dialoog", lambda path: None, "store.missing"),
    "bad json": ("a.json", _bytes(b'{"format": "facilitator-dialogue",\n "dia'), "exchange.not_json"),
    "foreign json": ("a.json", _bytes(b'{"naam": "iets anders"}'), "exchange.not_dialogue"),
    "binary json": ("a.json", _bytes(bytes(range(256)) * 4), "exchange.not_text"),
    "folder json": ("a.json", _folder, "store.foreign"),
    "missing json": ("a.json", Path.unlink, "exchange.missing"),
    "long json": ("x" * 300 + ".json", lambda path: None, "exchange.missing"),
    "binary csv": ("a.csv", _bytes(b"\x89PNG\x00\x01\x02" * 40), "exchange.csv_binary"),
    "empty csv": ("a.csv", _bytes(b""), "exchange.csv_empty"),
    "ragged csv": ("a.csv", _bytes(b"nr;antwoord\n1;goed\n2;te;veel;cellen\n"), "exchange.csv_ragged"),
    "folder csv": ("a.csv", _folder, "store.foreign"),
    "pipe": ("a.json", _pipe, "store.foreign"),
    "missing csv": ("a.csv", Path.unlink, "exchange.missing"),
}


def make_broken(folder: Path, case: str) -> Path:
    """Return a file that is broken as ``case`` says, beside nothing else."""
    name, spoil, _ = BROKEN[case]
    place = folder / "stick"
    place.mkdir()
    if len(name) > 255:
        return place / name
    path = place / name
    if name.endswith(".dialoog"):
        made = make_file(folder, "heel", notes=30)
        shutil.move(made, path)
    elif name != "map":
        path.touch()
    spoil(path)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"folder"
        for path in sorted(folder.rglob("*"))
        if not path.name.endswith(".lock")
    }
