"""Pictures that are kept: within bytes, within time, and never for ever behind."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from facilitator.ui.board.card_cache import CardCache

SIDE = 50
BYTES = SIDE * SIDE * 4


@pytest.fixture
def drawn(qtbot: QtBot) -> list[str]:
    return []


def ask(cache: CardCache[str], key: str, drawn: list[str], token: object = "", scale: float = 1.0) -> bool:
    def draw() -> QPixmap:
        drawn.append(key)
        return QPixmap(SIDE, SIDE)

    return cache.picture(key, token, scale, draw) is not None


def test_a_picture_is_drawn_once_for_each_look_and_scale(drawn: list[str]) -> None:
    cache = CardCache[str]()
    for token, scale in (("a", 1.0), ("a", 1.0), ("b", 1.0), ("b", 2.0), ("b", 2.0)):
        cache.begin()
        assert ask(cache, "n", drawn, token, scale)
    assert len(drawn) == 3
    assert len(cache) == 1


def test_while_the_zoom_moves_another_scale_is_good_enough_but_another_look_is_not(drawn: list[str]) -> None:
    cache = CardCache[str]()
    cache.begin()
    ask(cache, "n", drawn, "a", 1.0)
    cache.moving = True
    ask(cache, "n", drawn, "a", 2.0)
    assert len(drawn) == 1
    ask(cache, "n", drawn, "b", 2.0)
    assert len(drawn) == 2


def test_the_bytes_are_kept_and_the_oldest_go_first(drawn: list[str]) -> None:
    cache = CardCache[str](10 * BYTES)
    for n in range(30):
        cache.begin()
        ask(cache, f"n{n}", drawn)
        ask(cache, "n0", drawn)
        assert cache.used <= cache.limit
    assert drawn.count("n0") == 1
    assert len(cache) == 10
    assert cache.used == 10 * BYTES


def test_more_in_sight_than_may_be_kept_does_not_ask_for_ever(drawn: list[str]) -> None:
    cache = CardCache[str](3 * BYTES)
    for _ in range(5):
        cache.begin()
        for n in range(20):
            ask(cache, f"n{n}", drawn)
        assert not cache.starved
        assert cache.used <= cache.limit
    assert len(drawn) < 20


def test_time_for_new_pictures_is_limited_and_what_is_old_is_shown_meanwhile(drawn: list[str]) -> None:
    cache = CardCache[str](seconds=0.002)

    def slow() -> QPixmap:
        time.sleep(0.003)
        return QPixmap(SIDE, SIDE)

    cache.begin()
    assert cache.picture("a", "", 1.0, slow) is not None
    assert cache.picture("b", "", 1.0, slow) is None
    assert cache.starved
    cache.begin()
    assert not cache.starved
    assert cache.picture("b", "", 1.0, slow) is not None
    assert cache.picture("a", "other look", 1.0, slow) is not None
    assert cache.starved
    cache.patient = True
    cache.begin()
    for key in "abcdef":
        assert cache.picture(key, "", 2.0, slow) is not None
    assert not cache.starved


def test_an_aged_picture_is_seen_until_it_is_drawn_anew(drawn: list[str]) -> None:
    cache = CardCache[str]()
    cache.begin()
    ask(cache, "n", drawn)
    cache.age("n")
    assert cache.peek("n") is not None
    ask(cache, "n", drawn)
    assert drawn == ["n", "n"]
    cache.forget(("n", "unknown"))
    assert cache.peek("n") is None
    assert list(cache) == []
    assert cache.used == 0
    ask(cache, "n", drawn)
    cache.clear()
    assert (len(cache), cache.used) == (0, 0)


def test_shrinking_drops_what_was_used_longest_ago(drawn: list[str]) -> None:
    cache = CardCache[str]()
    cache.begin()
    for key in ("a", "b", "c", "a"):
        assert ask(cache, key, drawn)
    cache.shrink(2 * BYTES)
    assert list(cache) == ["c", "a"]
    assert cache.used == 2 * BYTES
