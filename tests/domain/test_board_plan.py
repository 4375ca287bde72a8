from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.domain import entities as e
from facilitator.domain.board_area import Area, Box
from facilitator.domain.board_pool import Block, Pool
from facilitator.domain.changes import RowChange
from tests.domain.board_world import KEY, World


def lay(world: World, note: str, x: int, y: int) -> RowChange:
    return world.put(e.Spot, f"{KEY}/{note}", alive=True, board=KEY, note=note, x=x, y=y)


def test_what_was_laid_by_hand_comes_last_and_lies_on_top() -> None:
    world = World(3)
    plan = world.flow()
    plan.apply([lay(world, "n0", 220, 4)])
    assert plan.at(230, 10) == "n0"
    assert [id for id, _box in plan.within(Box(0, 0, 900, 200))] == ["n1", "n2", "n0"]
    assert [area.key for area, _ids in plan.outline()] == ["flow:0", "free"]
    assert plan.areas_of("n0") == ()


def test_an_empty_board_has_no_size_and_nothing_on_it() -> None:
    plan = World().flow()
    assert (plan.bounds, plan.count, plan.outline(), plan.near("", "first")) == (Box(0, 0, 0, 0), 0, [], None)
    assert plan.box("nobody") is None
    assert plan.note("nobody") is None


def test_the_bounds_reach_to_what_was_laid_far_away() -> None:
    world = World(1)
    lay(world, "n0", -5000, 40)
    assert world.flow().bounds.x == -5000


@pytest.mark.parametrize("arrangement", ["rows", "kind"])
def test_what_lies_within_a_window_costs_what_is_seen_not_what_there_is(
    arrangement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    for kind in (Pool, Block):
        plain = kind.id_in

        def watched(self: Area, slot: int, plain: Callable[..., str] = plain) -> str:
            looked.append(slot)
            return plain(self, slot)

        monkeypatch.setattr(kind, "id_in", watched)
    costs: list[int] = []
    for size in (500, 8000):
        plan = World(size).flow(arrangement)
        looked.clear()
        plan.within(Box(0, 0, 1200, 800))
        costs.append(len(looked))
    assert costs[0] > 10
    assert costs[1] <= costs[0] * 1.5
