from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.ui.shell import idle_lock
from facilitator.ui.shell.idle_lock import IdleLock


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


def test_it_tells_after_so_many_minutes_without_a_touch(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(idle_lock, "time", clock)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    watch = IdleLock(field)
    watch.watch(5)
    clock.now += 299
    QTest.keyClick(field, Qt.Key.Key_A)
    clock.now += 299
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()
    clock.now += 1
    with qtbot.waitSignal(watch.idle):
        watch.look()
    watch.watch(0)
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()
