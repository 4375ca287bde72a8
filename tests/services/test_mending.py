"""Two laptops contradict each other; the merge contradicts nobody and loses nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.domain.evidence import gather
from facilitator.services import advising, checking, dialogue, grouping, notes
from facilitator.services.mending import mend
from facilitator.services.merging import merge_files
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from tests.services import builders

Work = Callable[[SessionStore], object]


def both(tmp_path: Path, start: Work, here: Work, there: Work) -> SessionStore:
    """Let two laptops go on from one file, merge both ways, and return the first, which equals the second."""
    first, second = tmp_path / "a.dialoog", tmp_path / "b.dialoog"
    with builders.dialogue(first, notes=3) as store:
        start(store)
    second.write_bytes(first.read_bytes())
    for path, source, work in ((first, "a", here), (second, "b", there)):
        with SessionStore.open(path, source=source) as store:
            work(store)
    old = tmp_path / "oud.dialoog"
    old.write_bytes(first.read_bytes())
    store = SessionStore.open(first, source="a")
    merge_files(store, [second])
    with SessionStore.open(second, source="b") as other:
        merge_files(other, [old])
        assert other.state == store.state
        assert other.check() == []
    broken = [found for found in checking.check_rules(store.state, dialogue.method_of(store)) if found.broken]
    assert broken == []
    return store


def only(store: SessionStore, what: str) -> str:
    return getattr(store.state, what)[0].id


def test_a_goal_deleted_here_comes_back_for_the_advice_given_there(tmp_path: Path) -> None:
    store = both(
        tmp_path,
        lambda s: grouping.new_goal(s, "Dichtbij"),
        lambda s: grouping.delete_goal(s, only(s, "goals")),
        lambda s: advising.new_advice(s, only(s, "goals"), "Bus tot de deur"),
    )
    assert [goal.title for goal in store.state.goals] == ["Dichtbij"]
    assert store.state.advices[0].goal == store.state.goals[0].id
    store.close()


def test_advice_follows_a_goal_that_was_merged(tmp_path: Path) -> None:
    store = both(
        tmp_path,
        lambda s: (grouping.new_goal(s, "Blijft"), grouping.new_goal(s, "Gaat op")),
        lambda s: grouping.merge_goals(s, s.state.goals[0].id, [s.state.goals[1].id]),
        lambda s: advising.new_advice(s, s.state.goals[1].id, "Bus tot de deur"),
    )
    assert [goal.title for goal in store.state.goals] == ["Blijft"]
    assert store.state.advices[0].goal == store.state.goals[0].id
    store.close()


def test_notes_follow_an_insight_that_was_merged_or_lie_in_the_tray(tmp_path: Path) -> None:
    def here(store: SessionStore) -> None:
        one, two, three = [insight.id for insight in store.state.insights]
        grouping.merge_insights(store, one, [two])
        grouping.delete_insight(store, three)

    def there(store: SessionStore) -> None:
        ids = builders.note_ids(store)
        grouping.place_notes(store, [ids[0]], store.state.insights[1].id)
        grouping.place_notes(store, [ids[1]], store.state.insights[2].id)

    store = both(tmp_path, lambda s: [grouping.new_insight(s, t) for t in "abc"], here, there)
    first, second, third = store.state.notes
    assert first.insights == (store.state.insights[0].id,)
    assert second.insights == third.insights == ()
    assert {note.id for note in gather(store.state).tray} == {second.id, third.id}
    store.close()


def test_a_note_parked_here_and_grouped_there_is_grouped(tmp_path: Path) -> None:
    store = both(
        tmp_path,
        lambda s: grouping.new_insight(s, "a"),
        lambda s: notes.park(s, builders.note_ids(s)[:1], "past niet"),
        lambda s: grouping.place_notes(s, builders.note_ids(s)[:1], only(s, "insights")),
    )
    note = store.state.notes[0]
    assert (note.insights, note.parked) == ((only(store, "insights"),), None)
    store.close()


def test_a_meeting_deleted_here_comes_back_for_the_notes_of_there(tmp_path: Path) -> None:
    store = both(
        tmp_path,
        lambda s: dialogue.new_meeting(s, name="Keuken"),
        lambda s: dialogue.delete_meeting(s, s.state.meetings[-1].id),
        lambda s: notes.add_note(s, NoteDraft("aan de tafel", meeting=s.state.meetings[-1].id)),
    )
    assert [meeting.name for meeting in store.state.meetings] == ["Eerste avond", "Keuken"]
    store.close()


def test_a_whole_dialogue_needs_no_mending(tmp_path: Path) -> None:
    with builders.dialogue(tmp_path / "a.dialoog", notes=3) as store:
        grouping.new_goal(store, "doel", [grouping.new_insight(store, "a", builders.note_ids(store))])
        before = len(store.history())
        assert not mend(store)
        assert len(store.history()) == before


@pytest.mark.parametrize("seed", range(8))
def test_whatever_two_laptops_do_nothing_contradicts_itself_afterwards(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)

    def work(store: SessionStore) -> None:
        for _ in range(25):
            try:
                _anything(store, chance)
            except (UserError, IndexError):
                continue

    both(tmp_path, work, work, work).close()


def _anything(store: SessionStore, chance: random.Random) -> None:
    state = store.state

    def any_of(what: str) -> str:
        return chance.choice([row.id for row in getattr(state, what)])

    chance.choice(
        [
            lambda: notes.add_note(store, NoteDraft("x", meeting=any_of("meetings"))),
            lambda: notes.park(store, [any_of("notes")], "past niet"),
            lambda: grouping.new_insight(store, "i", [any_of("notes")]),
            lambda: grouping.place_notes(store, [any_of("notes")], any_of("insights")),
            lambda: grouping.merge_insights(store, any_of("insights"), [any_of("insights")]),
            lambda: grouping.delete_insight(store, any_of("insights")),
            lambda: grouping.new_goal(store, "g", [any_of("insights")]),
            lambda: grouping.merge_goals(store, any_of("goals"), [any_of("goals")]),
            lambda: grouping.delete_goal(store, any_of("goals")),
            lambda: advising.new_advice(store, any_of("goals"), "a", insights=[any_of("insights")]),
            lambda: dialogue.new_meeting(store, name="m"),
            lambda: dialogue.delete_meeting(store, any_of("meetings")),
            store.undo,
        ]
    )()
