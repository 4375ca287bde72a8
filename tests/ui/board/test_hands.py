"""Mouse and keys on a board."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.helpers.keys import press
from tests.ui.board.table import CTRL, LEFT, MIDDLE, SHIFT, flow, grouping


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
