from __future__ import annotations

from facilitator.similarity.stop_words import STOP_WORDS


def test_every_language_has_its_small_words_in_lower_case() -> None:
    assert set(STOP_WORDS) == {"nl", "en", "de", "fr"}
    for words in STOP_WORDS.values():
        assert len(words) > 100
        assert all(word == word.lower() for word in words)


def test_words_that_carry_the_matter_are_no_small_words() -> None:
    matter = {"zorg", "bus", "taal", "wachten", "care", "time", "street", "wohnen", "stadt", "eau", "ville"}
    assert not matter & frozenset().union(*STOP_WORDS.values())
