"""Where notes can go while grouping, asked once and done in one edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from facilitator.domain.evidence import gather
from facilitator.services import notes
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.move_dialog import MoveDialog
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.note_face import NoteFace, NoteRole
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import (
    CONTROL,
    SHIFT,
    accounted,
    focus,
    living,
    press,
    typed_and_entered,
    when_asked,
)


def places(store: SessionStore, note: str) -> tuple[str, ...]:
    found = store.state.note(note)
    assert found is not None
    return found.insights


def seen_after_typing(words: str, into: list[str]) -> Callable[[QDialog], None]:
    """Return an answer that notes which places are offered for these words and leaves."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, MoveDialog)
        type_text(dialog.field, words)
        into.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        dialog.reject()

    return answer


def test_m_moves_and_shift_m_puts_a_note_with_another_insight_too(
    page: GroupPage, example: SessionStore
) -> None:
    press(focus(), Qt.Key.Key_Space)
    [note] = page.tray.view.selected_ids()
    first, second = example.state.insights[0], example.state.insights[3]
    when_asked(typed_and_entered(first.title))
    press(focus(), Qt.Key.Key_M)
    assert places(example, note) == (first.id,)
    page.on_insights.open(first.id)
    page.insights.detail.notes.setFocus()
    page.insights.detail.notes.choose_ids([note])
    when_asked(typed_and_entered("vast gezicht draad"))
    press(focus(), Qt.Key.Key_M, SHIFT)
    assert places(example, note) == (first.id, second.id)
    row = page.desk.notes_model.row_of(note)
    face = page.desk.notes_model.data(page.desk.notes_model.index(row), NoteRole.FACE)
    assert isinstance(face, NoteFace)
    assert face.places == 2
    assert "bij 2 inzichten" in face.spoken
    assert accounted(example)
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert places(example, note) == (first.id,)


def test_the_title_of_a_goal_finds_the_goal_and_its_insights(page: GroupPage, example: SessionStore) -> None:
    goal = example.state.goals[1]
    page.tray.view.select_rows([0])
    offered: list[str] = []
    when_asked(seen_after_typing(goal.title, offered))
    page.on_notes.place()
    wanted = {insight.title for insight in example.state.insights if goal.id in insight.goals}
    assert wanted | {f"2. {goal.title}"} <= set(offered)
    assert len(offered) == len(wanted) + 2, "and a new insight of that name"


def test_a_goal_as_the_place_asks_for_its_insight_or_makes_one(
    page: GroupPage, example: SessionStore
) -> None:
    goal = example.state.goals[1]
    inside = next(insight for insight in example.state.insights if goal.id in insight.goals)
    first, second = page.desk.loose_model.ids()[:2]
    page.tray.view.choose_ids([first])
    seen = when_asked(typed_and_entered(f"2. {goal.title}"), typed_and_entered(inside.title))
    page.on_notes.place()
    assert len(seen) == 2
    assert places(example, first) == (inside.id,)
    page.tray.view.choose_ids([second])
    when_asked(typed_and_entered(f"2. {goal.title}"), typed_and_entered("Xylofoon"))
    page.on_notes.place()
    made = example.state.insights[-1]
    assert (made.title, made.goals) == ("Xylofoon", (goal.id,))
    assert places(example, second) == (made.id,)


def test_fits_nowhere_is_a_place_that_asks_the_reason_and_loose_notes_is_one_too(
    page: GroupPage, example: SessionStore
) -> None:
    [note] = page.desk.loose_model.ids()[:1]
    page.tray.view.choose_ids([note])
    when_asked(typed_and_entered("past nergens bij"), typed_and_entered("gaat over iets anders"))
    page.on_notes.place()
    assert [n.parked for n in gather(example.state).parked if n.id == note] == ["gaat over iets anders"]
    page.tray.set_open(True)
    page.tray.parked.setFocus()
    page.tray.parked.choose_ids([note])
    when_asked(typed_and_entered("losse notities"))
    press(focus(), Qt.Key.Key_M)
    assert note in page.desk.loose_model.ids()
    assert accounted(example)


def test_a_new_insight_made_by_shift_m_leaves_the_other_place(page: GroupPage, example: SessionStore) -> None:
    insight = example.state.insights[0]
    page.on_insights.open(insight.id)
    page.insights.detail.notes.setFocus()
    page.insights.detail.notes.select_rows([0])
    [note] = page.insights.detail.notes.selected_ids()
    when_asked(typed_and_entered("Xylofoon"))
    press(focus(), Qt.Key.Key_M, SHIFT)
    assert places(example, note) == (insight.id, example.state.insights[-1].id)


def test_g_asks_the_name_of_a_new_insight_for_the_chosen_notes(
    page: GroupPage, example: SessionStore
) -> None:
    press(focus(), Qt.Key.Key_Space)
    press(focus(), Qt.Key.Key_Down, SHIFT)
    chosen = page.tray.view.selected_ids()
    assert len(chosen) == 2
    press(focus(), Qt.Key.Key_G)
    type_text(focus(), "Van nu af samen\n")
    made = example.state.insights[-1]
    assert made.title == "Van nu af samen"
    assert [note.id for note in page.desk.faces.notes_of(made.id)] == chosen


def test_placed_and_parked_notes_go_back_to_the_tray_in_one_step(
    page: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    placed = page.desk.faces.notes_of(example.state.insights[0].id)[0].id
    parked = page.desk.loose_model.ids()[0]
    notes.park(example, [parked], "later")
    before = living(example.state)
    page.on_notes.moves.go([placed, parked], "tray")
    assert {placed, parked} <= set(page.desk.loose_model.ids())
    example.undo()
    assert living(example.state) == before


def test_control_while_dropping_on_a_card_keeps_the_other_place(
    page: GroupPage, example: SessionStore
) -> None:
    first, second = example.state.insights[0], example.state.insights[1]
    [note] = [n.id for n in page.desk.faces.notes_of(first.id)[:1]]
    cards = page.insights.cards
    data = QMimeData()
    data.setData("application/x-facilitator-notes", note.encode())
    place = cards.visualRect(page.desk.insight_model.index(1)).center()
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    left, control = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(cards.viewport(), QDragEnterEvent(place, both, data, left, control))
    fall = QDropEvent(QPointF(place), both, data, left, control)
    QApplication.sendEvent(cards.viewport(), fall)
    assert fall.dropAction() == Qt.DropAction.CopyAction
    assert places(example, note) == (first.id, second.id)


def test_the_menu_names_the_keys_as_they_are_here(page: GroupPage, example: SessionStore) -> None:
    page.tray.view.select_rows([0])
    shown: list[QAction] = []
    page.on_notes._exec = lambda menu, place: shown.extend(menu.actions())  # type: ignore[method-assign]
    page.on_notes.show_menu(page.mapToGlobal(page.rect().center()))
    keys = {action.objectName(): action.text().partition("\t")[2] for action in shown}
    assert keys["place"] == "M"
    assert keys["move_to_persona"] == keys_text("Ctrl+M")
    menu = shown[0].parent()
    assert isinstance(menu, QMenu)
    menu.deleteLater()
