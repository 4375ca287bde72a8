"""Goals by keyboard: made, written, merged, split, put in order, deleted or not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.goal_dialog import GoalDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import (
    ALT,
    CONTROL,
    HOSTILE,
    SHIFT,
    focus,
    living,
    press,
    pressed,
    typed_and_entered,
    when_asked,
)


def test_goals_are_made_written_merged_split_and_deleted(page: GroupPage, example: SessionStore) -> None:
    before = living(example.state)
    first = example.state.insights[0]
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([first.id])

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, GoalDialog)
        type_text(dialog.title, HOSTILE)
        type_text(dialog.tensions, "Het schuurt")
        press(dialog.title, Qt.Key.Key_Return)

    when_asked(write)
    press(focus(), Qt.Key.Key_D, CONTROL | SHIFT)
    goal = example.state.goals[-1]
    assert (goal.title, goal.tensions) == (HOSTILE, "Het schuurt")
    assert page.desk.faces.of_goal(goal.id) == [first.id]
    view = page.goals.view
    view.setFocus()
    view.choose_ids([goal.id])
    assert page.desk.insight_model.ids() == [first.id], "only the insights of the chosen goal are shown"
    assert page.insights.only.words() == f"Alleen doel {len(example.state.goals)}"
    seen = when_asked(typed_and_entered("spoedzorg"), pressed(Qt.Key.Key_Return))
    press(focus(), Qt.Key.Key_E, CONTROL)
    assert len(seen) == 2
    assert len(example.state.goals) == len(before["goal"])
    view.choose_ids([goal.id])

    def split(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        dialog.list.tick([first.id])
        type_text(dialog.title, "Weer apart")
        press(dialog.title, Qt.Key.Key_Return)

    when_asked(split)
    press(focus(), Qt.Key.Key_E, CONTROL | SHIFT)
    [apart] = [g for g in example.state.goals if g.title == "Weer apart"]
    assert page.desk.faces.of_goal(apart.id) == [first.id]
    view.choose_ids([apart.id])
    press(focus(), Qt.Key.Key_Delete)
    assert example.state.goal(apart.id) is None
    while example.undo_label not in (None, "notes.ungrouped"):
        press(focus(), Qt.Key.Key_Z, CONTROL)
    assert living(example.state) == before


def test_a_goal_with_advice_is_not_deleted_and_the_person_is_told(
    page: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    page.goals.view.setFocus()
    page.goals.view.choose_ids([example.state.goals[0].id])
    with qtbot.waitSignal(page.context.dialogue.refused) as refused:
        press(page.goals.view, Qt.Key.Key_Delete)
    assert refused.args is not None
    assert refused.args[0].code == "goal.has_advice"
    assert len(page.goals.view.selected_ids()) == 1


def test_insights_and_goals_change_places_by_key(page: GroupPage, example: SessionStore) -> None:
    before = living(example.state)
    order = [insight.id for insight in example.state.insights]
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([order[1]])
    press(focus(), Qt.Key.Key_Down, ALT)
    assert [i.id for i in example.state.insights][:3] == [order[0], order[2], order[1]]
    assert page.insights.cards.selected_ids() == [order[1]], "the choice goes along"
    goals = [goal.id for goal in example.state.goals]
    page.goals.view.setFocus()
    page.goals.view.choose_ids([goals[2]])
    press(focus(), Qt.Key.Key_Up, ALT)
    assert [g.id for g in example.state.goals][:3] == [goals[0], goals[2], goals[1]]
    press(focus(), Qt.Key.Key_Z, CONTROL)
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert living(example.state) == before
    assert page.desk.insight_model.ids() == page.desk.faces.of_goal(goals[2])
