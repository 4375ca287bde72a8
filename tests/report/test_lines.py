from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.fonts import BOLD, REGULAR
from facilitator.report.lines import Line, Span
from tests.report.builders import flat, setter


def words(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def broken(text: str, width: float = 100, size: float = 10) -> list[Line]:
    return setter().break_lines([Span(text)], size, width)


def test_lines_break_between_words() -> None:
    assert words(broken("een twee drie vier vijf zes", 52)) == ["een twee", "drie vier", "vijf zes"]


def test_line_ends_in_the_text_are_kept() -> None:
    assert words(broken("een\n\ntwee")) == ["een", "", "twee"]


def test_a_no_break_space_holds() -> None:
    assert words(broken("aaaaaaaa 75\u00a0%", 65)) == ["aaaaaaaa", "75\u00a0%"]


@pytest.mark.parametrize("text", ["x" * 400, "y" * 20_000, "😀" * 300, "م" * 300, "a/b-" * 200])
def test_no_word_runs_off_the_page(text: str) -> None:
    lines = broken(text)
    assert max(line.width for line in lines) <= 100.01
    assert len(lines) > 5


def test_a_long_word_keeps_every_letter() -> None:
    text = "abcdefghij" * 40
    assert "".join(words(broken(text))) == text


def test_fonts_change_within_a_line() -> None:
    (line,) = broken("ja 😀 nee", 200)
    assert [piece.font for piece in line.pieces] == [REGULAR, "Facilitator-Emoji", REGULAR]
    assert line.pieces[1].x > line.pieces[0].x


def test_a_sign_no_font_has_is_named_once_per_run() -> None:
    assert words(broken("漢字 en 漢", 300)) == ["[teken] en [teken]"]


def test_invisible_signs_leave_no_trace() -> None:
    assert words(broken("a\u00adb\u200bc ❤\ufe0f", 300)) == ["abc ❤"]


def test_a_bold_start_does_not_make_the_rest_bold() -> None:
    (line,) = setter().break_lines([Span("Voor: ", BOLD), Span("de gemeente")], 10, 300)
    assert [(piece.font, piece.text) for piece in line.pieces] == [(BOLD, "Voor: "), (REGULAR, "de gemeente")]


def test_arabic_behind_a_dutch_label_keeps_both_faces() -> None:
    lines = setter().break_lines([Span("Vertaling: ", BOLD), Span("مرحبا")], 10, 300)
    fonts = [piece.font for piece in lines[0].pieces]
    assert (fonts[0], fonts[-1]) == (BOLD, "Facilitator-Arabic")


def test_arabic_is_set_from_the_right() -> None:
    (line,) = broken("مرحبا بالعالم", 300)
    assert line.rtl
    assert line.pieces[0].font == "Facilitator-Arabic"


def test_colour_goes_with_its_words() -> None:
    (line,) = setter().break_lines([Span("een ", colour="#FF0000"), Span("twee")], 10, 300)
    assert [piece.colour for piece in line.pieces] == ["#FF0000", ""]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abc déж →😀\n12 ", max_size=120), st.floats(40, 300))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: float) -> None:
    lines = broken(text, width)
    assert flat("".join(words(lines))) == flat(text)
    assert all(line.width <= width + 0.01 for line in lines)


@pytest.mark.parametrize(
    "text",
    ["zorg dichtbij " * 30, "x" * 400, "zorg 🙂 " * 30, "أخاف ألا يفهمني أحد " * 20, "a\nb c\n\nd\ne\nf\ng"],
    ids=["plain", "one word", "signs", "arabic", "lines"],
)
def test_lines_beyond_the_most_that_are_asked_for_are_not_set(text: str) -> None:
    for running in (False, True):
        whole = setter().break_lines([Span(text)], 10, 60, running=running)
        assert len(whole) > 4
        for most in (1, 2, 4, len(whole), len(whole) + 1):
            assert setter().break_lines([Span(text)], 10, 60, running=running, most=most) == whole[:most]
