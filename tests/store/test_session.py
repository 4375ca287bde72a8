"""Edits, undo, redo and restarts of an open dialogue."""

from __future__ import annotations

import os
import random
import stat
import threading
from pathlib import Path

import pytest

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Dialogue, Note
from facilitator.domain.errors import UserError
from facilitator.store.session import SaveStatus, SessionStore
from tests.store.builders import add_note, living, new_store, random_edit, ticking


def reopen(store: SessionStore) -> SessionStore:
    path, source = store.path, store.source
    store.close()
    return SessionStore.open(path, source=source, now=ticking(1_770_000_000_000_000))


def test_a_note_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    id = add_note(
        store, "Ik durf niet te bellen.", persona="fatima", table=4, insights=("i1", "i2"), parked=None
    )
    before = store.state.copy()
    store = reopen(store)
    assert store.state == before
    note = store.state.note(id)
    assert note is not None
    assert (note.text, note.persona, note.table, note.insights) == (
        "Ik durf niet te bellen.",
        "fatima",
        4,
        ("i1", "i2"),
    )
    store.close()


def test_memory_changes_at_once_and_the_tick_follows(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        told: list[SaveStatus] = []
        stop = store.subscribe_saved(told.append)
        add_note(store, "een")
        assert len(store.state.notes) == 1
        store.wait_saved()
        stop()
        assert told[-1] == SaveStatus(0, None)
        assert store.status == SaveStatus(0, None)


def test_listeners_hear_what_changed_and_can_stop_listening(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        heard: list[ChangeSet] = []
        stop = store.subscribe(heard.append)
        id = add_note(store, "een")
        with store.edit("note.edited") as edit:
            edit.set("note", id, text="twee")
        store.undo()
        stop()
        store.redo()
    assert [(change.label, change.origin) for change in heard] == [
        ("note.added", "edit"),
        ("note.edited", "edit"),
        ("note.edited", "undo"),
    ]
    assert heard[0].rows[0].appeared
    assert heard[1].of("note")[0].before == heard[2].of("note")[0].after
    assert heard[0].entities == {"note"}


def test_an_edit_that_raises_changes_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with pytest.raises(ZeroDivisionError), store.edit("note.added") as edit:
            edit.create(Note(id="x", text=str(1 // 0)))
        assert store.state.notes == []
        assert store.undo_label is None


def test_an_edit_that_changes_nothing_is_no_step_of_undo(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        id = add_note(store, "een")
        with store.edit("note.edited") as edit:
            edit.set("note", id, text="een")
        assert store.undo_label == "note.added"


def test_undo_and_redo_give_back_every_state_and_survive_a_restart(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    rnd = random.Random(7)
    states = [living(store.state)]
    for n in range(40):
        random_edit(store, rnd, n)
        if living(store.state) != states[-1]:
            states.append(living(store.state))
    place = len(states) - 1
    for n in range(300):
        if rnd.random() < 0.5 and place > 0:
            assert store.undo() is not None
            place -= 1
        elif place < len(states) - 1:
            assert store.redo() is not None
            place += 1
        assert living(store.state) == states[place], n
        if n % 60 == 59:
            store = reopen(store)
            assert living(store.state) == states[place]
    assert store.check() == []
    store.close()


def test_a_new_edit_after_undo_ends_redo(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_note(store, "een")
        store.undo()
        assert store.redo_label == "note.added"
        add_note(store, "twee")
        assert store.redo_label is None
        assert store.redo() is None


def test_moving_between_steps_is_kept_but_is_no_step_of_undo(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with store.edit("dialogue.created", undoable=False) as edit:
        edit.create(Dialogue(title="Zorg"))
    add_note(store, "een")
    with store.edit("step.entered", undoable=False) as edit:
        edit.set("dialogue", "dialogue", step="dromen")
    store.undo()
    store = reopen(store)
    assert store.state.dialogue.step == "dromen"
    assert store.state.notes == []
    assert store.undo() is None
    assert store.redo() is not None
    store.close()


def test_history_tells_the_evening_in_order(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_note(store, "een")
        store.undo()
        store.redo()
        history = store.history()
    assert [(line.kind, line.label) for line in history] == [
        ("edit", "note.added"),
        ("undo", "note.added"),
        ("redo", "note.added"),
    ]
    assert [line.stamp for line in history] == sorted(line.stamp for line in history)
    assert history[1].undoes == history[0].stamp


def test_random_work_with_restarts_equals_a_plain_model(tmp_path: Path) -> None:
    run_model(tmp_path, 700)


@pytest.mark.soak
def test_long_random_work_with_restarts_equals_a_plain_model(tmp_path: Path) -> None:
    run_model(tmp_path, 20_000)


def run_model(folder: Path, operations: int) -> None:
    """Compare the store with two plain lists of states."""
    store, rnd = new_store(folder), random.Random(operations)
    past: list[dict[str, object]] = []
    future: list[dict[str, object]] = []
    for n in range(operations):
        choice, now = rnd.random(), living(store.state)
        if choice < 0.25:
            store.undo()
            if past:
                future.append(now)
                assert living(store.state) == past.pop()
        elif choice < 0.4:
            store.redo()
            if future:
                past.append(now)
                assert living(store.state) == future.pop()
        elif choice < 0.41:
            store = reopen(store)
            assert living(store.state) == now
        else:
            random_edit(store, rnd, n)
            if living(store.state) != now:
                past.append(now)
                future.clear()
    assert len(store.state.tables["note"]) > operations / 10
    assert store.check() == []
    store.close()


def test_a_full_disk_keeps_the_note_in_memory_and_a_retry_saves_it(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    add_note(store, "bewaard")
    store.wait_saved()
    pages = store._writer.call(lambda db: db.execute("PRAGMA page_count").fetchall())[0][0]
    store._writer.call(lambda db: db.execute(f"PRAGMA max_page_count={pages}").fetchall())
    add_note(store, "past niet meer " * 600)
    with pytest.raises(UserError, match=r"store\.disk_full"):
        store.wait_saved()
    assert len(store.state.notes) == 2
    assert store.status.pending == 1
    with pytest.raises(UserError):
        store.close()
    copy = tmp_path / "elders.dialoog"
    store.save_copy(copy)
    with SessionStore.open(copy, source="b") as other:
        assert other.state == store.state
        assert other.check() == []
    store._writer.call(lambda db: db.execute("PRAGMA max_page_count=100000").fetchall())
    store = reopen(store)
    assert len(store.state.notes) == 2
    store.close()


def test_memory_alone_can_be_saved_when_the_file_cannot_be_read_any_more(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    add_note(store, "alleen nog in het geheugen")
    store.wait_saved()
    with store.path.open("r+b") as file:
        file.truncate(0)
    copy = tmp_path / "gered.dialoog"
    store.save_copy(copy)
    store.abandon()
    with SessionStore.open(copy, source="b") as other:
        assert [note.text for note in other.state.notes] == ["alleen nog in het geheugen"]
        assert other.check() == []


def test_a_second_window_is_refused_and_free_after_the_first_closed(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with pytest.raises(UserError, match=r"store\.in_use"):
        SessionStore.open(store.path, source="b")
    with SessionStore.open(store.path, source="b", readonly=True) as looking:
        assert looking.readonly
    store.close()
    SessionStore.open(store.path, source="b").close()


def test_a_file_for_looking_only_refuses_edits_and_stays_the_same(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    add_note(store, "een")
    store.close()
    before = store.path.read_bytes()
    with SessionStore.open(store.path, source="a", readonly=True) as looking:
        assert len(looking.state.notes) == 1
        assert looking.undo_label is None
        with pytest.raises(UserError, match=r"store\.readonly"):
            add_note(looking, "twee")
        with pytest.raises(UserError, match=r"store\.readonly"):
            looking.undo()
    assert store.path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_opens_for_looking(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    store.close()
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with SessionStore.open(store.path, source="a") as looking:
            assert looking.readonly
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    store.close()
    store.close()
    with pytest.raises(UserError, match=r"store\.closed"):
        add_note(store, "te laat")


def test_a_laptop_whose_clock_was_set_back_still_orders_its_edits(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    id = add_note(store, "een")
    store.close()
    store = SessionStore.open(store.path, source="laptop-a", now=ticking(1_000_000))
    with store.edit("note.edited") as edit:
        edit.set("note", id, text="twee")
    assert store.check() == []
    store.undo()
    note = store.state.note(id)
    assert note is not None
    assert note.text == "een"
    store.close()


def test_the_next_place_in_the_order_is_behind_everything_whatever_happened(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    ids = [add_note(store, text) for text in "abc"]

    def largest() -> int:
        return max(note.seq for note in store.state.tables["note"].values())  # pyright: ignore[reportAttributeAccessIssue]

    with store.edit("order.changed") as edit:
        edit.set("note", ids[0], seq=40)
    assert store.state.next_seq("note") == largest() + 1 == 41
    store.undo()
    assert store.state.next_seq("note") > largest()
    store.close()
    with SessionStore.open(store.path, source="laptop-a") as again:
        assert again.state.next_seq("note") == 4
        again.redo()
        assert again.state.next_seq("note") == 41


def test_what_the_file_lacks_is_named_until_it_is_durable(store: SessionStore) -> None:
    gate = threading.Event()
    store.wait_saved()
    waiting = threading.Thread(target=lambda: store.ask(lambda _: gate.wait(5)))
    waiting.start()
    with store.edit("note.added") as edit:
        edit.create(Note(id="n1", text="een", seq=1.0))  # pyright: ignore[reportArgumentType]
    assert store.unsaved() == {("note", "n1")}
    gate.set()
    store.wait_saved()
    assert store.unsaved() == frozenset()
    waiting.join()
