from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.tray_view import TrayView
from tests.helpers.keys import press
from tests.ui.widgets.card_rows import notes_model


def shown(qtbot: QtBot, foot_lines: int = 1) -> TrayView:
    view = TrayView(load_theme("light"), foot_lines=foot_lines)
    qtbot.addWidget(view)
    model = notes_model(5)
    model.setParent(view)
    view.setModel(model)
    view.resize(260, 400)
    view.show()
    return view


def test_notes_stand_under_each_other_over_the_whole_width(qtbot: QtBot) -> None:
    view = shown(qtbot)
    boxes = [view.visualRect(view.model().index(row, 0)) for row in range(5)]
    assert len({box.left() for box in boxes}) == 1
    assert all(a.bottom() < b.top() for a, b in zip(boxes, boxes[1:], strict=False))
    assert boxes[0].width() > 200
    taller = shown(qtbot, foot_lines=2)
    assert taller.visualRect(taller.model().index(0, 0)).height() > boxes[0].height()


def test_arrows_choose_and_escape_tells(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.select_rows([0])
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ids() == ["n0", "n1"]
    with qtbot.waitSignal(view.left):
        press(view, Qt.Key.Key_Escape)
