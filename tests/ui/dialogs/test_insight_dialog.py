from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.insight_dialog import LinkDialog
from tests.helpers.keys import press
from tests.helpers.ui import make_context


def test_a_goal_only_some_serve_stays_as_it_is_unless_touched(qtbot: QtBot) -> None:
    goals = [("g1", "1. Samen"), ("g2", "2. Dichtbij"), ("g3", "3. Rust")]
    dialog = LinkDialog(make_context(), ["A", "B", "C", "D"], goals, [None, False, True])
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Space)
    assert dialog.value() == {"g1": None, "g2": True, "g3": True}
    assert dialog.windowTitle() == "Doelen van 4 inzichten"
