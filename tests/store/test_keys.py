"""A key comes back from its passphrase or its recovery code, and from nothing that is nearly that."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import UserError
from facilitator.store import keys
from facilitator.store.keys import Key, from_code, from_passphrase, random_key, salt_of
from facilitator.store.session import SessionStore
from tests.store.builders import add_note

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))
def test_a_recovery_code_gives_the_key_back(raw: bytes, salt: bytes) -> None:
    key = Key(raw, salt)
    assert from_code(key.code, salt) == key
    assert from_code(key.code.lower().replace("-", " "), salt) == key
    assert from_code(f"\n{key.code.replace('-', '')}\t", salt) == key
    assert all(len(group) <= 4 for group in key.code.split("-"))


def test_digits_that_are_no_letters_of_the_code_are_read_as_the_ones_they_look_like() -> None:
    key = next(key for key in iter(random_key, None) if {"O", "I", "B"} <= set(key.code))
    typed = key.code.replace("O", "0").replace("I", "1").replace("B", "8")
    assert from_code(typed, key.salt) == key


def test_every_single_mistyped_letter_is_refused() -> None:
    key = random_key()
    text = key.code.replace("-", "")
    tried = 0
    for place, letter in enumerate(text):
        for wrong in LETTERS.replace(letter, ""):
            tried += 1
            with pytest.raises(UserError, match=r"key\.bad_code"):
                from_code(text[:place] + wrong + text[place + 1 :], key.salt)
    assert tried == 31 * len(text)


@given(st.integers(0, 55), st.randoms())
def test_a_letter_left_out_doubled_or_changed_places_is_refused(place: int, chance: object) -> None:
    key = random_key()
    text = key.code.replace("-", "")
    place %= len(text) - 1
    turned = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    for typed in (text[:place] + text[place + 1 :], text[: place + 1] + text[place:], turned):
        if typed != text:
            with pytest.raises(UserError, match=r"key\.bad_code"):
                from_code(typed, key.salt)


@given(st.text(max_size=80))
def test_whatever_else_is_typed_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match=r"key\.bad_code"):
        from_code(typed, b"\0" * keys.SALT)


def test_a_passphrase_gives_the_same_key_with_the_same_salt_alone() -> None:
    key = from_passphrase("acht blauwe fietsen")
    assert from_passphrase("acht blauwe fietsen", key.salt) == key
    assert from_passphrase("acht blauwe fietsen").raw != key.raw
    assert from_passphrase("acht blauwe Fietsen", key.salt).raw != key.raw


@settings(max_examples=20)
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_passphrases_give_two_keys(one: str, two: str) -> None:
    salt = b"s" * keys.SALT
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_ROUNDS", 2)
        try:
            same = from_passphrase(one, salt) == from_passphrase(two, salt)
        except UnicodeEncodeError:
            return
    # HMAC fills short keys up with zero bytes.
    assert same == (one.rstrip("\0") == two.rstrip("\0"))


def test_no_key_shows_in_what_is_printed_or_logged() -> None:
    key = random_key()
    assert key.raw.hex() not in repr(key)
    assert repr(key.raw) not in repr(key)
    assert random_key() != key


def test_a_file_tells_its_salt_and_opens_with_its_own_key_alone(tmp_path: Path) -> None:
    key = from_passphrase("een goed geheim")
    path = tmp_path / "zorg.dialoog"
    with SessionStore.create(path, source="a", key=key) as store:
        add_note(store, "niemand anders mag dit lezen")
    assert salt_of(path) == key.salt
    assert b"niemand anders" not in path.read_bytes()
    for wrong in (from_passphrase("een goed geheim!", key.salt), random_key()):
        with pytest.raises(UserError, match=r"key\.wrong"):
            SessionStore.open(path, source="a", key=wrong)
    with pytest.raises(UserError, match=r"store\.locked"):
        SessionStore.open(path, source="a")
    with SessionStore.open(path, source="a", key=from_code(key.code, salt_of(path))) as store:
        assert [note.text for note in store.state.notes] == ["niemand anders mag dit lezen"]


def test_a_salt_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"store\.missing"):
        salt_of(tmp_path / "weg.dialoog")
    with pytest.raises(UserError, match=r"store\.io"):
        salt_of(tmp_path)
    if os.name != "nt" and os.geteuid() != 0:
        closed = tmp_path / "dicht.dialoog"
        closed.write_bytes(b"x" * 99)
        closed.chmod(0)
        with pytest.raises(UserError, match=r"store\.not_readable"):
            salt_of(closed)
