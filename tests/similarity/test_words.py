from __future__ import annotations

import pytest

from facilitator.similarity.words import LANGUAGES, Reader


@pytest.mark.parametrize(
    "forms",
    [
        "brief brieven",
        "woord woorden",
        "huis huizen huisje",
        "bus bussen",
        "wacht wachten wachtte",
        "kind kinderen",
        "stad steden",
        "formulier formulieren",
        "vriendelijk vriendelijke vriendelijkheid",
        "goed goede",
    ],
)
def test_dutch_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len(set(Reader("nl").stems(forms, "nl"))) == 1


@pytest.mark.parametrize("pair", ["gezond zon", "gemeente mening", "wonen winnen", "taal tol"])
def test_dutch_words_that_only_look_alike_stay_apart(pair: str) -> None:
    assert len(set(Reader("nl").stems(pair, "nl"))) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De brief staat vol met moeilijke woorden", "nl"),
        ("The letter is full of difficult words", "en"),
        ("Der Brief ist voll mit schwierigen Wörtern", "de"),
        ("La lettre est pleine de mots difficiles", "fr"),
    ],
)
def test_small_words_tell_the_language(text: str, language: str) -> None:
    assert Reader("nl").language_of(text) == language


def test_a_text_without_small_words_is_read_in_the_language_of_the_dialogue() -> None:
    assert Reader("nl").language_of("Wachttijd") == ""
    assert Reader("de").stems("Häuser") == Reader("de").stems("Haus")


def test_a_language_that_is_told_wins_over_a_guess() -> None:
    assert Reader("nl").stems("was die", "en") == ["die"]
    assert Reader("nl").stems("was die", "nl") == []


def test_small_words_and_single_letters_are_left_out_but_abbreviations_stay() -> None:
    assert [word.written for word in Reader("nl").words("Ik ga zo met het OV naar de GGD, plan B")] == [
        "OV",
        "GGD",
        "plan",
    ]


def test_words_are_kept_as_they_were_written() -> None:
    words = Reader("nl").words("Eén vast Contactpersoon")
    assert [word.written for word in words] == ["vast", "Contactpersoon"]


@pytest.mark.parametrize(
    "text", ["", "…!?", "12 345", "😀", "مرحبا بكم", "ß ﬁ", "\U0001d400\U0001d401\U0001d402", "a" * 10_000]
)
def test_any_text_can_be_read(text: str) -> None:
    for language in (*LANGUAGES, "tr"):
        assert all(stem for stem in Reader(language).stems(text))


def test_diacritics_and_case_make_no_difference() -> None:
    reader = Reader("nl")
    assert reader.stems("CAFÉ IDEEËN") == reader.stems("cafe ideeen")
