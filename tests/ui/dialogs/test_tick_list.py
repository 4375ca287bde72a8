"""A list of boxes by key and by mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.tick_list import TickList
from facilitator.ui.kit.theme import load_theme
from tests.helpers.keys import press


def test_space_and_click_turn_a_line_over_once(qtbot: QtBot) -> None:
    ticks = TickList(load_theme("light"), 3)
    qtbot.addWidget(ticks)
    ticks.set_lines([("a", "Eén"), ("b", "<b>Twee</b>"), ("c", "x" * 5_000)], [False, None, True])
    ticks.resize(400, 300)
    ticks.show()
    assert ticks.states() == {"a": False, "b": None, "c": True}
    with qtbot.waitSignal(ticks.changed):
        press(ticks, Qt.Key.Key_Space)
    assert ticks.ticked() == ["a", "c"]
    box = ticks.visualRect(ticks.model().index(1, 0))
    QTest.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert ticks.states()["b"] is True
    QTest.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert ticks.states()["b"] is False
    ticks.tick(["b"])
    assert ticks.ticked() == ["b"]
    assert ticks.model().index(1, 0).data() == "<b>Twee</b>"
