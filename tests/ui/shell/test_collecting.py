"""Where and when garbage is looked for, and what is set apart from it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore
from facilitator.ui.shell import collecting
from facilitator.ui.shell.collecting import MUCH, OLDER, TOO_MUCH, YOUNG, Collector

HERE = threading.get_ident()


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    gc.disable()
    gc.collect()
    gc.freeze()


@pytest.fixture
def collector(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr(collecting, "LOOK_MS", 5)
    monkeypatch.setattr(collecting, "QUIET_MS", 60)
    made = Collector(QApplication.instance())
    yield made
    made.setParent(None)
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@contextmanager
def rounds() -> Iterator[list[tuple[int, bool]]]:
    """Gather every round: its generation, and whether it was made on this thread."""
    seen: list[tuple[int, bool]] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append((info["generation"], threading.get_ident() == HERE))

    gc.callbacks.append(note)
    try:
        yield seen
    finally:
        gc.callbacks.remove(note)


class Ring:
    """Something only a round can free."""

    def __init__(self) -> None:
        self.itself = self


def ring(gone: Callable[[], object]) -> weakref.ref[Ring]:
    return weakref.ref(Ring(), lambda _ref: gone())


def hard_work(store: SessionStore) -> Callable[[], Any]:
    """Let the writer write and another thread make much, and garbage; return what tells that it is done."""

    def make() -> None:
        for _ in range(200):
            # Held all at once: what goes again at once is not counted.
            held = [Ring() for _ in range(500)]
            del held

    for n in range(100):
        add_note(store, NoteDraft(text=f"notitie {n}"))
    thread = threading.Thread(target=make)
    thread.start()
    return lambda: not thread.is_alive() and not store.status.pending


def test_every_round_is_made_on_the_thread_of_the_window_however_hard_others_work(
    collector: Collector, qtbot: QtBot, store: SessionStore
) -> None:
    went: list[bool] = []
    held = [ring(lambda: went.append(threading.get_ident() == HERE)) for _ in range(50)]
    with rounds() as seen:
        done = hard_work(store)
        qtbot.waitUntil(done, timeout=20_000)
        qtbot.waitUntil(lambda: len(went) == len(held), timeout=20_000)
    assert all(here for _generation, here in seen)
    assert all(went)


def test_left_to_python_rounds_are_made_on_other_threads(store: SessionStore) -> None:
    # Nothing of the window is among what they can find.
    gc.collect()
    gc.freeze()
    gc.enable()
    try:
        with rounds() as seen:
            done = hard_work(store)
            while not done():
                threading.Event().wait(0.01)
    finally:
        gc.disable()
    assert any(not here for _generation, here in seen)


def test_a_timer_in_a_ring_goes_on_the_thread_of_the_window(
    collector: Collector, qtbot: QtBot, store: SessionStore
) -> None:
    went: list[bool] = []

    def make() -> None:
        timer: Any = QTimer()
        timer.itself = timer
        timer.destroyed.connect(
            lambda: went.append(threading.get_ident() == HERE), Qt.ConnectionType.DirectConnection
        )
        timer.start(1)

    for _ in range(20):
        make()
    qtbot.waitUntil(hard_work(store), timeout=20_000)
    collector.wait_for_quiet()
    qtbot.waitUntil(lambda: len(went) == 20, timeout=20_000)
    assert all(went)


def test_the_young_are_looked_at_most(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [YOUNG, YOUNG + 1, OLDER - YOUNG, YOUNG + 1]
    monkeypatch.setattr(gc, "get_count", lambda: (made.pop(0) if made else 0, 0, 0))
    with rounds() as seen:
        while made:
            collector.look()
    assert [generation for generation, _here in seen] == [0, 1, 0]


def test_a_long_piece_of_work_holds_no_more_than_until_the_window_is_back_at_its_events(
    collector: Collector, qtbot: QtBot
) -> None:
    went: list[object] = []
    for _ in range(20 * YOUNG):
        ring(lambda: None)
    last = ring(lambda: went.append(None))
    qtbot.waitUntil(lambda: bool(went), timeout=5_000)
    assert last() is None


def test_everything_is_walked_through_only_when_nobody_types(
    collector: Collector, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "QUIET_MS", 400)
    field = QWidget()
    qtbot.addWidget(field)
    with rounds() as seen:
        collector.wait_for_quiet()
        for _ in range(12):
            qtbot.wait(50)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    field, QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
                )
        assert 2 not in [generation for generation, _here in seen]
        qtbot.waitUntil(lambda: 2 in [generation for generation, _here in seen], timeout=5_000)


def test_who_types_for_hours_does_not_fill_the_memory(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [MUCH + 1, TOO_MUCH - MUCH, YOUNG + 1]
    monkeypatch.setattr(gc, "get_count", lambda: (made.pop(0), 0, 0))
    with rounds() as seen:
        while made:
            collector.look()
    assert [generation for generation, _here in seen] == [1, 2, 0]


def test_after_much_work_everything_is_looked_at_once_it_is_quiet(
    collector: Collector, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "MUCH", 2 * YOUNG)
    went: list[object] = []
    old = Ring()
    ref = weakref.ref(old, lambda _ref: went.append(None))
    # Among the oldest now, where no other round comes.
    gc.collect()
    del old
    made = [[n] for n in range(4 * YOUNG)]
    qtbot.waitUntil(lambda: bool(went), timeout=5_000)
    assert ref() is None
    assert made


def test_nothing_is_collected_while_a_dialogue_is_read_and_afterwards_it_is_again(
    collector: Collector, qtbot: QtBot
) -> None:
    went: list[object] = []
    refs: list[object] = []

    def read() -> None:
        with collecting.loading():
            collector.wait_for_quiet()
            refs.extend(ring(lambda: went.append(None)) for _ in range(2 * YOUNG))
            qtbot.wait(200)
            assert went == []
            raise ValueError("read")

    with pytest.raises(ValueError, match="read"):
        read()
    qtbot.waitUntil(lambda: len(went) == 2 * YOUNG, timeout=5_000)


def test_python_stays_off_although_somebody_put_it_on_again(collector: Collector) -> None:
    gc.enable()
    collector.look()
    assert not gc.isenabled()


def test_a_large_dialogue_is_set_apart_until_it_is_closed_and_a_small_one_never() -> None:
    gc.unfreeze()
    collecting.loaded(collecting.MANY - 1)
    assert gc.get_freeze_count() == 0
    notes = [[n] for n in range(1_000)]
    collecting.loaded(collecting.MANY)
    assert gc.get_freeze_count() > len(notes)
    garbage: list[object] = []
    garbage.append(garbage)
    gc.freeze()
    before = gc.get_freeze_count()
    del garbage
    collecting.closed(collecting.MANY)
    assert gc.get_freeze_count() < before


def test_what_a_closed_dialogue_leaves_goes_when_it_is_quiet(collector: Collector, qtbot: QtBot) -> None:
    went: list[object] = []
    held = ring(lambda: went.append(None))
    gc.freeze()
    gc.collect()
    assert held() is not None
    collecting.closed(collecting.MANY)
    assert held() is not None
    qtbot.waitUntil(lambda: bool(went), timeout=5_000)
    assert gc.get_freeze_count() > 0


def test_the_program_itself_is_set_apart_once_its_window_is_made() -> None:
    gc.unfreeze()
    collecting.begin()
    assert gc.get_freeze_count() > 0
