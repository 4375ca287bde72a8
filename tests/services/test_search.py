"""The index of an open dialogue stays true through edits, undo, and a merge."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.search_index import Query
from facilitator.services import grouping, notes
from facilitator.services.dialogue import update_meeting
from facilitator.services.exchange import import_json
from facilitator.services.search import AT_ONCE, NoteSearch
from facilitator.store.session import SessionStore
from tests.helpers.shelf import shelf


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    library = shelf()
    with import_json(paths.example(), tmp_path / "a.dialoog", "laptop-1", library) as opened:
        yield opened


@pytest.fixture
def search(store: SessionStore) -> NoteSearch:
    made = NoteSearch(store.state)
    while made.feed(100):
        pass
    store.subscribe(made.apply)
    return made


def found(search: NoteSearch, text: str = "", **filters: str) -> set[str]:
    return set(search.query(Query(text, {name: frozenset([value]) for name, value in filters.items()})))


def test_reading_stops_when_its_time_is_over_and_goes_on(store: SessionStore) -> None:
    search = NoteSearch(store.state)
    clock = iter(range(1_000))
    assert search.feed(1, lambda: next(clock))
    assert 0 < search.waiting < len(store.state.notes)
    assert len(search.query(Query())) == len(store.state.notes) - search.waiting
    while search.feed(1, lambda: next(clock)):
        pass
    assert set(search.query(Query())) == {note.id for note in store.state.notes}


def test_a_note_that_goes_before_it_was_read_is_not_found(store: SessionStore) -> None:
    search = NoteSearch(store.state)
    store.subscribe(search.apply)
    last = store.state.notes[-1]
    notes.delete_notes(store, [last.id])
    while search.feed(100):
        pass
    assert last.id not in search.query(Query())


def test_typing_editing_and_undo_are_followed(store: SessionStore, search: NoteSearch) -> None:
    id = notes.add_note(store, notes.NoteDraft(text="Een kwijtgeraakte zebra", persona="fatima"))
    assert found(search, "ZEB kwijt") == {id}
    notes.edit_note(store, id, text="Een kwijtgeraakt paard")
    assert found(search, "zebra") == set()
    store.undo()
    assert found(search, "zebra", persona="fatima") == {id}
    store.undo()
    assert found(search, "zebra") == set()


def test_grouping_setting_aside_and_losing_an_insight_are_followed(
    store: SessionStore, search: NoteSearch
) -> None:
    one, other = (note.id for note in store.state.notes[:2])
    insight = grouping.new_insight(store, "Samen", notes=[one, other])
    notes.park(store, [other], "past nergens")
    assert one in found(search, place="grouped")
    assert other in found(search, place="parked")
    grouping.delete_insight(store, insight)
    assert one in found(search, place="loose")
    store.undo()
    assert one in found(search, place="grouped")


def test_a_meeting_of_another_channel_takes_its_notes_along(store: SessionStore, search: NoteSearch) -> None:
    meeting = next(m for m in store.state.meetings if found(search, meeting=m.id) and m.channel != "survey")
    update_meeting(store, meeting.id, channel="survey")
    assert found(search, meeting=meeting.id) <= found(search, channel="survey")
    store.undo()
    assert found(search, meeting=meeting.id) <= found(search, channel=meeting.channel)


def test_being_told_twice_and_late_does_no_harm(store: SessionStore, search: NoteSearch) -> None:
    told = []
    store.subscribe(told.append)
    id = notes.add_note(store, notes.NoteDraft(text="zebra"))
    notes.delete_notes(store, [id])
    for changes in reversed(told):
        search.apply(changes)
    assert found(search, "zebra") == set()


def test_a_great_change_is_read_in_slices(store: SessionStore, search: NoteSearch) -> None:
    drafts = [notes.NoteDraft(text=f"zebra {n}") for n in range(AT_ONCE + 1)]
    made = notes.add_notes(store, drafts)
    assert search.waiting == len(made)
    assert found(search, "zebra") == set()
    while search.feed(100):
        pass
    assert found(search, "zebra") == set(made)


def test_notes_of_another_laptop_are_read(store: SessionStore, search: NoteSearch, tmp_path: Path) -> None:
    store.save_copy(tmp_path / "b.dialoog")
    with SessionStore.open(tmp_path / "b.dialoog", source="laptop-2") as other:
        id = notes.add_note(other, notes.NoteDraft(text="zebra"))
        other.wait_saved()
    store.merge(tmp_path / "b.dialoog")
    while search.feed(100):
        pass
    assert found(search, "zebra") == {id}
    assert set(search.query(Query())) == {note.id for note in store.state.notes}


def test_reading_keeps_to_its_slice(store: SessionStore) -> None:
    search = NoteSearch(store.state)
    slowest = 0.0
    more = True
    while more:
        # Of this very thread: a busy machine changes nothing.
        start = time.thread_time()
        more = search.feed(1)
        slowest = max(slowest, time.thread_time() - start)
    assert slowest < 0.1
