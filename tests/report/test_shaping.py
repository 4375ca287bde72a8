from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.report import shaping

ANY_TEXT = st.text(alphabet="ab 12.,()-%مرحباشيلأةשלום", max_size=40)


def drawn(text: str) -> str:
    return "".join(char for _, char in shaping.visual(text, shaping.base_level(text)))


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", False), ("é → 😀", False), ("a ش", True), ("שלום", True)]
)
def test_right_to_left_is_noticed(text: str, expected: bool) -> None:
    assert shaping.is_rtl(text) is expected


def test_latin_text_keeps_its_order() -> None:
    assert drawn("Kamer 12, (boven)") == "Kamer 12, (boven)"


def test_hebrew_is_turned_and_numbers_and_latin_are_not() -> None:
    assert drawn("שלום 12 abc") == "abc 12 םולש"


def test_brackets_are_mirrored_in_right_to_left_text() -> None:
    assert drawn("ש(ל)ם") == "ם(ל)ש"


def test_a_hebrew_word_inside_dutch_stays_in_place() -> None:
    assert drawn("dit is שלום hier") == "dit is םולש hier"


def test_arabic_letters_join() -> None:
    joined = shaping.join_arabic("بيت")
    names = [unicodedata.name(char) for char in joined]
    assert [name.split()[-2] for name in names] == ["INITIAL", "MEDIAL", "FINAL"]


def test_a_letter_that_joins_to_one_side_breaks_the_word() -> None:
    forms = [unicodedata.name(char).split()[-2] for char in shaping.join_arabic("دار")]
    assert forms == ["ISOLATED", "ISOLATED", "ISOLATED"]


def test_lam_alef_becomes_one_sign() -> None:
    assert shaping.join_arabic("لا") == "\ufefb"


def test_joining_loses_nothing() -> None:
    text = "أفهم الكلمات، لكنني لا أعرف ماذا عليّ"
    assert unicodedata.normalize("NFKC", shaping.join_arabic(text)) == unicodedata.normalize("NFKC", text)


@given(ANY_TEXT)
def test_every_sign_is_drawn_exactly_once(text: str) -> None:
    order = [place for place, _ in shaping.visual(text, shaping.base_level(text))]
    assert sorted(order) == list(range(len(text)))
