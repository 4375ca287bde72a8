"""The hold on a file: which file it is, and what a refusal stands for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import files
from facilitator.store.engine import Database
from facilitator.store.hold import Hold


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "stick" / "a.dialoog"
    files.create(path)
    return path


@pytest.fixture
def hold(path: Path) -> Iterator[Hold]:
    hold = Hold(path, *files.open(path))
    yield hold
    hold.close()


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        work()
    return caught.value.code


def accept(_db: Database) -> None:
    pass


def test_the_file_that_was_opened_is_known_by_its_place_on_the_disk(path: Path, hold: Hold) -> None:
    hold.check()
    copy = path.with_name("kopie")
    shutil.copy(path, copy)
    path.rename(path.with_name("weg"))
    assert code_of(hold.check) == "store.moved"
    copy.rename(path)
    assert code_of(hold.check) == "store.replaced"
    path.with_name("weg").replace(path)
    hold.check()


def test_a_folder_in_its_place_is_another_file(path: Path, hold: Hold) -> None:
    path.rename(path.with_name("weg"))
    path.mkdir()
    assert code_of(hold.check) == "store.replaced"
    assert code_of(lambda: hold.renew(accept, broken=False)) == "store.replaced"


@pytest.mark.parametrize(
    ("said", "stands_for"),
    [
        ("store.damaged", "store.io"),
        ("store.foreign", "store.io"),
        ("key.wrong", "store.io"),
        ("store.readonly", "store.not_writable"),
        ("store.disk_full", "store.disk_full"),
        ("store.in_use", "store.in_use"),
    ],
)
def test_while_writing_nothing_is_called_damaged(hold: Hold, said: str, stands_for: str) -> None:
    assert hold.sorted_out(UserError(said, path="x", detail="y")).code == stands_for


def test_a_file_that_is_gone_explains_every_error(path: Path, hold: Hold) -> None:
    path.unlink()
    assert hold.sorted_out(UserError("store.disk_full", path="x")).code == "store.moved"


def test_opened_anew_others_stay_out_and_it_can_be_written(path: Path, hold: Hold) -> None:
    copy = path.with_name("kopie")
    shutil.copy(path, copy)
    copy.replace(path)
    hold.renew(accept, broken=False)
    hold.check()
    hold.opened().execute("PRAGMA user_version").fetchall()
    assert code_of(lambda: files.open(path)) == "store.in_use"


def test_what_is_not_accepted_changes_nothing_and_keeps_others_out(path: Path, hold: Hold) -> None:
    before = hold.opened()

    def refuse(_db: Database) -> None:
        raise UserError("store.replaced", path="x")

    assert code_of(lambda: hold.renew(refuse, broken=False)) == "store.replaced"
    assert hold.opened() is before
    assert code_of(lambda: files.open(path)) == "store.in_use"


def test_a_damaged_file_is_damaged_only_once_it_was_opened_anew(path: Path, hold: Hold) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096:] = bytes(len(raw) - 4096)
    hold.close()
    path.write_bytes(raw)
    assert code_of(lambda: hold.renew(accept, broken=True)) == "store.damaged"
    assert path.read_bytes() == bytes(raw)
    assert code_of(hold.opened) == "store.io"


def test_an_older_file_in_its_place_is_not_brought_to_our_version(path: Path, hold: Hold, root: Path) -> None:
    old = sorted((root / "tests" / "data" / "sessions").glob("*.dialoog"))[0]
    path.unlink()
    shutil.copy(old, path)
    assert code_of(lambda: hold.renew(accept, broken=False)) == "store.replaced"
    assert path.read_bytes() == old.read_bytes()


def test_after_the_end_nothing_is_locked(path: Path, hold: Hold) -> None:
    hold.close()
    again = Hold(path, *files.open(path))
    assert again.locked
    again.close()
