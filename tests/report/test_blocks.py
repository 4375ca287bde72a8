from __future__ import annotations

import pytest

from facilitator.report.blocks import Block, Box, Frame, Gap, Mark, Middle, Text, paragraphs, stacked
from facilitator.report.look import BODY
from facilitator.report.rows import Row, table
from tests.report.builders import setter

LONG = "woord " * 400


def laid(block: Block, width: float = 200) -> Block:
    block.fit(setter(), width)
    return block


def test_a_paragraph_is_cut_between_lines_and_keeps_its_height() -> None:
    text = laid(Text(LONG, BODY, after=8))
    cut = text.split(100)
    assert cut is not None
    first, rest = cut
    assert first.height <= 100
    assert first.height + rest.height == text.height
    assert (first.after, rest.after) == (0, 8)


@pytest.mark.parametrize("room", [10, 29])
def test_no_single_line_is_left_alone(room: float) -> None:
    assert laid(Text(LONG, BODY)).split(room) is None


def test_the_last_line_is_not_left_alone_either() -> None:
    text = laid(Text("\n".join("abcde"), BODY))
    cut = text.split(text.height - 1)
    assert cut is not None
    assert cut[1].height == 2 * BODY.leading


def test_a_mark_stays_with_the_start() -> None:
    cut = laid(Text(LONG, BODY, mark=Mark("a", "A", 0))).split(100)
    assert cut is not None
    assert (cut[0].mark is None, cut[1].mark is None) == (False, True)


def test_white_space_between_blocks_is_the_larger_of_both() -> None:
    first, second = laid(Text("a", BODY, after=10)), laid(Text("b", BODY, before=4))
    assert stacked([first, second]) == 2 * BODY.leading + 10


def test_a_box_is_cut_inside_what_does_not_fit() -> None:
    box = laid(Box([Text("kop", BODY), Text(LONG, BODY)], Frame((5, 5, 5, 5))))
    cut = box.split(200)
    assert cut is not None
    assert cut[0].height <= 200
    assert cut[0].height + cut[1].height == pytest.approx(box.height + 10)


def test_a_heading_in_a_box_goes_on_with_what_it_heads() -> None:
    box = laid(Box([Text("een", BODY), Text("kop", BODY, keep=True), Text("twee\ndrie", BODY)]))
    cut = box.split(2.5 * BODY.leading)
    assert cut is not None
    assert (cut[0].height, cut[1].height) == (BODY.leading, 3 * BODY.leading)


def test_a_box_without_room_for_anything_is_not_cut() -> None:
    assert laid(Box([Text("kop", BODY, keep=True), Text(LONG, BODY)])).split(20) is None


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    row = laid(Row([Text("kort", BODY), Text(LONG, BODY)], [1, 1], pad=3))
    assert row.height == laid(Text(LONG, BODY), 94).height + 6


def test_a_row_is_cut_cell_by_cell() -> None:
    row = laid(Row([Text("kort", BODY), Text(LONG, BODY)], [1, 1], pad=3))
    cut = row.split(150)
    assert cut is not None
    assert cut[0].height <= 150
    assert cut[0].height + cut[1].height == row.height + 6


def test_stretched_cells_end_level() -> None:
    cells: list[Block] = [Box([Text("kort", BODY)]), Box([Text(LONG, BODY)])]
    laid(Row(cells, [1, 1], stretch=True))
    assert cells[0].height == cells[1].height


def test_empty_lines_make_paragraphs() -> None:
    found = paragraphs("een\n\n\ntwee\n \ndrie", BODY, before=3, after=9)
    assert [(block.before, block.after) for block in found] == [(3, 6), (0, 6), (0, 9)]
    assert paragraphs("", BODY) == []


def test_every_row_of_a_table_knows_its_head() -> None:
    head, *rows = table(["a", "b"], [["1", "2"], ["3", "4"]], [1, 1], (BODY, BODY), right=1)
    assert head.keep
    assert [row.head for row in rows] == [head, head]


def test_the_middle_block_takes_at_least_its_room() -> None:
    assert laid(Middle(Gap(10), 30)).height == 30
    assert laid(Middle(Gap(40), 30)).height == 40
