"""The grouping page as a whole: commands, panes, names for screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QListView

from facilitator.domain.evidence import gather
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.insight_dialog import LinkDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import (
    ALT,
    CONTROL,
    SHIFT,
    accounted,
    focus,
    living,
    press,
    tray_says,
    typed_and_entered,
    when_asked,
)


def test_commands_follow_where_the_person_works(page: GroupPage, example: SessionStore) -> None:
    found = _after(page, page.tray.view, page.insights.cards)
    assert "place" in found
    assert "move_up" not in found
    page.tray.view.clearSelection()
    page.goals.view.setFocus()
    page.goals.view.choose_ids([example.state.goals[0].id])
    commands = page.commands()
    assert commands["merge"] == page.on_goals.merge
    assert "place" not in commands
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids(page.desk.insight_model.ids()[:1])
    assert page.commands()["merge"] == page.on_insights.merge


def _after(page: GroupPage, notes: QListView, cards: QListView) -> dict[str, object]:
    cards.setFocus()
    cards.setCurrentIndex(page.desk.insight_model.index(0))
    notes.setFocus()
    notes.setCurrentIndex(page.desk.loose_model.index(0))
    return dict(page.commands())


def test_a_dialogue_that_is_only_looked_at_offers_no_changes(
    page: GroupPage, example: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.tray.view.select_rows([0])
    monkeypatch.setattr(example, "readonly", True)
    assert not {"place", "park", "new_insight", "new_goal", "merge", "capture"} & set(page.commands())
    assert {"find", "step_on"} <= set(page.commands())


def test_panes_stand_in_reading_order_and_the_hosts_side_is_among_them(page: GroupPage) -> None:
    shown = [pane for pane in page.panes() if pane.isVisible()]
    places = [pane.mapTo(page, QPoint(0, 0)).x() for pane in shown]
    assert places == sorted(places)
    assert shown[-1] is page.host.pane
    assert len(shown) == 4


def test_a_whole_walk_by_keyboard_is_undone_to_the_beginning(page: GroupPage, example: SessionStore) -> None:
    before = living(example.state)
    start = example.undo_label
    tray, cards = page.tray.view, page.insights.cards
    press(focus(), Qt.Key.Key_Space)
    press(focus(), Qt.Key.Key_Down, SHIFT)
    press(focus(), Qt.Key.Key_N, CONTROL)
    type_text(focus(), "Een nieuw inzicht\n")
    when_asked(typed_and_entered("een nieuw inzicht"))
    press(focus(), Qt.Key.Key_G, CONTROL)
    when_asked(typed_and_entered("past nergens"))
    press(focus(), Qt.Key.Key_K, CONTROL)
    made = example.state.insights[-1].id
    assert len(page.desk.faces.notes_of(made)) == 3
    cards.setFocus()
    press(cards, Qt.Key.Key_End)
    assert cards.selected_ids() == [made]
    for _goal in range(2):
        press(focus(), Qt.Key.Key_Up, ALT)

    def tick_two(dialog: QDialog) -> None:
        assert isinstance(dialog, LinkDialog)
        press(dialog.list, Qt.Key.Key_Space)
        press(dialog.list, Qt.Key.Key_Down)
        press(dialog.list, Qt.Key.Key_Space)
        press(dialog.list, Qt.Key.Key_Return)

    when_asked(tick_two)
    press(focus(), Qt.Key.Key_L, CONTROL)
    assert len(page.desk.faces.goals_of(made)) == 2
    press(focus(), Qt.Key.Key_Return)
    press(focus(), Qt.Key.Key_Space)

    def name_it(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        type_text(dialog.title, "Afgesplitst\n")

    when_asked(name_it)
    press(focus(), Qt.Key.Key_E, CONTROL | SHIFT)
    assert [i.title for i in example.state.insights if i.split_from == made] == ["Afgesplitst"]
    press(focus(), Qt.Key.Key_Escape)
    when_asked(typed_and_entered("afgesplitst"), lambda dialog: press(dialog, Qt.Key.Key_Return))
    press(focus(), Qt.Key.Key_E, CONTROL)
    assert len(page.desk.faces.notes_of(made)) == 3
    assert accounted(example)
    steps = 0
    while (example.undo_label, living(example.state)) != (start, before):
        press(focus(), Qt.Key.Key_Z, CONTROL)
        steps += 1
        assert steps < 30
        assert accounted(example)
        assert tray_says(page, len(gather(example.state).tray))
    assert steps == 8
    assert tray.isVisible()


def test_right_click_offers_what_the_buttons_do(page: GroupPage, example: SessionStore) -> None:
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids(page.desk.insight_model.ids()[:1])
    menu = page.on_insights.menu()
    assert [action.objectName() for action in menu.actions()] == [
        "open",
        "edit",
        "link",
        "merge",
        "split",
        "delete",
    ]
    menu.actions()[0].trigger()
    assert page.desk.opened == example.state.insights[0].id
    menu.deleteLater()
    page.goals.view.setFocus()
    page.goals.view.choose_ids(page.desk.goal_model.ids()[:2])
    goals = page.on_goals.menu()
    assert [action.objectName() for action in goals.actions()] == ["merge", "delete"]
    goals.deleteLater()
