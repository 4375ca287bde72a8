"""Fingers on a board, as a touch screen tells them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.board.touch import HOLD_MS
from tests.ui.board.table import Table, flow, grouping


class Fingers:
    """Fingers on the screen before a board."""

    def __init__(self, table: Table) -> None:
        self._canvas = table.canvas
        self._screen = QTest.createTouchDevice()
        self._down: dict[int, QPoint] = {}

    def down(self, at: QPoint, finger: int = 0) -> None:
        self._send(finger, at, "press")
        self._down[finger] = at

    def go(self, at: QPoint, finger: int = 0) -> None:
        self._send(finger, at, "move")
        self._down[finger] = at

    def up(self, finger: int = 0) -> None:
        self._send(finger, self._down.pop(finger), "release")

    def tap(self, at: QPoint) -> None:
        self.down(at)
        self.up()

    def _send(self, finger: int, at: QPoint, what: str) -> None:
        event = QTest.touchEvent(self._canvas, self._screen, False)
        for other, place in self._down.items():
            if other != finger:
                # A finger that stays is told without its place, were it not for a move to where it is.
                event.move(other, place, self._canvas)
        getattr(event, what)(finger, at, self._canvas)
        event.commit()


def test_a_tap_chooses_a_second_one_opens_for_writing(qtbot: QtBot) -> None:
    table = flow(qtbot)
    fingers = Fingers(table)
    fingers.tap(table.at("n2"))
    assert table.model.chosen == ("n2",)
    assert table.canvas.hands.editor.item == ""
    fingers.tap(table.at("n2"))
    assert table.canvas.hands.editor.item == "n2"


def test_one_finger_moves_the_view_and_nothing_else(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas, fingers = table.canvas, Fingers(table)
    before = canvas.to_board(QPointF(0, 0))
    fingers.down(QPoint(400, 400))
    fingers.go(QPoint(400, 340))
    fingers.go(QPoint(390, 300))
    fingers.up()
    after = canvas.to_board(QPointF(0, 0))
    assert (round(after[0] - before[0]), round(after[1] - before[1])) == (10, 100)
    qtbot.wait(60)
    assert canvas.to_board(QPointF(0, 0)) == after
    assert table.model.chosen == ()
    assert table.told == []


def test_a_held_finger_lifts_a_card_and_lays_it_elsewhere(qtbot: QtBot) -> None:
    table = flow(qtbot)
    canvas, fingers = table.canvas, Fingers(table)
    start = table.at("n1")
    fingers.down(start)
    qtbot.waitUntil(lambda: canvas.hands.drag.active, timeout=10 * HOLD_MS)
    fingers.go(start + QPoint(0, 150))
    fingers.go(start + QPoint(0, 301))
    fingers.up()
    ((places,),) = table.heard("moved")
    assert list(places) == ["n1"]
    assert not canvas.hands.drag.active


def test_a_lifted_card_can_be_put_on_an_area(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    canvas, fingers = table.canvas, Fingers(table)
    fingers.down(table.at("n0"))
    qtbot.waitUntil(lambda: canvas.hands.drag.active, timeout=10 * HOLD_MS)
    fingers.go(table.at("insight:i1"))
    fingers.up()
    assert table.heard("dropped") == [(["n0"], "insight:i1", False)]


def test_held_and_let_go_it_is_chosen_as_well(qtbot: QtBot) -> None:
    table = flow(qtbot)
    canvas, fingers = table.canvas, Fingers(table)
    fingers.tap(table.at("n1"))
    fingers.down(table.at("n7"))
    qtbot.waitUntil(lambda: canvas.hands.drag.active, timeout=10 * HOLD_MS)
    fingers.up()
    assert set(table.model.chosen) == {"n1", "n7"}
    assert table.heard("moved") == []


def test_a_finger_that_moves_at_once_lifts_nothing(qtbot: QtBot) -> None:
    table = flow(qtbot)
    fingers = Fingers(table)
    start = table.at("n1")
    fingers.down(start)
    fingers.go(start + QPoint(30, 0))
    qtbot.wait(HOLD_MS + 100)
    assert not table.canvas.hands.drag.active
    fingers.up()


def test_two_fingers_zoom_about_their_middle(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas, fingers = table.canvas, Fingers(table)
    middle = QPointF(400, 300)
    place = canvas.to_board(middle)
    fingers.down(QPoint(350, 300))
    fingers.down(QPoint(450, 300), 1)
    fingers.go(QPoint(325, 300))
    fingers.go(QPoint(475, 300), 1)
    assert abs(canvas.zoom - 1.5) < 0.05
    after = canvas.to_board(middle)
    assert abs(after[0] - place[0]) < 20
    assert abs(after[1] - place[1]) < 20
    fingers.up(1)
    zoom = canvas.zoom
    fingers.go(QPoint(325, 340))
    fingers.up()
    assert canvas.zoom == zoom
    assert table.model.chosen == ()


def test_a_second_finger_gives_up_a_drag(qtbot: QtBot) -> None:
    table = flow(qtbot)
    canvas, fingers = table.canvas, Fingers(table)
    fingers.down(table.at("n1"))
    qtbot.waitUntil(lambda: canvas.hands.drag.active, timeout=10 * HOLD_MS)
    fingers.down(table.at("n8"), 1)
    assert not canvas.hands.drag.active
    fingers.up(1)
    fingers.up()
    assert table.heard("moved") == []


def test_a_pinch_on_a_touchpad_zooms(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    at = QPointF(300, 200)
    place = canvas.to_board(at)
    zoom = Qt.NativeGestureType.ZoomNativeGesture
    device = QPointingDevice.primaryPointingDevice()
    for _ in range(2):
        globally = QPointF(canvas.mapToGlobal(at.toPoint()))
        event = QNativeGestureEvent(zoom, device, 2, at, at, globally, 0.1, QPointF())
        QApplication.sendEvent(canvas, event)
    assert abs(canvas.zoom - 1.21) < 0.01
    after = canvas.to_board(at)
    assert abs(after[0] - place[0]) <= 1
    assert abs(after[1] - place[1]) <= 1
