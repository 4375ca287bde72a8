from __future__ import annotations

from facilitator.services import personal_words as words


def test_every_list_is_in_small_letters_and_not_empty() -> None:
    for name in ("TITLES", "KIN", "CUES", "SAYING", "PARTICLES", "FIRST_NAMES", "OFTEN_WORDS", "NO_NAMES"):
        found: frozenset[str] = getattr(words, name)
        assert found
        assert {word for word in found if word != word.lower()} == set(), name


def test_names_that_are_words_too_are_names() -> None:
    assert words.OFTEN_WORDS <= words.FIRST_NAMES


def test_a_first_name_that_is_no_name_elsewhere_counts_for_less() -> None:
    assert words.NO_NAMES & words.FIRST_NAMES <= words.OFTEN_WORDS


def test_a_list_is_written_as_running_text() -> None:
    assert words.words_of("een twee\n drie een") == {"een", "twee", "drie"}
