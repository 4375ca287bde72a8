from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.spoken import Spoken, alike, filled, joined, parts_of, spoken, tongue_of

TEXTS = st.one_of(st.text(), st.builds(spoken, st.text(), st.sampled_from(["nl", "tr", ""])))


def test_a_text_knows_its_language_and_is_a_text_like_any_other() -> None:
    found = spoken("Zorg", "nl")
    assert found == "Zorg"
    assert hash(found) == hash("Zorg")
    assert tongue_of(found) == "nl"


@pytest.mark.parametrize(("text", "language"), [("Zorg", ""), ("", "nl"), (" \n", "nl")])
def test_without_language_or_words_there_is_nothing_to_know(text: str, language: str) -> None:
    assert not isinstance(spoken(text, language), Spoken)


def test_what_is_filled_in_keeps_its_language_and_is_never_read_as_a_marker() -> None:
    found = filled("about {who}: {n:>3}", {"who": spoken("{n}", "nl"), "n": 7})
    assert found == "about {n}:   7"
    assert list(parts_of(found)) == [("about ", ""), ("{n}", "nl"), (":   7", "")]
    assert tongue_of(found) == ""
    assert filled("{n}", {"n": 7}) == "7"


def test_words_made_of_a_text_are_in_its_language() -> None:
    assert tongue_of(alike(spoken("zorg", "nl"), "ZORG")) == "nl"
    assert tongue_of(alike("care", "CARE")) == ""


@given(st.lists(TEXTS), TEXTS)
def test_joining_loses_no_letter_and_no_language(texts: list[str], between: str) -> None:
    found = joined(texts, str(between))
    assert found == str(between).join(texts)
    assert "".join(words for words, _ in parts_of(found)) == found
    wanted = {lang for text in texts for words, lang in parts_of(text) if words and lang}
    assert {lang for _, lang in parts_of(found) if lang} == wanted
