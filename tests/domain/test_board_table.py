from __future__ import annotations

from facilitator.domain import entities as e
from tests.domain.board_world import World, said


def table_world() -> World:
    world = World(6)
    for id in ("g0", "g1"):
        world.put(e.Goal, id, alive=True, seq=int(id[1]))
    world.put(e.Insight, "i0", alive=True, seq=0, goals=("g1", "g0"))
    world.put(e.Insight, "i1", alive=True, seq=1)
    world.put(e.Note, "n0", insights=("i0",))
    world.put(e.Note, "n1", insights=("i0", "i1"))
    world.put(e.Note, "n2", parked="past niet")
    return world


def test_the_tray_comes_first_then_goals_then_insights_without_one_then_what_fits_none() -> None:
    plan = table_world().table()
    assert said(plan) == [
        ("tray", ["n3", "n4", "n5"]),
        ("insight:i0", ["n0", "n1"]),
        ("insight:i1", ["n1"]),
        ("parked", ["n2"]),
    ]
    assert {key: frame.areas for key, frame in plan.frames.items()} == {
        "goal:g0": [],
        "goal:g1": ["insight:i0"],
        "goal:": ["insight:i1"],
    }


def test_a_note_with_two_insights_lies_in_both() -> None:
    plan = table_world().table()
    assert len(plan.boxes("n1")) == 2
    assert plan.areas_of("n1") == ("insight:i0", "insight:i1")
    assert plan.near("n1", "left", "insight:i0") == "n0"
    assert plan.near("n1", "up", "insight:i1") == "insight:i1"


def test_the_table_of_one_goal_shows_what_bears_on_it() -> None:
    plan = table_world().table(with_tray=False, goal="g0")
    assert said(plan) == [("insight:i0", ["n0", "n1"])]
    assert list(plan.frames) == ["goal:g0"]


def test_notes_of_an_insight_that_dies_go_back_to_the_tray_and_return_with_it() -> None:
    world = table_world()
    plan = world.table()
    touched = plan.apply([world.put(e.Insight, "i0", alive=False)])
    assert "n0" in touched.notes
    assert plan.areas_of("n0") == ("tray",)
    plan.apply([world.put(e.Insight, "i0", alive=True)])
    assert plan.areas_of("n0") == ("insight:i0",)


def test_a_new_title_moves_nothing_but_is_told() -> None:
    world = table_world()
    plan = world.table()
    before = plan.box("insight:i0")
    touched = plan.apply([world.put(e.Insight, "i0", title="Kleuren helpen")])
    assert (touched.areas, touched.box, plan.box("insight:i0")) == ({"insight:i0"}, before, before)


def test_one_note_moved_touches_two_areas() -> None:
    world = table_world()
    plan = world.table()
    touched = plan.apply([world.put(e.Note, "n3", insights=("i1",))])
    assert (touched.notes, touched.areas) == ({"n3"}, {"tray", "insight:i1"})
