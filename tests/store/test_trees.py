from __future__ import annotations

import random
from pathlib import Path

import pytest

from facilitator.store import engine, trees
from facilitator.store.session import SessionStore
from tests.store.damage import PAGE, made, pages


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SessionStore:
    return made(tmp_path_factory.mktemp("boom"), gestures=150)


def root_and_rows(path: Path, name: str) -> tuple[int, int]:
    db = engine.connect(path, readonly=True)
    try:
        ((root,),) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [name]).fetchall()
        ((rows,),) = db.execute(f'SELECT count(*) FROM "{name}"').fetchall()
    finally:
        db.close()
    return int(root), int(rows)


def test_of_a_table_that_came_out_no_page_is_left(store: SessionStore) -> None:
    raw, all_pages = store.path.read_bytes(), pages(store.path)
    for name in ("event", "edit", "note", "insight"):
        root, rows = root_and_rows(store.path, name)
        assert trees.came_out(raw, root, rows, 0, ()) == set(all_pages[name])
        assert trees.came_out(raw, root, 0, rows, ()) == set(all_pages[name])
        assert trees.came_out(raw, root, 0, 0, ()) == set()


def test_a_page_of_which_a_row_is_missing_or_odd_is_left(store: SessionStore) -> None:
    raw = store.path.read_bytes()
    root, rows = root_and_rows(store.path, "event")
    everything = set(pages(store.path)["event"])
    for ahead in range(0, rows, rows // 7):
        halves = trees.came_out(raw, root, ahead, rows - ahead - 1, ())
        assert halves < everything
        assert len(everything) - len(halves) <= 2
        for odd in (ahead, ahead - rows):
            sides = (rows, 0) if odd >= 0 else (0, rows)
            read = trees.came_out(raw, root, *sides, (odd,))
            assert len(everything - read) == 1


def test_no_bytes_whatever_bring_it_down(store: SessionStore) -> None:
    chance = random.Random(4)
    whole = store.path.read_bytes()
    for _ in range(300):
        raw = bytearray(whole)
        for _ in range(60):
            raw[chance.randrange(PAGE, len(raw))] = chance.randrange(256)
        root = chance.randrange(2, len(raw) // PAGE + 2)
        assert trees.came_out(raw, root, 10_000, 10_000, (3,)) <= set(range(1, len(raw) // PAGE + 1))
