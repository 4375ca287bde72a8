from __future__ import annotations

import gc
import threading
import time

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.ui.kit.tasks import Handle, Task, TaskRunner


def test_who_asks_something_in_an_answer_is_not_taken_away_by_another_that_ends(qtbot: QtBot) -> None:
    runner = TaskRunner()
    ended: list[str] = []

    def ask(_result: object) -> None:
        # As a dialog does: its own loop goes on while the other one ends.
        loop = QEventLoop()
        other = runner.start(lambda _handle: 2)
        other.finished.connect(lambda: QTimer.singleShot(20, loop.quit))
        loop.exec()

    first = runner.start(lambda _handle: 1)
    first.succeeded.connect(ask)
    first.finished.connect(lambda: ended.append("first"))
    qtbot.waitUntil(lambda: ended == ["first"])
    qtbot.waitUntil(lambda: not runner.busy and not runner.findChildren(Task))


def test_a_result_comes_on_the_thread_of_the_window_even_when_nobody_listened_yet(qtbot: QtBot) -> None:
    runner = TaskRunner()
    task = runner.start(lambda _handle: "klaar")
    assert task.wait(5)
    heard: list[tuple[object, str]] = []
    task.succeeded.connect(lambda result: heard.append((result, threading.current_thread().name)))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("klaar", threading.main_thread().name)]


def test_progress_is_told_in_order(qtbot: QtBot) -> None:
    def work(handle: Handle) -> None:
        for n in range(1, 5):
            handle.report(n / 4, f"deel {n}")

    runner = TaskRunner()
    task = runner.start(work)
    told: list[tuple[float, str]] = []
    task.progressed.connect(lambda done, text: told.append((done, text)))
    with qtbot.waitSignal(task.finished, timeout=3000):
        pass
    assert told == [(0.25, "deel 1"), (0.5, "deel 2"), (0.75, "deel 3"), (1.0, "deel 4")]
    assert not runner.busy


@pytest.mark.parametrize("error", [UserError("store.disk_full", path="x"), ValueError("ons")])
def test_a_failure_is_handed_over(qtbot: QtBot, error: Exception) -> None:
    def work(_handle: Handle) -> None:
        raise error

    runner = TaskRunner()
    task = runner.start(work)
    failures: list[object] = []
    task.failed.connect(failures.append)
    with qtbot.waitSignal(task.finished, timeout=3000):
        pass
    assert failures == [error]
    assert not runner.busy


def test_work_may_outlive_its_window(qtbot: QtBot) -> None:
    go_on = threading.Event()
    runner = TaskRunner()
    task = runner.start(lambda _handle: go_on.wait(5))
    thread = task._thread
    del runner, task
    gc.collect()
    go_on.set()
    thread.join(5)
    assert not thread.is_alive()


def test_a_cancelled_task_keeps_its_result_to_itself(qtbot: QtBot) -> None:
    def work(handle: Handle) -> str:
        while not handle.is_cancelled():
            time.sleep(0.002)
        return "te laat"

    runner = TaskRunner()
    task = runner.start(work)
    heard: list[object] = []
    task.succeeded.connect(heard.append)
    assert runner.busy
    with qtbot.waitSignal(task.finished, timeout=3000):
        task.cancel()
    assert heard == []


def test_stopping_waits_for_all(qtbot: QtBot) -> None:
    def work(handle: Handle) -> None:
        while not handle.is_cancelled():
            time.sleep(0.002)

    runner = TaskRunner()
    for _ in range(2):
        runner.start(work)
    assert runner.stop(5)
