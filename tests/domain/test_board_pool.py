from __future__ import annotations

from facilitator.domain.board_area import CARD, GAP, HEAD, HEIGHTS, PAD, Box
from facilitator.domain.board_pool import BLOCK, Block, Pool


def filled(steps: list[int]) -> Block:
    block = Block("flow:0")
    block.fill([f"n{n}" for n in range(len(steps))], steps)
    return block


def test_a_row_is_as_high_as_its_highest_card() -> None:
    pool = Pool("tray")
    pool.fill(["a", "b", "c", "d"], bytearray([0, 2, 0, 1]))
    below = HEAD + PAD + HEIGHTS[2] + GAP
    assert [box for _id, box in pool] == [
        Box(PAD, HEAD + PAD, CARD, HEIGHTS[0]),
        Box(PAD + CARD + GAP, HEAD + PAD, CARD, HEIGHTS[2]),
        Box(PAD + 2 * (CARD + GAP), HEAD + PAD, CARD, HEIGHTS[0]),
        Box(PAD, below, CARD, HEIGHTS[1]),
    ]
    assert pool.h == below + HEIGHTS[1] + PAD


def test_an_empty_pool_has_room_for_a_card_to_be_dropped_on() -> None:
    pool = Pool("insight:i")
    assert pool.h - pool.head >= HEIGHTS[0]
    assert pool.nearest_slot(10, 10) is None


def test_who_leaves_a_block_leaves_a_hole_and_finds_it_again() -> None:
    block = filled([0] * 8)
    place = block.box_of(3)
    block.leave("n3")
    assert block.ids == ["n0", "n1", "n2", "n4", "n5", "n6", "n7"]
    assert block.index_at(place.x + 5, place.y + 5) is None
    assert "n3" not in dict(block.within(block.box))
    block.back("n3", 0)
    assert block.box_of(3) == place


def test_a_card_cannot_grow_past_a_row_that_has_others_under_it() -> None:
    block = filled([0] * 8)
    below = block.box_of(7)
    block.set_step("n0", 2)
    assert (block.box_of(0).h, block.box_of(7)) == (HEIGHTS[0], below)
    block.set_step("n7", 2)
    assert block.box_of(7).h == HEIGHTS[2]


def test_the_last_row_of_a_block_with_another_under_it_grows_no_more() -> None:
    block = filled([0] * BLOCK)
    assert block.full
    height = block.h
    block.open = False
    block.set_step(f"n{BLOCK - 1}", 2)
    assert block.h == height
