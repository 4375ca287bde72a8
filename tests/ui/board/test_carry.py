"""Moving notes and areas with Ctrl and arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.domain.board import Box
from facilitator.ui.board.carry import beside
from tests.helpers.keys import press
from tests.ui.board.table import CTRL, FLOW, flow, grouping


def test_ctrl_and_arrows_lay_notes_further_one_wish_for_a_held_key(qtbot: QtBot) -> None:
    table = flow(qtbot)
    canvas, model = table.canvas, table.model
    table.change(
        *(table.put(e.Spot, f"{FLOW}/{id}", board=FLOW, note=id, x=480, y=960) for id in ("n1", "n2"))
    )
    model.choose(["n1", "n2"], "n1")
    press(canvas, Qt.Key.Key_Right, CTRL)
    assert table.heard("moved") == [({"n1": (504, 960), "n2": (504, 960)},)]
    QTest.keyPress(canvas, Qt.Key.Key_Down, CTRL)
    for _ in range(3):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, CTRL, "", autorep=True)
        QApplication.sendEvent(canvas, event)
    assert len(table.heard("moved")) == 1
    QTest.keyRelease(canvas, Qt.Key.Key_Down, CTRL)
    assert table.heard("moved")[1:] == [({"n1": (480, 1056), "n2": (480, 1056)},)]


def test_what_is_on_its_way_is_laid_down_when_the_keyboard_leaves_and_escape_takes_it_back(
    qtbot: QtBot,
) -> None:
    table = flow(qtbot)
    canvas = table.canvas
    table.model.choose(["n1"], "n1")
    QTest.keyPress(canvas, Qt.Key.Key_Down, CTRL)
    press(canvas, Qt.Key.Key_Escape)
    QTest.keyRelease(canvas, Qt.Key.Key_Down, CTRL)
    assert table.heard("moved") == []
    assert table.model.chosen == ("n1",)
    QTest.keyPress(canvas, Qt.Key.Key_Down, CTRL)
    table.field.setFocus()
    assert len(table.heard("moved")) == 1


def test_ctrl_and_arrows_put_notes_with_the_next_area(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.model.choose(["n0", "n1"], "n1", "insight:i0")
    press(table.canvas, Qt.Key.Key_Right, CTRL)
    assert table.heard("dropped") == [(["n0", "n1"], "insight:i1", False)]
    table.model.choose(["n0"], "n0", "insight:i0")
    press(table.canvas, Qt.Key.Key_Left, CTRL)
    assert table.heard("dropped")[1:] == [(["n0"], "tray", False)]
    assert table.heard("moved") == []


def test_ctrl_and_arrows_bring_an_area_to_the_next_goal(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    plan = table.model.plan
    way = {"right": Qt.Key.Key_Right, "down": Qt.Key.Key_Down, "left": Qt.Key.Key_Left, "up": Qt.Key.Key_Up}
    here, there = plan.frames["goal:g0"].box, plan.frames["goal:g1"].box
    key = way["right" if there.x >= here.right else "down"]
    table.model.choose([], "insight:i1")
    press(table.canvas, key, CTRL)
    assert table.heard("areas_dropped") == [(["insight:i1"], "goal:g1")]


def test_the_next_one_is_straight_ahead_before_it_is_near() -> None:
    here = Box(0, 0, 100, 100)
    others = [
        ("ahead", Box(300, 50, 100, 100)),
        ("aside", Box(150, 300, 100, 100)),
        ("behind", Box(-200, 0, 9, 9)),
    ]
    assert beside(here, "right", others) == "ahead"
    assert beside(here, "down", others) == "aside"
    assert beside(here, "left", others) == "behind"
    assert beside(here, "up", others) == ""
