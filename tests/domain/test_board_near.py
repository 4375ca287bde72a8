from __future__ import annotations

import pytest

from facilitator.domain import entities as e
from tests.domain.board_world import KEY, World


def table() -> World:
    world = World(9)
    world.put(e.Insight, "i0", alive=True, seq=0)
    world.put(e.Insight, "i1", alive=True, seq=1)
    for number in range(5):
        world.put(e.Note, f"n{number}", insights=("i0",))
    world.put(e.Note, "n5", insights=("i1",))
    return world


@pytest.mark.parametrize(
    ("item", "direction", "found"),
    [
        ("n0", "right", "n1"),
        ("n0", "down", "n3"),
        ("n4", "up", "n1"),
        ("n2", "down", "n4"),
        ("n3", "left", "n2"),
        ("n0", "left", "insight:i0"),
        ("n1", "up", "insight:i0"),
        ("n2", "right", "n5"),
        ("insight:i0", "right", "insight:i1"),
        ("insight:i1", "left", "insight:i0"),
        ("insight:i0", "down", "n0"),
        ("parked", "down", None),
        ("", "first", "insight:i0"),
        ("n0", "last", "parked"),
    ],
)
def test_arrows_go_along_rows_and_columns_and_over_the_edge(
    item: str, direction: str, found: str | None
) -> None:
    assert table().table(with_tray=False).near(item, direction) == found


def test_a_hole_is_stepped_over() -> None:
    world = World(12)
    plan = world.flow()
    plan.apply([world.put(e.Note, "n1", alive=False), world.put(e.Note, "n6", alive=False)])
    assert plan.near("n0", "right") == "n2"
    assert plan.near("n0", "down") == "n7"


def test_the_next_block_lies_past_the_edge_of_this_one() -> None:
    plan = World(100).flow()
    assert plan.near("n5", "right") == "n72"
    assert plan.near("n72", "left") == "n5"


def test_cards_laid_by_hand_are_reached_behind_the_last_one() -> None:
    world = World(4)
    for nth in (1, 2):
        world.put(e.Spot, f"{KEY}/n{nth}", alive=True, board=KEY, note=f"n{nth}", x=900 * nth, y=5000)
    plan = world.flow()
    assert plan.near("n3", "right") == "n1"
    assert (plan.near("n1", "right"), plan.near("n2", "left")) == ("n2", "n1")
    assert plan.near("n1", "left") == "n3"
    assert plan.near("n0", "last") == "n2"
