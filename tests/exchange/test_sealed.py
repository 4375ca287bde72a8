from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.exchange import sealed
from facilitator.exchange.sealed import check_recipient, is_for_passphrase, read_sealed, seal, unseal
from tests.helpers.age import Holder, sealed_lightly

WORDS = "vier losse woorden hier"
SECRET = b"de buurvrouw is bang"
ME = Holder()
PUBLIC, PRIVATE = ME.public, ME.secret


def test_what_is_sealed_under_a_passphrase_opens_with_that_alone() -> None:
    data = seal(SECRET, passphrase=WORDS)
    assert SECRET not in data
    assert is_for_passphrase(data)
    assert unseal(data, passphrase=WORDS) == SECRET


@pytest.mark.parametrize("size", [0, 40, 65_536, 150_000])
def test_what_another_program_sealed_under_a_passphrase_opens_with_that_alone(size: int) -> None:
    secret = (SECRET * 8_000)[:size]
    data = sealed_lightly(secret, WORDS)
    assert is_for_passphrase(data)
    assert unseal(data, passphrase=WORDS) == secret
    with pytest.raises(UserError) as refused:
        unseal(data, passphrase="iets anders")
    assert refused.value.code == "sealed.not_opened"


def test_what_is_sealed_for_somebody_opens_with_their_key_alone() -> None:
    data = seal(SECRET, recipient=f" {PUBLIC}\n")
    assert SECRET not in data
    assert not is_for_passphrase(data)
    assert unseal(data, identity=f"# created: today\n# public key: {PUBLIC}\n{PRIVATE}\n") == SECRET
    stranger = Holder().secret
    for given in ({"identity": stranger}, {"passphrase": WORDS}):
        with pytest.raises(UserError) as refused:
            unseal(data, **given)
        assert refused.value.code == "sealed.not_opened"


def test_one_changed_byte_is_not_opened() -> None:
    data = bytearray(seal(SECRET, recipient=PUBLIC))
    data[-3] ^= 1
    with pytest.raises(UserError):
        unseal(bytes(data), identity=PRIVATE)


@pytest.mark.parametrize(
    "value",
    ["", "age1", PUBLIC[:-1], "ssh-ed25519 AAAA", PRIVATE],
    ids=["none", "short", "cut", "other", "secret"],
)
def test_only_a_public_key_can_be_written_to(value: str) -> None:
    with pytest.raises(UserError) as refused:
        check_recipient(value)
    assert refused.value.code == "sealed.bad_recipient"


def test_what_is_no_secret_key_is_told() -> None:
    with pytest.raises(UserError) as refused:
        unseal(seal(SECRET, recipient=PUBLIC), identity="geen sleutel")
    assert refused.value.code == "sealed.bad_identity"


def test_without_a_lock_nothing_is_sealed() -> None:
    with pytest.raises(ValueError, match="neither"):
        seal(SECRET)


def test_a_sealed_file_is_read_and_any_other_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.age"
    data = seal(SECRET, recipient=PUBLIC)
    file.write_bytes(data)
    assert read_sealed(file) == data
    monkeypatch.setattr(sealed, "LIMIT", 10)
    with pytest.raises(UserError) as refused:
        read_sealed(file)
    assert refused.value.code == "exchange.too_large"
    monkeypatch.undo()
    file.write_bytes(b"iets anders")
    with pytest.raises(UserError) as refused:
        read_sealed(file)
    assert refused.value.code == "sealed.not_sealed"
    with pytest.raises(UserError) as refused:
        read_sealed(tmp_path / "niets.age")
    assert refused.value.code == "exchange.missing"
