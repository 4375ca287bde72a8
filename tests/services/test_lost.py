"""Dialogues whose file is gone are found by their backups, and brought back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import lost, safekeeping, whereabouts
from facilitator.services.removing import removal_of, remove
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore
from tests.helpers.window import make_file
from tests.store.builders import add_note, living

KEY = Key(bytes(range(32)), bytes(range(16)))


def backed_up(path: Path, key: Key | None = None, second: Path | None = None) -> bytes:
    with SessionStore.open(path, source="toets", key=key) as store:
        safekeeping.back_up(store, second=second)
        whereabouts.seen(store.identity, path)
        return store.identity


def test_a_deleted_file_comes_back_word_for_word(tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=3)
    identity = backed_up(path)
    assert lost.lost([]) == []
    with SessionStore.open(path, source="toets") as store:
        was, seal = living(store.state), store.seal
    path.unlink()
    (found,) = lost.lost([])
    assert (found.identity, found.place, found.backup.notes, found.locked) == (identity, path, 3, False)
    assert found.name == found.title != ""
    out = tmp_path / "terug.dialoog"
    lost.bring_back(found, out)
    with SessionStore.open(out, source="toets") as store:
        assert (living(store.state), store.seal, store.identity) == (was, seal, identity)
    with pytest.raises(UserError, match=r"store\.exists"):
        lost.bring_back(found, out)
    assert lost.lost([out]) == [], "it lies elsewhere now"


def test_where_it_lay_is_known_by_the_backups_too(tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    backed_up(path)
    (paths.kept() / whereabouts.FILE).unlink()
    assert lost.lost([]) == []
    path.unlink()
    assert [one.place for one in lost.lost([])] == [path]


def test_of_a_locked_one_only_the_name_of_its_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "geheim.dialoog"
    with SessionStore.create(path, source="toets", key=KEY) as store:
        add_note(store, "niemand mag dit lezen")
    backed_up(path, KEY)
    path.unlink()
    (found,) = lost.lost([])
    assert (found.locked, found.title, found.name) == (True, "", "geheim")
    with pytest.raises(UserError, match=r"store\.locked"):
        lost.bring_back(found, tmp_path / "terug.dialoog")


def test_a_damaged_backup_is_passed_over_and_the_newest_of_all_places_counts(tmp_path: Path) -> None:
    path, stick = make_file(tmp_path, notes=2), tmp_path / "stick"
    stick.mkdir()
    identity = backed_up(path, second=stick)
    path.unlink()
    (kept,) = safekeeping.backups(paths.backups(), identity)
    kept.path.write_bytes(kept.path.read_bytes()[:5_000])
    assert lost.lost([]) == []
    (found,) = lost.lost([], [stick])
    assert found.backup.path.is_relative_to(stick)


def test_it_can_be_let_go_for_good(tmp_path: Path) -> None:
    path, stick = make_file(tmp_path, notes=2), tmp_path / "stick"
    stick.mkdir()
    identity = backed_up(path, second=stick)
    with SessionStore.open(path, source="toets") as store:
        add_note(store, "en nog een")
        safekeeping.back_up(store)
    path.unlink()
    (found,) = lost.lost([])
    removed = remove(lost.removal_of(found, [stick]))
    assert (removed.files + removed.backups, removed.left) == (3, ())
    assert lost.lost([], [stick]) == []
    assert not list(paths.backups().rglob("*.dialoog"))
    assert not list(stick.rglob("*.dialoog"))
    assert whereabouts.place_of(identity) is None


def test_what_was_removed_on_purpose_or_is_no_folder_of_ours_is_not_lost(tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=2)
    identity = backed_up(path)
    for name in ("aantekeningen", "ab" * 5):
        (paths.backups() / name).mkdir()
    (paths.backups() / ("cd" * 16)).mkdir()
    shutil.copytree(paths.backups() / identity.hex(), paths.backups() / ("EF" * 15))
    remove(removal_of(path))
    assert not path.exists()
    assert lost.lost([]) == []
