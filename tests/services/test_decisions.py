"""Decisions before publication go with what they are about, move with its words, and come back by undo."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.services import advising, grouping, notes
from facilitator.services.dialogue import delete_meeting, method_of, new_meeting
from facilitator.services.findings import Finding
from facilitator.services.merging import merge_files
from facilitator.services.notes import NoteDraft
from facilitator.services.pictures import attach, remove_picture
from facilitator.services.publication import check, decide, is_open
from facilitator.store.session import SessionStore
from tests.services.builders import dialogue

CALL = "Bel mevrouw Jansen op 06-12345678."
WRITE = "Schrijf naar jan@voorbeeld.nl of bel 06-87654321."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with dialogue(tmp_path / "a.dialoog") as opened:
        yield opened


def found(store: SessionStore) -> list[Finding]:
    return [one for one in check(store.state, method_of(store)) if one.kind.startswith("personal.")]


def decided(store: SessionStore) -> int:
    return sum(row.alive for row in store.state.tables["decision"].values())


def decide_all(store: SessionStore) -> int:
    for finding in found(store):
        decide(store, finding, "keep", "mag")
    assert decided(store) == len(found(store)) > 0
    return decided(store)


def gone_and_back(store: SessionStore, before: int) -> None:
    """Check that nothing decided is left, that undo brings all back, and redo takes it away again."""
    assert decided(store) == 0
    store.undo()
    assert decided(store) == before
    assert not any(is_open(store.state, one) for one in found(store))
    store.redo()
    assert decided(store) == 0


def test_a_deleted_note_takes_its_decisions_along(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft(CALL))
    before = decide_all(store)
    notes.delete_notes(store, [id])
    gone_and_back(store, before)


def test_a_deleted_insight_takes_its_decisions_along(store: SessionStore) -> None:
    id = grouping.new_insight(store, CALL, description=WRITE)
    before = decide_all(store)
    grouping.delete_insight(store, id)
    gone_and_back(store, before)


def test_a_deleted_goal_takes_its_decisions_along(store: SessionStore) -> None:
    id = grouping.new_goal(store, CALL, definition=WRITE)
    before = decide_all(store)
    grouping.delete_goal(store, id)
    gone_and_back(store, before)


def test_a_deleted_meeting_takes_its_decisions_along(store: SessionStore) -> None:
    id = new_meeting(store, name="Bij Jan, 06-12345678")
    before = decide_all(store)
    delete_meeting(store, id)
    gone_and_back(store, before)


def test_deleted_advice_takes_its_decisions_along_and_those_about_its_action(store: SessionStore) -> None:
    goal = grouping.new_goal(store, "Doel")
    advice = advising.new_advice(store, goal, CALL)
    before = decide_all(store)
    advising.delete_advice(store, advice)
    gone_and_back(store, before)


def test_a_removed_picture_takes_its_decisions_along(store: SessionStore) -> None:
    note = notes.add_note(store, NoteDraft("Kijk"))
    attach(store, note, b"\x89PNG\r\n\x1a\n", format="png", width=1, height=1, description=CALL)
    before = decide_all(store)
    remove_picture(store, note)
    gone_and_back(store, before)


def test_decisions_move_with_texts_that_are_joined(store: SessionStore) -> None:
    keeper = grouping.new_insight(store, "Bereikbaar", description=f"Eerst: {WRITE}")
    loser = grouping.new_insight(store, "06-11112222", description=CALL)
    decide_all(store)
    grouping.merge_insights(store, keeper, [loser])
    assert store.state.insight(keeper).description == f"Eerst: {WRITE}\n\n{CALL}"  # pyright: ignore[reportOptionalMemberAccess]
    assert found(store)
    assert not any(is_open(store.state, one) for one in found(store))
    # What was decided about the title that is gone is gone.
    assert decided(store) == len(found(store))
    store.undo()
    assert not any(is_open(store.state, one) for one in found(store))


def test_what_nobody_decided_about_is_open_after_joining_too(store: SessionStore) -> None:
    keeper = grouping.new_goal(store, "Bereikbaar", definition=WRITE)
    decide_all(store)
    loser = grouping.new_goal(store, "Bellen", definition=CALL, tensions=CALL)
    grouping.merge_goals(store, keeper, [loser])
    waiting = [one for one in found(store) if is_open(store.state, one)]
    assert {(one.field, "06-12345678" in one.excerpt) for one in waiting} == {
        ("definition", True),
        ("tensions", True),
    }
    assert [one for one in found(store) if one not in waiting]


def test_a_decision_about_what_another_laptop_deleted_goes_when_they_come_together(tmp_path: Path) -> None:
    file, copy = tmp_path / "a.dialoog", tmp_path / "b.dialoog"
    with dialogue(file) as store:
        gone, stays = (notes.add_note(store, NoteDraft(CALL)) for _ in range(2))
    shutil.copy(file, copy)
    with SessionStore.open(copy, source="laptop-2") as other:
        decide_all(other)
    with SessionStore.open(file, source="laptop-1") as store:
        notes.delete_notes(store, [gone])
        merge_files(store, [copy])
        assert {one.target for one in found(store)} == {stays}
        assert decided(store) == len(found(store))
        assert not any(is_open(store.state, one) for one in found(store))
