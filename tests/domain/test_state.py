"""The dialogue in memory: living things in order, and snapshots nobody touches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import entities as e
from facilitator.domain.changes import RowChange
from facilitator.domain.state import State


def notes(*rows: e.Note) -> State:
    return State({"note": {row.id: row for row in rows}})


def test_living_ones_come_in_order_of_seq_then_id() -> None:
    state = notes(
        e.Note(id="c", alive=True, seq=1),
        e.Note(id="b", alive=True, seq=2),
        e.Note(id="a", alive=True, seq=2),
        e.Note(id="x", seq=0),
    )
    assert [note.id for note in state.notes] == ["c", "a", "b"]


def test_the_dead_are_found_only_by_get() -> None:
    state = notes(e.Note(id="x", text="was hier"))
    assert state.note("x") is None
    assert state.note("y") is None
    found = state.get("note", "x")
    assert isinstance(found, e.Note)
    assert found.text == "was hier"


def test_a_new_seq_is_behind_the_dead_too() -> None:
    assert State().next_seq("note") == 1
    assert notes(e.Note(id="a", alive=True, seq=3), e.Note(id="x", seq=8)).next_seq("note") == 9


def test_a_snapshot_stays_as_it_was() -> None:
    state = notes(e.Note(id="a", alive=True))
    copy = state.copy()
    state.tables["note"]["b"] = e.Note(id="b", alive=True)
    assert len(copy.notes) == 1


def test_hidden_personas_take_no_part_but_are_still_known() -> None:
    rows = [
        e.Persona(id="a", alive=True, seq=2),
        e.Persona(id="b", alive=True, hidden=True, seq=1),
        e.Persona(id="c"),
    ]
    state = State({"persona": {row.id: row for row in rows}})
    assert [row.id for row in state.personas] == ["a"]
    assert [row.id for row in state.all_personas] == ["b", "a"]
    assert state.persona("b") is not None


def test_an_empty_state_answers_everything_with_nothing() -> None:
    state = State()
    assert state.dialogue == e.Dialogue()
    assert [
        *state.meetings,
        *state.insights,
        *state.goals,
        *state.advices,
        *state.replies,
        *state.actions,
    ] == []
    assert state.gate("s") == e.Gate(id="s")
    for ask in (state.meeting, state.insight, state.goal, state.advice):
        assert ask("x") is None


def test_an_undone_gate_decides_nothing() -> None:
    state = State({"gate": {"s": e.Gate(id="s", checked=("a",))}})
    assert state.gate("s").checked == ()


MOVES = st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.integers(0, 5)), max_size=40)


@given(MOVES, st.booleans())
def test_what_is_kept_in_order_is_what_sorting_anew_gives(
    moves: list[tuple[int, bool, int]], all_at_once: bool
) -> None:
    state = State({"note": {}}, ordered={})
    assert state.notes == []
    rows: list[RowChange] = []
    for id, alive, seq in moves:
        before = state.get("note", f"n{id}")
        after = e.Note(id=f"n{id}", alive=alive, seq=seq)
        state.tables["note"][after.id] = after
        rows.append(RowChange("note", after.id, before, after))
        if not all_at_once:
            state.follow(rows[-1:])
            assert state.notes == State(state.tables).notes
    state.follow(rows if all_at_once else [])
    assert state.notes == State(state.tables).notes


def test_very_many_changes_at_once_are_put_in_order_anew() -> None:
    state = State({"note": {}}, ordered={})
    assert state.notes == []
    made = [e.Note(id=f"n{n}", alive=True, seq=-n) for n in range(300)]
    state.tables["note"].update((note.id, note) for note in made)
    state.follow([RowChange("note", note.id, None, note) for note in made])
    assert state.notes == made[::-1]


def test_the_list_one_gets_is_ones_own() -> None:
    state = State({"note": {"a": e.Note(id="a", alive=True)}}, ordered={})
    state.notes.clear()
    assert len(state.notes) == 1
