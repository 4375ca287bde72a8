"""Insights and goals: nothing is lost by merging, splitting or deleting; order costs few changes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import UserError
from facilitator.domain.evidence import gather
from facilitator.services import advising, grouping, notes
from facilitator.store.session import SessionStore
from tests.services import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog", notes=6) as made:
        yield made


def places(store: SessionStore) -> list[tuple[str, ...]]:
    return [note.insights for note in store.state.notes]


def test_a_new_insight_takes_its_notes_from_where_they_were(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    old = grouping.new_insight(store, "oud", ids[:2])
    notes.park(store, ids[2:3], "past niet")
    goal = grouping.new_goal(store, "doel")

    new = grouping.new_insight(store, " nieuw ", ids[1:3], "want", [goal, goal])

    insight = store.state.insight(new)
    assert insight is not None
    assert (insight.title, insight.description, insight.goals) == ("nieuw", "want", (goal,))
    assert places(store)[:3] == [(old,), (new,), (new,)]
    assert store.state.notes[2].parked is None


def test_an_insight_may_start_without_a_name(store: SessionStore) -> None:
    id = grouping.new_insight(store, "")
    assert store.state.insights[0].id == id


def test_putting_also_keeps_the_other_places_and_unparks(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    first = grouping.new_insight(store, "een", ids[:2])
    second = grouping.new_insight(store, "twee")
    notes.park(store, ids[2:3], "reden")
    before = places(store)
    grouping.place_also(store, [ids[0], ids[2], ids[0]], second)
    assert places(store)[:3] == [(first, second), (first,), (second,)]
    assert store.state.notes[2].parked is None
    grouping.place_also(store, ids[:1], first)
    assert places(store)[0] == (first, second), "where it lies already it is not put twice"
    store.undo()
    assert places(store) == before
    assert store.state.notes[2].parked == "reden"


def test_putting_also_forgets_insights_that_are_gone(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    gone = grouping.new_insight(store, "weg", ids[:1])
    stays = grouping.new_insight(store, "blijft")
    with store.edit("insight.deleted") as edit:
        edit.delete("insight", gone)
    grouping.place_also(store, ids[:1], stays)
    assert places(store)[0] == (stays,)


def test_a_new_insight_may_leave_its_notes_where_they_are_too(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    old = grouping.new_insight(store, "oud", ids[:1])
    new = grouping.new_insight(store, "nieuw", ids[:2], also=True)
    assert places(store)[:2] == [(old, new), (new,)]


def test_a_new_goal_may_take_the_place_of_the_first_one(store: SessionStore) -> None:
    one, two = grouping.new_goal(store, "een"), grouping.new_goal(store, "twee")
    insight = grouping.new_insight(store, "x", goals=[one, two])
    bare = grouping.new_insight(store, "y")
    new = grouping.new_goal(store, "drie", [insight, bare], instead=True)
    assert [i.goals for i in store.state.insights] == [(new, two), (new,)]


def test_putting_also_refuses_what_is_not_there(store: SessionStore) -> None:
    with pytest.raises(UserError) as refused:
        grouping.place_also(store, builders.note_ids(store)[:1], "nergens")
    assert refused.value.code == "insight.unknown"
    with pytest.raises(UserError) as refused:
        grouping.place_also(store, ["niemand"], grouping.new_insight(store, "een"))
    assert refused.value.code == "note.unknown"


def test_placed_and_parked_notes_come_back_to_the_tray_in_one_edit(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    one = grouping.new_insight(store, "een", ids[:2])
    grouping.place_also(store, ids[:1], grouping.new_insight(store, "twee"))
    notes.park(store, ids[2:3], "reden")
    before = store.state.copy()
    grouping.free_notes(store, ids[:3])
    assert gather(store.state).by_insight == {}
    assert [note.id for note in gather(store.state).tray] == ids
    assert store.undo_label == "notes.ungrouped"
    store.undo()
    assert store.state.tables == before.tables
    assert places(store)[1] == (one,)
    grouping.free_notes(store, ids[2:3])
    assert store.undo_label == "note.unparked"


def test_placing_replaces_the_old_place_and_unparks(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    first = grouping.new_insight(store, "een", ids[:1])
    second = grouping.new_insight(store, "twee")
    notes.park(store, ids[1:2], "reden")
    grouping.place_notes(store, ids[:2], second)
    assert places(store)[:2] == [(second,), (second,)]
    assert store.state.notes[1].parked is None
    assert store.state.insight(first) is not None


def test_unplacing_puts_notes_back_into_the_tray(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    grouping.new_insight(store, "een", ids[:2])
    grouping.unplace_notes(store, ids[:1])
    assert [note.id for note in gather(store.state).tray] == [ids[0], *ids[2:]]


def test_merging_moves_notes_goals_descriptions_and_citations(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    goals = [grouping.new_goal(store, f"g{n}") for n in range(2)]
    into = grouping.new_insight(store, "blijft", ids[:1], "eerste", goals[:1])
    gone = grouping.new_insight(store, "gaat op", ids[1:3], "tweede", goals)
    both = advising.new_advice(store, goals[0], "a", insights=[into, gone])
    one = advising.new_advice(store, goals[0], "b", insights=[gone])

    grouping.merge_insights(store, into, [gone, gone, into])

    kept, dead = store.state.insight(into), store.state.get("insight", gone)
    assert kept is not None
    assert (kept.title, kept.goals, kept.description) == ("blijft", tuple(goals), "eerste\n\ntweede")
    assert places(store)[:3] == [(into,)] * 3
    assert dead is not None
    assert not dead.alive
    assert getattr(dead, "merged_into", "") == into
    for id in (both, one):
        advice = store.state.advice(id)
        assert advice is not None
        assert advice.insights == (into,)


def test_merging_needs_another_one(store: SessionStore) -> None:
    id = grouping.new_insight(store, "alleen")
    goal = grouping.new_goal(store, "alleen")
    with pytest.raises(UserError, match=r"insight\.merge_one"):
        grouping.merge_insights(store, id, [id])
    with pytest.raises(UserError, match=r"goal\.merge_one"):
        grouping.merge_goals(store, goal, [])


def test_splitting_leaves_a_trace_and_keeps_the_goals(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    goal = grouping.new_goal(store, "doel")
    whole = grouping.new_insight(store, "heel", ids[:3], "", [goal])
    part = grouping.split_insight(store, whole, ids[1:2], "deel")
    new = store.state.insight(part)
    assert new is not None
    assert (new.title, new.goals, new.split_from) == ("deel", (goal,), whole)
    assert places(store)[:3] == [(whole,), (part,), (whole,)]


def test_splitting_takes_only_notes_that_are_inside(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    whole = grouping.new_insight(store, "heel", ids[:2])
    with pytest.raises(UserError, match=r"insight\.note_elsewhere"):
        grouping.split_insight(store, whole, ids[1:3], "deel")
    with pytest.raises(UserError, match=r"insight\.split_nothing"):
        grouping.split_insight(store, whole, [], "deel")
    assert len(store.state.insights) == 1


def test_deleting_an_insight_returns_its_notes_and_frees_the_advice(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    goal = grouping.new_goal(store, "doel")
    insight = grouping.new_insight(store, "weg", ids[:2], "", [goal])
    advice = advising.new_advice(store, goal, "a", insights=[insight])
    grouping.delete_insight(store, insight)
    assert len(gather(store.state).tray) == len(ids)
    found = store.state.advice(advice)
    assert found is not None
    assert found.insights == ()


def test_goals_are_linked_once_and_unlinked(store: SessionStore) -> None:
    insight = grouping.new_insight(store, "i")
    goal = grouping.new_goal(store, "doel", [insight])
    grouping.link_goal(store, insight, goal)
    assert store.state.insights[0].goals == (goal,)
    grouping.unlink_goal(store, insight, goal)
    assert store.state.insights[0].goals == ()


def test_merging_goals_moves_insights_advice_and_texts(store: SessionStore) -> None:
    into, gone = grouping.new_goal(store, "blijft"), grouping.new_goal(store, "gaat op")
    grouping.update_goal(store, into, residents_say="dichtbij")
    grouping.update_goal(store, gone, residents_say="snel", tensions="geld")
    shared = grouping.new_insight(store, "i", (), "", [into, gone])
    advice = advising.new_advice(store, gone, "a")

    grouping.merge_goals(store, into, [gone])

    kept, moved, insight = store.state.goal(into), store.state.advice(advice), store.state.insight(shared)
    assert kept is not None
    assert moved is not None
    assert insight is not None
    assert (kept.residents_say, kept.tensions) == ("dichtbij\n\nsnel", "geld")
    assert moved.goal == into
    assert insight.goals == (into,)
    assert [goal.id for goal in store.state.goals] == [into]
    assert getattr(store.state.get("goal", gone), "merged_into", "") == into


def test_splitting_a_goal_moves_only_the_chosen_insights(store: SessionStore) -> None:
    stays, goes = grouping.new_insight(store, "a"), grouping.new_insight(store, "b")
    goal = grouping.new_goal(store, "heel", [stays, goes])
    advice = advising.new_advice(store, goal, "blijft hier")
    part = grouping.split_goal(store, goal, [goes], "deel")
    assert [insight.goals for insight in store.state.insights] == [(goal,), (part,)]
    assert store.state.goals[1].split_from == goal
    assert getattr(store.state.advice(advice), "goal", "") == goal
    with pytest.raises(UserError, match=r"goal\.insight_elsewhere"):
        grouping.split_goal(store, goal, [goes], "nog eens")
    with pytest.raises(UserError, match=r"goal\.split_nothing"):
        grouping.split_goal(store, goal, [], "niets")


def test_a_goal_with_advice_is_not_deleted(store: SessionStore) -> None:
    insight = grouping.new_insight(store, "i")
    goal = grouping.new_goal(store, "doel", [insight])
    advice = advising.new_advice(store, goal, "a")
    with pytest.raises(UserError) as caught:
        grouping.delete_goal(store, goal)
    assert (caught.value.code, caught.value.details["count"]) == ("goal.has_advice", 1)
    advising.delete_advice(store, advice)
    grouping.delete_goal(store, goal)
    assert store.state.goals == []
    assert store.state.insights[0].goals == ()


@pytest.mark.parametrize(
    "call",
    [
        lambda s: grouping.place_notes(s, builders.note_ids(s), "x"),
        lambda s: grouping.update_insight(s, "x", title="y"),
        lambda s: grouping.delete_insight(s, "x"),
        lambda s: grouping.merge_insights(s, grouping.new_insight(s, "a"), ["x"]),
        lambda s: grouping.new_goal(s, "g", ["x"]),
        lambda s: grouping.reorder(s, "insight", ["x"]),
    ],
)
def test_unknown_insights_are_refused(store: SessionStore, call: object) -> None:
    assert callable(call)
    with pytest.raises(UserError, match=r"insight\.unknown"):
        call(store)


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["new", "merge", "split", "place", "unplace", "park", "delete", "goals"]),
        st.integers(0, 999),
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MOVES)
def test_whatever_is_merged_and_split_no_note_is_lost_and_undo_gives_all_back(
    moves: list[tuple[str, int]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        builders.dialogue(Path(folder) / "a.dialoog", notes=7) as store,
    ):
        states = [builders.remembered(store.state)]
        for move, dice in moves:
            if _play(store, move, dice):
                states.append(builders.remembered(store.state))
                _check_whole(store)
        while len(states) > 1:
            assert builders.remembered(store.state) == states.pop()
            store.undo()
        assert builders.remembered(store.state) == states[0]


def _check_whole(store: SessionStore) -> None:
    evidence = gather(store.state)
    grouped = {note.id for inside in evidence.by_insight.values() for note in inside}
    assert len(grouped) + len(evidence.tray) + len(evidence.parked) == 7
    living = {insight.id for insight in store.state.insights}
    goals = {goal.id for goal in store.state.goals}
    for note in store.state.notes:
        assert living.issuperset(note.insights)
        assert note.parked is None or not note.insights
    assert all(goals.issuperset(insight.goals) for insight in store.state.insights)


def _play(store: SessionStore, move: str, dice: int) -> bool:
    """Do a move if it can be done and tell whether it was recorded."""
    ids = builders.note_ids(store)
    insights = [insight.id for insight in store.state.insights]
    goals = [goal.id for goal in store.state.goals]
    some = [id for n, id in enumerate(ids) if dice >> n & 1]
    heard: list[str] = []
    stop = store.subscribe(lambda change: heard.append(change.label))
    if move == "new":
        grouping.new_insight(store, f"I{dice}", some, "", goals[:1])
    elif move == "goals":
        grouping.new_goal(store, f"G{dice}", insights[:2])
        if len(goals) > 1 and dice % 2:
            store.undo()
            heard.clear()
            grouping.merge_goals(store, goals[0], goals[1:2])
    elif move == "park" and some:
        notes.park(store, some, "reden")
    elif move == "unplace" and some:
        grouping.unplace_notes(store, some)
    elif insights:
        _play_on_insight(store, move, insights, insights[dice % len(insights)], some)
    stop()
    return bool(heard)


def _play_on_insight(
    store: SessionStore, move: str, insights: list[str], chosen: str, some: list[str]
) -> None:
    inside = [note.id for note in store.state.notes if chosen in note.insights]
    if move == "merge" and len(insights) > 1:
        grouping.merge_insights(store, chosen, insights[:3] if insights[:3] != [chosen] else insights)
    elif move == "split" and inside:
        grouping.split_insight(store, chosen, inside[: len(inside) // 2 + 1], "deel")
    elif move == "place" and some:
        grouping.place_notes(store, some, chosen)
    elif move == "delete":
        grouping.delete_insight(store, chosen)


def test_goals_of_several_insights_are_set_in_one_edit(store: SessionStore) -> None:
    goals = [grouping.new_goal(store, f"doel {n}") for n in range(3)]
    first = grouping.new_insight(store, "een", goals=goals[:1])
    second = grouping.new_insight(store, "twee")
    grouping.set_goals(store, {first: [goals[2], goals[1], goals[2]], second: goals[:1]})
    assert [insight.goals for insight in store.state.insights] == [(goals[2], goals[1]), (goals[0],)]
    store.undo()
    assert [insight.goals for insight in store.state.insights] == [(goals[0],), ()]
    with pytest.raises(UserError, match=r"goal\.unknown"):
        grouping.set_goals(store, {first: ["weg"]})


def test_several_insights_are_deleted_in_one_edit_and_their_notes_are_loose(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    gone = [grouping.new_insight(store, f"inzicht {n}", [ids[n]]) for n in range(2)]
    grouping.delete_insights(store, gone)
    assert not store.state.insights
    assert len(gather(store.state).tray) == len(ids)
    store.undo()
    assert places(store)[:2] == [(gone[0],), (gone[1],)]


def test_a_new_goal_can_come_with_all_its_texts(store: SessionStore) -> None:
    id = grouping.new_goal(store, "Rust", definition=" Tijd ", tensions="Snel of goed")
    goal = store.state.goal(id)
    assert goal is not None
    assert (goal.title, goal.definition, goal.residents_say, goal.tensions) == (
        "Rust",
        "Tijd",
        "",
        "Snel of goed",
    )
