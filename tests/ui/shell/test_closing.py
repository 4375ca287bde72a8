from __future__ import annotations

import threading
import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Note
from facilitator.store.session import SessionStore
from facilitator.ui.kit.waiting import Waiting
from facilitator.ui.shell.closing import is_kept, wait_written


def test_timers_go_on_while_one_waits(qtbot: QtBot) -> None:
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    end = time.monotonic() + 0.2
    Waiting().while_(lambda: time.monotonic() < end)
    assert len(ticks) > 5


def test_all_is_durable_afterwards(qtbot: QtBot, store: SessionStore) -> None:
    gate = threading.Event()
    holder = threading.Thread(target=lambda: store.ask(lambda _: gate.wait(5)))
    holder.start()
    with store.edit("note.added") as edit:
        edit.create(Note(id="n1", text="een", seq=1.0))  # pyright: ignore[reportArgumentType]
    QTimer.singleShot(60, gate.set)
    wait_written(Waiting(), store)
    assert store.status.pending == 0
    assert not is_kept(store)
    holder.join()
