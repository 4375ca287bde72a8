from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.spoken import spoken, tongue_of
from facilitator.report.fitting import LEFT_OUT, cut, fitted, shortened
from facilitator.report.fonts import BOLD, REGULAR
from facilitator.report.lines import Line, Span
from facilitator.report.look import Type
from tests.report.builders import setter

KIND = Type(0, 0, BOLD)
SIZES = (40.0, 20.0, 10.0)


def set_in(words: str, room: float) -> tuple[list[Line], Type]:
    return fitted(setter(), words, SIZES, KIND, 200, room, 1.2)


def said(lines: list[Line]) -> str:
    return "\n".join("".join(piece.text for piece in line.pieces) for line in lines)


@pytest.mark.parametrize(("words", "size"), [("Zorg", 40), ("Zorg dichtbij in het dorp", 20)])
def test_words_are_as_large_as_they_can_be(words: str, size: float) -> None:
    lines, kind = set_in(words, 60)
    assert kind.size == size
    assert said(lines).replace("\n", " ") == words


def test_what_does_not_fit_ends_in_an_ellipsis_within_the_width() -> None:
    lines, kind = set_in("Zorg dichtbij voor iedereen " * 40, 60)
    assert len(lines) * kind.leading <= 60
    assert said(lines).endswith(" (…)")
    assert max(line.width for line in lines) <= 200


def test_empty_lines_are_left_out() -> None:
    assert said(set_in("\n\n\nZorg\n\n", 60)[0]) == "Zorg"


@pytest.mark.parametrize("words", ["🙂 " * 90, "أخاف ألا يفهمني أحد " * 20], ids=["signs", "arabic"])
def test_the_ellipsis_is_in_a_font_that_has_it(words: str) -> None:
    lines = setter().break_lines([Span(words)], 20, 200)
    [line] = shortened(lines, 1)
    pieces = [piece for piece in line.pieces if "…" in piece.text]
    assert [piece.font for piece in pieces] == [REGULAR]
    assert (pieces[0].x == 0) == line.rtl
    assert line.width == pytest.approx(max(piece.x + piece.width for piece in line.pieces))


def test_what_fits_is_left_as_it_is() -> None:
    lines = setter().break_lines([Span("Zorg dichtbij")], 20, 400)
    assert shortened(lines, 1) is lines


def test_what_fits_is_left_whole() -> None:
    assert cut("Eén zin. Nog een zin.", lambda part: len(part) <= 30) == "Eén zin. Nog een zin."


@pytest.mark.parametrize(
    ("most", "told"),
    [
        (40, "Ik wacht. Al weken! (…)"),
        (24, "Ik wacht. Al weken! (…)"),
        (20, "Ik wacht. (…)"),
        (12, "Ik (…)"),
        (6, "Ik (…)"),
        (5, "I (…)"),
    ],
)
def test_words_are_left_out_by_sentence_else_by_word_and_one_sees_it(most: int, told: str) -> None:
    assert cut("Ik wacht. Al weken! En niemand die ooit terugbelt.", lambda part: len(part) <= most) == told


@given(st.text(alphabet="ab .!?", min_size=1), st.integers(6, 60))
def test_a_cut_text_is_a_beginning_of_the_whole_and_never_half_a_word_that_fits(text: str, most: int) -> None:
    found = cut(text, lambda part: len(part) <= most)
    if found == text:
        return
    kept = found.removesuffix(LEFT_OUT)
    assert found.endswith(LEFT_OUT)
    assert len(found) <= most
    assert text.lstrip().startswith(kept) or text.startswith(kept)
    after = text[text.index(kept) + len(kept) :][:1]
    assert after in (" ", "") or len(text.split(maxsplit=1)[0]) > most - len(LEFT_OUT)


def test_a_cut_text_stays_in_its_language() -> None:
    assert tongue_of(cut(spoken("Ik wacht. Al weken!", "nl"), lambda part: len(part) < 15)) == "nl"


@pytest.mark.parametrize("room", [-5, 0, 11.9, 12, 24, 36, 48, 60, 120])
@pytest.mark.parametrize(
    "words", ["Zorg dichtbij " * 9, "Zorg\n" * 11, "Zorg-dichtbij-voor-iedereen-altijd " * 3]
)
def test_what_is_too_long_to_set_whole_is_cut_where_it_would_be(words: str, room: float) -> None:
    lines, kind = set_in(words, room)
    whole = setter().break_lines([Span(words.strip(), BOLD)], kind.size, 200)
    if len(whole) * kind.leading <= room:
        assert said(lines) == said(whole)
    else:
        narrow = setter().break_lines([Span(words.strip(), BOLD)], kind.size, 200 - kind.size * 2.2)
        assert said(lines) == said(shortened(narrow, max(1, int(room / kind.leading))))
        assert said(lines).endswith(LEFT_OUT)


def test_a_size_in_which_a_word_has_to_be_cut_is_too_large() -> None:
    lines, kind = set_in("Zorg Onafscheidelijk", 200)
    assert (said(lines), kind.size) == ("Zorg\nOnafscheidelijk", 20)
