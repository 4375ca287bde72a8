from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.board import BY_HAND, Box, FlowPlan, Plan, board_key
from facilitator.domain.entities import ARRANGEMENTS, COLOURINGS, Board
from facilitator.domain.evidence import gather
from tests.domain.board_world import KEY, World, cards, everything, said

SOME = st.integers(0, 30)


def plans(world: World) -> list[Plan]:
    flows: list[Plan] = [world.flow(arrangement) for arrangement in ARRANGEMENTS]
    return [*flows, world.flow("colour", "channel"), world.table(), world.table(with_tray=False, goal="g0")]


def changed(data: st.DataObject, notes: int) -> tuple[World, list[Plan]]:
    """Return boards that followed a dozen changes."""
    world = World(notes)
    found = plans(world)
    for _ in range(data.draw(st.integers(0, 12))):
        rows = world.change(data)
        for plan in found:
            plan.apply(rows)
    return world, found


@given(st.data(), SOME)
@settings(max_examples=60, deadline=None)
def test_no_two_cards_overlap_but_those_laid_by_hand(data: st.DataObject, notes: int) -> None:
    _world, found = changed(data, notes)
    for plan in found:
        placed = [box for id, box in cards(plan) if id not in plan.free]
        assert not [(a, b) for a, b in combinations(placed, 2) if a.meets(b)]
        areas = [area.box for area in plan.areas.values()]
        assert not [(a, b) for a, b in combinations(areas, 2) if a.meets(b)]
        for area in plan.areas.values():
            for _id, box in area:
                assert box.united(area.box) == area.box
        for frame in plan.frames.values():
            for key in frame.areas:
                assert plan.areas[key].box.united(frame.box) == frame.box


@given(st.data(), SOME)
@settings(max_examples=60, deadline=None)
def test_every_note_that_belongs_lies_exactly_where_it_should(data: st.DataObject, notes: int) -> None:
    world, found = changed(data, notes)
    facts = gather(world.state)
    spots = {spot.note for spot in world.state.spots}
    for plan in found:
        if isinstance(plan, FlowPlan):
            shown = sorted(id for _key, ids in said(plan) for id in ids)
            assert shown == sorted(note.id for note in world.state.notes)
            assert plan.free.keys() == spots & set(shown)
            assert plan.count == len(shown)
    table = dict(said(found[-2]))
    assert table["tray"] == [note.id for note in facts.tray]
    assert table["parked"] == [note.id for note in facts.parked]
    for insight in world.state.insights:
        assert table[f"insight:{insight.id}"] == [n.id for n in facts.by_insight.get(insight.id, [])]
    assert len(table) == 2 + len(world.state.insights)


@given(st.data(), SOME, st.integers(-500, 4000), st.integers(-500, 4000), st.integers(1, 5000))
@settings(max_examples=60, deadline=None)
def test_what_is_within_a_box_is_what_meets_it(
    data: st.DataObject, notes: int, x: int, y: int, size: int
) -> None:
    _world, found = changed(data, notes)
    for plan in found:
        box = Box(x, y, size, size * 2 // 3 + 1)
        assert plan.within(box) == [(id, card) for id, card in cards(plan) if card.meets(box)]
        assert plan.areas_within(box) == [k for k, area in plan.areas.items() if area.box.meets(box)]
        assert plan.frames_within(box) == [k for k, frame in plan.frames.items() if frame.box.meets(box)]
        assert len(plan.within(plan.bounds)) == plan.count


@given(st.data(), SOME)
@settings(max_examples=60, deadline=None)
def test_a_point_on_a_card_finds_it_and_a_gap_finds_nothing(data: st.DataObject, notes: int) -> None:
    _world, found = changed(data, notes)
    for plan in found:
        for id, box in cards(plan):
            assert box in plan.boxes(id)
            assert plan.box(id) == plan.boxes(id)[0]
            for x, y in ((box.x, box.y), (box.right - 1, box.bottom - 1), (box.x + 0.5, box.y + 7.25)):
                top = plan.at(x, y)
                assert top is not None
                assert top == id or plan.free[top].contains(x, y)
            if id not in plan.free and not plan.free:
                assert plan.at(box.right + 1, box.y) is None
                assert plan.at(box.x - 1, box.y) is None
        for key, area in plan.areas.items():
            assert plan.area_at(area.box.x + 1, area.box.y + 1) == key
        for key, frame in plan.frames.items():
            assert plan.frame_at(frame.x + 1, frame.y + 1) == key
        bounds = plan.bounds
        assert plan.at(bounds.right + 1, bounds.bottom + 1) is None


@given(st.data(), st.integers(0, 90))
@settings(max_examples=40, deadline=None)
def test_the_arrow_keys_reach_every_card_and_every_head(data: st.DataObject, notes: int) -> None:
    _world, found = changed(data, notes)
    for plan in found:
        wanted = {id for id, _box in cards(plan)} | {k for k, area in plan.areas.items() if area.head}
        start = plan.step("", "first")
        if start is None:
            assert not wanted
            continue
        seen, edge = {start}, [start]
        while edge:
            item, inside = edge.pop()
            for direction in ("left", "right", "up", "down", "first", "last"):
                stop = plan.step(item, direction, inside)
                if stop is not None and stop not in seen:
                    assert stop[1] == stop[0] or stop[1] in (*plan.areas_of(stop[0]), "")
                    seen.add(stop)
                    edge.append(stop)
        assert wanted <= {item for item, _inside in seen}


@given(
    st.data(), SOME, st.sampled_from([a for a in ARRANGEMENTS if a != "rows"]), st.sampled_from(COLOURINGS)
)
@settings(max_examples=80, deadline=None)
def test_a_board_by_group_that_followed_changes_equals_one_laid_out_anew(
    data: st.DataObject, notes: int, arrangement: str, colouring: str
) -> None:
    world = World(notes)
    plan = world.flow(arrangement, colouring)
    for _ in range(data.draw(st.integers(0, 12))):
        plan.apply(world.change(data))
        assert everything(plan) == everything(world.flow(arrangement, colouring))


@given(st.data(), SOME, st.booleans(), st.sampled_from(["", "g0"]))
@settings(max_examples=120, deadline=None)
def test_a_table_that_followed_changes_equals_one_laid_out_anew(
    data: st.DataObject, notes: int, with_tray: bool, goal: str
) -> None:
    world = World(notes)
    plan = world.table(with_tray=with_tray, goal=goal)
    for _ in range(data.draw(st.integers(0, 12))):
        plan.apply(world.change(data))
        assert everything(plan) == everything(world.table(with_tray=with_tray, goal=goal))


@given(st.data(), st.integers(0, 90))
@settings(max_examples=80, deadline=None)
def test_in_rows_nothing_moves_that_was_not_touched(data: st.DataObject, notes: int) -> None:
    world = World(notes, without=("seq",))
    plan = world.flow()
    for _ in range(data.draw(st.integers(0, 12))):
        before = dict(cards(plan))
        touched = plan.apply(world.change(data))
        after = dict(cards(plan))
        moved = {id for id in before.keys() | after.keys() if before.get(id) != after.get(id)}
        assert not touched.everything
        assert moved <= touched.notes
        boxes = [box for id in moved for box in (before.get(id), after.get(id)) if box is not None]
        assert all(touched.box is not None and box.united(touched.box) == touched.box for box in boxes)


@given(st.data(), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_what_changed_is_within_the_box_that_is_told(data: st.DataObject, notes: int) -> None:
    world = World(notes)
    found = plans(world)
    for _ in range(data.draw(st.integers(0, 6))):
        before = [cards(plan) for plan in found]
        outlines = [dict(said(plan)) for plan in found]
        rows = world.change(data)
        for nth, plan in enumerate(found):
            touched = plan.apply(rows)
            if touched.everything:
                continue
            different = set(before[nth]) ^ set(cards(plan))
            assert all(
                touched.box is not None and box.united(touched.box) == touched.box for _id, box in different
            )
            now = dict(said(plan))
            old = outlines[nth]
            keys = {key for key in old.keys() | now.keys() if old.get(key) != now.get(key)} - {BY_HAND}
            assert keys <= touched.areas


def test_a_change_of_arrangement_is_followed_and_taken_back() -> None:
    world = World(10)
    plan = world.flow()
    assert plan.apply([world.put(Board, KEY, alive=True, arrangement="kind")]).everything
    assert everything(plan) == everything(world.flow("kind"))
    assert plan.apply([world.put(Board, KEY, alive=False)]).everything
    assert everything(plan) == everything(world.flow())


@pytest.mark.parametrize(
    ("who", "step", "meeting", "key"),
    [("p1", "listen", "", "step:listen|p1"), ("*", "", "m1", "meeting:m1|*"), ("-", "", "", "all|-")],
)
def test_the_key_of_a_board_tells_whose_notes_of_what(who: str, step: str, meeting: str, key: str) -> None:
    assert board_key(who, step=step, meeting=meeting) == key
