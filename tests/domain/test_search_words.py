"""Words of notes, and which notes hold them."""

from __future__ import annotations

import pytest

from facilitator.domain.search_words import DENSE, Bits, Vocabulary, words_of


def ordinals(bits: int) -> list[int]:
    return [n for n in range(bits.bit_length()) if bits >> n & 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eén zorg, één ZORG!", ["een", "zorg", "een", "zorg"]),
        ("zo'n 24-uurs_dienst", ["zo", "n", "24", "uurs", "dienst"]),
        ("مُسْتَشْفى", ["مستشفى"]),
        ("我等了", ["我", "等", "了"]),
        ("?! …", []),
    ],
)
def test_words_are_folded_and_without_signs(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_ascii_takes_the_short_way_to_the_same_words() -> None:
    assert words_of("Wachten in de ZAAL") == words_of("Wachten in de ZAAL é")[:-1]


def test_a_prefix_finds_every_word_that_begins_so() -> None:
    known = Vocabulary()
    known.add(0, ["wacht", "zaal"])
    known.add(9, ["wachten"])
    known.add(3, ["zaal", "zaal"])
    assert ordinals(known.starting_with("wacht")) == [0, 9]
    assert ordinals(known.starting_with("zaal")) == [0, 3]
    assert known.starting_with("zalen") == 0


def test_a_word_in_many_notes_is_found_and_lost_like_any_other() -> None:
    known = Vocabulary()
    for number in range(2 * DENSE):
        known.add(number, ["veel", f"n{number}"])
    assert known.starting_with("veel").bit_count() == 2 * DENSE
    for number in range(2 * DENSE - 1):
        known.remove(number, ["veel", f"n{number}"])
    assert ordinals(known.starting_with("veel")) == [2 * DENSE - 1]
    known.remove(2 * DENSE - 1, ["veel", f"n{2 * DENSE - 1}"])
    assert known.starting_with("") == 0


def test_words_nobody_uses_any_more_are_forgotten() -> None:
    known = Vocabulary()
    known.add(0, ["geheim", "zaal"])
    known.starting_with("g")
    known.remove(0, ["geheim", "zaal"])
    assert known.starting_with("geheim") == 0
    assert len(known) == 0
    known.add(1, ["geheim"])
    assert ordinals(known.starting_with("g")) == [1]


def test_bits_grow_and_shrink() -> None:
    bits = Bits([3, 70])
    bits.add(1_000)
    bits.discard(3)
    bits.discard(90_000)
    assert ordinals(bits.whole) == [70, 1_000]
