"""Bundling on the table by mouse: every gesture is one edit and one undo."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator.store.session import SessionStore
from facilitator.ui.board.drag import mime_of
from facilitator.ui.dialogs.goal_dialog import GoalDialog
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import (
    CONTROL,
    accounted,
    typed_and_entered,
    when_asked,
)
from tests.ui.pages.table_hands import (
    BOTH,
    LEFT,
    NONE,
    canvas,
    drag,
    drop,
    ground,
    head,
    is_taken_back,
    middle,
    places,
)


def test_a_loose_note_is_dropped_on_an_area_and_with_control_on_a_second_one(
    whole: GroupPage, example: SessionStore
) -> None:
    first, second = (f"insight:{insight.id}" for insight in example.state.insights[:2])
    note = whole.desk.loose_model.ids()[0]
    drop(whole, MIME_NOTES, [note], head(whole, first))
    assert places(example, note) == (example.state.insights[0].id,)
    drop(whole, MIME_NOTES, [note], head(whole, second), CONTROL)
    assert len(places(example, note)) == 2
    assert len(whole.desk.board.model.plan.boxes(note)) == 2
    assert accounted(example)


def test_a_card_is_dragged_to_another_area_and_one_undo_brings_it_back(
    whole: GroupPage, example: SessionStore
) -> None:
    one, two = example.state.insights[:2]
    note = whole.desk.faces.notes_of(one.id)[0].id
    assert is_taken_back(example, lambda: drag(whole, middle(whole, note), head(whole, f"insight:{two.id}")))
    drag(whole, middle(whole, note), head(whole, f"insight:{two.id}"))
    assert places(example, note) == (two.id,)


def test_fits_nowhere_asks_the_reason_after_the_drop(
    whole: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    note = whole.desk.faces.notes_of(example.state.insights[0].id)[0].id
    when_asked(typed_and_entered("gaat over wonen"))
    drag(whole, middle(whole, note), head(whole, "parked"))
    qtbot.waitUntil(lambda: example.state.note(note).parked is not None)  # type: ignore[union-attr]
    parked = example.state.note(note)
    assert parked is not None
    assert (parked.parked, parked.insights) == ("gaat over wonen", ())
    assert note in whole.desk.parked_model.ids()


def test_notes_dropped_on_empty_ground_begin_an_insight(whole: GroupPage, example: SessionStore) -> None:
    ids = whole.desk.loose_model.ids()[:2]
    drop(whole, MIME_NOTES, ids, ground(whole))
    assert whole.insights.new_bar.isVisible()
    type_text(whole.insights.new_bar.field, "Vanaf de grond\n")
    made = example.state.insights[-1]
    assert [note.id for note in whole.desk.faces.notes_of(made.id)] == ids
    assert whole.desk.board.picked_insights() == [made.id]


def test_notes_dropped_on_a_goal_ask_for_its_insight(
    whole: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    goal = example.state.goals[2]
    note = whole.desk.loose_model.ids()[0]
    when_asked(typed_and_entered("Iets heel nieuws"))
    drop(whole, MIME_NOTES, [note], head(whole, f"goal:{goal.id}"))
    qtbot.waitUntil(lambda: bool(places(example, note)))
    made = example.state.insights[-1]
    assert (made.title, made.goals) == ("Iets heel nieuws", (goal.id,))


def test_a_double_click_opens_an_insight_beside_the_board_and_a_goal_with_its_texts(
    whole: GroupPage, example: SessionStore
) -> None:
    insight, goal = example.state.insights[0], example.state.goals[0]
    QTest.mouseDClick(canvas(whole), LEFT, NONE, head(whole, f"insight:{insight.id}"))
    assert whole.desk.opened == insight.id
    assert whole.insights.detail.isVisible()
    assert canvas(whole).isVisible()

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, GoalDialog)
        dialog.reject()

    canvas(whole).fit()
    seen = when_asked(write)
    QTest.mouseDClick(canvas(whole), LEFT, NONE, head(whole, f"goal:{goal.id}"))
    assert seen


def test_the_bar_under_the_table_offers_what_can_be_done_with_the_chosen_cards(
    whole: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    one, two = example.state.insights[:2]
    note = whole.desk.faces.notes_of(one.id)[0].id
    assert not whole.insights.note_actions["move"].isVisible()
    QTest.mouseClick(canvas(whole), LEFT, NONE, middle(whole, note))
    qtbot.waitUntil(whole.insights.note_actions["move"].isVisible)
    when_asked(typed_and_entered(two.title))
    whole.insights.note_actions["move"].click()
    assert places(example, note) == (two.id,)
    QTest.mouseClick(canvas(whole), LEFT, NONE, head(whole, f"insight:{one.id}"))
    qtbot.waitUntil(whole.insights.actions_of["merge"].isVisible)
    assert not whole.insights.note_actions["move"].isVisible()
    whole.insights.actions_of["delete"].click()
    assert example.state.insight(one.id) is None


def test_what_fits_nowhere_takes_notes_while_it_is_folded(
    whole: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    note = whole.desk.faces.notes_of(example.state.insights[0].id)[0].id
    data = QMimeData()
    data.setData(MIME_NOTES, note.encode())
    fold, at = whole.tray.fold, QPoint(8, 8)
    assert not whole.tray.is_open()
    when_asked(typed_and_entered("valt erbuiten"))
    QApplication.sendEvent(fold, QDragEnterEvent(at, BOTH, data, LEFT, NONE))
    assert fold.isDown()
    QApplication.sendEvent(fold, QDropEvent(QPointF(at), BOTH, data, LEFT, NONE))
    assert not fold.isDown()
    qtbot.waitUntil(lambda: note in whole.desk.parked_model.ids())
    assert accounted(example)


def test_cards_of_the_table_are_taken_by_the_tray_and_by_the_goals(
    whole: GroupPage, example: SessionStore
) -> None:
    insight = example.state.insights[0]
    note = whole.desk.faces.notes_of(insight.id)[0].id
    board = canvas(whole)
    data = mime_of(board, [note], areas=False)
    view = whole.tray.view.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(QPoint(20, 20), BOTH, data, LEFT, NONE))
    QApplication.sendEvent(view, QDropEvent(QPointF(20, 20), BOTH, data, LEFT, NONE))
    assert note in whole.desk.loose_model.ids()
    goal = example.state.goals[4]
    assert goal.id not in insight.goals
    carried = mime_of(board, [f"insight:{insight.id}"], areas=True)
    goals = whole.goals.view
    at = goals.visualRect(whole.desk.goal_model.index(4)).center()
    QApplication.sendEvent(goals.viewport(), QDragEnterEvent(at, BOTH, carried, LEFT, NONE))
    QApplication.sendEvent(goals.viewport(), QDropEvent(QPointF(at), BOTH, carried, LEFT, NONE))
    linked = example.state.insight(insight.id)
    assert linked is not None
    assert linked.goals == (*insight.goals, goal.id)
