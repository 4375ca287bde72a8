"""Waiting for the disk can be left to somebody who goes on meanwhile, and who may write things down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from facilitator.domain.entities import Note
from facilitator.store import merge
from facilitator.store.engine import Database
from facilitator.store.log import LogRows
from facilitator.store.patience import Patience
from facilitator.store.session import SessionStore

T = TypeVar("T")


def add(store: SessionStore, text: str) -> None:
    with store.edit("note.added") as edit:
        edit.create(Note(id=store.new_id(), text=text, seq=store.state.next_seq("note")))


class Busy:
    """Writes a note down each time it is asked to wait, at most so often."""

    def __init__(self, store: SessionStore, times: int) -> None:
        self.store, self.times = store, times
        self.asides = self.breaths = 0

    def breathe(self) -> None:
        self.breaths += 1

    def until(self, wait: Callable[[float], bool]) -> None:
        while not wait(5.0):
            pass
        if self.times:
            self.times -= 1
            add(self.store, f"intussen {self.times}")

    def aside(self, work: Callable[[], T], words: str = "") -> T:
        self.asides += 1
        return work()


def test_without_anybody_it_just_waits() -> None:
    asked: list[float] = []

    def wait(seconds: float) -> bool:
        asked.append(seconds)
        return len(asked) > 2

    patience = Patience()
    patience.until(wait)
    assert len(asked) == 3
    assert patience.aside(lambda: 7) == 7
    patience.breathe()


def test_what_is_written_down_while_a_copy_is_taken_in_stays(tmp_path: Path) -> None:
    own, other = tmp_path / "a.dialoog", tmp_path / "b.dialoog"
    with SessionStore.create(own, source="een") as store:
        add(store, "eerst")
        store.save_copy(other)
        with SessionStore.open(other, source="twee") as second:
            add(second, "elders")
        busy = store.patience.waiter = Busy(store, 3)
        store.merge(other)
        assert (busy.times, busy.asides) == (0, 1)
        texts = sorted(note.text for note in store.state.notes)
        assert texts == ["eerst", "elders", "intussen 0", "intussen 1", "intussen 2"]
        store.patience.waiter = None
        assert store.check() == []
    with SessionStore.open(own, source="een") as store:
        assert sorted(note.text for note in store.state.notes) == texts


def test_who_must_not_be_disturbed_waits_without_others(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "a.dialoog", source="een") as store:
        busy = store.patience.waiter = Busy(store, 1)
        with store.patience.at_once():
            store.wait_saved()
            store.patience.breathe()
        assert (busy.times, busy.breaths) == (1, 0)
        assert store.patience.waiter is busy
        store.patience.waiter = None


def test_undo_takes_back_what_is_newest_when_the_disk_has_answered(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    with SessionStore.create(path, source="een") as store:
        add(store, "eerst")
    with SessionStore.open(path, source="een") as store:
        store.patience.waiter = Busy(store, 1)
        store.undo()
        assert [note.text for note in store.state.notes] == ["eerst"]
        store.undo()
        assert store.state.notes == []


def test_what_is_written_without_knowing_while_an_erasure_is_taken_in_does_not_bring_words_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, other = tmp_path / "a.dialoog", tmp_path / "b.dialoog"
    with SessionStore.create(own, source="een") as store:
        add(store, "Wilhelmina belde")
        store.save_copy(other)
        id = store.state.notes[0].id
        with SessionStore.open(other, source="twee") as second:
            second.erase(fields={("note", id, "text"): "[naam] belde"})
        taken_in: list[bool] = []

        class Typing(Busy):
            """Goes on with the text on the screen once the erasure is in the file."""

            def until(self, wait: Callable[[float], bool]) -> None:
                while not wait(5.0):
                    pass
                if self.times and taken_in:
                    self.times -= 1
                    with self.store.edit("note.edited") as edit:
                        edit.set("note", id, text=f"Wilhelmina belde {self.times} keer")

        union = merge.union

        def told(db: Database, rows: LogRows, place: Path | None = None) -> None:
            union(db, rows, place)
            taken_in.append(True)

        monkeypatch.setattr(merge, "union", told)
        busy = store.patience.waiter = Typing(store, 2)
        store.merge(other)
        store.patience.waiter = None
        assert busy.times == 0
        assert store.state.notes[0].text == "[naam] belde"
        assert store.check() == []
    for path in tmp_path.glob("a.dialoog*"):
        assert b"Wilhelmina" not in path.read_bytes()
