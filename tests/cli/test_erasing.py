"""Erasing and removing by the command line, in real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import paths
from facilitator.services.settings import load
from facilitator.store import engine
from facilitator.store.session import SessionStore
from tests.cli.program import call, dialogue

NAME = "Geertruida Zwaantjes"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a dialogue where ours lie, with a name in a note, a backup and an export."""
    path = dialogue(tmp_path / "sessions" / "zorg.dialoog", notes=2)
    text = f"{NAME} woont alleen\n".encode()
    assert call("capture", path, "--persona", "fatima", "--step", "ervaren", stdin=text).code == 0
    with SessionStore.open(path, source="laptop-1") as store:
        backup = paths.backups() / store.identity.hex() / "20260101T000000Z.dialoog"
        backup.parent.mkdir(parents=True)
        store.ask(lambda db: engine.copy_into(db, backup, None))
    assert call("export", path, "-o", tmp_path / "uit.json").code == 0
    return path


def _holding(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path.name for path in files if NAME.encode() in path.read_bytes())


def test_words_are_shown_first_and_gone_with_yes(tmp_path: Path, file: Path) -> None:
    looked = call("erase", file, "--words", "geertruida zwaantjes")
    assert looked.code == 1
    assert NAME in looked.out
    assert "--yes" in looked.err
    assert len(_holding(tmp_path)) == 3
    done = call("erase", file, "--words", "geertruida zwaantjes", "--yes")
    assert (done.code, done.err) == (0, "")
    assert str(tmp_path / "uit.json") in done.out
    assert _holding(tmp_path) == ["uit.json"]
    assert "[naam] woont alleen" in call("notes", file).out
    assert "nergens" in call("erase", file, "--words", NAME, "--yes").refused()
    assert call("check", file).code == 0


def test_a_note_is_erased_by_its_code_or_its_id(tmp_path: Path, file: Path) -> None:
    id = call("notes", file).lines[0].split("\t")[0]
    done = call("erase", file, "--note", "n3", id, "--yes")
    assert (done.code, done.err) == (0, "")
    assert _holding(tmp_path) == ["uit.json"]
    assert [line.split("\t")[-1] for line in call("notes", file).lines] == ["notitie 1"]
    assert call("erase", file, "--note", "N9", "--yes").refused()


def test_a_backup_that_cannot_be_erased_from_is_told(tmp_path: Path, file: Path) -> None:
    backup = next(paths.backups().rglob("*.dialoog"))
    backup.write_bytes(backup.read_bytes()[:6000])
    done = call("erase", file, "--words", NAME, "--yes")
    assert done.code == 1
    assert str(backup) in done.err


def test_either_notes_or_words(file: Path) -> None:
    assert "--words" in call("erase", file, "--yes").refused(2)
    assert "--words" in call("erase", file, "--note", "N1", "--words", "Jan", "--yes").refused(2)


def test_a_dialogue_is_removed_with_all_there_is_of_it(tmp_path: Path, file: Path) -> None:
    looked = call("remove", file)
    assert looked.code == 1
    assert str(file) in looked.out
    assert file.exists()
    done = call("remove", file, "--exports", "--yes")
    assert (done.code, done.err) == (0, "")
    assert _holding(tmp_path) == []
    assert [path for path in tmp_path.rglob("*.dialoog")] == []
    assert load(paths.settings_file()).recent == ()
    assert call("remove", file, "--yes").refused()


def test_a_file_goes_without_the_backups_of_another_file_of_its_dialogue(tmp_path: Path, file: Path) -> None:
    twin = file.with_name("hersteld.dialoog")
    assert call("restore", file, "--backup", "1", "-o", twin).code == 0
    kept = sorted(paths.backups().rglob("*.dialoog"))
    assert kept
    done = call("remove", file, "--yes")
    assert done.code == 0
    assert str(twin) in done.out
    assert not file.exists()
    assert sorted(paths.backups().rglob("*.dialoog")) == kept
    assert call("check", twin).code == 0


def test_exports_stay_unless_asked_for(tmp_path: Path, file: Path) -> None:
    done = call("remove", file, "--yes")
    assert str(tmp_path / "uit.json") in done.out
    assert _holding(tmp_path) == ["uit.json"]
