"""Names, folders and errors of the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import disk


@pytest.mark.parametrize("name", ["a", "n" * 250, "🌳" * 60, "é" * 120])
def test_a_hidden_name_fits_every_system_and_tells_names_apart(name: str, tmp_path: Path) -> None:
    hidden = disk.hidden(tmp_path / name, ".lock")
    assert hidden.parent == tmp_path
    assert hidden.name.startswith(".")
    assert hidden.name.endswith(".lock")
    assert len(os.fsencode(hidden.name)) <= 255
    assert disk.hidden(tmp_path / f"{name[:-1]}x", ".lock") != hidden
    hidden.touch()


def test_the_next_free_number_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.bak"
    assert disk.free(path) == path
    for taken in ("a.bak", "a.bak2", "a.bak4"):
        (tmp_path / taken).touch()
    assert disk.free(path).name == "a.bak3"


@pytest.mark.parametrize("links", [True, False])
def test_moving_in_never_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    draft, place = tmp_path / ".draft", tmp_path / "zorg.dialoog"
    draft.write_text("nieuw")
    disk.move_in(draft, place)
    assert place.read_text() == "nieuw"
    draft.unlink(missing_ok=True)
    draft.write_text("anders")
    with pytest.raises(UserError, match=r"store\.exists"):
        disk.move_in(draft, place)
    assert place.read_text() == "nieuw"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "store.disk_full"),
        (errno.EROFS, "store.not_writable"),
        (errno.EACCES, "store.not_writable"),
        (errno.ENAMETOOLONG, "store.bad_name"),
        (errno.EIO, "store.io"),
        (None, "store.io"),
    ],
)
def test_the_systems_errors_have_our_words(number: int | None, code: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as told, disk.system_errors(tmp_path):
        raise OSError(number, "reden") if number else OSError("reden")
    assert told.value.code == code
    assert told.value.details["path"] == str(tmp_path)


def test_syncing_leaves_the_file_as_it_is_and_a_missing_folder_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"abc")
    disk.sync_file(file)
    disk.sync_folder(tmp_path)
    disk.sync_folder(tmp_path / "weg")
    assert file.read_bytes() == b"abc"
    with pytest.raises(FileNotFoundError):
        disk.sync_file(tmp_path / "weg")
