from __future__ import annotations

import keyring
import pytest
from keyring.backends import fail, null

from facilitator.domain.errors import UserError
from facilitator.services import key_store
from facilitator.store.keys import random_key
from tests.helpers.keyrings import MemoryKeyring


class PlaintextKeyring(MemoryKeyring):
    """Stands for those of keyrings.alt, which write files anybody can read."""


class Chain(MemoryKeyring):
    """Stands for several stores behind one another, the last of them a plain file."""

    def __init__(self) -> None:
        super().__init__()
        self.backends = [MemoryKeyring(), PlaintextKeyring()]


PlaintextKeyring.__module__ = "keyrings.alt.file"


def test_a_key_is_kept_found_by_its_name_and_forgotten(system_keys: MemoryKeyring) -> None:
    key, other = random_key(), random_key()
    key_store.keep(key)
    assert key_store.find(key.name) == key
    assert key_store.find(other.name) is None
    assert key_store.forget(key.name)
    assert not key_store.forget(key.name)
    assert system_keys.kept == {}


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring(), PlaintextKeyring(), Chain()])
def test_without_a_safe_place_nothing_is_kept_anywhere(backend: object) -> None:
    keyring.set_keyring(backend)  # pyright: ignore[reportArgumentType]
    assert not key_store.has_store()
    with pytest.raises(UserError) as refused:
        key_store.keep(random_key())
    assert refused.value.code == "key.no_store"
    assert key_store.find("00" * 16) is None


def test_what_the_system_refuses_is_told(system_keys: MemoryKeyring) -> None:
    key = random_key()
    key_store.keep(key)
    system_keys.refuses = True
    with pytest.raises(UserError) as refused:
        key_store.keep(random_key())
    assert refused.value.code == "key.not_kept"
    with pytest.raises(UserError) as refused:
        key_store.forget(key.name)
    assert refused.value.code == "key.not_forgotten"


@pytest.mark.parametrize("kept", ["", "geen sleutel", "ab" * 31])
def test_what_is_no_key_is_not_taken_for_one(system_keys: MemoryKeyring, kept: str) -> None:
    system_keys.kept[key_store.SERVICE, "00" * 16] = kept
    assert key_store.find("00" * 16) is None


def test_a_store_that_loses_what_it_is_given_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MemoryKeyring, "set_password", lambda *_: None)
    with pytest.raises(UserError) as refused:
        key_store.keep(random_key())
    assert refused.value.code == "key.not_kept"
