"""A writer was killed: whoever looks afterwards finds the file whole, or it is left alone."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store.recovery import connect_to_read, journal_of
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, cut_off, living, new_store


@pytest.fixture
def half(tmp_path: Path) -> Path:
    with new_store(tmp_path) as store:
        for n in range(40):
            add_note(store, f"noot {n} " + "x" * 900)
    return cut_off(store.path, tmp_path / "stick" / "half.dialoog")


@pytest.fixture
def locked(half: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the half written file where nothing may be written, whoever runs the tests."""
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK and allowed(path, mode))
    return half


def whole(half: Path) -> dict[str, object]:
    with SessionStore.open(half.parent.parent / "avond.dialoog", source="a", readonly=True) as store:
        return living(store.state)


def test_looking_after_a_kill_finds_every_durable_note(half: Path) -> None:
    with SessionStore.open(half, source="a", readonly=True) as store:
        assert living(store.state) == whole(half)
        assert store.check() == []
    assert not journal_of(half).exists()


def test_looking_after_a_kill_works_where_nothing_may_be_written(locked: Path) -> None:
    before = (locked.read_bytes(), journal_of(locked).read_bytes(), sorted(locked.parent.iterdir()))
    with SessionStore.open(locked, source="a") as store:
        assert store.readonly
        assert living(store.state) == whole(locked)
        assert store.check() == []
    assert (locked.read_bytes(), journal_of(locked).read_bytes(), sorted(locked.parent.iterdir())) == before


def test_nothing_of_the_dialogue_stays_in_the_systems_temporary_folder(
    locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with SessionStore.open(locked, source="a"):
        assert list(folder.iterdir()) == []


def test_a_file_left_half_way_can_be_merged(half: Path, tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "ander.dialoog", source="b", identity=b"") as store:
        store.merge(half)
        assert living(store.state) == whole(half)


def test_what_is_refused_for_another_reason_stays_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "geen.dialoog"
    foreign.write_bytes(b"SQLite format 3\x00" + b"x" * 4096)
    with pytest.raises(UserError, match=r"store\.(foreign|damaged)"):
        connect_to_read(foreign)
