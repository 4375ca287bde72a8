from __future__ import annotations

import os
from pathlib import Path

from facilitator import paths
from facilitator.services import whereabouts

ONE, OTHER = b"1" * 16, b"2" * 16


def test_the_place_where_a_dialogue_lay_last_is_known(tmp_path: Path) -> None:
    whereabouts.seen(ONE, tmp_path / "a.dialoog")
    whereabouts.seen(ONE, tmp_path / "stick" / "a.dialoog")
    assert whereabouts.place_of(ONE) == tmp_path / "stick" / "a.dialoog"
    assert whereabouts.place_of(OTHER) is None


def test_a_file_that_cannot_tell_itself_is_known_by_its_place(tmp_path: Path) -> None:
    whereabouts.seen(ONE, tmp_path / "a.dialoog")
    whereabouts.seen(OTHER, tmp_path / "b.dialoog")
    assert whereabouts.identity_at(tmp_path / "a.dialoog") == ONE
    assert whereabouts.identity_at(tmp_path / "c.dialoog") == b""


def test_another_dialogue_in_the_same_place_counts_from_then_on(tmp_path: Path) -> None:
    whereabouts.seen(ONE, tmp_path / "a.dialoog")
    whereabouts.seen(OTHER, tmp_path / "a.dialoog")
    assert whereabouts.identity_at(tmp_path / "a.dialoog") == OTHER


def test_each_thing_is_told_once_of_a_dialogue(tmp_path: Path) -> None:
    whereabouts.seen(ONE, tmp_path / "a.dialoog")
    assert whereabouts.tell_once(ONE, "place.cloud")
    assert not whereabouts.tell_once(ONE, "place.cloud")
    assert whereabouts.tell_once(ONE, "place.network")
    assert whereabouts.tell_once(OTHER, "place.cloud")
    assert whereabouts.place_of(ONE) == tmp_path / "a.dialoog"


def test_what_is_forgotten_is_nowhere_in_the_file(tmp_path: Path) -> None:
    whereabouts.seen(ONE, tmp_path / "a.dialoog")
    whereabouts.forget(ONE)
    assert "a.dialoog" not in (paths.kept() / whereabouts.FILE).read_text()


def test_a_senseless_list_is_no_list(tmp_path: Path) -> None:
    for text in ("[]", "{", '{"31": 5, "32": {"path": 7, "told": {}}}', "[" * 100_000):
        paths.kept().mkdir(exist_ok=True)
        (paths.kept() / whereabouts.FILE).write_text(text)
        assert whereabouts.place_of(b"2") is None
        assert whereabouts.identity_at(tmp_path) == b""
        assert whereabouts.tell_once(b"2", "place.cloud")


def test_only_the_owner_may_read_the_list(tmp_path: Path) -> None:
    whereabouts.seen(ONE, tmp_path / "a.dialoog")
    if os.name != "nt":
        assert (paths.kept() / whereabouts.FILE).stat().st_mode & 0o077 == 0


def test_only_so_many_are_remembered(tmp_path: Path) -> None:
    for number in range(whereabouts.MOST + 2):
        whereabouts.seen(number.to_bytes(16), tmp_path / f"{number}.dialoog")
    assert whereabouts.place_of((0).to_bytes(16)) is None
    assert whereabouts.place_of((whereabouts.MOST + 1).to_bytes(16)) is not None
