"""Ways in which a file gets damaged: by chance, by a disk, by a copy that was cut off."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.store.damage import PAGE


def _some_bytes(raw: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 4, 40, 400])):
        raw[chance.randrange(len(raw))] = chance.randrange(256)


def _head(raw: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 3, 10])):
        raw[chance.randrange(100)] = chance.randrange(256)


def _one_bit(raw: bytearray, chance: random.Random) -> None:
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)


def _letters(raw: bytearray, chance: random.Random) -> None:
    """Change letters into others where there are letters: damage that looks like words."""
    places = [n for n in range(100, len(raw)) if raw[n : n + 1].isalpha()]
    for place in chance.sample(places, min(len(places), chance.choice([1, 2, 5]))):
        raw[place] = ord(chance.choice("abcdefghijklmnopqrstuvwxyz"))


def _cut(raw: bytearray, chance: random.Random) -> None:
    del raw[chance.randrange(len(raw)) :]


def _lost_sectors(raw: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 3, 8])):
        size = chance.choice([512, PAGE])
        start = chance.randrange(len(raw) // size) * size
        raw[start : start + size] = bytes(size) if chance.random() < 0.7 else chance.randbytes(size)


def _swapped_pages(raw: bytearray, chance: random.Random) -> None:
    one, two = (chance.randrange(len(raw) // PAGE) * PAGE for _ in range(2))
    raw[one : one + PAGE], raw[two : two + PAGE] = raw[two : two + PAGE], raw[one : one + PAGE]


def _moved(raw: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(raw))
    raw[place:place] = chance.randbytes(chance.choice([1, 512, PAGE]))


WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _some_bytes,
    _head,
    _one_bit,
    _letters,
    _cut,
    _lost_sectors,
    _swapped_pages,
    _moved,
)
