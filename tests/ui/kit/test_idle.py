from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.idle import PAUSE_MS, IdleWork


def _key() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def test_works_slice_by_slice_until_there_is_no_more(qtbot: QtBot) -> None:
    left = [3, 2, 1, 0]
    idle = IdleWork(lambda: bool(left.pop(0)))
    idle.start()
    idle.start()
    qtbot.waitUntil(lambda: not left)
    assert not idle.active


def test_waits_after_every_key_and_goes_on_by_itself(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    done: list[int] = []

    def work() -> bool:
        done.append(1)
        return len(done) < 50

    idle = IdleWork(work)
    idle.start()
    QApplication.sendEvent(widget, _key())
    for _ in range(20):
        QApplication.processEvents()
    assert not done
    assert idle.active
    qtbot.waitUntil(lambda: len(done) == 50, timeout=PAUSE_MS * 20)
    qtbot.waitUntil(lambda: not idle.active)


def test_can_be_started_again_after_it_was_done(qtbot: QtBot) -> None:
    done: list[int] = []

    def work() -> bool:
        done.append(1)
        return False

    idle = IdleWork(work)
    for times in (1, 2):
        idle.start()
        qtbot.waitUntil(lambda times=times: len(done) == times)
        assert not idle.active
