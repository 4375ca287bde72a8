from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.services import naming
from tests.domain.test_text import ANY

IDENTITY = bytes.fromhex("3fa9c1") + bytes(13)


@given(ANY, st.binary(min_size=16, max_size=16))
def test_a_name_is_plain_letters_and_the_sign_of_the_dialogue(title: str, identity: bytes) -> None:
    found = naming.stem(title, identity)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert found.endswith(f"-{identity.hex()[:6]}")
    assert len(found) <= 67
    assert naming.stem(found, identity) == found


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Zorg dichtbij", "zorg-dichtbij-3fa9c1"),
        ("مرحبا", "dialoog-3fa9c1"),
        ("CON", "dialoog-con-3fa9c1"),
        ("a:b", "a-b-3fa9c1"),
        ("../../etc/passwd", "etc-passwd-3fa9c1"),
        ("einde \u202egnp.exe", "einde-gnp-exe-3fa9c1"),
        ("x" * 400, f"{'x' * 60}-3fa9c1"),
        ("", "dialoog-3fa9c1"),
    ],
)
def test_names_of_titles(title: str, name: str) -> None:
    assert naming.stem(title, IDENTITY) == name


@pytest.mark.parametrize(
    ("title", "secret"),
    [
        ("Zorg bij 111222333", "111222333"),
        ("Bel 06-12345678 over zorg", "12345678"),
        ("zorg jan@voorbeeld.nl", "voorbeeld"),
    ],
)
def test_numbers_and_addresses_do_not_get_into_a_name(title: str, secret: str) -> None:
    found = naming.stem(title, IDENTITY)
    assert secret not in found
    assert "zorg" in found


def test_only_the_sign_of_its_own_dialogue_is_taken_off() -> None:
    assert naming.without_sign("zorg-3fa9c1", IDENTITY) == "zorg"
    assert naming.without_sign("zorg-3fa9c1-2", IDENTITY) == "zorg"
    for stem in ("zorg-200612", "zorg", "zorg-3fa9c1-twee", "zorg3fa9c1"):
        assert naming.without_sign(stem, IDENTITY) == stem
    assert naming.without_sign("zorg-3fa9c1", b"") == "zorg-3fa9c1"


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    names: list[str] = []
    for _ in range(3):
        path = naming.free_path(tmp_path, "Zorg", IDENTITY)
        path.touch()
        names.append(path.name)
    assert names == ["zorg-3fa9c1.dialoog", "zorg-3fa9c1-2.dialoog", "zorg-3fa9c1-3.dialoog"]
    dangling = tmp_path / "zorg-20261122-0910-3fa9c1.dialoog"
    dangling.symlink_to("nergens")
    path = naming.free_path(tmp_path, "zorg-3fa9c1", IDENTITY, "20261122-0910")
    assert path.name == "zorg-20261122-0910-3fa9c1-2.dialoog"


def test_without_an_identity_every_name_is_another() -> None:
    names = {naming.stem("Zorg", b"") for _ in range(20)}
    assert len(names) > 15
    assert all(re.fullmatch("zorg-[0-9a-f]{6}", name) for name in names)
