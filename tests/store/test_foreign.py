from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import foreign, guard
from tests.helpers.hostile_files import FILES
from tests.store.builders import add_note, living, new_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with new_store(tmp_path) as store:
        add_note(store, "een eerlijk woord")
    return store.path


def test_the_log_is_read_whole_and_nothing_stays_in_the_temporary_folder(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    rows = foreign.read(path)
    assert [edit[3] for edit in rows.edits] == ["note.added"]
    assert list(folder.iterdir()) == []
    FILES["text changed in the table"][1](path)
    with pytest.raises(UserError):
        foreign.read(path)
    assert list(folder.iterdir()) == []


def test_looking_shows_everything_and_takes_its_copy_along(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    store = foreign.look(path, source="laptop-b")
    assert [note.text for note in store.state.notes] == ["een eerlijk woord"]
    assert store.check() == []
    assert living(store.state)
    with pytest.raises(UserError) as caught:
        add_note(store, "nee")
    assert caught.value.code == "store.readonly"
    store.close()
    del store
    assert list(folder.iterdir()) == []


def test_which_dialogue_a_file_is_can_be_asked_without_opening_it(path: Path, tmp_path: Path) -> None:
    assert len(foreign.identity_of(path)) == 16
    assert foreign.identity_of(tmp_path / "weg.dialoog") == b""
    FILES["endless view"][1](path)
    assert foreign.identity_of(path) == b""


def test_what_is_looked_at_is_every_version_there_is(path: Path) -> None:
    assert guard.inspect(path) == 3
    old = Path(__file__).parents[1] / "data" / "sessions"
    assert [guard.inspect(old / f"v{version}.dialoog") for version in (1, 2)] == [1, 2]
