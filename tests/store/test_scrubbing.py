"""After an erasure no byte of the file shows the words, wherever the engine had moved them."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from facilitator.store import engine, guard, scrubbing
from facilitator.store.erasing import erase_like
from facilitator.store.session import SessionStore
from tests.store.builders import add_note
from tests.store.damage import PAGE

LEAVES = (10, 13)
"""Kinds of pages with rows."""


def leave_behind(path: Path, word: str) -> None:
    """Put a word between the rows of a page, as the engine leaves some of a page that it splits."""
    raw = bytearray(path.read_bytes())
    for start in range(PAGE, len(raw), PAGE):
        kind, cells, begins = raw[start], *struct.unpack_from(">xxxHH", raw, start)
        gap = start + 8 + 2 * cells
        if kind in LEAVES and begins - (gap - start) > len(word) + 40:
            raw[gap + 20 : gap + 20 + len(word)] = word.encode()
            path.write_bytes(raw)
            return
    raise AssertionError("there is no room between any rows")


@pytest.mark.parametrize("whole", [True, False])
def test_no_byte_shows_erased_words_here_nor_where_the_erasure_arrives(tmp_path: Path, whole: bool) -> None:
    word = "mevrouw-Jansen-uit-Losser"
    one, two = tmp_path / "een.dialoog", tmp_path / "twee.dialoog"
    with SessionStore.create(one, source="een") as store:
        id = add_note(store, word)
        for n in range(30):
            add_note(store, f"noot {n}")
        store.save_copy(two)
    for path in (one, two):
        leave_behind(path, word)
    with SessionStore.open(one, source="een") as store:
        store.erase([("note", id)] if whole else [], {} if whole else {("note", id, "text"): "[naam]"})
    with SessionStore.open(two, source="twee") as store:
        store.merge(one)
        assert store.check() == []
    for path in (one, two):
        assert word.encode() not in path.read_bytes()
        db = engine.connect(path, readonly=True)
        assert not scrubbing.is_pending(db)
        db.close()


def test_a_backup_made_before_the_file_was_written_anew_is_written_anew_too(tmp_path: Path) -> None:
    word = "mevrouw-Jansen-uit-Losser"
    path = tmp_path / "een.dialoog"
    with SessionStore.create(path, source="een") as store:
        id = add_note(store, word)
        store.erase([("note", id)])
        store.wait_saved()
        known = store.erasures()
    backup = tmp_path / "kopie.dialoog"
    backup.write_bytes(path.read_bytes())
    leave_behind(backup, word)
    assert not erase_like(backup, known)
    db = engine.connect(backup)
    scrubbing.mark(db)
    db.close()
    assert erase_like(backup, known)
    assert word.encode() not in backup.read_bytes()


def test_what_a_disk_refused_is_done_by_who_opens_it_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.dialoog"
    with monkeypatch.context() as refusing, SessionStore.create(path, source="een") as store:
        refusing.setattr(scrubbing, "scrub", lambda _db: None)
        id = add_note(store, "geheim")
        store.erase([("note", id)])
        store.wait_saved()
    db = engine.connect(path, readonly=True)
    assert scrubbing.is_pending(db)
    assert guard.check_version(db, path) == scrubbing.version(db)
    db.close()
    with SessionStore.open(path, source="een", readonly=True) as store:
        assert store.check() == []
    SessionStore.open(path, source="een").close()
    db = engine.connect(path, readonly=True)
    assert not scrubbing.is_pending(db)
    db.close()


def test_a_full_disk_leaves_the_erasure_and_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    with SessionStore.create(path, source="een") as store:
        kept = add_note(store, "blijft")
        store.erase([("note", add_note(store, "weg"))])
        store.wait_saved()
    db = engine.connect(path)
    with db.atomic():
        scrubbing.mark(db)
        # Inside a transaction nothing can be written anew: it stays to be done.
        scrubbing.scrub(db)
    assert scrubbing.is_pending(db)
    db.execute("PRAGMA query_only=1").fetchall()
    scrubbing.scrub(db)
    assert scrubbing.is_pending(db)
    db.close()
    with SessionStore.open(path, source="een") as store:
        assert [note.id for note in store.state.notes] == [kept]
        assert store.check() == []
