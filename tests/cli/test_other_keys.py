"""Copies, backups and damaged files under another key than the one at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.cli.main import main
from facilitator.services import key_store, locking
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.safekeeping import back_up
from facilitator.store import keys, rekeying
from facilitator.store.keys import Key, from_passphrase
from facilitator.store.session import SessionStore
from tests.cli.program import dialogue
from tests.helpers.keyrings import MemoryKeyring

MINE, THEIRS = "paard batterij nietje correct", "acht blauwe fietsen buiten"
PAGE = 4096


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys from passphrases in no time; how long it should take is tested elsewhere."""
    monkeypatch.setattr(keys, "_ROUNDS", 100)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return written(tmp_path / "mijn.txt", MINE)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    return written(tmp_path / "hun.txt", THEIRS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a locked dialogue of two notes with one backup."""
    path = dialogue(tmp_path / "zorg.dialoog", notes=2)
    with SessionStore.open(path, source="laptop-1") as store:
        back_up(store)
    locking.encrypt(path, locking.new_key(MINE))
    return path


def written(path: Path, words: str) -> Path:
    path.write_text(words + "\n", encoding="utf-8")
    return path


def key_of(path: Path, words: str = MINE) -> Key:
    return locking.key_from(words, path)


def copy_elsewhere(file: Path, folder: Path) -> Path:
    """Make a copy with one note more, under the key of another laptop."""
    out = folder / "stick" / "kopie.dialoog"
    with SessionStore.open(file, source="laptop-1", key=key_of(file)) as store:
        store.save_copy(out)
    with SessionStore.open(out, source="laptop-2", key=key_of(file)) as store:
        add_note(store, NoteDraft("van de andere laptop", persona="fatima", step="ervaren"))
    rekeying.rekey(out, key_of(out), from_passphrase(THEIRS))
    return out


def notes(path: Path, key: Key | None) -> list[str]:
    with SessionStore.open(path, source="x", readonly=True, key=key) as store:
        return [note.text for note in store.state.notes]


def says(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(one) for one in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


# ── other copies ────────────────────────────────────────────────────────────


def test_a_copy_under_another_key_is_merged_with_its_own_passphrase(
    file: Path, mine: Path, theirs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = copy_elsewhere(file, tmp_path)
    before = other.read_bytes()
    code, _, err = says(capsys, "merge", file, other, "--passphrase-file", mine)
    assert code == 1
    assert str(other) in err
    given = ("--passphrase-file", mine, "--other-passphrase-file", theirs)
    code, out, err = says(capsys, "merge", file, other, *given)
    assert (code, err) == (0, "")
    assert "kopie.dialoog" in out
    assert notes(file, key_of(file))[2:] == ["van de andere laptop"]
    assert other.read_bytes() == before


def test_the_same_passphrase_on_two_laptops_need_not_be_given_twice(
    file: Path, mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = copy_elsewhere(file, tmp_path)
    rekeying.rekey(other, key_of(other, THEIRS), from_passphrase(MINE))
    assert says(capsys, "merge", file, other, "--passphrase-file", mine)[0] == 0
    assert len(notes(file, key_of(file))) == 3


def test_a_copy_from_before_the_passphrase_was_changed_needs_no_other_one(
    file: Path, theirs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = key_of(file), from_passphrase(THEIRS)
    other = copy_elsewhere(file, tmp_path)
    rekeying.rekey(other, key_of(other, THEIRS), old)
    locking.change_key(file, old, new)
    assert says(capsys, "merge", file, other, "--passphrase-file", theirs)[0] == 0
    assert len(notes(file, new)) == 3


def test_a_locked_copy_from_elsewhere_is_taken_in_with_its_passphrase(
    file: Path,
    theirs: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = copy_elsewhere(file, tmp_path)
    home = tmp_path / "thuis"
    home.mkdir()
    monkeypatch.setenv("FACILITATOR_SESSIONS", str(home))
    assert says(capsys, "adopt", other)[0] == 1
    code, out, _ = says(capsys, "adopt", other, "--passphrase-file", theirs)
    assert code == 0
    own = Path(out.strip())
    assert own.parent == home
    assert len(notes(own, key_of(own, THEIRS))) == 3


def test_what_is_new_in_a_locked_copy_goes_into_the_locked_dialogue_that_is_here(
    file: Path,
    mine: Path,
    theirs: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path / "thuis"
    home.mkdir()
    other = copy_elsewhere(file, tmp_path)
    own = file.rename(home / file.name)
    with SessionStore.open(own, source="laptop-1", key=key_of(own)) as store:
        add_note(store, NoteDraft("nog een", persona="fatima", step="ervaren"))
        back_up(store)
    monkeypatch.setenv("FACILITATOR_SESSIONS", str(home))
    code, _, err = says(capsys, "adopt", other, "--passphrase-file", theirs)
    assert code == 1
    assert str(own) in err
    given = ("--passphrase-file", theirs, "--other-passphrase-file", mine)
    code, out, err = says(capsys, "adopt", other, "--merge", *given)
    assert (code, out.strip(), err) == (0, str(own), "")
    assert len(notes(own, key_of(own))) == 4
    assert [one.name for one in home.glob("*.dialoog")] == [own.name]


# ── a damaged locked file ───────────────────────────────────────────────────


def torn(path: Path, first: int, last: int) -> Path:
    raw = bytearray(path.read_bytes())
    raw[first:last] = bytes(one ^ 0x55 for one in raw[first:last])
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(("first", "last"), [(0, PAGE), (0, 16), (500, 600)], ids=["page", "salt", "middle"])
def test_with_its_first_page_broken_a_locked_file_is_damaged_not_wrongly_keyed(
    file: Path,
    mine: Path,
    theirs: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    first: int,
    last: int,
) -> None:
    whole = key_of(file)
    torn(file, first, last)
    before, given = file.read_bytes(), ("--passphrase-file", mine)
    assert says(capsys, "check", file, "--passphrase-file", theirs)[0] == 1
    assert (
        says(capsys, "save-readable", file, "-o", tmp_path / "x.dialoog", "--passphrase-file", theirs)[0] == 1
    )
    assert not (tmp_path / "x.dialoog").exists()
    code, _, err = says(capsys, "check", file, *given)
    assert code == 1
    assert "beschadigd" in err
    assert "wachtwoord" not in err
    code, out, _ = says(capsys, "backups", file, *given)
    assert code == 0
    assert "goed" in out
    saved = tmp_path / "gered.dialoog"
    says(capsys, "save-readable", file, "-o", saved, *given)
    assert notes(saved, whole) == ["notitie 0", "notitie 1"]
    back = tmp_path / "terug.dialoog"
    assert says(capsys, "restore", file, "--backup", "1", "-o", back, *given)[0] == 0
    assert notes(back, whole) == ["notitie 0", "notitie 1"]
    assert file.read_bytes() == before


def test_the_key_this_laptop_keeps_finds_a_damaged_file_too(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = key_of(file)
    key_store.keep(key)
    torn(file, 0, PAGE)
    saved = tmp_path / "gered.dialoog"
    says(capsys, "save-readable", file, "-o", saved)
    assert notes(saved, key) == ["notitie 0", "notitie 1"]


def test_cut_off_in_the_middle_of_a_page_it_still_asks_for_its_key(
    file: Path, mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with SessionStore.open(file, source="laptop-1", key=key_of(file)) as store:
        add_note(store, NoteDraft("nog een", persona="fatima", step="ervaren"))
        back_up(store)
    file.write_bytes(file.read_bytes()[:-100])
    assert "goed" in says(capsys, "backups", file, "--passphrase-file", mine)[1]
    saved = tmp_path / "gered.dialoog"
    says(capsys, "save-readable", file, "-o", saved, "--passphrase-file", mine)
    assert "nog een" in notes(saved, key_of(saved))


# ── backups under an earlier key ────────────────────────────────────────────


def test_a_backup_under_a_key_nobody_kept_says_so_and_opens_with_its_own_passphrase(
    file: Path, mine: Path, theirs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [backup] = (paths.backups()).glob("*/*.dialoog")
    rekeying.rekey(backup, key_of(backup), from_passphrase(THEIRS))
    given = ("--passphrase-file", mine)
    assert "eerdere sleutel" in says(capsys, "backups", file, *given)[1]
    [told] = json.loads(says(capsys, "backups", file, "--json", *given)[1])
    assert (told["good"], told["locked"]) == (False, True)
    out = tmp_path / "terug.dialoog"
    assert says(capsys, "restore", file, "--backup", "1", "-o", out, *given)[0] == 1
    assert not out.exists()
    code, said, _ = says(
        capsys, "restore", file, "--backup", "1", "-o", out, *given, "--other-passphrase-file", theirs
    )
    assert code == 0
    assert " 2 " in said
    assert notes(out, key_of(out, THEIRS)) == ["notitie 0", "notitie 1"]


def test_forgetting_forgets_every_key_that_opens_a_backup(
    file: Path, capsys: pytest.CaptureFixture[str], system_keys: MemoryKeyring
) -> None:
    [backup] = (paths.backups()).glob("*/*.dialoog")
    older = from_passphrase(THEIRS)
    rekeying.rekey(backup, key_of(backup), older)
    (backup.parent / "place").write_text(str(file), "utf-8")
    key_store.keep(older)
    key_store.keep(key_of(file))
    assert says(capsys, "key", "forget", file)[0] == 0
    assert system_keys.kept == {}
    assert says(capsys, "backups", file)[0] == 1
