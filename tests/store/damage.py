"""Files damaged in one place or another, of dialogues whose words are known."""

from __future__ import annotations

import random
from pathlib import Path

from facilitator.store import engine
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore
from tests.store.builders import living, random_edit

PAGE = 4096


def made(folder: Path, key: Key | None = None, gestures: int = 80, seed: int = 6) -> SessionStore:
    """Make a dialogue with a history of all kinds of edits, closed again."""
    with SessionStore.create(folder / "zorg.dialoog", source="laptop-a", key=key) as store:
        rnd = random.Random(seed)
        for n in range(gestures):
            random_edit(store, rnd, n)
    return store


def texts(store: SessionStore) -> set[str]:
    """Return every text that was ever said in it, however it was reworded later."""
    said = {note.text for note in store.state.tables["note"].values()}  # pyright: ignore[reportAttributeAccessIssue]
    for event in store.log_rows().events:
        if event[5] in ("text", "title") and event[6]:
            said.add(event[6].strip('"'))
    return said


def pages(path: Path, key: Key | None = None) -> dict[str, list[int]]:
    """Return for every table and index the numbers of its pages, from 1; ``header`` is page 1."""
    db = engine.connect(path, key=key, readonly=True)
    found: dict[str, list[int]] = {"header": [1]}
    count = path.stat().st_size // PAGE
    roots = db.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0").fetchall()
    db.close()
    if not path.read_bytes().startswith(b"SQLite format 3"):
        return {**found, **{str(name): [int(root)] for name, root in roots}}
    raw = path.read_bytes()
    for name, root in roots:
        found[str(name)] = _tree(raw, int(root), count)
    return found


def _tree(raw: bytes, page: int, count: int) -> list[int]:
    """Follow a b-tree down from a page (SQLite file format, section 1.6)."""
    start = (page - 1) * PAGE
    if page > count or raw[start] not in (2, 5):
        return [page]
    cells = int.from_bytes(raw[start + 3 : start + 5], "big")
    found = [page]
    for n in range(cells):
        at = start + 12 + 2 * n
        cell = start + int.from_bytes(raw[at : at + 2], "big")
        found += _tree(raw, int.from_bytes(raw[cell : cell + 4], "big"), count)
    return found + _tree(raw, int.from_bytes(raw[start + 8 : start + 12], "big"), count)


def without(path: Path, wanted: list[int], out: Path) -> Path:
    """Copy a file with these pages full of zeros."""
    raw = bytearray(path.read_bytes())
    for page in wanted:
        raw[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    out.write_bytes(raw)
    return out


__all__ = ["PAGE", "living", "made", "pages", "texts", "without"]
