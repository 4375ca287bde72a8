from __future__ import annotations

from math import sqrt

import pytest

from facilitator.similarity.vectors import Joins, vectorise
from facilitator.similarity.words import Reader, Word


def words(*texts: str, language: str = "nl") -> list[list[Word]]:
    reader = Reader(language)
    return [reader.words(text, language) for text in texts]


def one(text: str) -> Word:
    return words(text)[0][0]


@pytest.mark.parametrize(
    ("text", "known", "base"),
    [("helpt", "helpen", "help"), ("gewacht", "wachten", "wacht"), ("zorgt", "zorg", "zorg")],
)
def test_a_form_counts_as_its_word_when_that_occurs(text: str, known: str, base: str) -> None:
    assert Joins(words(known, text)).base(one(text)) == base


def test_a_form_stays_itself_when_the_shorter_word_does_not_occur() -> None:
    assert Joins(words("gezond")).base(one("gezond")) == "gezond"


def test_a_long_joined_word_has_the_known_words_in_it() -> None:
    joins = Joins(words("wachten tijd", "wachttijd"))
    assert joins.parts(one("wachttijd")) == ("wacht", "tijd")
    assert joins.parts(one("tijd")) == ()


def test_an_ending_is_no_word() -> None:
    assert Joins(words("werk", "werkelijk")).parts(one("werkelijk")) == ()


def test_english_words_are_not_split() -> None:
    both = words("rest", "restaurant", language="en")
    assert Joins(both).parts(both[1][0]) == ()


def test_vectors_have_at_most_length_one_and_rare_words_weigh_more() -> None:
    texts = words("bus zondag", "bus maandag", "bus tolk", "tolk balie", "moestuin", "school")
    vectors = vectorise(texts, Joins(texts))
    for row in vectors.rows:
        assert sqrt(sum(value * value for value in row.values())) <= 1.0 + 1e-9
    tells = dict(zip(vectors.names, vectors.tells, strict=True))
    assert tells["tolk"] > tells["bus"] > 0
    assert vectors.having[vectors.names.index("bus")] == [0, 1, 2]


def test_a_word_of_one_note_alone_makes_it_less_like_others() -> None:
    texts = words("bus tolk", "bus tolk moestuin", "school", "balie", "huur")
    vectors = vectorise(texts, Joins(texts))
    bus = vectors.names.index("bus")
    assert vectors.rows[0][bus] > vectors.rows[1][bus]


def test_what_says_little_is_known_to_do_so() -> None:
    texts = words("mensen bus", "mensen bus", "school", "balie")
    vectors = vectorise(texts, Joins(texts))
    assert dict(zip(vectors.names, vectors.weak, strict=True)) == {"bus": False, "mens": True}


def test_ignored_stems_and_no_texts() -> None:
    texts = words("bus tolk", "bus tolk", "balie")
    assert vectorise(texts, Joins(texts), frozenset({"bus"})).names == ["tolk"]
    assert vectorise([], Joins([])).rows == []
