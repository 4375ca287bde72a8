from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.store import earlier, rekeying
from facilitator.store.keys import Key, random_key, signs
from facilitator.store.session import SessionStore
from tests.store.builders import add_note

PAGE = 4096


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "sleutels"


def locked(path: Path, key: Key | None) -> Path:
    with SessionStore.create(path, source="a", key=key) as store:
        add_note(store, "de buurvrouw is bang")
    return path


def test_keys_of_before_are_handed_on_from_key_to_key_newest_first(place: Path) -> None:
    keys = [random_key() for _ in range(4)]
    for old, new in zip(keys, keys[1:], strict=False):
        earlier.remember(place, new, [old, *earlier.known(place, old)])
    assert earlier.known(place, keys[3]) == [keys[2], keys[1], keys[0]]
    assert earlier.known(place, keys[1]) == [keys[0]]
    assert earlier.known(place, keys[0]) == []
    assert earlier.known(place, None) == []


def test_only_so_many_are_kept_and_the_present_one_is_none_of_them(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier, "MOST", 2)
    key, first, second, third = (random_key() for _ in range(4))
    for one in (first, second, key, third):
        earlier.remember(place, key, [one])
    assert earlier.known(place, key) == [third, second]


def test_they_are_for_the_owner_alone_and_no_key_can_be_read_in_the_file(place: Path) -> None:
    key, old = random_key(), random_key()
    earlier.remember(place, key, [old])
    [file] = place.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert place.stat().st_mode & 0o077 == 0
    assert old.raw not in file.read_bytes()
    assert key.raw not in file.read_bytes()
    earlier.forget(place, key)
    assert list(place.iterdir()) == []
    assert earlier.known(place, key) == []


@pytest.mark.parametrize(
    "damage", [lambda raw: raw[:100], lambda raw: raw[:PAGE] + bytes(PAGE), lambda _: b""]
)
def test_damaged_they_are_not_known_and_nothing_else_breaks(place: Path, damage: object) -> None:
    key, old = random_key(), random_key()
    earlier.remember(place, key, [old])
    [file] = place.iterdir()
    file.write_bytes(damage(file.read_bytes()))  # pyright: ignore[reportCallIssue]
    assert earlier.known(place, key) == []
    earlier.remember(place, key, [old])
    assert earlier.known(place, key) == [old]


def test_what_fits_a_copy_is_its_own_key_one_of_before_or_none(tmp_path: Path) -> None:
    key, old, stranger = random_key(), random_key(), random_key()
    identity = bytes(range(16))
    place = earlier.place_of(identity)
    assert place == paths.backups() / identity.hex()
    earlier.remember(place, key, [old])
    for name, mine in (("1", None), ("2", key), ("3", old)):
        path = locked(place / f"{name}.dialoog", mine)
        assert earlier.fitting(path, key) == mine
    kept = locked(paths.rescued() / f"{identity.hex()}-2.dialoog", old)
    assert earlier.fitting(kept, key) == old
    other = locked(place / "4.dialoog", stranger)
    for given in (key, None):
        with pytest.raises(UserError) as refused:
            earlier.fitting(other, given)
        assert refused.value.code == "key.wrong"


def test_with_its_beginning_broken_the_other_pages_tell_the_key(tmp_path: Path) -> None:
    key, old = random_key(), random_key()
    place = earlier.place_of(bytes(16))
    earlier.remember(place, key, [old])
    path = locked(place / "1.dialoog", old)
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    assert earlier.fitting(path, key) == old
    assert signs(path, old)
    assert not signs(path, key)
    rekeying.rekey(locked(tmp_path / "2.dialoog", old), old, key)
    assert not signs(tmp_path / "2.dialoog", old)
    assert not signs(locked(tmp_path / "3.dialoog", None), old)
    assert not signs(tmp_path / "weg.dialoog", old)
