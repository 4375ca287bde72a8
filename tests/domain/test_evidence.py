"""What rests on what: every captured note is grouped, parked or in the tray, and only once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import entities as e
from facilitator.domain.evidence import (
    advice_numbers,
    advices_of_goal,
    coverage,
    cross_goal_insights,
    gather,
    insights_of_goal,
    persona_mix,
)
from facilitator.domain.state import State

INSIGHTS = ("i0", "i1", "dead", "never")


def state_of(*entities: e.Entity) -> State:
    state = State()
    for entity in entities:
        state.tables.setdefault(type(entity).__name__.lower(), {})[entity.id] = entity
    return state


NOTES = st.lists(
    st.builds(
        e.Note,
        id=st.uuids().map(str),
        alive=st.booleans(),
        text=st.just("x"),
        insights=st.lists(st.sampled_from(INSIGHTS), unique=True, max_size=4).map(tuple),
        parked=st.none() | st.just("reden"),
        meeting=st.sampled_from(["", "m", "gone"]),
        seq=st.integers(0, 5),
    ),
    max_size=30,
    unique_by=lambda note: note.id,
)
FIXED = (
    e.Insight(id="i0", alive=True),
    e.Insight(id="i1", alive=True),
    e.Insight(id="dead"),
    e.Meeting(id="m", alive=True, channel="soft"),
)


@given(NOTES)
def test_grouped_parked_and_tray_are_all_that_was_captured(notes: list[e.Note]) -> None:
    state = state_of(*FIXED, *notes)
    found = gather(state)
    grouped = {note.id for inside in found.by_insight.values() for note in inside}
    tray, parked = {note.id for note in found.tray}, {note.id for note in found.parked}
    assert grouped | tray | parked == {note.id for note in notes if note.alive}
    assert len(grouped) + len(tray) + len(parked) == len(state.notes)
    assert set(found.by_insight) <= {"i0", "i1"}
    assert all(note.parked is not None for note in found.parked)


@given(NOTES)
def test_channels_are_counted_side_by_side(notes: list[e.Note]) -> None:
    found = gather(state_of(*FIXED, *notes))
    inside = found.notes_of(["i0", "i1"])
    assert [note.id for note in inside] == [n.id for n in sorted(inside, key=lambda n: (n.seq, n.id))]
    assert len({note.id for note in inside}) == len(inside)
    counts = found.channels(inside)
    assert counts.get("soft", 0) == sum(note.meeting == "m" for note in inside)
    assert counts.get("other", 0) == sum(note.meeting != "m" for note in inside)


def test_what_bears_on_a_goal_is_found_in_order() -> None:
    state = state_of(
        e.Goal(id="g1", alive=True, seq=1),
        e.Goal(id="g0", alive=True, seq=0),
        e.Goal(id="dead", seq=2),
        e.Insight(id="b", alive=True, goals=("g0", "g1"), seq=2),
        e.Insight(id="a", alive=True, goals=("g0", "dead"), seq=1),
        e.Advice(id="y", alive=True, goal="g1", seq=1),
        e.Advice(id="x", alive=True, goal="g1", seq=0),
        e.Advice(id="z", alive=True, goal="g0", seq=9),
        e.Advice(id="lost", alive=True, goal="dead"),
    )
    assert [insight.id for insight in insights_of_goal(state, "g0")] == ["a", "b"]
    assert [advice.id for advice in advices_of_goal(state, "g1")] == ["x", "y"]
    assert [insight.id for insight in cross_goal_insights(state)] == ["b"]
    assert advice_numbers(state) == {"z": "1.1", "x": "2.1", "y": "2.2"}


def test_personas_are_counted_and_nobody_is_left_out_of_the_mix() -> None:
    notes = [
        e.Note(id=str(n), alive=True, persona=who, step="s") for n, who in enumerate(["a", "b", "b", ""])
    ]
    assert persona_mix(notes) == [("b", 2), ("a", 1)]
    assert coverage(state_of(*notes)) == {("a", "s"): 1, ("b", "s"): 2, ("", "s"): 1}
