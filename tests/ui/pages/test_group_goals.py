"""Goals by keyboard: made, written, merged, split, put in order, deleted or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.content.library import Library
from facilitator.services import grouping
from facilitator.services.exchange import import_json
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.goal_dialog import GoalDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import focus, group_page, living, press, when_asked

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
HOSTILE = "<b>vet</b> & =1+1 <img src=x> 😀 مرحبا"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with import_json(
        paths.example(), tmp_path / "a.dialoog", "laptop-1", Library(paths.resources())
    ) as opened:
        loose = [note.id for note in opened.state.notes][::10]
        grouping.unplace_notes(opened, loose)
        yield opened


@pytest.fixture
def page(store: SessionStore, qtbot: QtBot) -> Iterator[GroupPage]:
    with group_page(store, qtbot) as made:
        yield made


def typed_and_entered(text: str):  # noqa: ANN201
    def answer(dialog: QDialog) -> None:
        type_text(dialog.focusWidget(), text)
        press(dialog.focusWidget(), Qt.Key.Key_Return)

    return answer


def pressed(key: Qt.Key):  # noqa: ANN201
    return lambda dialog: press(dialog.focusWidget() or dialog, key)


def tray_says(page: GroupPage, number: int) -> bool:
    words = f"{number} notitie" if number == 1 else f"{number} notities"
    return page.tray.count.text() == words and page.desk.loose_model.rowCount() == number


def test_goals_are_made_written_merged_split_and_deleted(page: GroupPage, store: SessionStore) -> None:
    before = living(store.state)
    first = store.state.insights[0]
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([first.id])

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, GoalDialog)
        type_text(dialog.title, HOSTILE)
        type_text(dialog.tensions, "Het schuurt")
        press(dialog.title, Qt.Key.Key_Return)

    when_asked(write)
    press(focus(), Qt.Key.Key_D, CONTROL | SHIFT)
    goal = store.state.goals[-1]
    assert (goal.title, goal.tensions) == (HOSTILE, "Het schuurt")
    assert page.desk.faces.of_goal(goal.id) == [first.id]
    view = page.goals.view
    view.setFocus()
    view.choose_ids([goal.id])
    assert page.desk.insight_model.ids() == [first.id], "only the insights of the chosen goal are shown"
    assert page.insights.only.words() == f"Alleen doel {len(store.state.goals)}"
    seen = when_asked(typed_and_entered("spoedzorg"), pressed(Qt.Key.Key_Return))
    press(focus(), Qt.Key.Key_E, CONTROL)
    assert len(seen) == 2
    assert len(store.state.goals) == len(before["goal"])
    view.choose_ids([goal.id])

    def split(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        dialog.list.tick([first.id])
        type_text(dialog.title, "Weer apart")
        press(dialog.title, Qt.Key.Key_Return)

    when_asked(split)
    press(focus(), Qt.Key.Key_E, CONTROL | SHIFT)
    [apart] = [g for g in store.state.goals if g.title == "Weer apart"]
    assert page.desk.faces.of_goal(apart.id) == [first.id]
    view.choose_ids([apart.id])
    press(focus(), Qt.Key.Key_Delete)
    assert store.state.goal(apart.id) is None
    while store.undo_label not in (None, "notes.ungrouped"):
        press(focus(), Qt.Key.Key_Z, CONTROL)
    assert living(store.state) == before


def test_a_goal_with_advice_is_not_deleted_and_the_person_is_told(
    page: GroupPage, store: SessionStore, qtbot: QtBot
) -> None:
    page.goals.view.setFocus()
    page.goals.view.choose_ids([store.state.goals[0].id])
    with qtbot.waitSignal(page.context.dialogue.refused) as refused:
        press(page.goals.view, Qt.Key.Key_Delete)
    assert refused.args is not None
    assert refused.args[0].code == "goal.has_advice"
    assert len(page.goals.view.selected_ids()) == 1


def test_insights_and_goals_change_places_by_key(page: GroupPage, store: SessionStore) -> None:
    before = living(store.state)
    order = [insight.id for insight in store.state.insights]
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([order[1]])
    press(focus(), Qt.Key.Key_Down, ALT)
    assert [i.id for i in store.state.insights][:3] == [order[0], order[2], order[1]]
    assert page.insights.cards.selected_ids() == [order[1]], "the choice goes along"
    goals = [goal.id for goal in store.state.goals]
    page.goals.view.setFocus()
    page.goals.view.choose_ids([goals[2]])
    press(focus(), Qt.Key.Key_Up, ALT)
    assert [g.id for g in store.state.goals][:3] == [goals[0], goals[2], goals[1]]
    press(focus(), Qt.Key.Key_Z, CONTROL)
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert living(store.state) == before
    assert page.desk.insight_model.ids() == page.desk.faces.of_goal(goals[2])
