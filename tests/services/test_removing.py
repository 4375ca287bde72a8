"""Removing a dialogue with everything the laptop knows of it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import handed_out, removing
from facilitator.services.removing import (
    days_left,
    forgotten,
    is_due,
    only_file,
    removal_of,
    removal_of_open,
    remove,
    same_title,
    sparing,
)
from facilitator.services.settings import Settings
from facilitator.store import engine
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.services.builders import dialogue

TODAY = date(2026, 11, 22)


def _back_up(store: SessionStore, folder: Path, name: str = "20260101T000000Z") -> Path:
    store.wait_saved()
    path = folder / store.identity.hex() / f"{name}.dialoog"
    path.parent.mkdir(parents=True, exist_ok=True)
    store._writer.call(lambda db: engine.copy_into(db, path, store.key))  # pyright: ignore[reportPrivateUsage]
    return path


def _made(path: Path, key: Key | None = None) -> bytes:
    """Make a dialogue with backups, something rescued, an export, a copy, and traces around it."""
    with SessionStore.create(path, source="laptop-1", key=key) if key else dialogue(path, notes=2) as store:
        backup = _back_up(store, paths.backups())
        _back_up(store, paths.backups(), "20260102T000000Z")
        paths.rescued().mkdir(parents=True)
        shutil.copy(backup, paths.rescued() / f"{store.identity.hex()}.dialoog")
        for name in ("uit.json", "kopie.dialoog"):
            (path.parent / name).write_bytes(b"words")
            handed_out.record(store.identity, [path.parent / name])
        identity = store.identity
    for name in ("zorg.v2.dialoog.bak", "zorg.dialoog-journal.bak"):
        (path.parent / name).write_bytes(b"words")
    return identity


@pytest.mark.parametrize("encrypted", [False, True])
def test_everything_goes_and_a_note_of_it_stays(tmp_path: Path, encrypted: bool) -> None:
    path = tmp_path / "map" / "zorg.dialoog"
    path.parent.mkdir()
    key = random_key() if encrypted else None
    identity = _made(path, key)
    other = tmp_path / "map" / "ander.dialoog"
    with dialogue(other) as store:
        kept = _back_up(store, paths.backups())
    removal = removal_of(path)
    assert removal.identity == identity
    assert removal.key_name == (key.salt.hex() if key else "")
    assert (len(removal.kept), len(removal.beside), len(removal.handed_out)) == (3, 2, 2)
    removed = remove(removal, [path.parent / "uit.json"], TODAY)
    assert (removed.files, removed.backups, removed.exports, removed.left) == (3, 3, 1, ())
    assert sorted(one.name for one in path.parent.iterdir() if not one.name.startswith(".ander")) == [
        "ander.dialoog",
        "kopie.dialoog",
    ]
    assert [one for one in paths.kept().rglob("*.dialoog")] == [kept]
    assert handed_out.known(identity) == []
    told = (paths.kept() / removing.FILE).read_text()
    assert json.loads(told) == [{"date": "2026-11-22", "files": 3, "backups": 3, "exports": 1, "left": 0}]
    assert identity.hex() not in told


def test_a_dialogue_that_is_open_somewhere_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "zorg.dialoog"
    with dialogue(path, notes=1):
        with pytest.raises(UserError) as refused:
            remove(removal_of(path))
        assert refused.value.code == "store.in_use"
    with SessionStore.open(path, source="x", readonly=True) as store:
        assert len(store.state.notes) == 1


def test_what_the_system_keeps_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "zorg.dialoog"
    dialogue(path).close()
    shred = removing.erasing.shred

    def refusing(place: Path) -> None:
        if place == path:
            raise PermissionError(13, "Permission denied")
        shred(place)

    monkeypatch.setattr(removing.erasing, "shred", refusing)
    removed = remove(removal_of(path), today=TODAY)
    assert removed.left == ((path, "Permission denied"),)
    assert path.exists()
    assert removed.files == 0


def test_a_stick_with_backups_is_cleared_too(tmp_path: Path) -> None:
    path = tmp_path / "zorg.dialoog"
    with dialogue(path) as store:
        away = _back_up(store, tmp_path / "stick")
    assert remove(removal_of(path, [tmp_path / "stick"])).backups == 1
    assert not away.parent.exists()


def test_a_backup_made_after_the_question_goes_too_and_what_was_half_made(tmp_path: Path) -> None:
    path = tmp_path / "zorg.dialoog"
    with dialogue(path) as store:
        early = _back_up(store, paths.backups())
        removal = removal_of_open(store)
        late = _back_up(store, paths.backups(), "20260103T000000Z")
        (early.parent / ".half.tmp").write_bytes(b"words")
    assert late not in removal.kept
    assert remove(removal).backups == 2
    assert not early.parent.exists()


def test_a_damaged_file_can_be_removed_and_no_other_backups_go_with_it(tmp_path: Path) -> None:
    path = tmp_path / "zorg.dialoog"
    with dialogue(path) as store:
        backup = _back_up(store, paths.backups())
    path.write_bytes(path.read_bytes()[:3000])
    removal = removal_of(path)
    assert (removal.identity, removal.kept) == (b"", ())
    assert remove(removal).files == 1
    assert backup.exists()
    with pytest.raises(UserError) as missing:
        removal_of(path)
    assert missing.value.code == "store.missing"


@pytest.mark.parametrize(
    ("day", "left", "due"),
    [("", None, False), ("soon", None, False), ("2026-12-07", 15, False), ("2026-12-06", 14, True),
     ("2026-11-22", 0, True), ("2026-11-01", -21, True)],
)  # fmt: skip
def test_the_day_of_removal_is_told_two_weeks_before(day: str, left: int | None, due: bool) -> None:
    assert days_left(day, TODAY) == left
    assert is_due(day, TODAY) is due


def test_the_title_is_typed_with_any_capitals() -> None:
    assert same_title(" zorg  voor MORGEN ", "Zorg voor morgén")
    assert not same_title("Zorg voor", "Zorg voor morgen")
    assert not same_title("", "")


def test_recents_forget_it_by_both_names(tmp_path: Path) -> None:
    path, link = tmp_path / "zorg.dialoog", tmp_path / "link.dialoog"
    dialogue(path).close()
    link.symlink_to(path)
    settings = Settings(recent=(str(link), str(path), "/elsewhere.dialoog"))
    assert forgotten(settings, removal_of(link), link).recent == ("/elsewhere.dialoog",)


@pytest.mark.parametrize("encrypted", [False, True])
def test_what_another_file_of_the_same_dialogue_needs_stays(tmp_path: Path, encrypted: bool) -> None:
    path, twin, stranger = (tmp_path / f"{name}.dialoog" for name in ("zorg", "verder", "ander"))
    key = random_key() if encrypted else None
    with SessionStore.create(path, source="laptop-1", key=key) if key else dialogue(path, notes=1) as store:
        backup = _back_up(store, paths.backups())
    dialogue(stranger).close()
    whole = removal_of(path)
    assert sparing(whole, [path, stranger]) == whole
    shutil.copy(path, twin)
    removal = sparing(removal_of(path), [path, twin, stranger])
    assert (removal.others, removal.kept, removal.key_name) == ((twin,), (), "")
    assert remove(removal).files == 1
    assert backup.exists()
    assert not path.exists()
    # The last one takes everything along.
    assert backup in sparing(removal_of(twin), [twin, stranger]).kept


def test_a_copy_that_goes_along_holds_nothing_back(tmp_path: Path) -> None:
    path, copy = tmp_path / "zorg.dialoog", tmp_path / "kopie.dialoog"
    with dialogue(path, notes=1) as store:
        store.save_copy(copy)
        handed_out.record(store.identity, [copy], "copy")
    removal = removal_of(path)
    assert sparing(removal, [path, copy]) == removal


def test_only_the_file_itself_can_go(tmp_path: Path) -> None:
    path = tmp_path / "zorg.dialoog"
    with dialogue(path, notes=1) as store:
        backup = _back_up(store, paths.backups())
    assert remove(only_file(removal_of(path))).files == 1
    assert backup.exists()
