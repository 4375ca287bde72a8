from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.goal_pane import GoalPane
from tests.ui.widgets.card_rows import goal, model_of


def test_buttons_fit_what_is_chosen(qtbot: QtBot) -> None:
    pane = GoalPane(load_theme("light"))
    qtbot.addWidget(pane)
    model = model_of([goal("1. Rust"), goal("2. Tijd")])
    model.setParent(pane)
    pane.view.setModel(model)
    pane.set_count(2)
    pane.resize(280, 500)
    pane.show()
    assert not pane.empty.isVisible()
    shown = pane.actions_of
    assert not shown["merge"].isVisible()
    pane.view.choose_ids(["0"])
    assert all(button.isVisible() for button in shown.values())
    pane.view.choose_ids(["0", "1"])
    assert [name for name, button in shown.items() if button.isVisible()] == ["merge", "delete"]
    for name, button in (("new", pane.new), ("merge", shown["merge"])):
        with qtbot.waitSignal(pane.asked) as asked:
            button.click()
        assert asked.args == [name]
    pane.set_count(0)
    assert pane.empty.isVisible()
