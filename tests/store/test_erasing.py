"""Erasing in backups and rescued files: nothing of the words is left in any byte."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import engine, erasing
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, ticking

WORDS = "Geertruida Zwaantjes"


def _new(path: Path, key: Key | None = None) -> SessionStore:
    return SessionStore.create(path, source="laptop-a", now=ticking(), key=key)


def _back_up(store: SessionStore, path: Path) -> Path:
    store.wait_saved()
    path.parent.mkdir(parents=True, exist_ok=True)
    store._writer.call(lambda db: engine.copy_into(db, path, store.key))  # pyright: ignore[reportPrivateUsage]
    return path


def _holds(path: Path, words: str = WORDS) -> bool:
    return words.encode() in path.read_bytes()


@pytest.mark.parametrize("encrypted", [False, True])
def test_a_note_is_gone_from_every_byte_of_a_backup_and_the_rest_stays(
    tmp_path: Path, encrypted: bool
) -> None:
    key = random_key() if encrypted else None
    with _new(tmp_path / "a.dialoog", key) as store:
        gone = add_note(store, f"{WORDS} woont alleen. " * 280)
        kept = add_note(store, "de bus rijdt niet op zondag")
        backup = _back_up(store, tmp_path / "b" / "1.dialoog")
        assert encrypted or _holds(backup)
        store.erase([("note", gone)])
        store.wait_saved()
        assert erasing.erase_like(backup, store.erasures(), key)
        assert not _holds(backup)
        with SessionStore.open(backup, source="x", key=key, readonly=True) as other:
            assert [note.id for note in other.state.notes] == [kept]
            assert other.check() == []
            assert all(WORDS not in str(row) for row in other.log_rows().events)
        assert not erasing.erase_like(backup, store.erasures(), key)
        assert backup.stat().st_mode & 0o777 == 0o600 or os.name != "posix"
        assert list(backup.parent.iterdir()) == [backup]


def test_a_replaced_word_stands_in_the_backup_as_in_the_dialogue(tmp_path: Path) -> None:
    with _new(tmp_path / "a.dialoog") as store:
        id = add_note(store, f"{WORDS} woont alleen")
        backup = _back_up(store, tmp_path / "1.dialoog")
        store.erase(fields={("note", id, "text"): "[naam] woont alleen"})
        store.wait_saved()
        assert erasing.erase_like(backup, store.erasures())
        with SessionStore.open(backup, source="x", readonly=True) as other:
            assert other.state.notes[0].text == "[naam] woont alleen"
            assert other.check() == []
    assert not _holds(backup)


def test_what_came_after_the_backup_is_not_brought_into_it(tmp_path: Path) -> None:
    with _new(tmp_path / "a.dialoog") as store:
        add_note(store, "eerst")
        backup = _back_up(store, tmp_path / "1.dialoog")
        late = add_note(store, WORDS)
        store.erase([("note", late)])
        store.wait_saved()
        before = backup.read_bytes()
        assert not erasing.erase_like(backup, store.erasures())
        assert backup.read_bytes() == before


def test_a_cleaned_backup_merges_both_ways_without_bringing_the_words_back(tmp_path: Path) -> None:
    with _new(tmp_path / "a.dialoog") as store:
        gone = add_note(store, WORDS)
        changed = add_note(store, f"{WORDS} belde")
        backup = _back_up(store, tmp_path / "1.dialoog")
        store.erase([("note", gone)], {("note", changed, "text"): "[naam] belde"})
        with store.edit("note.edited") as edit:
            edit.set("note", changed, text="[naam] belde vaak")
        store.wait_saved()
        erasing.erase_like(backup, store.erasures())
        with SessionStore.open(backup, source="b", now=ticking(9_000_000_000_000_000)) as other:
            add_note(other, "uit de reservekopie verder")
        store.merge(backup)
        assert sorted(note.text for note in store.state.notes) == [
            "[naam] belde vaak",
            "uit de reservekopie verder",
        ]
        assert store.check() == []
        with SessionStore.open(backup, source="b", now=ticking(9_100_000_000_000_000)) as other:
            other.merge(store.path)
            assert other.check() == []
            assert sorted(note.text for note in other.state.notes)[0] == "[naam] belde vaak"
    assert not _holds(backup)
    assert not _holds(tmp_path / "a.dialoog")


def test_a_backup_of_an_older_version_is_brought_up_and_cleaned(tmp_path: Path, root: Path) -> None:
    old = next((root / "tests" / "data" / "sessions").glob("*2*.dialoog"))
    live, backup = tmp_path / "live.dialoog", tmp_path / "1.dialoog"
    shutil.copy(old, live)
    shutil.copy(old, backup)
    with SessionStore.open(live, source="laptop-b") as store:
        note = store.state.notes[0]
        assert _holds(backup, note.text)
        store.erase([("note", note.id)])
        store.wait_saved()
        assert erasing.erase_like(backup, store.erasures())
        assert not _holds(backup, note.text)
        with SessionStore.open(backup, source="x", readonly=True) as other:
            assert other.check() == []
            assert other.identity == store.identity


def test_a_sweep_cleans_what_it_can_and_names_what_it_cannot(tmp_path: Path) -> None:
    with _new(tmp_path / "a.dialoog") as store:
        id = add_note(store, WORDS)
        folder = tmp_path / "backups" / store.identity.hex()
        good = _back_up(store, folder / "20260101T000000Z.dialoog")
        bad = _back_up(store, folder / "20260102T000000Z.dialoog")
        rescued = _back_up(store, tmp_path / "rescued" / f"{store.identity.hex()}.dialoog")
        _back_up(store, tmp_path / "backups" / ("0" * 32) / "20260101T000000Z.dialoog")
        bad.write_bytes(bad.read_bytes()[:5000])
        damaged = bad.read_bytes()
        store.erase([("note", id)])
        store.wait_saved()
        found = erasing.files_of(
            store.identity, [tmp_path / "backups", tmp_path / "none"], tmp_path / "rescued"
        )
        assert found == [good, bad, rescued]
        swept = erasing.sweep(store.erasures(), None, found)
        assert swept.looked == 3
        assert swept.cleaned == (good, rescued)
        assert [path for path, _ in swept.failed] == [bad]
        assert bad.read_bytes() == damaged
        assert erasing.sweep(store.erasures(), None, found).cleaned == ()


def test_an_encrypted_backup_of_another_key_is_left_alone(tmp_path: Path) -> None:
    with _new(tmp_path / "a.dialoog", random_key()) as store:
        id = add_note(store, WORDS)
        backup = _back_up(store, tmp_path / "1.dialoog")
        store.erase([("note", id)])
        store.wait_saved()
        with pytest.raises(UserError) as wrong:
            erasing.erase_like(backup, store.erasures(), random_key())
        assert wrong.value.code == "key.wrong"
        with pytest.raises(UserError) as locked:
            erasing.erase_like(backup, store.erasures(), None)
        assert locked.value.code == "store.locked"


def test_copies_from_before_an_update_are_known(tmp_path: Path) -> None:
    path = tmp_path / "zorg.dialoog"
    names = ["zorg.v1.dialoog.bak", "zorg.v2.dialoog.bak2", "zorgen.v1.dialoog.bak", "zorg.dialoog"]
    for name in names:
        (tmp_path / name).touch()
    assert [one.name for one in erasing.earlier_files(path)] == names[:2]
    assert erasing.earlier_files(tmp_path / "none" / "x.dialoog") == []


def test_a_shredded_file_is_written_over_first_and_a_link_is_only_removed(tmp_path: Path) -> None:
    file, other, link = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    file.write_bytes(b"words" * 1000)
    other.write_bytes(b"words")
    link.symlink_to(other)
    handle = os.open(file, os.O_RDONLY)
    try:
        erasing.shred(file)
        assert os.read(handle, 10_000) == bytes(5000)
    finally:
        os.close(handle)
    erasing.shred(link)
    assert other.read_bytes() == b"words"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b"]


def test_the_old_bytes_of_a_cleaned_backup_are_written_over(tmp_path: Path) -> None:
    with _new(tmp_path / "a.dialoog") as store:
        id = add_note(store, WORDS)
        backup = _back_up(store, tmp_path / "1.dialoog")
        store.erase([("note", id)])
        store.wait_saved()
        handle = os.open(backup, os.O_RDONLY)
        try:
            erasing.erase_like(backup, store.erasures())
            assert WORDS.encode() not in os.read(handle, 10_000_000)
        finally:
            os.close(handle)
