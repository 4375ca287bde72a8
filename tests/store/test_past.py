"""Going to any point of the evening, and reading what every edit touched."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import UserError
from facilitator.store.session import SessionStore
from facilitator.store.undo import START
from tests.store.builders import add_note, living, new_store, random_edit


def points(store: SessionStore) -> list[int | None]:
    return [moment.point for moment in store.moments()]


def test_going_back_is_many_undos_told_once_and_each_is_kept(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        ids = [add_note(store, f"noot {n}") for n in range(5)]
        heard: list[ChangeSet] = []
        store.subscribe(heard.append)
        first = store.moments()[1]
        assert first.steps == -3
        assert first.point is not None

        change = store.go_to(first.point)

        assert [note.id for note in store.state.notes] == ids[:2]
        assert heard == [change]
        assert (heard[0].label, heard[0].origin) == ("history.turned", "undo")
        assert {row.id for row in heard[0].rows if row.vanished} == set(ids[2:])
        assert [edit.kind for edit in store.history()] == ["edit"] * 5 + ["undo"] * 3
        assert [moment.undone for moment in store.moments()] == [False, False, True, True, True]
        assert store.check() == []


def test_one_may_go_on_again_after_going_back_by_redo_or_at_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for n in range(4):
            add_note(store, f"noot {n}")
        store.go_to(START)
        assert store.state.notes == []
        store.redo()
        assert [note.text for note in store.state.notes] == ["noot 0"]
        last = store.moments()[-1]
        assert (last.undone, last.steps) == (True, 3)
        assert last.point is not None
        change = store.go_to(last.point)
        assert change is not None
        assert change.origin == "redo"
        assert len(store.state.notes) == 4
        assert store.redo_label is None
        assert store.go_to(store.moments()[-1].point or 0) is None


def test_a_point_that_is_gone_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_note(store, "een")
        add_note(store, "twee")
        store.undo()
        gone = points(store)[1]
        add_note(store, "drie")
        assert points(store)[1] is None
        before = living(store.state)
        with pytest.raises(UserError, match=r"history\.unknown"):
            store.go_to(gone or 0)
        assert living(store.state) == before


def test_what_came_from_another_laptop_stays_when_one_goes_back(tmp_path: Path) -> None:
    ours, theirs = new_store(tmp_path, "a"), None
    shared = add_note(ours, "gedeeld")
    ours.wait_saved()
    copy = tmp_path / "b.dialoog"
    ours.save_copy(copy)
    theirs = SessionStore.open(copy, source="laptop-b")
    with theirs.edit("note.edited") as edit:
        edit.set("note", shared, text="van hen")
    add_note(theirs, "hun noot")
    theirs.close()
    with ours.edit("note.edited") as edit:
        edit.set("note", shared, starred=True)
    ours.merge(copy)
    add_note(ours, "van ons, later")

    ours.go_to(points(ours)[0] or 0)

    note = ours.state.note(shared)
    assert note is not None
    assert (note.text, note.starred) == ("van hen", False)
    assert {note.text for note in ours.state.notes} == {"van hen", "hun noot"}
    assert ours.check() == []
    ours.close()


@settings(max_examples=12)
@given(seed=st.integers(0, 10_000), restart=st.booleans())
def test_any_point_is_as_it_was_after_any_evening(
    tmp_path_factory: pytest.TempPathFactory, seed: int, restart: bool
) -> None:
    """A plain model: a list of snapshots and a place in it."""
    rnd = random.Random(seed)
    store = new_store(tmp_path_factory.mktemp("avond"))
    line, here = [living(store.state)], 0
    for n in range(30):
        choice = rnd.random()
        if choice < 0.6:
            random_edit(store, rnd, n)
            if living(store.state) != line[here]:
                line, here = [*line[: here + 1], living(store.state)], here + 1
        elif choice < 0.75:
            here = max(here - 1, 0)
            store.undo()
        else:
            if restart:
                path = store.path
                store.close()
                store = SessionStore.open(path, source="laptop-a")
            reach = sorted((m.steps, m.point) for m in store.moments() if m.point is not None)
            if reach:
                steps, point = rnd.choice(reach)
                store.go_to(point)
                here += steps
        assert living(store.state) == line[here]
    assert store.check() == []
    store.close()


def test_traces_tell_what_an_edit_touched_and_how_it_called_it(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        id = add_note(store, "Ik durf niet te bellen", persona="fatima")
        with store.edit("note.starred") as edit:
            edit.set("note", id, starred=True)
        store.undo()
        store.undo()
        edits = [(moment.edit.source, moment.edit.stamp) for moment in store.moments()]
        told = store.traces(edits)
        made, starred = (told[key] for key in edits)
        assert [(trace.entity, trace.id) for trace in made] == [("note", id)]
        assert made[0].told["text"] == "Ik durf niet te bellen"
        assert made[0].told["persona"] == "fatima"
        assert starred[0].told == {"starred": True}
        assert store.traces([("niemand", 1)]) == {("niemand", 1): ()}
