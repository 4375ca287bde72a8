"""Who was heard where, and who not yet."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.changes import ChangeSet, RowChange
from facilitator.domain.coverage import NONE, Heard, Voices, coverage
from facilitator.domain.entities import BASES, Goal, Insight, Meeting, Note, Persona
from facilitator.domain.state import State

PERSONAS, STEPS, INSIGHTS, MEETINGS = (
    ("fatima", "bram", ""),
    ("s1", "s2"),
    ("i1", "i2", "i3"),
    ("m1", "m2", ""),
)


def world(*notes: Note) -> State:
    return State(
        {
            "persona": {
                "fatima": Persona(id="fatima", alive=True, seq=1),
                "bram": Persona(id="bram", alive=True, seq=2),
                "weg": Persona(id="weg", alive=True, hidden=True, seq=3),
            },
            "goal": {"g1": Goal(id="g1", alive=True), "g2": Goal(id="g2", alive=True), "oud": Goal(id="oud")},
            "insight": {
                "i1": Insight(id="i1", alive=True, goals=("g1", "oud")),
                "i2": Insight(id="i2", alive=True, goals=("g1", "g2")),
                "i3": Insight(id="i3", goals=("g2",)),
            },
            "meeting": {
                "m1": Meeting(id="m1", alive=True, channel="large"),
                "m2": Meeting(id="m2", alive=True, channel="soft"),
            },
            "note": {note.id: note for note in notes},
        }
    )


def note(id: str, **fields: object) -> Note:
    return Note(id=id, alive=True, **fields)  # pyright: ignore[reportArgumentType]


def test_voices_are_own_near_and_through_a_helper_and_never_imagined() -> None:
    notes = [note(basis, persona="fatima", step="s1", meeting="m2", basis=basis) for basis in BASES]
    found = coverage(world(*notes))
    assert found.steps["fatima", "s1"] == Heard(3, 1)
    assert found.personas["fatima"] == Heard(3, 1)
    assert found.channels == {"soft": Heard(3, 1)}


def test_who_was_only_imagined_has_not_been_heard() -> None:
    found = coverage(world(note("a", persona="bram", basis="imagined", meeting="m1"), note("b")))
    assert found.silent == ("fatima", "bram")  # and not the one who is hidden
    assert found.missing == ("large", "soft", "survey")
    found = coverage(world(note("a", persona="bram", meeting="m1")))
    assert (found.silent, found.missing) == (("fatima",), ("soft", "survey"))


def test_a_note_counts_once_for_each_living_goal_its_insights_lead_to() -> None:
    found = coverage(
        world(
            note("a", persona="bram", insights=("i1", "i2")),
            note("b", persona="bram", insights=("i3",)),
            note("c", persona="bram", insights=("i2",), basis="imagined"),
        )
    )
    assert found.goals == {("bram", "g1"): Heard(1, 1), ("bram", "g2"): Heard(1, 1)}
    assert found.goals.get(("fatima", "g1"), NONE) == NONE


def test_deleted_notes_are_not_there() -> None:
    assert coverage(world(Note(id="a", persona="bram", step="s1"))).steps == {}


NOTES = st.builds(
    note,
    id=st.sampled_from("abcdef"),
    persona=st.sampled_from(PERSONAS),
    step=st.sampled_from(STEPS),
    meeting=st.sampled_from(MEETINGS),
    basis=st.sampled_from(BASES),
    insights=st.lists(st.sampled_from(INSIGHTS), max_size=2, unique=True).map(tuple),
)


@given(st.lists(st.tuples(NOTES, st.booleans()), max_size=30))
def test_counting_edit_by_edit_equals_counting_anew(edits: list[tuple[Note, bool]]) -> None:
    state = world()
    voices = Voices()
    voices.read(state)
    for given_note, alive in edits:
        after = replace(given_note, alive=alive)
        before = state.tables["note"].get(after.id)
        state.tables["note"][after.id] = after
        voices.apply(ChangeSet("note.edited", "edit", (RowChange("note", after.id, before, after),)))
        assert voices.coverage(state) == coverage(state)


def test_ten_thousand_notes_are_counted_between_two_pictures() -> None:
    notes = [
        note(
            str(n),
            persona=PERSONAS[n % 3],
            step=STEPS[n % 2],
            meeting=MEETINGS[n % 3],
            insights=(INSIGHTS[n % 2],),
            basis=BASES[n % 4],
        )
        for n in range(10_000)
    ]
    state = world(*notes)
    voices = Voices()
    bare, read, told = [], [], []
    for _ in range(15):
        start = time.perf_counter()
        Counter([(row.persona, row.step, row.basis) for row in notes])
        bare.append(time.perf_counter() - start)
        voices.read(state)
        read.append(time.perf_counter() - start - bare[-1])
        start = time.perf_counter()
        voices.coverage(state)
        told.append(time.perf_counter() - start)
    # Held against the plainest count of all, so that a busy machine fails nothing.
    assert min(read) < 12 * min(bare)
    assert min(told) < 12 * min(bare)
