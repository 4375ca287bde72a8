"""Suggestions for the loose notes: explained, always the same, accepted in one edit, refused in silence."""

from __future__ import annotations

import io
import json
import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.services import grouping, notes, suggesting
from facilitator.services.notes import NoteDraft
from facilitator.services.suggesting import Refusals, Suggestion, SuggestJob, accept, question, suggest
from facilitator.store.session import SessionStore
from tests.services import builders
from tests.similarity.corpus import BUS, OTHER, WAITING


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog") as made:
        notes.add_notes(made, [NoteDraft(text=text, step="praten") for text in WAITING + BUS + OTHER])
        yield made


def texts(store: SessionStore, ids: tuple[str, ...]) -> list[str]:
    return [note.text for id in ids if (note := store.state.note(id)) is not None]


def places(store: SessionStore) -> list[tuple[str, ...]]:
    return [note.insights for note in store.state.notes]


@dataclass
class Ear:
    progress: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    done: list[list[Suggestion]] = field(default_factory=list[list[Suggestion]])
    errors: list[UserError] = field(default_factory=list[UserError])

    def job(self, store: SessionStore) -> SuggestJob:
        return SuggestJob(
            question(store.state),
            on_progress=lambda done, total: self.progress.append((done, total)),
            on_done=self.done.append,
            on_error=self.errors.append,
        )


def test_suggesting_moves_nothing(store: SessionStore) -> None:
    before, history = store.state.copy(), len(store.history())
    found = suggest(store.state)
    assert sorted(texts(store, one.notes) for one in found) == sorted([BUS, WAITING])
    assert store.state.tables == before.tables
    assert len(store.history()) == history


def test_every_suggestion_has_a_name_and_a_reason(store: SessionStore) -> None:
    for one in suggest(store.state):
        assert one.title
        assert one.reasons
        assert one.insight == ""
        assert 0 < one.sureness <= 1


def test_the_same_dialogue_gives_the_same_suggestions(store: SessionStore) -> None:
    first = suggest(store.state)
    assert suggest(store.state) == first
    assert len({one.id for one in first}) == len(first)


def test_only_loose_notes_are_asked_about(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    notes.park(store, ids[:2], "past niet")
    grouping.new_insight(store, "Bus", ids[4:6])
    asked = question(store.state)
    assert {text.key for text in asked.loose} == set(ids) - set(ids[:2]) - set(ids[4:6])
    assert [(home.title, len(home.texts)) for home in asked.homes] == [("Bus", 2)]
    assert [text.key for text in question(store.state, ids[:3]).loose] == ids[2:3]


def test_a_note_of_a_deleted_insight_is_loose_again(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    gone = grouping.new_insight(store, "Weg", ids[:1])
    grouping.delete_insight(store, gone)
    assert {text.key for text in question(store.state).loose} == set(ids)


def test_a_late_note_is_suggested_for_the_insight_that_is_there(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    insight = grouping.new_insight(store, "Geen bus op zondag", ids[5:7])
    joined = [one for one in suggest(store.state) if one.insight]
    assert [(one.insight, one.title, one.notes) for one in joined] == [
        (insight, "Geen bus op zondag", (ids[4],))
    ]
    accept(store, joined)
    assert places(store)[4] == (insight,)


def test_names_of_personas_are_no_reason(store: SessionStore) -> None:
    ids = notes.add_notes(
        store, [NoteDraft(text=f"Fatima {word}") for word in ("kookt", "fietst", "tekent", "zwemt")]
    )
    assert not [one for one in suggest(store.state) if set(ids) & set(one.notes)]


def test_accepting_all_is_one_edit_that_one_undo_takes_back(store: SessionStore) -> None:
    before, history = places(store), len(store.history())
    done = accept(store, suggest(store.state))
    assert len(done.insights) == 2
    assert done.notes == len(WAITING) + len(BUS)
    assert len(store.history()) == history + 1
    assert store.undo_label == "insights.suggested"
    assert [len(store.state.insights), [bool(place) for place in places(store)]] == [
        2,
        [True] * 7 + [False] * 4,
    ]
    assert [insight.seq for insight in store.state.insights] == [1, 2]
    store.undo()
    assert places(store) == before
    assert store.state.insights == []
    store.redo()
    assert len(store.state.insights) == 2


def test_a_changed_name_is_the_name_of_the_insight(store: SessionStore) -> None:
    one = replace(suggest(store.state)[0], title="  Wachten\nbij de huisarts ")
    accept(store, [one])
    assert [insight.title for insight in store.state.insights] == ["Wachten bij de huisarts"]


def test_what_got_a_place_in_the_meantime_stays_there(store: SessionStore) -> None:
    found = suggest(store.state)
    bus = next(one for one in found if texts(store, one.notes) == BUS)
    elsewhere = grouping.new_insight(store, "Elders", bus.notes[:1])
    notes.park(store, bus.notes[1:2], "past niet")
    done = accept(store, [bus])
    assert done.notes == 1
    assert store.state.note(bus.notes[0]).insights == (elsewhere,)  # type: ignore[union-attr]
    assert store.state.note(bus.notes[1]).parked == "past niet"  # type: ignore[union-attr]


def test_a_suggestion_of_which_nothing_is_left_is_refused(store: SessionStore) -> None:
    found = suggest(store.state)
    accept(store, found)
    history = len(store.history())
    with pytest.raises(UserError, match="outdated"):
        accept(store, found)
    with pytest.raises(UserError, match="outdated"):
        accept(store, [])
    assert len(store.history()) == history


def test_an_insight_that_is_gone_is_made_anew(store: SessionStore) -> None:
    ids = builders.note_ids(store)
    insight = grouping.new_insight(store, "Geen bus op zondag", ids[5:7])
    joined = [one for one in suggest(store.state) if one.insight]
    grouping.delete_insight(store, insight)
    done = accept(store, joined)
    assert done.insights != (insight,)
    assert [made.title for made in store.state.insights] == ["Geen bus op zondag"]


def test_two_suggestions_with_one_note_place_it_once(store: SessionStore) -> None:
    one = suggest(store.state)[0]
    assert accept(store, [one, replace(one, title="Nog eens")]).notes == len(one.notes)
    assert len(store.state.insights) == 1


def test_a_refused_group_does_not_come_back_nor_one_nearly_the_same(store: SessionStore) -> None:
    found, refusals = suggest(store.state), Refusals()
    waiting = next(one for one in found if texts(store, one.notes) == WAITING)
    refusals.refuse(waiting)
    assert [one.id for one in found if refusals.allows(one)] == [one.id for one in found if one != waiting]
    assert not refusals.allows(replace(waiting, notes=waiting.notes[:3]))
    assert not refusals.allows(replace(waiting, notes=(*waiting.notes, "nieuw")))
    assert refusals.allows(replace(waiting, notes=waiting.notes[:2]))
    assert refusals.allows(replace(waiting, insight="een ander"))
    assert len(refusals) == 1
    refusals.take_back(waiting)
    assert refusals.allows(waiting)


def test_a_process_of_its_own_finds_the_same(store: SessionStore) -> None:
    ear = Ear()
    job = ear.job(store)
    job.start()
    assert job.join(60)
    assert ear.errors == []
    assert ear.done == [suggest(store.state)]
    assert ear.progress
    assert all(0 <= done <= total for done, total in ear.progress)


def test_a_stopped_job_ends_in_its_own_code(store: SessionStore, monkeypatch: pytest.MonkeyPatch) -> None:
    wait = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(suggesting, "worker_command", lambda: wait)
    ear = Ear()
    job = ear.job(store)
    job.start()
    job.cancel()
    assert job.join(30)
    assert [error.code for error in ear.errors] == ["suggest.cancelled"]
    assert ear.done == []


@pytest.mark.parametrize("code", ["raise SystemExit('op')", "print('{\"suggestions\": [{}]}')"])
def test_a_worker_that_fails_is_told(store: SessionStore, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(suggesting, "worker_command", lambda: [sys.executable, "-c", code])
    ear = Ear()
    job = ear.job(store)
    job.start()
    assert job.join(30)
    assert [error.code for error in ear.errors] == ["suggest.worker_failed"]


def test_the_worker_answers_in_json_lines(store: SessionStore) -> None:
    said = io.StringIO()
    assert suggesting.serve(io.BytesIO(pickle.dumps(question(store.state))), said) == 0
    lines = [json.loads(line) for line in said.getvalue().splitlines()]
    assert all("done" in line for line in lines[:-1])
    assert [one["title"] for one in lines[-1]["suggestions"]] == [one.title for one in suggest(store.state)]
