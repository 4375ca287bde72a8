"""The rescue file: a whole dialogue with its history, whatever can still be read of its own."""

from __future__ import annotations

import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.store import engine, files, log, projection, writer
from facilitator.store.keys import Key, random_key
from facilitator.store.rescue import put_away
from facilitator.store.session import SessionStore
from tests.helpers import vfs
from tests.store.builders import add_note, living


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.05)


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.01)


def dialogue(tmp_path: Path, *, key: Key | None = None) -> Path:
    """Write a dialogue of an earlier evening and return its path."""
    path = tmp_path / "stick" / "a.dialoog"
    with SessionStore.create(path, source="laptop-1", key=key) as store:
        for n in range(3):
            add_note(store, f"vorige keer {n}")
    return path


def opened(tmp_path: Path, *, key: Key | None = None) -> SessionStore:
    return SessionStore.open(
        tmp_path / "stick" / "a.dialoog", source="laptop-1", rescue=tmp_path / "kept" / "rescued", key=key
    )


def kept(store: SessionStore, key: Key | None = None) -> tuple[State, list[str], list[str]]:
    """Wait for the rescue file; return what is in it, the labels of its history and what is wrong with it."""
    until(lambda: store.status.kept)
    path = store.status.kept
    assert path is not None
    db = engine.connect(path, readonly=True, key=key)
    try:
        return State(projection.read(db)), [edit.label for edit in log.edits(db)], files.problems(db)
    finally:
        db.close()


def backup(store: SessionStore, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "kept" / "backups" / store.identity.hex()
    folder.mkdir(parents=True, exist_ok=True)
    store.save_copy(folder / f"{name}.dialoog")


def dead(place: Path) -> Callable[[vfs.Op], int]:
    """Return how a stick answers that was pulled."""
    return lambda op: vfs.IOERR if op[1].startswith(str(place)) else 0


def test_of_a_stick_that_is_gone_the_newest_backup_tells_what_was_before(tmp_path: Path) -> None:
    path = dialogue(tmp_path)
    with vfs.listening() as listener:
        store = opened(tmp_path)
        backup(store, tmp_path, "20260101T100000Z")
        add_note(store, "na de reservekopie")
        store.wait_saved()
        listener.refuse = dead(path.parent)
        add_note(store, "stick eruit")
        state, labels, problems = kept(store)
        assert living(state) == living(store.state)
        assert labels == ["note.added"] * 5
        assert problems == []
        # Undo of an earlier evening reads the log, which is not to be had from the stick.
        for _ in range(3):
            store.undo()
        assert len(store.state.notes) == 2
        store.save_copy(tmp_path / "elders.dialoog")
        listener.refuse = lambda _: 0
        until(lambda: not store.status.pending)
        store.close()
    with SessionStore.open(tmp_path / "elders.dialoog", source="b") as copy:
        assert len(copy.history()) == 8
        assert len(copy.state.notes) == 2


def test_without_any_backup_memory_tells_what_was_before(tmp_path: Path) -> None:
    path = dialogue(tmp_path)
    with vfs.listening() as listener:
        store = opened(tmp_path)
        listener.refuse = dead(path.parent)
        add_note(store, "stick eruit")
        state, labels, problems = kept(store)
        assert living(state) == living(store.state)
        assert labels == ["session.rescued", "note.added"]
        # It says of itself that what came before is missing, and nothing else is wrong with it.
        assert problems == ["check.chain"]
        with store.edit("note.edited") as edit:
            edit.set("note", store.state.notes[0].id, text="later veranderd")
        until(lambda: store.status.kept)
        assert living(kept(store)[0]) == living(store.state)
        listener.refuse = lambda _: 0
        until(lambda: not store.status.pending)
        assert [edit.label for edit in store.history()] == ["note.added"] * 4 + ["note.edited"]
        assert store.check() == []
        store.close()
    assert not list((tmp_path / "kept" / "rescued").glob("*.dialoog"))


def test_a_backup_that_is_too_old_does_not_leave_a_gap(tmp_path: Path) -> None:
    path = dialogue(tmp_path)
    with SessionStore.open(path, source="laptop-1") as store:
        backup(store, tmp_path, "20260101T100000Z")
        add_note(store, "na de reservekopie, op een andere avond")
    with vfs.listening() as listener:
        store = opened(tmp_path)
        listener.refuse = dead(path.parent)
        add_note(store, "stick eruit")
        state, labels, _ = kept(store)
        assert living(state) == living(store.state)
        assert labels == ["note.added"] * 3 + ["session.rescued", "note.added"]
        store.abandon()


def test_a_damaged_backup_is_passed_over(tmp_path: Path) -> None:
    path = dialogue(tmp_path)
    with vfs.listening() as listener:
        store = opened(tmp_path)
        backup(store, tmp_path, "20260101T100000Z")
        folder = tmp_path / "kept" / "backups" / store.identity.hex()
        (folder / "20260102T100000Z.dialoog").write_bytes(b"SQLite format 3\0" + bytes(4096))
        listener.refuse = dead(path.parent)
        add_note(store, "stick eruit")
        assert kept(store)[1] == ["note.added"] * 4
        store.abandon()


def test_what_an_earlier_evening_left_there_is_not_touched(tmp_path: Path) -> None:
    path = dialogue(tmp_path)
    store = opened(tmp_path)
    earlier = tmp_path / "kept" / "rescued" / f"{store.identity.hex()}.dialoog"
    earlier.parent.mkdir(parents=True)
    with SessionStore.create(earlier, source="laptop-1", identity=store.identity) as other:
        add_note(other, "nooit samengevoegd")
    before = earlier.read_bytes()
    path.rename(path.with_name("weg"))
    add_note(store, "vanavond")
    kept(store)
    assert store.status.kept == earlier.with_name(f"{store.identity.hex()}-2.dialoog")
    store.abandon()
    assert earlier.read_bytes() == before


def test_it_goes_on_in_the_file_it_left_itself(tmp_path: Path) -> None:
    path = dialogue(tmp_path)
    away = path.with_name("weg")
    store = opened(tmp_path)
    path.rename(away)
    add_note(store, "een")
    kept(store)
    first = store.status.kept
    store.abandon()
    away.rename(path)
    again = opened(tmp_path)
    assert first is not None
    again.merge(first)
    path.rename(away)
    add_note(again, "twee")
    assert kept(again)[1] == ["note.added"] * 5
    assert again.status.kept == first
    again.abandon()


@pytest.mark.skipif(sys.platform == "win32", reason="who may read a folder is told otherwise there")
def test_only_the_owner_may_read_what_is_kept(tmp_path: Path) -> None:
    path = dialogue(tmp_path)
    store = opened(tmp_path)
    path.rename(path.with_name("weg"))
    add_note(store, "een")
    until(lambda: store.status.kept)
    found = store.status.kept
    store.abandon()
    assert found is not None
    assert stat.S_IMODE(found.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in list(found.parents)[:2]] == [0o700, 0o700]


def test_what_is_encrypted_is_kept_with_the_same_key(tmp_path: Path) -> None:
    key = random_key()
    path = dialogue(tmp_path, key=key)
    store = opened(tmp_path, key=key)
    path.rename(path.with_name("weg"))
    add_note(store, "heel geheim")
    state, labels, problems = kept(store, key)
    assert (len(state.notes), len(labels), problems) == (4, 4, [])
    found = store.status.kept
    store.abandon()
    assert found is not None
    assert found.read_bytes()[:16] == key.salt
    assert b"geheim" not in found.read_bytes()


def test_without_a_folder_nothing_is_kept_and_nothing_said(tmp_path: Path) -> None:
    path = dialogue(tmp_path)
    store = SessionStore.open(path, source="laptop-1")
    path.rename(path.with_name("weg"))
    add_note(store, "een")
    with pytest.raises(UserError, match=r"store\.moved"):
        store.wait_saved()
    assert store.status.kept is None
    store.abandon()


def test_two_put_away_in_one_second_both_stay(tmp_path: Path) -> None:
    places: list[Path | None] = []
    for text in ("een", "twee"):
        path = tmp_path / "rescued" / "x.dialoog"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        places.append(put_away(path, tmp_path / "backups" / "x"))
    assert [place.read_text() for place in places if place] == ["een", "twee"]


def test_what_cannot_be_put_away_stays(tmp_path: Path) -> None:
    path = tmp_path / "rescued" / "x.dialoog"
    path.parent.mkdir()
    path.write_text("een")
    (tmp_path / "backups").write_text("een bestand, geen map")
    assert put_away(path, tmp_path / "backups" / "x") is None
    assert path.read_text() == "een"
