from __future__ import annotations

import pytest

from facilitator.domain.board_area import Box, around, card_height, columns_for
from facilitator.domain.entities import Note


def note(text: str, picture: str = "") -> Note:
    return Note(id="n", text=text, picture=picture)


def test_a_card_is_as_high_as_its_text_is_long_in_few_steps() -> None:
    heights = [card_height(note("x" * length)) for length in (0, 96, 97, 192, 193, 10_000)]
    assert heights == [128, 128, 208, 208, 328, 328]


def test_lines_of_their_own_make_a_card_higher() -> None:
    assert card_height(note("a\nb\nc\nd\ne")) > card_height(note("abcde"))


@pytest.mark.parametrize("length", [10, 150, 900])
def test_a_picture_makes_a_card_one_step_higher(length: int) -> None:
    assert card_height(note("x" * length, "p")) > card_height(note("x" * length))


def test_columns_only_grow_with_the_number_of_cards() -> None:
    counts = [columns_for(n) for n in range(5000)]
    assert counts == sorted(counts)
    assert counts[0] == 3
    assert counts[600] == 18
    assert len(set(counts)) < 16


def test_boxes_that_share_an_edge_do_not_meet() -> None:
    left, right = Box(0, 0, 10, 10), Box(10, 0, 10, 10)
    assert not left.meets(right)
    assert left.meets(Box(9, 9, 1, 1))
    assert (left.contains(9.9, 0), left.contains(10, 0)) == (True, False)


def test_around_is_the_smallest_box_around_all() -> None:
    assert around([Box(5, 5, 1, 1), Box(-3, 8, 2, 2)]) == Box(-3, 5, 9, 5)
    assert around([]) is None
