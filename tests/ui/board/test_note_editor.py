"""Writing on a card in its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.domain.text import NOTE_LIMIT, PASTE_LIMIT
from facilitator.ui.board.note_editor import NoteEditor
from tests.helpers.keys import press, type_text
from tests.ui.board.table import CTRL, LEFT, SHIFT, Table, flow, grouping


def writing(table: Table, item: str) -> NoteEditor:
    """Press Enter on a note."""
    table.model.choose([item], item)
    press(table.canvas, Qt.Key.Key_Return)
    editor = table.canvas.hands.editor
    assert editor.isVisible()
    assert editor.hasFocus()
    return editor


def test_enter_begins_and_keeps_and_the_keyboard_is_back_on_the_note(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    assert editor.toPlainText() == "notitie 1"
    type_text(editor, " én مرحبا 😀\n")
    assert table.heard("edited") == [("n1", "notitie 1 én مرحبا 😀")]
    assert not editor.isVisible()
    assert table.canvas.hasFocus()
    assert (table.model.current, editor.item) == ("n1", "")


def test_shift_and_enter_begins_a_line(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    press(editor, Qt.Key.Key_Return, SHIFT)
    type_text(editor, "tweede\n")
    assert table.heard("edited") == [("n1", "notitie 1\ntweede")]


def test_escape_drops_it(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    type_text(editor, " anders")
    press(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert table.canvas.hasFocus()
    assert table.told == []


def test_going_elsewhere_keeps_it(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    type_text(editor, " anders")
    table.field.setFocus()
    assert table.heard("edited") == [("n1", "notitie 1 anders")]
    assert table.field.hasFocus()
    editor = writing(table, "n2")
    type_text(editor, " ook")
    QTest.mouseClick(table.canvas, LEFT, pos=table.at("n8"))
    assert table.heard("edited")[1:] == [("n2", "notitie 2 ook")]
    assert table.model.chosen == ("n8",)


@pytest.mark.parametrize("typed", ["", "   ", " \n "])
def test_empty_restores_and_unchanged_tells_nothing(qtbot: QtBot, typed: str) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    editor.setPlainText(typed)
    press(editor, Qt.Key.Key_Return)
    editor = writing(table, "n1")
    assert editor.toPlainText() == "notitie 1"
    type_text(editor, "  \n")
    assert table.told == []


def test_typing_has_an_undo_of_its_own(qtbot: QtBot) -> None:
    table = flow(qtbot)
    fired: list[str] = []
    QShortcut(QKeySequence("Ctrl+Z"), table).activated.connect(lambda: fired.append("undo"))
    editor = writing(table, "n1")
    type_text(editor, "x")
    press(editor, Qt.Key.Key_Z, CTRL)
    assert editor.toPlainText() == "notitie 1"
    press(editor, Qt.Key.Key_Z, CTRL)
    assert fired == []


def test_it_lies_over_the_card_and_follows_the_view(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    editor = writing(table, "n1")
    box = table.model.plan.box("n1")
    assert box is not None

    def lies_on_card() -> bool:
        return editor.geometry() == canvas.to_view(box).toRect()

    assert lies_on_card()
    size = editor.font().pixelSize()
    canvas.pan(20, 30)
    assert lies_on_card()
    canvas.set_zoom(2.0)
    assert lies_on_card()
    assert editor.font().pixelSize() == 2 * size


def test_far_away_it_comes_to_a_readable_size_and_into_view(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    canvas.fit()
    assert canvas.zoom < 0.5
    editor = writing(table, "n290")
    assert canvas.zoom == 1
    assert editor.font().pixelSize() >= 15
    assert canvas.rect().contains(editor.geometry())


def test_it_grows_with_the_text_up_to_a_limit(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    low = editor.height()
    for _ in range(8):
        press(editor, Qt.Key.Key_Return, SHIFT)
    type_text(editor, "negen")
    high = editor.height()
    assert high > low
    assert editor.verticalScrollBar().maximum() == 0
    for _ in range(60):
        press(editor, Qt.Key.Key_Return, SHIFT)
    assert high < editor.height() <= table.canvas.height()
    assert editor.verticalScrollBar().maximum() > 0


def test_more_than_a_note_holds_goes_on_whole(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    editor.setPlainText("x" * (NOTE_LIMIT + 1))
    press(editor, Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert table.heard("edited") == [("n1", "x" * (NOTE_LIMIT + 1))]


def test_what_cannot_be_laid_out_at_once_is_kept_until_the_end(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    data = QMimeData()
    data.setText("x" * (PASTE_LIMIT + 1))
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "notitie 1"
    press(editor, Qt.Key.Key_Return)
    assert table.heard("edited") == [("n1", "notitie 1\n\n" + "x" * (PASTE_LIMIT + 1))]


def test_escape_leaves_out_what_was_pasted(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    data = QMimeData()
    data.setText("x" * (PASTE_LIMIT + 1))
    editor.insertFromMimeData(data)
    press(editor, Qt.Key.Key_Escape)
    writing(table, "n1")
    press(editor, Qt.Key.Key_Return)
    assert table.heard("edited") == []


def test_a_note_that_dies_meanwhile_closes_it(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    type_text(editor, " meer")
    table.change(table.put(e.Note, "n1", alive=False))
    assert not editor.isVisible()
    assert table.heard("edited") == []


def test_another_change_leaves_what_is_typed(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    type_text(editor, " meer")
    table.change(table.put(e.Note, "n2", text="elders"), table.put(e.Note, "n99", text="nieuw", seq=99))
    assert editor.isVisible()
    assert editor.toPlainText() == "notitie 1 meer"


def test_a_title_has_one_line_and_begins_empty_without_a_name(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.canvas.full()
    editor = table.canvas.hands.editor
    assert editor.start("insight:i0")
    assert editor.textCursor().selectedText() == "Inzicht 0"
    type_text(editor, "Nabij")
    press(editor, Qt.Key.Key_Return, SHIFT)
    assert table.heard("renamed") == [("insight:i0", "Nabij")]
    assert not editor.start("insight:weg")


def test_a_menu_over_it_does_not_end_it(qtbot: QtBot) -> None:
    table = flow(qtbot)
    editor = writing(table, "n1")
    menu = editor.createStandardContextMenu(QPoint(0, 0))
    menu.popup(editor.mapToGlobal(QPoint(5, 5)))
    QApplication.processEvents()
    assert editor.item == "n1"
    menu.close()
    menu.deleteLater()
