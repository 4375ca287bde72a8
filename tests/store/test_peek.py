"""A quick look at a file: right, and without a trace."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.store import engine
from facilitator.store.keys import random_key
from facilitator.store.peek import peek
from facilitator.store.session import SessionStore
from tests.store.builders import cut_off


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "een avond.dialoog"
    with SessionStore.create(found, source="s") as store:
        with store.edit("start", undoable=False) as edit:
            edit.create(
                e.Dialogue(title="Zorg", question="Wat blijft?", step="a", furthest="b", method_data="{}")
            )
            edit.create(e.Meeting(id="m1", venue="Kerk", date="2026-05-01", seq=1))
            edit.create(e.Meeting(id="m2", venue="", date="2026-06-01", seq=2))
            edit.create(e.Meeting(id="m3", venue="Kroeg", date="2026-01-01", seq=3))
            for n in range(5):
                edit.create(e.Note(id=f"n{n}", text="x" * 2000))
        with store.edit("weg") as edit:
            edit.delete("note", "n0")
            edit.delete("meeting", "m3")
    return found


def test_a_look_finds_what_a_card_shows(path: Path) -> None:
    found = peek(path)
    assert (found.title, found.question, found.notes) == ("Zorg", "Wat blijft?", 4)
    assert (found.place, found.date) == ("Kerk", "2026-06-01")
    assert (found.language, found.step, found.furthest, found.method_data) == ("nl", "a", "b", "{}")
    assert not found.interrupted


def test_an_empty_dialogue_is_empty_not_wrong(tmp_path: Path) -> None:
    empty = tmp_path / "leeg.dialoog"
    SessionStore.create(empty, source="s").close()
    found = peek(empty)
    assert (found.title, found.notes, found.date) == ("", 0, "")


def test_a_look_leaves_no_trace(path: Path) -> None:
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    peek(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


def test_a_file_cut_off_while_writing_is_not_called_damaged(path: Path, tmp_path: Path) -> None:
    copy = cut_off(path, tmp_path / "stick" / "half.dialoog")
    before = copy.read_bytes()

    found = peek(copy)

    assert found.interrupted
    assert copy.read_bytes() == before
    with SessionStore.open(copy, source="s") as store:
        assert [note.seq for note in store.state.notes] == [0] * 4
    assert peek(copy).title == "Zorg"


def test_somebody_writing_right_now_is_waited_for_only_shortly(path: Path) -> None:
    db = engine.connect(path)
    try:
        db.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        assert peek(path).interrupted
        assert time.monotonic() - begun < 3
        db.execute("ROLLBACK")
    finally:
        db.close()
    assert peek(path).title == "Zorg"


def test_what_is_no_dialogue_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "brief.dialoog"
    other.write_text("geen database")
    for place, code in (
        (other, "store.foreign"),
        (tmp_path / "weg", "store.missing"),
        (tmp_path, "store.foreign"),
    ):
        with pytest.raises(UserError) as caught:
            peek(place)
        assert caught.value.code == code


def test_a_newer_file_is_told_apart(path: Path) -> None:
    db = engine.connect(path)
    db.execute("PRAGMA user_version=99").fetchall()
    db.close()
    with pytest.raises(UserError) as caught:
        peek(path)
    assert (caught.value.code, caught.value.details["version"]) == ("store.newer", 99)


def test_looking_at_a_dialogue_that_is_open_does_not_drop_its_locks(path: Path) -> None:
    db = engine.connect(path)
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE note SET seq = 3")
        peek(path)
        answer = subprocess.run(
            [sys.executable, "-c", _TRY_TO_WRITE, str(path)], capture_output=True, text=True, check=False
        )
        assert answer.stdout.strip() == "locked"
        db.execute("ROLLBACK")
    finally:
        db.close()


_TRY_TO_WRITE = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    conn.execute("BEGIN IMMEDIATE")
    print("free")
except sqlite3.OperationalError:
    print("locked")
"""


def test_an_encrypted_dialogue_is_told_from_a_stranger(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "op-slot.dialoog", source="s", key=random_key()) as store:
        path = store.path
    with pytest.raises(UserError) as refused:
        peek(path)
    assert refused.value.code == "store.locked"
    stranger = tmp_path / "brief.dialoog"
    stranger.write_bytes(b"geen dialoog " * 900)
    with pytest.raises(UserError) as refused:
        peek(stranger)
    assert refused.value.code == "store.foreign"


def test_a_look_at_an_encrypted_dialogue_that_is_open_leaves_its_locks_alone(tmp_path: Path) -> None:
    """Positive control of the rule: to read its bytes here would let a second program write in between."""
    key = random_key()
    with SessionStore.create(tmp_path / "op-slot.dialoog", source="s", key=key) as store:
        db = engine.connect(store.path, key=key)
        db.execute("BEGIN IMMEDIATE")
        assert peek(store.path).interrupted
        other = "import sys; from pathlib import Path; from facilitator.store import engine; " + (
            "from facilitator.store.keys import Key; k = [bytes.fromhex(x) for x in sys.argv[2:]]; "
            "db = engine.connect(Path(sys.argv[1]), key=Key(*k)); "
            "db.execute('PRAGMA busy_timeout=50').fetchall(); db.execute('BEGIN IMMEDIATE')"
        )
        command = [sys.executable, "-c", other, str(store.path), key.raw.hex(), key.salt.hex()]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        db.close()
        assert "database is locked" in done.stderr
