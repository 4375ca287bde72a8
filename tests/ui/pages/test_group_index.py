"""Following changes one by one gives what reading everything anew gives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from facilitator.domain.changes import ChangeSet
from facilitator.domain.evidence import gather, persona_mix
from facilitator.services import grouping, notes
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from facilitator.ui.pages.group_index import GroupIndex, Moved
from tests.services import builders


def is_true(index: GroupIndex, store: SessionStore) -> bool:
    fresh = gather(store.state)
    grouped = {note.id for found in fresh.by_insight.values() for note in found}
    return (
        index.facts.by_insight == fresh.by_insight
        and index.facts.tray == fresh.tray
        and index.facts.parked == fresh.parked
        and index.placed == len(grouped)
        and all(index.mix(id) == persona_mix(fresh.by_insight.get(id, ())) for id in index.facts.by_insight)
    )


def gesture(rnd: random.Random, store: SessionStore) -> None:
    state = store.state
    ids = [note.id for note in state.notes]
    some = rnd.sample(ids, min(len(ids), rnd.randint(1, 4)))
    insights = [insight.id for insight in state.insights]
    kind = rnd.randrange(12)
    if kind == 0 or not ids:
        notes.add_note(store, NoteDraft("nieuw", persona=rnd.choice(["", "bram", "truus"])))
    elif kind == 1 or not insights:
        grouping.new_insight(store, "x", some, also=rnd.random() < 0.3)
    elif kind == 2:
        grouping.place_notes(store, some, rnd.choice(insights))
    elif kind == 3:
        grouping.place_also(store, some, rnd.choice(insights))
    elif kind == 4:
        grouping.free_notes(store, some)
    elif kind == 5:
        notes.park(store, some, "reden")
    elif kind == 6:
        grouping.delete_insight(store, rnd.choice(insights))
    elif kind == 7 and len(insights) > 1:
        grouping.merge_insights(store, insights[0], insights[1:3])
    elif kind == 8:
        notes.delete_notes(store, some[:1])
    elif kind == 9:
        grouping.reorder(store, "note", rnd.sample(ids, len(ids)))
    elif kind == 10:
        if store.redo() is None:
            store.undo()
    else:
        store.undo()


@pytest.mark.parametrize("seed", range(6))
def test_any_walk_keeps_the_index_true(tmp_path: Path, seed: int) -> None:
    rnd = random.Random(seed)
    with builders.dialogue(tmp_path / "a.dialoog", notes=12) as store:
        index = GroupIndex()
        index.read(store.state)

        def follow(changes: ChangeSet) -> None:
            index.apply(changes, store.state)

        store.subscribe(follow)
        for step in range(120):
            gesture(rnd, store)
            assert is_true(index, store), (seed, step)


def test_notes_move_when_only_their_insight_comes_or_goes(tmp_path: Path) -> None:
    told: list[Moved] = []
    with builders.dialogue(tmp_path / "a.dialoog", notes=3) as store:
        ids = builders.note_ids(store)
        insight = grouping.new_insight(store, "x", ids[:2])
        index = GroupIndex()
        index.read(store.state)

        def follow(changes: ChangeSet) -> None:
            told.append(index.apply(changes, store.state))

        store.subscribe(follow)
        with store.edit("insight.deleted") as edit:
            edit.delete("insight", insight)
        assert [note.id for note in index.facts.tray] == ids
        assert {row.id for row in told[0].rows} == set(ids[:2])
        assert told[0].insights == {insight}
        store.undo()
        assert is_true(index, store)
