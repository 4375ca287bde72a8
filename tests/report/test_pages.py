from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.blocks import Block, Box, Frame, Gap, Mark, PageStart, Text
from facilitator.report.look import BODY, HEIGHT, TOP
from facilitator.report.pages import Layout, Paginator
from facilitator.report.rows import Row, headed
from tests.report.builders import setter


def lay(*blocks: Block) -> Layout:
    return Paginator(setter()).lay_out([PageStart("kop"), *blocks], lambda _done: None)


def lines(count: int, keep: bool = False) -> Text:
    return Text("\n".join("x" * count), BODY, keep=keep)


def test_blocks_follow_each_other() -> None:
    layout = lay(Gap(20), Text("a", BODY, before=5, after=7), Text("b", BODY))
    tops = [y - TOP for y, _ in layout.pages[0].items]
    assert tops == [0, 25, 25 + BODY.leading + 7]


def test_white_space_at_a_page_top_is_dropped() -> None:
    layout = lay(Gap(HEIGHT - 5), Text("a", BODY, before=50))
    assert [len(page.items) for page in layout.pages] == [1, 1]
    assert layout.pages[1].items[0][0] == TOP


def test_a_heading_moves_along_with_what_it_heads() -> None:
    layout = lay(Gap(HEIGHT - 25), Text("kop", BODY, keep=True), Text("tekst", BODY))
    assert [len(page.items) for page in layout.pages] == [1, 2]


def test_a_heading_stays_when_the_start_of_the_text_fits() -> None:
    layout = lay(Gap(HEIGHT - 80), Text("kop", BODY, keep=True), lines(30))
    assert [len(page.items) for page in layout.pages] == [3, 1]


def test_a_whole_block_moves_rather_than_being_cut() -> None:
    layout = lay(Gap(HEIGHT - 100), Box([lines(20)], Frame(fill="#FFFFFF")))
    assert [len(page.items) for page in layout.pages] == [1, 1]


def test_a_whole_block_larger_than_a_page_is_cut_all_the_same() -> None:
    layout = lay(Box([lines(200)], Frame(fill="#FFFFFF")))
    assert len(layout.pages) == 5
    assert all(y + block.height <= TOP + HEIGHT + 0.01 for page in layout.pages for y, block in page.items)


def test_the_head_of_a_table_comes_back_on_every_page() -> None:
    head = Row([Text("kop", BODY)], [1])
    layout = lay(*headed(head, [Row([Text("rij", BODY)], [1]) for _ in range(100)]))
    assert len(layout.pages) == 3
    assert all(page.items[0][1] is head for page in layout.pages)


def test_a_short_table_is_not_cut() -> None:
    rows = [Row([Text("rij", BODY)], [1]) for _ in range(3)]
    layout = lay(Gap(HEIGHT - 3 * BODY.leading), *headed(Row([Text("kop", BODY)], [1]), rows))
    assert [len(page.items) for page in layout.pages] == [1, 4]


def test_marks_know_their_page() -> None:
    layout = lay(
        Text("a", BODY, mark=Mark("a", "A", 0)), PageStart("b"), Text("b", BODY, mark=Mark("b", "B", 0))
    )
    assert layout.places == {"a": 1, "b": 2}


def test_a_block_nobody_can_cut_is_placed_once_and_ends() -> None:
    layout = lay(Text("kop", BODY, keep=True), Gap(5 * HEIGHT), Text("erna", BODY))
    assert sum(len(page.items) for page in layout.pages) == 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 90), st.booleans(), st.booleans()), max_size=25))
def test_everything_is_placed_in_order_and_inside_the_page(parts: list[tuple[int, bool, bool]]) -> None:
    blocks: list[Block] = []
    for count, keep, boxed in parts:
        text = lines(count, keep=keep and count < 4)
        blocks.append(Box([text], Frame((4, 4, 4, 4), "#FFFFFF")) if boxed else text)
    layout = lay(*blocks)
    for page in layout.pages:
        below = TOP
        for y, block in page.items:
            assert y >= below - 0.01
            below = y + block.height
        assert below <= TOP + HEIGHT + 0.01
    boxes = sum(boxed for _, _, boxed in parts)
    height = sum(block.height for page in layout.pages for _, block in page.items)
    assert height >= sum(count for count, _, _ in parts) * BODY.leading + 8 * boxes - 0.01
