"""Walking back and forth, undoing and redoing at random, ends where the straight walk ends."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.services import advising, dialogue, grouping, notes
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from tests.services import builders

MOVES = 500


def script() -> list[Callable[[SessionStore], object]]:
    """Return the work of an evening in order; nothing in it depends on ids."""

    def ids(s: SessionStore) -> list[str]:
        return builders.note_ids(s)

    def voted(s: SessionStore) -> None:
        advising.set_votes(s, s.state.advices[0].id, 8, 1, 1)

    capture: list[Callable[[SessionStore], object]] = [
        lambda s, n=n: notes.add_note(
            s, NoteDraft(f"zin {n}", persona=("fatima", "bram", "truus")[n % 3], step="praten")
        )
        for n in range(20)
    ]
    return [
        *capture,
        lambda s: notes.edit_note(s, ids(s)[3], text="beter gezegd", kind="worry"),
        lambda s: notes.move_to_persona(s, ids(s)[4:7], "truus"),
        lambda s: notes.star(s, ids(s)[2:3], True),
        lambda s: grouping.new_goal(s, "Zorg dichtbij"),
        lambda s: grouping.new_insight(s, "afstand", ids(s)[:6], "", [s.state.goals[0].id]),
        lambda s: grouping.new_insight(s, "geld", ids(s)[6:9]),
        lambda s: grouping.new_insight(s, "taal", ids(s)[9:12]),
        lambda s: grouping.merge_insights(s, s.state.insights[0].id, [s.state.insights[1].id]),
        lambda s: grouping.split_insight(s, s.state.insights[0].id, ids(s)[1:3], "wachten"),
        lambda s: notes.park(s, ids(s)[12:15], "gaat over iets anders"),
        lambda s: notes.delete_notes(s, ids(s)[15:17]),
        lambda s: dialogue.tick_condition(s, "praten", builders.HAND_TICKED, True),
        lambda s: dialogue.overrule_gate(s, "bundelen", "de avond is om"),
        lambda s: advising.new_advice(
            s, s.state.goals[0].id, "Regel vervoer", insights=[s.state.insights[0].id]
        ),
        lambda s: advising.new_advice(s, s.state.goals[0].id, "Praat gewoon"),
        voted,
        lambda s: grouping.reorder(s, "advice", [advice.id for advice in reversed(s.state.advices)]),
        lambda s: dialogue.update_dialogue(s, summary="Het was goed"),
    ]


def comparable(store: SessionStore) -> object:
    """Return what is alive, with ids replaced by places in order, and without where one last stood."""
    state = store.state
    order = [
        *(row.id for row in state.notes),
        *(row.id for row in state.insights),
        *(row.id for row in state.goals),
        *(row.id for row in state.advices),
        *(row.id for row in state.meetings),
    ]
    place = {id: f"#{n}" for n, id in enumerate(order)}
    rows = [*state.notes, *state.insights, *state.goals, *state.advices, *state.meetings, *state.all_personas]
    rows += [state.gate(step) for step in builders.STEPS]

    def plain(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(place.get(str(item), item) for item in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        return place.get(value, value) if isinstance(value, str) else value

    found = [
        (type(row).__name__, [(name, plain(getattr(row, name))) for name in row.__slots__ if name != "seq"])
        for row in rows
    ]
    return found, state.dialogue.summary, state.dialogue.threshold


def straight(path: Path) -> object:
    with builders.dialogue(path) as store:
        for gesture in script():
            gesture(store)
        return comparable(store)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_random_walk_ends_in_the_state_of_the_straight_walk(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    path = tmp_path / "dwaal.dialoog"
    store = builders.dialogue(path)
    work = script()
    done, ever = 0, 0
    kinds = {"step": 0, "undo": 0, "redo": 0, "work": 0, "restart": 0}
    for _ in range(MOVES):
        move = dice.choices(["step", "undo", "redo", "work", "restart"], [40, 25, 20, 20, 1])[0]
        kinds[move] += 1
        if move == "step":
            dialogue.go_to_step(store, dice.choice(builders.STEPS))
        elif move == "undo" and done:
            assert store.undo() is not None
            done -= 1
        elif move == "redo" and done < ever:
            assert store.redo() is not None
            done += 1
        elif move == "work" and done < len(work):
            work[done](store)
            done, ever = done + 1, done + 1
        elif move == "restart":
            store.close()
            store = SessionStore.open(path, source="laptop-1")
    while done < len(work):
        work[done](store)
        done += 1
    assert min(kinds.values()) > 0
    assert comparable(store) == straight(tmp_path / "recht.dialoog")
    assert store.check() == []
    store.close()
    with SessionStore.open(path, source="laptop-1") as again:
        assert comparable(again) == straight(tmp_path / "recht-2.dialoog")
