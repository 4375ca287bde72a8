from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import repairing, safekeeping, whereabouts
from facilitator.store.session import SessionStore
from tests.helpers.window import make_file


def backed_up(path: Path, second: Path | None = None) -> bytes:
    with SessionStore.open(path, source="toets") as store:
        safekeeping.back_up(store, second=second)
        return store.identity


def wipe(path: Path) -> bytes:
    data = b"\0" * 600 + path.read_bytes()[600:]
    path.write_bytes(data)
    return data


def test_a_damaged_file_is_known_by_its_place_and_its_backups_are_found_once(tmp_path: Path) -> None:
    path, stick = make_file(tmp_path, notes=3), tmp_path / "stick"
    stick.mkdir()
    identity = backed_up(path, stick)
    whereabouts.seen(identity, path)
    wipe(path)
    found = repairing.damage_of(path, [stick])
    assert found.identity == identity
    assert [(one.notes, one.good) for one in found.backups] == [(3, True)]
    assert found.newest == found.backups[0]


def test_a_damaged_file_that_was_moved_tells_itself_as_far_as_it_can(tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=3)
    identity = backed_up(path)
    moved = path.with_name("elders.dialoog")
    path.rename(moved)
    data = bytearray(moved.read_bytes())
    data[100:110] = b"\xff" * 10
    moved.write_bytes(data)
    assert repairing.damage_of(moved).identity == identity


def test_a_stranger_is_no_damaged_file_of_ours(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    error = UserError("store.foreign", path=str(path))
    assert not repairing.is_damaged(error)
    whereabouts.seen(b"1" * 16, path)
    assert repairing.is_damaged(error)
    assert repairing.is_damaged(UserError("store.damaged", path="x"))
    assert not repairing.is_damaged(UserError("store.newer", path="x"))


def test_nothing_is_found_where_nothing_is_known(tmp_path: Path) -> None:
    path = tmp_path / "rommel.dialoog"
    path.write_bytes(b"rommel" * 1000)
    found = repairing.damage_of(path)
    assert found.newest is None
    with pytest.raises(UserError, match=r"salvage\.nothing"):
        repairing.save_readable(path, tmp_path / "uit.dialoog")


def test_a_backup_goes_beside_the_damaged_file_or_home(tmp_path: Path) -> None:
    path, home = make_file(tmp_path, notes=2), tmp_path / "thuis"
    home.mkdir()
    identity = backed_up(path)
    whereabouts.seen(identity, path)
    left = wipe(path)
    newest = repairing.damage_of(path).newest
    assert newest is not None
    beside = repairing.go_on_with(path, newest, home)
    assert beside.parent == path.parent
    gone = tmp_path / "stick eruit" / "zorg.dialoog"
    assert repairing.go_on_with(gone, newest, home).parent in (home, gone.parent)
    assert path.read_bytes() == left


def test_what_was_kept_is_shown_only_while_its_own_file_is_not_there(tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=2)
    identity = backed_up(path)
    kept = paths.rescued() / f"{identity.hex()}.dialoog"
    kept.parent.mkdir(parents=True)
    shutil.copy(path, kept)
    assert repairing.homeless(paths.rescued(), [path]) == []
    assert [one.path for one in repairing.homeless(paths.rescued(), [])] == [kept]
    whereabouts.seen(identity, path)
    assert repairing.homeless(paths.rescued(), []) == []
    path.unlink()
    assert [one.notes for one in repairing.homeless(paths.rescued(), [])] == [2]
