"""Dialogue files that mean harm, one for each way we know, made from an honest one."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

Maker = Callable[[Path], object]


def _sql(*statements: str) -> Maker:
    def make(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            for statement in statements:
                db.execute(statement)

    return make


def _rows(sql: str, *values: object) -> Maker:
    """Change rows as somebody would who knows the schema: its triggers stay as they were."""

    def make(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            kept = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for name, _ in kept:
                db.execute(f'DROP TRIGGER "{name}"')
            db.execute(sql, values)
            for _, text in kept:
                db.execute(text)

    return make


def _event(field: str, value: str) -> Maker:
    return _rows(
        f"UPDATE event SET value = ?, proof = NULL WHERE entity = 'note' AND field = '{field}'", value
    )


def _bytes(change: Callable[[bytearray], object]) -> Maker:
    def make(path: Path) -> None:
        raw = bytearray(path.read_bytes())
        change(raw)
        path.write_bytes(raw)

    return make


def _loop(raw: bytearray) -> None:
    """Let every inner page name itself as its own child."""
    size = 4096
    for page in range(1, len(raw) // size):
        at = page * size
        if raw[at] in (2, 5):
            raw[at + 8 : at + 12] = struct.pack(">I", page + 1)
        elif raw[at] in (10, 13):
            raw[at] = 5 if raw[at] == 13 else 2
            raw[at + 8 : at + 12] = struct.pack(">I", page + 1)


def _cut(raw: bytearray) -> None:
    del raw[len(raw) // 2 :]


def _other_text(raw: bytearray) -> None:
    at = 0
    while (at := raw.find(b"eerlijk", at)) >= 0:
        raw[at : at + 7] = b"oneerl."


def _endless_view(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DROP TABLE note")
        db.execute(
            "CREATE VIEW note AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r)"
            " SELECT i AS id, 1 AS alive, 'x' AS text FROM r"
        )


def _view_of_schema(path: Path) -> None:
    """Put a view where the very first question goes: the dialogue a card on the start page shows."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DROP TABLE dialogue")
        db.execute(
            "CREATE VIEW dialogue AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r)"
            " SELECT max(i) AS title, '' AS question, 'nl' AS language, '' AS step, '' AS furthest,"
            " '' AS method_data, 1 AS alive FROM r"
        )


def _virtual(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = 1")
        db.execute(
            "INSERT INTO sqlite_schema VALUES ('table', 'woorden', 'woorden', 0,"
            " 'CREATE VIRTUAL TABLE woorden USING fts5(x)')"
        )


BIG = "y" * 30_000_000
DEEP = "[" * 100_000 + "]" * 100_000

FILES: dict[str, tuple[str, Maker]] = {
    "trigger": (
        "store.foreign",
        _sql(
            "CREATE TRIGGER t AFTER INSERT ON note BEGIN UPDATE note SET text = 'gemanipuleerd'"
            " WHERE id = new.id; END"
        ),
    ),
    "trigger under a name of ours": (
        "store.foreign",
        _sql(
            "DROP TRIGGER edit_is_kept",
            "CREATE TRIGGER edit_is_kept BEFORE DELETE ON edit BEGIN DELETE FROM note; END",
        ),
    ),
    "trigger that calls the program": (
        "store.foreign",
        _sql("CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT app_fn('/etc/passwd'); END"),
    ),
    "endless view": ("store.foreign", _endless_view),
    "endless view for a card": ("store.foreign", _view_of_schema),
    "virtual table": ("store.foreign", _virtual),
    "generated column": (
        "store.foreign",
        _sql("ALTER TABLE note ADD COLUMN g TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL"),
    ),
    "expression index": ("store.foreign", _sql("CREATE INDEX i ON note(hex(zeroblob(1000)))")),
    "table more": ("store.foreign", _sql("CREATE TABLE meer(x)")),
    "30 MB text": (
        "store.too_large",
        _rows("UPDATE note SET text = ? WHERE id = (SELECT min(id) FROM note)", BIG),
    ),
    "30 MB event": (
        "store.too_large",
        _rows("UPDATE event SET value = ? WHERE hlc = (SELECT max(hlc) FROM event)", BIG),
    ),
    "long text": ("data.bad_value", _event("text", f'"{"y" * 10_001}"')),
    "huge number": ("data.bad_value", _event("seq", "9" * 5_000)),
    "number beyond all": ("data.bad_value", _event("seq", "1" + "0" * 12)),
    "deep value": ("data.bad_value", _event("text", DEEP)),
    "no JSON": ("data.bad_value", _event("text", "{")),
    "surrogate": ("data.bad_value", _event("text", r'"voor \ud83d na"')),
    "bidi": ("data.bad_value", _event("text", '"einde \u202egnp.exe"')),
    "control": ("data.bad_value", _event("text", r'"bel\u0007"')),
    "kind nobody knows": (
        "data.bad_value",
        _rows(
            "UPDATE event SET field = 'kind', value = ?, proof = NULL"
            " WHERE field = 'seq' AND entity = 'note'",
            '"spam"',
        ),
    ),
    "field nobody knows": ("data.unknown_field", _rows("UPDATE event SET field = 'x' WHERE field = 'text'")),
    "id with a control": ("data.bad_value", _rows("UPDATE event SET id = 'a' || char(10)")),
    "label of a book": ("data.bad_value", _rows("UPDATE edit SET label = ?", "x" * 5_000)),
    "stamp beyond all": ("data.bad_value", _rows("UPDATE edit SET undoes = 9223372036854775807")),
    "text that is none": ("store.damaged", _rows("UPDATE note SET text = CAST(x'ff41fe' AS TEXT)")),
    "text changed in the table": ("store.damaged", _rows("UPDATE note SET text = 'anders'")),
    "text changed everywhere": ("store.damaged", _bytes(_other_text)),
    "event changed": ("store.damaged", _rows("UPDATE event SET proof = zeroblob(24) WHERE field = 'text'")),
    "edit changed": ("store.damaged", _rows("UPDATE edit SET chain = zeroblob(16)")),
    "wrong magic": ("store.foreign", _bytes(lambda raw: raw.__setitem__(slice(0, 6), b"SQLate"))),
    "cut": ("store.damaged", _bytes(_cut)),
    "pages in a loop": ("store.damaged", _bytes(_loop)),
    "page size of nothing": ("store.foreign", _bytes(lambda raw: raw.__setitem__(slice(16, 18), b"\0\0"))),
    "newer": ("store.newer", _sql("PRAGMA user_version = 99")),
    "another program's": ("store.foreign", _sql("PRAGMA application_id = 1")),
    "not there": ("store.missing", Path.unlink),
    "pipe": ("store.foreign", lambda path: (path.unlink(), os.mkfifo(path))),
    "folder": ("store.foreign", lambda path: (path.unlink(), path.mkdir())),
}
"""name -> code it is refused with, what to do to an honest file"""


def foreign_wal(path: Path) -> Path:
    """Lay the write-ahead log of another database beside ``path``, one that empties its tables."""
    other = path.with_name("ander.db")
    other.write_bytes(path.read_bytes())
    wal = path.with_name(path.name + "-wal")
    with closing(sqlite3.connect(other, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute("DELETE FROM note")
        wal.write_bytes(other.with_name(other.name + "-wal").read_bytes())
    other.unlink()
    return wal


def foreign_journal(path: Path, victim: Path) -> Path:
    """Lay a journal beside ``path`` that would overwrite its second page and have ``victim`` deleted."""
    page = 4096
    name = os.fsencode(victim)
    header = bytes.fromhex("d9d505f920a163d7") + struct.pack(
        ">IIIII", 1, 7, path.stat().st_size // page, 512, page
    )
    content = b"\0" * page
    checksum = (7 + sum(content[at] for at in range(page - 200, 0, -200))) & 0xFFFFFFFF
    body = header.ljust(512, b"\0") + struct.pack(">I", 2) + content + struct.pack(">I", checksum)
    total = sum(struct.unpack(f"{len(name)}b", name)) & 0xFFFFFFFF
    tail = struct.pack(">I", 0x40000000 // page + 1) + name + struct.pack(">II", len(name), total)
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(body + tail + bytes.fromhex("d9d505f920a163d7"))
    return journal
