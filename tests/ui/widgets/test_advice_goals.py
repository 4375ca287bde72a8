"""The list of goals keeps its rows when nothing changed and tells a choice once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.advice_goals import AdviceGoals, GoalRow
from tests.helpers.keys import press
from tests.helpers.ui import make_context

ROWS = [GoalRow(f"g{n}", n, f"Doel met een lange naam die niet past {n}", "3 adviezen") for n in (1, 2, 3)]


def test_choosing_by_key_tells_the_goal_and_showing_tells_nobody(qtbot: QtBot) -> None:
    goals = AdviceGoals(make_context().theme)
    qtbot.addWidget(goals)
    goals.resize(220, 400)
    told: list[str] = []
    goals.goal_chosen.connect(told.append)
    goals.set_goals(ROWS, "g2")
    goals.show()
    assert (goals.chosen(), told) == ("g2", [])
    press(goals, Qt.Key.Key_Down)
    assert told == ["g3"]
    first = goals.item(0)
    goals.set_goals(ROWS, "g1")
    assert goals.item(0) is first
    assert goals.item(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("1. Doel")
    assert not goals.grab().isNull()


def test_an_empty_list_has_nothing_chosen(qtbot: QtBot) -> None:
    goals = AdviceGoals(make_context().theme)
    qtbot.addWidget(goals)
    goals.set_goals(ROWS, "g1")
    goals.set_goals([], "")
    assert (goals.count(), goals.chosen()) == (0, "")
