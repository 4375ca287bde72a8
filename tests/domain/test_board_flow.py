from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.board_flow import flow_plan
from facilitator.domain.board_pool import BLOCK
from tests.domain.board_world import KEY, World, everything, said


def test_blocks_lie_in_growing_squares() -> None:
    world = World(9 * BLOCK)
    plan = world.flow()
    xs = [area.x for area in plan.areas.values()]
    step = xs[1]
    assert xs == [0, step, 0, step, 2 * step, 2 * step, 0, step, 2 * step]


def test_groups_come_in_the_order_of_the_dialogue_with_nobody_last() -> None:
    world = World()
    for nth, persona in enumerate(("", "p2", "p0", "unknown")):
        world.put(e.Note, f"n{nth}", alive=True, persona=persona, seq=nth)
    keys = [key for key, _ids in said(world.flow("persona"))]
    assert keys == ["group:p0", "group:p1", "group:p2", "group:unknown", "group:"]


def test_the_board_of_one_persona_shows_no_empty_groups() -> None:
    world = World()
    world.put(e.Note, "n0", alive=True, persona="p1")
    plan = flow_plan(world.state, "all|p1", world.state.notes, lambda _n: True, "persona", "kind")
    assert list(plan.areas) == ["group:p1"]


def test_tables_come_by_number_and_steps_in_the_order_of_the_method() -> None:
    world = World()
    for nth, table in enumerate((11, 2, 0, 1)):
        world.put(e.Note, f"n{nth}", alive=True, table=table, step=("b", "a")[nth % 2], seq=nth)
    assert list(world.flow("table").areas) == ["group:1", "group:2", "group:11", "group:"]
    notes = world.state.notes
    plan = flow_plan(world.state, KEY, notes, lambda _n: True, "step", "kind", ["b", "a"])
    assert list(plan.areas) == ["group:b", "group:a"]


def test_the_channel_of_a_note_is_that_of_its_meeting() -> None:
    world = World()
    row = world.put(e.Meeting, "m", alive=True, channel="soft")
    world.put(e.Note, "n0", alive=True, meeting="m")
    world.put(e.Note, "n1", alive=True)
    plan = world.flow("colour", "channel")
    assert said(plan) == [("group:soft", ["n0"]), ("group:other", ["n1"])]
    row = world.put(e.Meeting, "m", channel="survey")
    assert plan.apply([row]).everything
    assert said(plan) == [("group:survey", ["n0"]), ("group:other", ["n1"])]


def test_a_note_that_no_longer_belongs_goes_and_one_that_does_comes() -> None:
    world = World(3)
    plan = flow_plan(world.state, "all|p1", world.state.notes, lambda n: n.persona == "p1", "rows", "kind")
    assert plan.count == 0
    plan.apply([world.put(e.Note, "n1", persona="p1")])
    assert said(plan) == [("flow:0", ["n1"])]
    plan.apply([world.put(e.Note, "n1", persona="p2")])
    assert (said(plan), plan.has("n1")) == ([("flow:0", [])], False)


def test_a_deleted_note_that_comes_back_finds_its_place_free() -> None:
    world = World(20)
    plan = world.flow()
    place = plan.box("n4")
    plan.apply([world.put(e.Note, "n4", alive=False)])
    plan.apply([world.put(e.Note, "new", alive=True, seq=99)])
    plan.apply([world.put(e.Note, "n4", alive=True)])
    assert plan.box("n4") == place
    assert plan.outline()[0][1][-1] == "new"


def test_laying_anew_closes_the_holes() -> None:
    world = World(20)
    plan = world.flow()
    plan.apply([world.put(e.Note, "n4", alive=False)])
    assert plan.rebuild().everything
    assert everything(plan) == everything(world.flow())


def test_a_spot_of_another_board_moves_nothing() -> None:
    world = World(3)
    plan = world.flow()
    row = world.put(e.Spot, "all|p1/n1", alive=True, board="all|p1", note="n1", x=900, y=900)
    assert plan.apply([row]).box is None
    assert not plan.free


def test_rows_are_as_wide_as_asked_and_blocks_lie_beside_each_other() -> None:
    world = World(2 * BLOCK)
    notes = world.state.notes
    plan = flow_plan(world.state, KEY, notes, lambda _n: True, "rows", "kind", columns=3)
    first, second = plan.areas.values()
    assert len({plan.boxes(id)[0].x for id in first.ids}) == 3
    assert second.x >= first.box.right
    seen = plan.within(second.box)
    assert {id for id, _box in seen} == set(second.ids)


def test_an_arrangement_nobody_knows_lies_in_rows() -> None:
    world = World(3)
    assert everything(world.flow("spiral")) == everything(world.flow("rows"))
