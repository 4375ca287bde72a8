from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import key_finding, key_store, whereabouts
from facilitator.services.safekeeping import back_up
from facilitator.store import keys
from facilitator.store.keys import Key, from_passphrase, random_key
from facilitator.store.session import SessionStore
from tests.helpers.keyrings import MemoryKeyring
from tests.store.builders import add_note

WORDS = "paard batterij nietje correct"
PAGE = 4096


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 100)


@pytest.fixture
def key() -> Key:
    return from_passphrase(WORDS)


def locked(path: Path, key: Key | None) -> Path:
    """Make a dialogue with one backup."""
    with SessionStore.create(path, source="a", key=key) as store:
        add_note(store, "de buurvrouw is bang")
        back_up(store)
    return path


def broken(path: Path, first: int, last: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[first:last] = bytes(one ^ 0x55 for one in raw[first:last])
    path.write_bytes(raw)


def refusal(typed: str, path: Path) -> str:
    with pytest.raises(UserError) as refused:
        key_finding.typed_key(typed, path)
    return refused.value.code


@pytest.mark.parametrize(("first", "last"), [(0, 0), (0, 16), (0, PAGE), (200, 300), (PAGE, 4 * PAGE)])
def test_passphrase_and_code_are_known_as_right_whatever_part_is_broken(
    tmp_path: Path, key: Key, first: int, last: int
) -> None:
    path = locked(tmp_path / "zorg.dialoog", key)
    broken(path, first, last)
    for typed in (WORDS, f" {WORDS}\n", key.code, key.code.lower().replace("-", " ")):
        assert key_finding.typed_key(typed, path) == key
    assert refusal("paard batterij nietje fout", path) == "key.wrong"
    assert refusal(random_key().code, path) == "key.wrong"
    assert refusal(key.code[:-6] + "A" * 6, path) == "key.bad_code"
    assert key_finding.needs_salvage(path, key) is (last > first and first < PAGE)


def test_moved_and_with_its_salt_gone_the_backups_of_all_dialogues_are_tried(
    tmp_path: Path, key: Key
) -> None:
    path = locked(tmp_path / "zorg.dialoog", key)
    locked(tmp_path / "ander.dialoog", from_passphrase(WORDS))
    moved = path.rename(tmp_path / "elders.dialoog")
    broken(moved, 0, PAGE)
    assert key_finding.typed_key(WORDS, moved) == key
    locked(tmp_path / "derde.dialoog", from_passphrase("heel andere woorden hier"))
    assert refusal("heel andere woorden hier", moved) == "key.wrong"


def test_a_passphrase_of_another_dialogue_does_not_count_for_this_one(tmp_path: Path, key: Key) -> None:
    path = locked(tmp_path / "zorg.dialoog", key)
    locked(tmp_path / "ander.dialoog", from_passphrase("heel andere woorden hier"))
    assert refusal("heel andere woorden hier", path) == "key.wrong"


def test_of_a_file_that_is_gone_the_backups_tell(tmp_path: Path, key: Key) -> None:
    path = locked(tmp_path / "zorg.dialoog", key)
    path.unlink()
    assert key_finding.wants_key(path)
    assert key_finding.typed_key(WORDS, path) == key
    assert refusal("paard batterij nietje fout", path) == "key.wrong"


def test_a_key_is_wanted_of_what_is_locked_alone(tmp_path: Path, key: Key) -> None:
    assert key_finding.wants_key(locked(tmp_path / "dicht.dialoog", key))
    assert not key_finding.wants_key(locked(tmp_path / "open.dialoog", None))
    assert not key_finding.wants_key(tmp_path / "weg.dialoog")
    text = tmp_path / "tekst.dialoog"
    text.write_text("geen dialoog", encoding="utf-8")
    assert not key_finding.wants_key(text)
    cut = locked(tmp_path / "half.dialoog", key)
    cut.write_bytes(cut.read_bytes()[:-100])
    assert key_finding.wants_key(cut)


def test_the_system_gives_the_key_of_a_broken_file_and_forgets_all_of_them(
    tmp_path: Path, key: Key, system_keys: MemoryKeyring
) -> None:
    path = locked(tmp_path / "zorg.dialoog", key)
    assert key_finding.kept_key(path) is None
    key_store.keep(key)
    broken(path, 0, PAGE)
    assert key_finding.kept_key(path) == key
    assert key_finding.fits(path, key)
    assert not key_finding.fits(path, random_key())
    with SessionStore.open(next(paths.backups().glob("*/*.dialoog")), source="a", key=key) as store:
        whereabouts.seen(store.identity, path)
    assert key_finding.forget_keys(path)
    assert system_keys.kept == {}
    assert not key_finding.forget_keys(path)
