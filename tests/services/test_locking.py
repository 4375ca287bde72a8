from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import locking
from facilitator.store import keys, rekeying
from facilitator.store.backups import backups
from facilitator.store.keys import Key, from_passphrase, random_key
from facilitator.store.session import SessionStore
from tests.helpers.keyrings import MemoryKeyring
from tests.store.builders import add_note

SECRET = "de buurvrouw is bang voor haar zoon"
WORDS = "paard batterij nietje correct"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys from passphrases in no time; how long it should take is tested elsewhere."""
    monkeypatch.setattr(keys, "_ROUNDS", 100)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a plain dialogue with two backups, a rescued copy and a copy of before a migration."""
    with SessionStore.create(tmp_path / "zalen" / "avond.dialoog", source="a") as store:
        add_note(store, SECRET)
        for copy in made_copies(store):
            store.save_copy(copy)
    return store.path


def made_copies(store: SessionStore) -> list[Path]:
    name = store.identity.hex()
    return [
        paths.backups() / name / "20261113T200000Z.dialoog",
        paths.backups() / name / "20261114T124000Z-2.dialoog",
        paths.rescued() / f"{name}.dialoog",
        store.path.with_name("avond.v2.dialoog.bak"),
    ]


def readable(folder: Path) -> list[str]:
    every = [path for path in folder.rglob("*") if path.is_file()]
    assert every
    return sorted(path.name for path in every if SECRET.encode() in path.read_bytes())


def texts(path: Path, key: Key | None) -> list[str]:
    with SessionStore.open(path, source="a", readonly=True, key=key) as store:
        return [note.text for note in store.state.notes]


def all_copies(file: Path, key: Key | None) -> list[Path]:
    with SessionStore.open(file, source="a", readonly=True, key=key) as store:
        return locking.copies(file, store.identity)


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        ("paard", False),
        ("paardpaardp", False),
        ("paardpaardpa", True),
        ("een vier zes", True),
        ("wij gaan nu", False),
        ("op de 5e mei", True),
        ("  kort   ", False),
        ("a b c d e", False),
        ("ja nee ok zo", True),
    ],
)
def test_a_passphrase_is_long_enough_with_twelve_letters_or_four_words(words: str, enough: bool) -> None:
    assert locking.is_strong(words) is enough
    if not enough:
        with pytest.raises(UserError) as refused:
            locking.new_key(words)
        assert refused.value.code == "key.weak"


def test_space_around_a_passphrase_and_the_way_a_letter_is_composed_do_not_count(file: Path) -> None:
    locking.encrypt(file, locking.new_key("café aan de haven"))
    assert texts(file, locking.key_from(" cafe\u0301 aan de haven\n", file)) == [SECRET]


def test_the_recovery_code_opens_it_however_it_is_typed(file: Path) -> None:
    key = locking.new_key(WORDS)
    locking.encrypt(file, key)
    for typed in (key.code, key.code.lower().replace("-", " "), f" {key.code.replace('-', '')} "):
        assert locking.key_from(typed, file) == key


def test_a_slip_in_a_recovery_code_is_told_as_that(file: Path) -> None:
    key = random_key()
    locking.encrypt(file, key)
    first = "A" if key.code[0] != "A" else "B"
    for typed in (first + key.code[1:], key.code[:-5]):
        with pytest.raises(UserError) as refused:
            locking.key_from(typed, file)
        assert refused.value.code == "key.bad_code"


def test_wrong_words_do_not_open_it(file: Path) -> None:
    locking.encrypt(file, locking.new_key(WORDS))
    before = file.read_bytes()
    with pytest.raises(UserError) as refused:
        SessionStore.open(file, source="a", key=locking.key_from("paard batterij nietje fout", file))
    assert refused.value.code == "key.wrong"
    assert file.read_bytes() == before


def test_groups_are_typed_back_in_any_hand() -> None:
    key = Key(bytes(32), bytes(16))
    groups = locking.groups(key)
    assert len(groups) == 14
    assert locking.is_group(key, 3, f" {groups[2].lower()} ")
    assert not locking.is_group(key, 14, groups[0])
    assert not locking.is_group(key, 15, groups[0])
    assert not locking.is_group(key, 0, groups[13])


# ── the file and its copies ─────────────────────────────────────────────────


def test_with_the_dialogue_every_copy_the_program_made_is_locked(file: Path, tmp_path: Path) -> None:
    key = locking.new_key(WORDS)
    assert len(readable(tmp_path)) == 5
    changed = locking.encrypt(file, key)
    assert changed == locking.Changed()
    assert readable(tmp_path) == []
    copies = all_copies(file, key)
    assert len(copies) == 4
    assert [texts(one, key) for one in (file, *copies)] == [[SECRET]] * 5


def test_a_changed_key_opens_the_backups_of_before_too(file: Path, tmp_path: Path) -> None:
    first, second = locking.new_key(WORDS), random_key()
    locking.encrypt(file, first)
    assert locking.change_key(file, first, second) == locking.Changed()
    assert [texts(one, second) for one in (file, *all_copies(file, second))] == [[SECRET]] * 5
    assert readable(tmp_path) == []


def test_a_backup_whose_key_is_gone_is_named_and_left_alone(file: Path) -> None:
    first, second, stranger = random_key(), random_key(), random_key()
    locking.encrypt(file, first)
    backup = all_copies(file, first)[0]
    rekeying.rekey(backup, first, stranger)
    kept = backup.read_bytes()
    changed = locking.change_key(file, first, second)
    assert changed.other_key == (backup,)
    assert backup.read_bytes() == kept
    assert texts(backup, stranger) == [SECRET]


def test_a_backup_with_a_key_of_before_is_taken_along_later(file: Path) -> None:
    first, second, third = random_key(), random_key(), random_key()
    locking.encrypt(file, first)
    backup = all_copies(file, first)[0]
    kept = backup.read_bytes()
    locking.change_key(file, first, second)
    backup.write_bytes(kept)
    assert locking.change_key(file, second, third) == locking.Changed()
    assert texts(backup, third) == [SECRET]


def test_a_change_that_was_cut_off_among_the_backups_is_finished_at_the_next_start(file: Path) -> None:
    first, second = locking.new_key(WORDS), locking.new_key(f"{WORDS} anders")
    locking.encrypt(file, first)
    old = {copy: copy.read_bytes() for copy in all_copies(file, first)}
    locking.change_key(file, first, second)
    for copy, words in old.items():
        copy.write_bytes(words)
    with SessionStore.open(file, source="a", key=second) as store:
        assert [backup.good for backup in backups(paths.backups(), store.identity, second)] == [True, True]
        assert locking.settle(store) == locking.Changed()
    assert [texts(copy, second) for copy in old] == [[SECRET]] * 4


def test_the_keys_of_before_can_only_be_read_with_the_present_one(file: Path, tmp_path: Path) -> None:
    first, second = random_key(), random_key()
    locking.encrypt(file, first)
    locking.change_key(file, first, second)
    kept = [one for one in (tmp_path / "kept").rglob("*.keys")]
    assert [one.stem for one in kept] == [second.name]
    every = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert not [one for one in every for raw in (first.raw, second.raw) if raw in one.read_bytes()]


def test_a_second_place_gets_the_key_too(file: Path, tmp_path: Path) -> None:
    first, second = random_key(), random_key()
    stick = tmp_path / "stick"
    inside = all_copies(file, None)[0]
    copy = stick / inside.parent.name / inside.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(inside.read_bytes())
    locking.encrypt(file, first, [stick])
    assert readable(tmp_path) == []
    away = copy.read_bytes()
    locking.change_key(file, first, second)
    assert copy.read_bytes() == away
    with SessionStore.open(file, source="a", key=second) as store:
        assert locking.settle(store, [stick]) == locking.Changed()
    assert texts(copy, second) == [SECRET]


def test_a_backup_with_a_key_the_system_still_keeps_is_taken_along(file: Path) -> None:
    first, second, third = random_key(), random_key(), random_key()
    locking.encrypt(file, first)
    backup = all_copies(file, first)[0]
    kept = backup.read_bytes()
    locking.change_key(file, first, second)
    backup.write_bytes(kept)
    locking.keep_key(first)
    assert locking.change_key(file, second, third) == locking.Changed()
    assert texts(backup, third) == [SECRET]


def test_without_a_key_the_copies_have_none_either(file: Path) -> None:
    key = random_key()
    locking.encrypt(file, key)
    locking.decrypt(file, key)
    assert [texts(one, None) for one in (file, *all_copies(file, None))] == [[SECRET]] * 5


def test_a_backup_that_is_in_use_is_named_as_readable_and_done_the_next_time(
    file: Path, tmp_path: Path
) -> None:
    key = random_key()
    backup = all_copies(file, None)[0]
    with SessionStore.open(backup, source="x"):
        changed = locking.encrypt(file, key)
    assert changed == locking.Changed(in_the_open=(backup,))
    assert readable(tmp_path) == [backup.name]
    with SessionStore.open(file, source="a", key=key) as store:
        assert locking.settle(store) == locking.Changed()
    assert readable(tmp_path) == []


def test_half_a_backup_in_the_open_goes(file: Path, tmp_path: Path) -> None:
    folder = all_copies(file, None)[0].parent
    half = folder / "20261114T130000Z.tmp"
    half.write_bytes(file.read_bytes())
    other = folder / "lees-mij.txt"
    other.write_text("van iemand anders", encoding="utf-8")
    locking.encrypt(file, random_key())
    assert readable(tmp_path) == []
    assert not half.exists()
    assert other.exists()


def test_nothing_is_settled_for_a_plain_dialogue(file: Path, tmp_path: Path) -> None:
    with SessionStore.open(file, source="a") as store:
        assert locking.settle(store) == locking.Changed()
    assert len(readable(tmp_path)) == 5


# ── on this laptop ──────────────────────────────────────────────────────────


def test_on_this_laptop_the_system_keeps_the_key(file: Path, system_keys: MemoryKeyring) -> None:
    key = random_key()
    locking.secure(file, None, key, on_laptop=True)
    assert locking.find_key(file) == key
    assert locking.is_locked(file)
    other = random_key()
    locking.secure(file, key, other, on_laptop=True)
    assert locking.find_key(file) == other
    assert len(system_keys.kept) == 1
    locking.release(file, other)
    assert system_keys.kept == {}
    assert not locking.is_locked(file)


def test_a_backup_that_could_not_be_taken_along_opens_with_the_new_key_all_the_same(
    file: Path, system_keys: MemoryKeyring
) -> None:
    first, second = random_key(), random_key()
    locking.secure(file, None, first, on_laptop=True)
    backup = all_copies(file, first)[0]
    with SessionStore.open(backup, source="x", key=first):
        changed = locking.secure(file, first, second, on_laptop=True)
    assert changed.other_key == (backup,)
    assert list(system_keys.kept.values()) == [second.raw.hex()]
    with SessionStore.open(file, source="a", key=second) as store:
        assert all(one.good for one in backups(paths.backups(), store.identity, second))
        assert locking.settle(store) == locking.Changed()
    assert texts(backup, second) == [SECRET]


def test_a_key_a_backup_still_needs_is_not_forgotten_when_the_lock_comes_off(
    file: Path, system_keys: MemoryKeyring
) -> None:
    key = random_key()
    locking.secure(file, None, key, on_laptop=True)
    backup = all_copies(file, key)[0]
    with SessionStore.open(backup, source="x", key=key):
        changed = locking.release(file, key)
    assert changed.other_key == (backup,)
    assert len(system_keys.kept) == 1


def test_where_the_system_does_not_keep_keys_nothing_changes(
    file: Path, system_keys: MemoryKeyring, tmp_path: Path
) -> None:
    system_keys.refuses = True
    with pytest.raises(UserError) as refused:
        locking.secure(file, None, random_key(), on_laptop=True)
    assert refused.value.code == "key.not_kept"
    assert len(readable(tmp_path)) == 5


def test_when_the_file_cannot_be_changed_its_key_is_not_kept(file: Path, system_keys: MemoryKeyring) -> None:
    with SessionStore.open(file, source="a"), pytest.raises(UserError):
        locking.secure(file, None, random_key(), on_laptop=True)
    assert system_keys.kept == {}


def test_a_lost_key_leaves_the_file_as_it_is(file: Path, system_keys: MemoryKeyring) -> None:
    locking.secure(file, None, random_key(), on_laptop=True)
    before = file.read_bytes()
    system_keys.kept.clear()
    assert locking.find_key(file) is None
    with pytest.raises(UserError) as refused:
        SessionStore.open(file, source="a")
    assert refused.value.code == "store.locked"
    assert file.read_bytes() == before


def test_a_backup_keeps_the_key_of_the_passphrase_whatever_it_is_opened_with(file: Path) -> None:
    key = locking.new_key(WORDS)
    locking.encrypt(file, key)
    copy = all_copies(file, key)[0]
    assert from_passphrase(WORDS, key.salt) == locking.key_from(WORDS, copy) == key


# ── death at any line ───────────────────────────────────────────────────────


def deaths(folder: Path, *given: str) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "tests.services.rekey_kill", str(folder), *given]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, timeout=900)
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is forked for every death")
@pytest.mark.parametrize("way", ["encrypt", "change", "decrypt"])
def test_whenever_it_dies_the_old_or_the_new_file_is_whole(tmp_path: Path, way: str) -> None:
    told = deaths(tmp_path, way, "67")
    assert int(str(told["deaths"])) > 15
    assert told["wrong"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process is forked for every death")
def test_a_swap_in_two_steps_is_caught(tmp_path: Path) -> None:
    """Positive control: between removing and renaming there is no file at all."""
    told = deaths(tmp_path, "encrypt", "1", "naive")
    assert any("cannot be opened" in fault for fault in told["wrong"])


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="a process is forked for every death")
@pytest.mark.parametrize("way", ["encrypt", "change", "decrypt"])
def test_whichever_line_it_dies_at_the_old_or_the_new_file_is_whole(tmp_path: Path, way: str) -> None:
    told = deaths(tmp_path, way, "1")
    assert int(str(told["deaths"])) > 1000
    assert told["wrong"] == []
