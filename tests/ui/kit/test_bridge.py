from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import UserError
from facilitator.services.notes import NoteDraft, add_note, add_notes
from facilitator.store.session import SaveStatus, SessionStore
from facilitator.ui.kit import bridge
from facilitator.ui.kit.bridge import Session

T = TypeVar("T")


def test_an_edit_comes_out_as_one_change(store: SessionStore, qtbot: QtBot) -> None:
    session = Session(store)
    heard: list[ChangeSet] = []
    session.changed.connect(heard.append)
    note = session.run(add_note, NoteDraft(text="Bel mij eens terug."))
    assert [change.label for change in heard] == ["note.added"]
    assert session.state.note(str(note)) is not None
    session.undo()
    session.redo()
    assert [change.origin for change in heard] == ["edit", "undo", "redo"]


def test_a_refusal_is_a_signal_and_not_an_exception(store: SessionStore, qtbot: QtBot) -> None:
    session = Session(store)
    refused: list[UserError] = []
    session.refused.connect(refused.append)
    assert session.run(add_note, NoteDraft(text="   ")) is None
    assert [error.code for error in refused] == ["note.empty"]


def test_a_fault_of_ours_is_not_swallowed(store: SessionStore, qtbot: QtBot) -> None:
    def broken(_store: SessionStore) -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError):
        Session(store).run(broken)


def test_saving_is_told_on_the_thread_of_the_window(store: SessionStore, qtbot: QtBot) -> None:
    session = Session(store)
    threads: list[str] = []
    statuses: list[SaveStatus] = []

    def hear(status: SaveStatus) -> None:
        threads.append(threading.current_thread().name)
        statuses.append(status)

    session.saved.connect(hear)
    session.run(add_note, NoteDraft(text="een"))
    store.wait_saved()
    qtbot.waitUntil(lambda: any(status.pending == 0 for status in statuses))
    assert set(threads) == {threading.main_thread().name}


def test_nothing_is_heard_after_closing(store: SessionStore, qtbot: QtBot) -> None:
    session = Session(store)
    heard: list[object] = []
    session.changed.connect(heard.append)
    session.close()
    with pytest.raises(UserError), store.edit("note.added"):
        pass
    assert heard == []


def test_notes_the_disk_refuses_can_be_left_behind(
    store: SessionStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(store)
    refusal = UserError("store.disk_full", path="x")

    def refuse() -> None:
        raise refusal

    monkeypatch.setattr(store, "close", refuse)
    with pytest.raises(UserError):
        session.close()
    session.abandon()
    monkeypatch.undo()
    store.close()


class Breathing:
    """Counts how often it may go on."""

    def __init__(self) -> None:
        self.breaths = 0

    def until(self, wait: Callable[[float], bool]) -> None:
        while not wait(5.0):
            pass

    def aside(self, work: Callable[[], T], words: str = "") -> T:
        return work()

    def breathe(self) -> None:
        self.breaths += 1


def test_the_window_paints_between_making_thousands_and_showing_them(
    store: SessionStore, qtbot: QtBot
) -> None:
    session = Session(store)
    waiter = store.patience.waiter = Breathing()
    session.run(add_note, NoteDraft("een"))
    assert waiter.breaths == 0
    session.run(add_notes, [NoteDraft(f"notitie {n}") for n in range(bridge.MANY)])
    assert waiter.breaths > 2 * bridge.MANY // 200
    assert len(session.state.notes) == bridge.MANY + 1
    store.patience.waiter = None
