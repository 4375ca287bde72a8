"""A kill of the real window at any moment loses nothing it showed as safe: the long trial in short."""

from __future__ import annotations

import os

import pytest

from benchmarks.killing import Count
from benchmarks.soak_window import Known, kill_windows
from facilitator.domain.entities import Insight, Note
from facilitator.domain.state import State
from facilitator.store.keys import random_key

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="windows are forked")


def caught(fault: str, what: str, most: int = 6) -> bool:
    """Tell whether a fault put in on purpose is found within a few kills."""
    return any(getattr(kill_windows(2, seed, fault=fault), what) for seed in range(most // 2))


def test_a_killed_window_loses_nothing_it_showed_as_safe() -> None:
    count = kill_windows(4, 11)
    assert (count.kills, count.bad, count.faults) == (4, 0, [])
    assert count.acknowledged >= 4


def test_a_window_that_ticks_too_early_is_caught() -> None:
    assert caught("early", "lost")


@pytest.mark.soak
def test_a_window_that_writes_an_edit_in_pieces_is_caught() -> None:
    assert caught("pieces", "torn", 20)


@pytest.mark.soak
def test_a_killed_window_on_an_encrypted_dialogue_loses_nothing() -> None:
    count = kill_windows(10, 12, key=random_key())
    assert (count.bad, count.faults) == (0, [])


def state_of(*rows: Note | Insight) -> State:
    state = State({"note": {}, "insight": {}})
    for row in rows:
        state.tables["note" if isinstance(row, Note) else "insight"][row.id] = row
    return state


def test_each_kind_of_loss_is_told_apart() -> None:
    known = Known()
    known.did("note", "a", "start 1 regel 1")
    known.did("note", "b", "start 1 regel 2")
    known.did("note", "c", "start 1 regel 3")
    known.did("group", "samen", ["a", "b"])
    known.did("erase", "c")
    here, there = Note(id="a", text="start 1 regel 1", alive=True), Note(id="b", text="anders", alive=True)
    half = state_of(
        Note(id="a", text="start 1 regel 1", insights=("i",), alive=True),
        Note(id="b", text="start 1 regel 2", alive=True),
        Insight(id="i", title="samen", alive=True),
    )
    assert known.judge(half) == {"lost": [], "torn": ["samen: 1 of 2 notes"], "corrupt": []}
    words = state_of(here, there, Note(id="c", text="start 1 regel 3"))
    assert known.judge(words) == {
        "lost": ["b: start 1 regel 2", "c: its words are there still", "samen"],
        "torn": [],
        "corrupt": ["anders"],
    }


def test_what_was_being_done_may_be_there_or_not() -> None:
    known = Known()
    known.did("note", "a", "start 1 regel 1")
    note = Note(id="a", text="start 1 regel 1", alive=True)
    known.will("undo", "a")
    assert known.judge(state_of(note)) == {"lost": [], "torn": [], "corrupt": []}
    known.will("undo", "a")
    assert known.judge(state_of()) == {"lost": [], "torn": [], "corrupt": []}
    assert known.judge(state_of(note))["lost"] == ["a: not undone"]


def test_a_trial_in_which_hardly_anything_was_safe_fails() -> None:
    assert not all(row.ok for row in Count(kills=10, acknowledged=12).rows("window"))
    assert all(row.ok for row in Count(kills=10, acknowledged=80).rows("window"))
