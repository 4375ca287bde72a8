"""The mouse on a board."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.keys import press
from tests.ui.board.table import CTRL, LEFT, MIDDLE, NONE, SHIFT, flow


def test_a_click_chooses_ctrl_adds_and_shift_chooses_up_to_there(qtbot: QtBot) -> None:
    table = flow(qtbot)
    canvas, model = table.canvas, table.model
    QTest.mouseClick(canvas, LEFT, pos=table.at("n1"))
    assert (model.chosen, model.current) == (("n1",), "n1")
    QTest.mouseClick(canvas, LEFT, CTRL, table.at("n3"))
    assert set(model.chosen) == {"n1", "n3"}
    QTest.mouseClick(canvas, LEFT, CTRL, table.at("n1"))
    assert model.chosen == ("n3",)
    QTest.mouseClick(canvas, LEFT, pos=table.at("n2"))
    QTest.mouseClick(canvas, LEFT, SHIFT, table.at("n5"))
    assert model.chosen_notes() == ("n2", "n3", "n4", "n5")
    QTest.mouseClick(canvas, LEFT, pos=table.ground())
    assert model.chosen == ()


def test_a_press_on_one_of_many_keeps_them_for_a_drag_and_a_click_leaves_one(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.model.choose(["n1", "n2"], "n1")
    QTest.mousePress(table.canvas, LEFT, pos=table.at("n2"))
    assert set(table.model.chosen) == {"n1", "n2"}
    QTest.mouseRelease(table.canvas, LEFT, pos=table.at("n2"))
    assert table.model.chosen == ("n2",)


def test_a_band_chooses_what_it_meets_and_ctrl_keeps_the_others(qtbot: QtBot) -> None:
    table = flow(qtbot)
    corner = table.at("n1") + QPoint(0, 5)
    table.press(table.ground())
    table.go(corner)
    assert set(table.model.chosen) == {"n0", "n1"}
    QTest.mouseRelease(table.canvas, LEFT, pos=corner)
    assert set(table.model.chosen) == {"n0", "n1"}
    table.model.choose(["n5"], "n5")
    table.drag(table.ground(), corner, held=CTRL)
    assert set(table.model.chosen) == {"n0", "n1", "n5"}


def test_escape_takes_a_band_back(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.press(table.ground(), held=CTRL)
    table.go(table.at("n1"), held=CTRL)
    assert table.model.chosen
    press(table.canvas, Qt.Key.Key_Escape)
    assert table.model.chosen == ()
    assert table.heard("left") == []


def test_the_middle_button_and_the_space_bar_move_the_view(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    start, end = QPoint(400, 300), QPoint(340, 260)
    before = canvas.to_board(QPointF(0, 0))
    table.drag(start, end, button=MIDDLE)
    after = canvas.to_board(QPointF(0, 0))
    assert (round(after[0] - before[0]), round(after[1] - before[1])) == (60, 40)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    table.drag(start, end)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert round(canvas.to_board(QPointF(0, 0))[0] - before[0]) == 120
    assert table.model.chosen == ()
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_wheel_scrolls_shift_goes_sideways_and_ctrl_zooms_about_the_pointer(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    at = QPointF(300, 200)
    x, y = canvas.to_board(at)
    wheel(canvas, at, -120)
    assert canvas.to_board(at)[1] > y
    assert canvas.to_board(at)[0] == x
    wheel(canvas, at, -120, SHIFT)
    assert canvas.to_board(at)[0] > x
    x, y = canvas.to_board(at)
    wheel(canvas, at, 120, CTRL)
    assert canvas.zoom > 1.1
    assert abs(canvas.to_board(at)[0] - x) <= 1
    assert abs(canvas.to_board(at)[1] - y) <= 1


def wheel(canvas: QWidget, at: QPointF, turned: int, held: Qt.KeyboardModifier = NONE) -> None:
    none, begin = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    globally = QPointF(canvas.mapToGlobal(at.toPoint()))
    event = QWheelEvent(at, globally, QPoint(0, 0), QPoint(0, turned), none, held, begin, False)
    QApplication.sendEvent(canvas, event)
