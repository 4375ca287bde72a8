"""Boards: what is laid by hand stays, until it is tidied; every gesture is one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.board import flow_plan, table_plan
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import UserError
from facilitator.domain.evidence import gather
from facilitator.services import boards, grouping, notes
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from tests.domain.board_world import everything
from tests.services import builders

KEY = "all|*"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog", notes=6) as made:
        yield made


def places(store: SessionStore, key: str = KEY) -> dict[str, tuple[int, int]]:
    return {spot.note: (spot.x, spot.y) for spot in store.state.spots if spot.board == key}


def test_a_note_lies_where_it_was_laid_last(store: SessionStore) -> None:
    one, two, *_rest = builders.note_ids(store)
    boards.lay(store, KEY, {one: (10, -20), two: (5, 5)})
    boards.lay(store, KEY, {one: (30, 40)})
    assert places(store) == {one: (30, 40), two: (5, 5)}
    assert store.undo_label == "board.laid"
    store.undo()
    assert places(store)[one] == (10, -20)
    store.undo()
    assert places(store) == {}


def test_a_place_is_whole_and_not_farther_than_anyone_can_look(store: SessionStore) -> None:
    one = builders.note_ids(store)[0]
    boards.lay(store, KEY, {one: (10**9, -(10**12))})
    assert places(store) == {one: (boards.FARTHEST, -boards.FARTHEST)}


def test_laying_a_note_that_is_not_there_lays_none(store: SessionStore) -> None:
    with pytest.raises(UserError) as refused:
        boards.lay(store, KEY, {builders.note_ids(store)[0]: (1, 1), "nee": (2, 2)})
    assert refused.value.code == "note.unknown"
    assert places(store) == {}


def test_tidying_takes_the_hands_off_one_board_in_one_step(store: SessionStore) -> None:
    one, two, *_rest = builders.note_ids(store)
    boards.lay(store, KEY, {one: (1, 1), two: (2, 2)})
    boards.lay(store, "all|-", {one: (7, 7)})
    boards.tidy(store, KEY, "kind")
    assert (places(store), places(store, "all|-")) == ({}, {one: (7, 7)})
    assert store.state.board(KEY).arrangement == "kind"
    store.undo()
    assert places(store) == {one: (1, 1), two: (2, 2)}
    assert store.state.board(KEY).arrangement == "rows"
    boards.tidy(store, KEY)
    assert (places(store), store.state.board(KEY).arrangement) == ({}, "rows")


def test_tidying_what_is_tidy_is_no_step(store: SessionStore) -> None:
    label = store.undo_label
    boards.tidy(store, KEY)
    boards.recolour(store, KEY, "kind")
    assert store.undo_label == label


def test_colour_and_arrangement_do_not_forget_each_other(store: SessionStore) -> None:
    boards.recolour(store, KEY, "channel")
    boards.tidy(store, KEY, "colour")
    board = store.state.board(KEY)
    assert (board.colouring, board.arrangement) == ("channel", "colour")


def test_what_nobody_knows_is_refused(store: SessionStore) -> None:
    with pytest.raises(UserError) as arrangement:
        boards.tidy(store, KEY, "cirkel")
    with pytest.raises(UserError) as colouring:
        boards.recolour(store, KEY, "paars")
    assert (arrangement.value.code, colouring.value.code) == ("board.bad_arrangement", "board.bad_colouring")


def test_a_double_says_and_belongs_to_the_same_and_comes_last(store: SessionStore) -> None:
    one, two, *_rest = builders.note_ids(store)
    grouping.new_insight(store, "afstand", [one])
    notes.edit_note(store, two, kind="worry", starred=True)
    new = boards.duplicate(store, [one, two, one])
    first, second = (store.state.note(id) for id in new)
    assert first is not None
    assert second is not None
    old = store.state.note(one)
    assert old is not None
    assert (first.text, first.insights, first.persona) == (old.text, old.insights, old.persona)
    assert (second.kind, second.starred) == ("worry", True)
    assert builders.note_ids(store)[-2:] == new
    store.undo()
    assert len(store.state.notes) == 6


def one_step(store: SessionStore, draw: st.DataObject) -> None:
    state = store.state
    ids = [note.id for note in state.notes]
    some = draw.draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)) if ids else []
    insights = [insight.id for insight in state.insights]
    into = draw.draw(st.sampled_from(insights)) if insights else ""
    what = draw.draw(st.integers(0, 14))
    if what == 0:
        notes.add_note(store, NoteDraft("nog een", persona=draw.draw(st.sampled_from(("", "bram")))))
    elif what == 1:
        store.undo()
    elif what == 2:
        store.redo()
    elif what == 3 and len(insights) > 1:
        grouping.merge_insights(store, insights[0], insights[1:])
    elif what == 4 and insights:
        grouping.delete_insight(store, into)
    elif what == 5:
        grouping.new_goal(store, "doel", insights[:1])
    elif not some:
        grouping.new_insight(store, "leeg")
    elif what == 6:
        boards.duplicate(store, some)
    elif what == 7:
        boards.lay(store, KEY, {id: (nth * 90, what) for nth, id in enumerate(some)})
    elif what == 8:
        boards.tidy(store, KEY, draw.draw(st.sampled_from(("rows", "persona", None))))
    elif what == 9:
        notes.delete_notes(store, some)
    elif what == 10:
        notes.park(store, some, "past niet")
    elif what == 11:
        grouping.unplace_notes(store, some)
    elif what == 12 and insights:
        grouping.place_also(store, some, into)
    elif what == 13 and insights:
        grouping.place_notes(store, some, into)
    else:
        grouping.new_insight(store, "groep", some)


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_grouped_and_parked_and_tray_are_all_that_was_captured_after_anything(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    with builders.dialogue(tmp_path_factory.mktemp("b") / "a.dialoog", notes=5) as store:
        table = table_plan(store.state, with_tray=True)
        flow = flow_plan(store.state, KEY, store.state.notes, lambda _note: True, "rows", "kind")

        def follow(changes: ChangeSet) -> None:
            table.apply(changes.rows)
            flow.apply(changes.rows)

        store.subscribe(follow)
        for _ in range(data.draw(st.integers(1, 15))):
            one_step(store, data)
            captured = {note.id for note in store.state.notes}
            lies = {area.kind: set(ids) for area, ids in table.outline() if area.kind != "insight"}
            grouped = {id for area, ids in table.outline() if area.kind == "insight" for id in ids}
            assert len(grouped) + len(lies["tray"]) + len(lies["parked"]) == len(captured)
            assert grouped | lies["tray"] | lies["parked"] == captured
            facts = gather(store.state)
            assert lies["tray"] == {note.id for note in facts.tray}
            assert {id for _area, ids in flow.outline() for id in ids} == captured
            assert everything(table) == everything(table_plan(store.state, with_tray=True))
