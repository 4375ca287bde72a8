"""What is dragged onto a board from other lists."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.board.drop_in import spread
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.kit.note_face import MIME_NOTES
from tests.ui.board.table import CTRL, LEFT, NONE, Table, flow, grouping

MOVE = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def carried(kind: str, *ids: str) -> QMimeData:
    data = QMimeData()
    data.setData(kind, "\n".join(ids).encode())
    return data


def drop_in(table: Table, data: QMimeData, at: QPoint, held: Qt.KeyboardModifier = NONE) -> tuple[bool, str]:
    """Drag something in and let it go; return whether it was taken and what lit up before."""
    canvas = table.canvas
    enter = QDragEnterEvent(at, MOVE, data, LEFT, held)
    QApplication.sendEvent(canvas, enter)
    QApplication.sendEvent(canvas, QDragMoveEvent(at, MOVE, data, LEFT, held))
    lit = canvas._marks.drop
    drop = QDropEvent(QPointF(at), MOVE, data, LEFT, held)
    drop.ignore()
    QApplication.sendEvent(canvas, drop)
    return drop.isAccepted(), lit


def test_notes_of_another_list_can_be_dropped_on_an_area(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    data = carried(MIME_NOTES, "n6", "n7")
    assert drop_in(table, data, table.at("insight:i1")) == (True, "insight:i1")
    assert table.heard("dropped") == [(["n6", "n7"], "insight:i1", False)]
    assert table.canvas._marks.drop == ""
    assert drop_in(table, data, table.at("n0"), CTRL) == (True, "insight:i0")
    assert table.heard("dropped")[1:] == [(["n6", "n7"], "insight:i0", True)]
    assert drop_in(table, data, table.ground()) == (True, "")
    assert [set(places) for (places,) in table.heard("moved")] == [{"n6", "n7"}]


def test_notes_of_another_list_are_laid_side_by_side_on_a_board(qtbot: QtBot) -> None:
    table = flow(qtbot)
    at = table.at("n8") + QPoint(0, 300)
    assert drop_in(table, carried(MIME_NOTES, "n1", "n2", "elsewhere"), at)[0]
    ((places,),) = table.heard("moved")
    assert set(places) == {"n1", "n2"}
    assert drop_in(table, carried(MIME_NOTES, "elsewhere"), at)[0] is False
    far = spread([f"n{n}" for n in range(20)], 0, 0)
    assert len(set(far.values())) == 20


def test_insights_of_another_list_can_be_dropped_on_a_goal(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    assert drop_in(table, carried(MIME_INSIGHTS, "i2"), table.at("goal:g1")) == (True, "goal:g1")
    assert table.heard("areas_dropped") == [(["insight:i2"], "goal:g1")]


def test_files_are_left_to_the_window(qtbot: QtBot) -> None:
    table = flow(qtbot)
    data = QMimeData()
    data.setUrls([QUrl("file:///tmp/a.dialoog")])
    enter = QDragEnterEvent(table.at("n1"), MOVE, data, LEFT, NONE)
    QApplication.sendEvent(table.canvas, enter)
    assert not enter.isAccepted()


def test_what_leaves_again_lights_nothing(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    data = carried(MIME_NOTES, "n6")
    at = table.at("insight:i1")
    QApplication.sendEvent(table.canvas, QDragEnterEvent(at, MOVE, data, LEFT, NONE))
    assert table.canvas._marks.drop == "insight:i1"
    QApplication.sendEvent(table.canvas, QDragLeaveEvent())
    assert table.canvas._marks.drop == ""


def test_near_the_edge_the_view_goes_along_and_stops_when_it_leaves(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    before = canvas.to_board(QPointF(0, 0))
    data = carried(MIME_NOTES, "n1")
    at = QPoint(300, canvas.height() - 4)
    QApplication.sendEvent(canvas, QDragEnterEvent(at, MOVE, data, LEFT, NONE))
    qtbot.waitUntil(lambda: canvas.to_board(QPointF(0, 0))[1] > before[1] + 60)
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    here = canvas.to_board(QPointF(0, 0))
    qtbot.wait(60)
    assert canvas.to_board(QPointF(0, 0)) == here
