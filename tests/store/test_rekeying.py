from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import engine, rekeying
from facilitator.store.keys import Key, from_passphrase, random_key
from facilitator.store.recovery import journal_of
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, cut_off, new_store

SECRET = "de buurvrouw is bang voor haar zoon"
KEY = random_key()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with SessionStore.create(tmp_path / "avond.dialoog", source="a") as store:
        for n in range(20):
            add_note(store, f"{SECRET} {n}")
    return store.path


def texts(path: Path, key: Key | None) -> list[str]:
    with SessionStore.open(path, source="a", key=key) as store:
        assert store.check() == []
        return [note.text for note in store.state.notes]


def plain_files(folder: Path) -> list[str]:
    """Name every file in which the secret can be read, whatever it is called."""
    every = [path for path in folder.rglob("*") if path.is_file()]
    assert every
    return [str(path) for path in every if SECRET.encode() in path.read_bytes()]


def test_a_plain_file_gets_a_key_and_nothing_of_it_stays_to_be_read(file: Path) -> None:
    before = texts(file, None)
    assert plain_files(file.parent) == [str(file)]
    assert rekeying.rekey(file, None, KEY)
    assert plain_files(file.parent) == []
    assert file.read_bytes()[:16] == KEY.salt
    assert texts(file, KEY) == before
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_was_in_the_old_file_is_overwritten_before_it_goes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []
    real = Path.unlink

    def looking(path: Path, missing_ok: bool = False) -> None:
        if path.name.endswith(".old"):
            seen.append(path.read_bytes())
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", looking)
    size = file.stat().st_size
    rekeying.rekey(file, None, KEY)
    assert seen == [bytes(size)]


def test_where_a_file_can_have_but_one_name_it_is_overwritten_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_names: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuses)
    held = file.open("rb")
    assert rekeying.rekey(file, None, KEY)
    with held:
        assert set(held.read()) == {0}
    assert plain_files(file.parent) == []
    assert len(texts(file, KEY)) == 20


def test_a_second_name_of_the_old_file_is_left_alone_and_told(file: Path) -> None:
    """Somebody's own backup may share its blocks with the file: that is not ours to overwrite."""
    other = file.with_name("eigen-reservekopie")
    os.link(file, other)
    assert not rekeying.rekey(file, None, KEY)
    assert plain_files(file.parent) == [str(other)]
    assert len(texts(file, KEY)) == 20


@pytest.mark.parametrize("new", [random_key(), from_passphrase("vier losse woorden hier"), None])
def test_a_key_is_changed_or_taken_off(file: Path, new: Key | None) -> None:
    before = texts(file, None)
    rekeying.rekey(file, None, KEY)
    rekeying.rekey(file, KEY, new)
    assert texts(file, new) == before
    with pytest.raises(UserError) as refused:
        SessionStore.open(file, source="a", key=KEY)
    assert refused.value.code == "key.wrong"
    assert plain_files(file.parent) == ([] if new else [str(file)])


@pytest.mark.parametrize(
    ("old", "code"),
    [(None, "store.locked"), (random_key(), "key.wrong"), (Key(KEY.raw, bytes(16)), "key.wrong")],
)
def test_a_wrong_key_changes_nothing(file: Path, old: Key | None, code: str) -> None:
    rekeying.rekey(file, None, KEY)
    before = file.read_bytes()
    with pytest.raises(UserError) as refused:
        rekeying.rekey(file, old, None)
    assert refused.value.code == code
    assert file.read_bytes() == before
    assert plain_files(file.parent) == []


def test_a_file_that_is_open_is_refused(file: Path) -> None:
    with SessionStore.open(file, source="a"):
        with pytest.raises(UserError) as refused:
            rekeying.rekey(file, None, KEY)
        assert refused.value.code == "store.in_use"
    assert len(texts(file, None)) == 20


def test_a_damaged_file_is_refused_and_left_as_it_is(file: Path) -> None:
    broken = bytearray(file.read_bytes())
    broken[4096:8192] = os.urandom(4096)
    file.write_bytes(broken)
    with pytest.raises(UserError) as refused:
        rekeying.rekey(file, None, KEY)
    assert refused.value.code == "store.damaged"
    assert file.read_bytes() == bytes(broken)
    assert [path.name for path in file.parent.iterdir() if path.suffix in {".rekey", ".old"}] == []


def test_a_copy_that_differs_is_never_put_in_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Positive control of the comparison: one note less in the new file is seen."""
    real = rekeying._export

    def forgetful(db: engine.Database, draft: Path, new: Key | None) -> None:
        real(db, draft, new)
        target = engine.connect(draft, key=new)
        target.execute("UPDATE note SET text = 'iets anders' WHERE seq = 3")
        target.close()

    monkeypatch.setattr(rekeying, "_export", forgetful)
    before = file.read_bytes()
    with pytest.raises(UserError):
        rekeying.rekey(file, None, KEY)
    assert file.read_bytes() == before


def test_what_a_killed_writer_left_half_done_is_taken_back_first(file: Path, tmp_path: Path) -> None:
    half = cut_off(file, tmp_path / "half" / "avond.dialoog")
    rekeying.rekey(half, None, KEY)
    assert texts(half, KEY) == texts(file, None)
    assert not journal_of(half).exists()
    assert plain_files(half.parent) == []


def test_journals_set_aside_hold_words_too_and_go(file: Path) -> None:
    aside = [journal_of(file).with_name(f"{file.name}-journal.bak{n}") for n in ("", 2)]
    for one in aside:
        one.write_text(SECRET, encoding="utf-8")
    rekeying.rekey(file, None, KEY)
    assert plain_files(file.parent) == []


def test_through_a_link_the_file_itself_gets_the_key(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elders" / "link.dialoog"
    link.parent.mkdir()
    link.symlink_to(file)
    rekeying.rekey(link, None, KEY)
    assert link.is_symlink()
    assert len(texts(file, KEY)) == 20


@pytest.fixture
def transaction(tmp_path: Path) -> Iterator[Path]:
    """Give an encrypted file in the middle of a change, its journal beside it."""
    with SessionStore.create(tmp_path / "avond.dialoog", source="a", key=KEY) as store:
        add_note(store, SECRET)
    db = engine.connect(store.path, key=KEY)
    db.execute("PRAGMA cache_size=1").fetchall()
    db.execute("BEGIN IMMEDIATE")
    for n in range(50):
        db.execute("UPDATE note SET text = ?", [f"{SECRET} {n} " * 200])
    yield store.path
    db.close()


def test_the_journal_of_a_change_under_way_cannot_be_read(transaction: Path) -> None:
    assert journal_of(transaction).stat().st_size > 0
    assert plain_files(transaction.parent) == []


@pytest.mark.parametrize("same", [True, False])
def test_what_was_cut_off_is_cleared(file: Path, same: bool) -> None:
    old = file.with_name(f".{file.name}.old")
    if same:
        os.link(file, old)
    else:
        old.write_bytes(file.read_bytes())
        rekeying.rekey(file, None, KEY)
        old.write_bytes(b"SQLite format 3\x00" + SECRET.encode())
    draft = file.with_name(f".{file.name}.rekey")
    draft.write_bytes(b"SQLite format 3\x00" + SECRET.encode())
    rekeying.put_right(file)
    assert not old.exists()
    assert not draft.exists()
    assert len(texts(file, None if same else KEY)) == 20


def test_nothing_is_cleared_while_the_file_is_in_use(file: Path) -> None:
    draft = file.with_name(f".{file.name}.rekey")
    draft.write_bytes(b"x")
    with SessionStore.open(file, source="a"):
        rekeying.put_right(file)
        assert draft.exists()
    rekeying.put_right(file)
    assert not draft.exists()


def test_erased_files_are_overwritten_but_not_what_has_another_name(tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("een", "twee", "drie"))
    for path in (one, two):
        path.write_text(SECRET, encoding="utf-8")
    os.link(two, three)
    with one.open("rb") as held:
        assert rekeying.erase(one)
        assert set(held.read()) == {0}
    assert not rekeying.erase(two)
    assert three.read_text("utf-8") == SECRET
    assert rekeying.erase(tmp_path / "niets")


def test_store_of_the_builder_is_plain_or_not_as_the_harness_says(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_note(store, SECRET)
    assert bool(plain_files(tmp_path)) is (store.key is None)
