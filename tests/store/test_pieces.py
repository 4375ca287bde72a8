"""Every page that can be read is read, and nothing more than that."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facilitator.store import pieces
from facilitator.store.keys import Key, random_key
from facilitator.store.pieces import gather
from facilitator.store.session import SessionStore
from tests.store.damage import PAGE, made, pages, without


@pytest.fixture(scope="module", params=[False, True], ids=["open", "encrypted"])
def key(request: pytest.FixtureRequest) -> Key | None:
    return random_key() if request.param else None


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, key: Key | None) -> SessionStore:
    return made(tmp_path_factory.mktemp("heel"), key, gestures=60)


def scratch(folder: Path) -> Path:
    place = folder / "scratch"
    place.mkdir()
    return place


def test_of_a_whole_file_every_row_edit_and_event_is_found(store: SessionStore, tmp_path: Path) -> None:
    found = gather(store.path, scratch(tmp_path), store.key)
    with SessionStore.open(store.path, source="x", readonly=True, key=store.key) as again:
        log = again.log_rows()
    assert {row for rows in found.edits.values() for row in rows} == set(log.edits)
    assert {row for rows in found.events.values() for row in rows} == set(log.events)
    assert set(found.rows) == {(name, id) for name, rows in store.state.tables.items() for id in rows}
    assert found.named == {(event[4], event[0], event[1]) for event in log.events}
    assert (found.identity, found.whole) == (store.identity, True)


def test_without_the_first_page_the_same_is_found_page_by_page(store: SessionStore, tmp_path: Path) -> None:
    whole = gather(store.path, scratch(tmp_path), store.key)
    (tmp_path / "b").mkdir()
    damaged = without(store.path, [1], tmp_path / "b" / "stuk.dialoog")
    found = gather(damaged, scratch(tmp_path / "b"), store.key)
    assert (found.edits, found.events, found.named) == (whole.edits, whole.events, whole.named)
    assert set(whole.rows) <= set(found.rows)


def test_of_a_file_cut_off_the_pages_that_are_there_are_found(store: SessionStore, tmp_path: Path) -> None:
    raw = store.path.read_bytes()
    cut = tmp_path / "kort.dialoog"
    cut.write_bytes(raw[: len(raw) * 3 // 4 + 123])
    found = gather(cut, scratch(tmp_path), store.key)
    assert found.rows
    assert cut.read_bytes() == raw[: len(raw) * 3 // 4 + 123]


@pytest.mark.parametrize("name", [b"t\xb5xt", b't"xt'])
def test_a_column_whose_name_was_damaged_is_left_alone(tmp_path: Path, name: bytes) -> None:
    path = made(tmp_path, None).path
    with SessionStore.open(path, source="x", readonly=True) as store:
        edits = {edit.stamp for edit in store.history()}
    raw = path.read_bytes()
    assert raw.count(b" text TEXT") >= 1
    quoted = b" text TEXT", (b" " + name + b" TEXT")
    path.write_bytes(raw.replace(*quoted, 1))
    found = gather(path, scratch(tmp_path))
    assert {stamp for _, stamp in found.edits} == edits


def test_a_page_that_leads_to_itself_ends(tmp_path: Path) -> None:
    store = made(tmp_path, gestures=150)
    inner = next(
        page for page in pages(store.path)["event"] if store.path.read_bytes()[(page - 1) * PAGE] == 2
    )
    raw = bytearray(store.path.read_bytes())
    start = (inner - 1) * PAGE
    for n in range(int.from_bytes(raw[start + 3 : start + 5], "big")):
        at = start + 12 + 2 * n
        cell = start + int.from_bytes(raw[at : at + 2], "big")
        raw[cell : cell + 4] = inner.to_bytes(4, "big")
    raw[start + 8 : start + 12] = inner.to_bytes(4, "big")
    knot = tmp_path / "knoop.dialoog"
    knot.write_bytes(raw)
    begun = time.monotonic()
    found = gather(knot, scratch(tmp_path))
    assert time.monotonic() - begun < 10
    assert found.rows
    assert found.events, "leaves are read by themselves"


def test_when_time_is_over_what_was_found_is_given(
    store: SessionStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "SECONDS", -60.0)
    monkeypatch.setattr(pieces, "_unread", lambda raw, *_: list(range(2, len(raw) // PAGE + 1)))
    monkeypatch.setattr(pieces, "_read_page", lambda *_: pytest.fail("a page was looked at by itself"))
    found = gather(store.path, scratch(tmp_path), store.key)
    assert not found.whole


def test_a_row_of_one_table_is_not_taken_for_one_of_another(tmp_path: Path) -> None:
    """An insight and an action have as many columns."""
    store = made(tmp_path, gestures=100)
    damaged = without(store.path, [1], tmp_path / "stuk.dialoog")
    found = gather(damaged, scratch(tmp_path))
    assert {name for name, _ in found.rows} == {name for name, rows in store.state.tables.items() if rows}
