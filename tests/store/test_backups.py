"""A backup counts only once it was opened and checked, and nothing good goes because of one that was not."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import backups, disk, engine, migrations
from facilitator.store.backups import Backup
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, ticking

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
OLD = sorted((Path(__file__).parents[1] / "data" / "sessions").glob("v*.dialoog"))


@pytest.fixture(params=[False, True], ids=["open", "encrypted"])
def key(request: pytest.FixtureRequest) -> Key | None:
    return random_key() if request.param else None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def dialogue(folder: Path, key: Key | None, notes: int = 3) -> SessionStore:
    store = SessionStore.create(folder / "zorg.dialoog", source="a", now=ticking(), key=key)
    for n in range(notes):
        add_note(store, f"notitie {n}")
    return store


def make(store: SessionStore, folder: Path, at: datetime = NOW) -> Backup:
    draft = store.ask(lambda db: backups.draft(db, folder, store.identity, store.key))
    made = backups.settle(draft, store.key, at)
    assert made is not None
    return made


def spoil(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 4096] = bytes(4096)
    path.write_bytes(raw)


# ── thinning ────────────────────────────────────────────────────────────────


def test_thinning_the_folder_takes_the_files_away(tmp_path: Path, folder: Path, key: Key | None) -> None:
    with dialogue(tmp_path, key) as store:
        for hours in (0, 1, 25, 26, 27, 800, 900):
            add_note(store, f"voor {hours} uur")
            make(store, folder, NOW - timedelta(hours=hours))
        spoil(backups.backups(folder, store.identity, key)[2].path)
        backups.thin(folder, store.identity, key, NOW)
        left = backups.backups(folder, store.identity, key)
    assert [round((NOW.timestamp() * 1000 - one.at_ms) / 3_600_000) for one in left] == [0, 1, 26]
    assert all(one.good for one in left)


# ── making ──────────────────────────────────────────────────────────────────


def test_a_backup_is_the_whole_dialogue_private_and_named_by_its_moment(
    tmp_path: Path, folder: Path, key: Key | None
) -> None:
    with dialogue(tmp_path, key) as store:
        made = make(store, folder)
        assert backups.backups(folder, store.identity, key) == [made]
        assert backups.newest_good(folder, store.identity, key) == made
        past = backups.read(made.path, key)
        assert past.tables == store.state.tables
        assert (made.notes, made.good, made.seal) == (3, True, store.seal)
        assert made.path == folder / store.identity.hex() / "20261122T153000Z.dialoog"
        again = make(store, folder)
    assert again.path.name == "20261122T153000Z-2.dialoog"
    assert [one.path for one in backups.backups(folder, store.identity, key)] == [again.path, made.path]
    assert sorted(os.listdir(made.path.parent)) == ["20261122T153000Z-2.dialoog", "20261122T153000Z.dialoog"]
    if os.name != "nt":
        assert made.path.stat().st_mode & 0o077 == 0
        assert made.path.parent.stat().st_mode & 0o077 == 0
    if key is not None:
        assert b"notitie" not in made.path.read_bytes()
        assert not backups.backups(folder, store.identity, random_key())[0].good


def test_nothing_is_made_when_the_seal_is_the_same(tmp_path: Path, folder: Path) -> None:
    with dialogue(tmp_path, None) as store:
        draft = store.ask(lambda db: backups.draft(db, folder, store.identity, None))
        assert backups.settle(draft, None, NOW, unless=store.seal) is None
        assert backups.backups(folder, store.identity) == []
        assert os.listdir(folder / store.identity.hex()) == []


class Cut(BaseException):
    """The laptop went off."""


STEPS: dict[str, tuple[Any, str]] = {
    "before the copy": (engine, "copy_into"),
    "before it is checked": (backups, "_look"),
    "before it is on the disk": (disk, "sync_file"),
    "before it has its name": (disk, "move_in"),
    "before its name is on the disk": (disk, "sync_folder"),
}


@pytest.mark.parametrize("step", STEPS, ids=str)
def test_cut_off_between_any_two_steps_no_half_backup_counts(
    step: str, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, key: Key | None
) -> None:
    def off(*_: object, **__: object) -> None:
        raise Cut

    with dialogue(tmp_path, key) as store:
        first = make(store, folder, NOW - timedelta(hours=1))
        add_note(store, "nog een")
        with monkeypatch.context() as patch:
            # What a power cut leaves, nobody cleans up.
            patch.setattr(backups, "drop", lambda _: None)
            patch.setattr(*STEPS[step], off)
            with pytest.raises(Cut):
                make(store, folder)
        left = os.listdir(folder / store.identity.hex())
        found = backups.backups(folder, store.identity, key)
        assert len(left) > len(found), "something half was left, and does not count"
        assert first in found
        for one in found:
            assert backups.read(one.path, key).tables["note"]
        make(store, folder, NOW + timedelta(hours=1))
        hours_ago = time.time() - 7_200
        for name in left:
            if name.startswith("."):
                os.utime(folder / store.identity.hex() / name, (hours_ago, hours_ago))
        make(store, folder, NOW + timedelta(hours=2))
    assert not [name for name in os.listdir(folder / store.identity.hex()) if name.startswith(".")]


def test_a_copy_cut_off_half_way_is_no_backup_even_under_a_good_name(
    tmp_path: Path, folder: Path, key: Key | None
) -> None:
    with dialogue(tmp_path, key, notes=60) as store:
        made = make(store, folder)
        half = made.path.with_name("20261122T160000Z.dialoog")
        half.write_bytes(made.path.read_bytes()[:-8192])
        (made.path.parent / "20261122T170000Z.dialoog").write_bytes(b"")
        (made.path.parent / "20269999T170000Z.dialoog").write_bytes(b"geen datum")
        (made.path.parent / "iets anders.dialoog").write_bytes(b"niet van ons")
        found = backups.backups(folder, store.identity, key)
        assert [(one.good, one.notes) for one in found] == [(False, 0), (False, 0), (True, 60)]
        assert backups.newest_good(folder, store.identity, key) == made
    with pytest.raises(UserError, match=r"backup\.damaged"):
        backups.read(half, key)


def test_one_changed_letter_makes_a_backup_bad(tmp_path: Path, folder: Path) -> None:
    with dialogue(tmp_path, None) as store:
        made = make(store, folder)
        raw = made.path.read_bytes()
        made.path.write_bytes(raw.replace(b"notitie 1", b"notitie 7"))
        (found,) = backups.backups(folder, store.identity)
    assert (found.good, found.notes) == (False, 0)
    assert made.path.read_bytes() != raw


def test_a_copy_that_is_not_whole_does_not_become_a_backup(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy: Callable[..., None] = engine.copy_into

    def badly(db: engine.Database, path: Path, key: Key | None) -> None:
        copy(db, path, key)
        spoil(path)

    monkeypatch.setattr(engine, "copy_into", badly)
    with dialogue(tmp_path, None, notes=60) as store:
        with pytest.raises(UserError, match=r"backup\.damaged"):
            make(store, folder)
        assert os.listdir(folder / store.identity.hex()) == []


def test_looking_at_backups_changes_nothing_and_what_did_not_change_is_looked_at_once(
    tmp_path: Path, folder: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dialogue(tmp_path, key) as store:
        made = make(store, folder)
    raw, names = made.path.read_bytes(), os.listdir(made.path.parent)
    opened: list[Path] = []
    really = backups.opened

    def counted(path: Path, key: Key | None = None) -> engine.Database:
        opened.append(path)
        return really(path, key)

    monkeypatch.setattr(backups, "opened", counted)
    for _ in range(3):
        assert backups.backups(folder, store.identity, key) == [made]
    assert opened == [], "it was checked when it was made"
    os.utime(made.path, (1, 1))
    backups.backups(folder, store.identity, key)
    assert opened == [made.path]
    assert (made.path.read_bytes(), os.listdir(made.path.parent)) == (raw, names)


# ── going elsewhere and coming back ─────────────────────────────────────────


def test_a_second_place_gets_each_backup_once(tmp_path: Path, folder: Path, key: Key | None) -> None:
    stick = tmp_path / "stick"
    with dialogue(tmp_path, key) as store:
        made = make(store, folder)
        there = backups.copy_to(made, stick, store.identity, key)
        assert there is not None
        assert (there.path.name, there.seal, there.good) == (made.path.name, made.seal, True)
        assert backups.copy_to(made, stick, store.identity, key) is None
        assert backups.read(there.path, key) == backups.read(made.path, key)


def test_a_backup_comes_back_as_a_dialogue_and_overwrites_nothing(
    tmp_path: Path, folder: Path, key: Key | None
) -> None:
    out = tmp_path / "terug.dialoog"
    with dialogue(tmp_path, key) as store:
        made = make(store, folder)
        backups.bring_back(made, out, key)
        with SessionStore.open(out, source="b", key=key) as back:
            assert back.state.tables == store.state.tables
            assert (back.identity, back.seal, back.check()) == (store.identity, store.seal, [])
    with pytest.raises(UserError, match=r"store\.exists"):
        backups.bring_back(made, out, key)
    spoil(made.path)
    with pytest.raises(UserError, match=r"backup\.damaged"):
        backups.bring_back(made, tmp_path / "nooit.dialoog", key)
    assert not (tmp_path / "nooit.dialoog").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".tmp")]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_backup_of_an_older_version_is_read_and_stays_as_it_is(
    old: Path, tmp_path: Path, folder: Path
) -> None:
    db = engine.connect(old, immutable=True)
    identity = migrations.identity_to_be(db)
    db.close()
    place = backups.folder_of(folder, identity)
    place.mkdir(parents=True)
    copy = place / "20240101T120000Z.dialoog"
    shutil.copyfile(old, copy)
    (found,) = backups.backups(folder, identity)
    assert (found.good, found.notes) == (True, 3)
    assert backups.read(copy).identity == identity
    assert copy.read_bytes() == old.read_bytes()


def test_a_dialogue_is_known_by_its_file_by_its_place_and_by_its_key(
    tmp_path: Path, folder: Path, key: Key | None
) -> None:
    with dialogue(tmp_path, key) as store:
        make(store, folder)
        backups.note_place(folder, store.identity, store.path)
        identity = store.identity
    path = store.path
    assert backups.identity_of(path, folder, key) == identity
    assert backups.identity_of(tmp_path / "onbekend.dialoog", folder, key) == b""
    moved = path.rename(tmp_path / "elders.dialoog")
    assert backups.identity_of(moved, folder, key) == identity
    assert backups.identity_of(path, folder, key) == identity, "gone, but its place is remembered"
    if key is not None:
        with pytest.raises(UserError, match=r"key\.wrong"):
            backups.identity_of(moved, folder, random_key())
        with pytest.raises(UserError, match=r"store\.locked"):
            backups.identity_of(moved, folder)
