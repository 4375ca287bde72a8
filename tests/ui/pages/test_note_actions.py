"""What one does with chosen notes: each is one edit that undo takes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.move_dialog import MoveDialog
from facilitator.ui.dialogs.note_dialog import NoteDialog
from facilitator.ui.dialogs.park_dialog import ParkDialog
from tests.helpers.keys import press, type_text
from tests.helpers.step_pages import Stage, answer, choose, new_dialogue, notes, open_step, page_of, write

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path, packs=("all",))
    yield opened
    opened.close()


@pytest.fixture
def shown(qtbot: QtBot, store: SessionStore) -> Stage:
    return open_step(qtbot, store)


@pytest.fixture
def with_notes(shown: Stage) -> Stage:
    for text in ("een", "twee", "drie"):
        write(shown, text)
    page_of(shown).area.view.setFocus()
    return shown


def test_delete_asks_nothing_and_undo_brings_it_back(with_notes: Stage) -> None:
    view = page_of(with_notes).area.view
    choose(with_notes, 0, 2)
    press(view, Qt.Key.Key_Delete)
    assert [note.text for note in notes(with_notes)] == ["twee"]
    assert page_of(with_notes).area.board.count == 1
    with_notes.context.dialogue.undo()
    assert [note.text for note in notes(with_notes)] == ["een", "twee", "drie"]
    assert page_of(with_notes).area.board.count == 3
    with_notes.context.dialogue.redo()
    assert page_of(with_notes).area.board.count == 1


def test_enter_changes_a_note_where_it_lies(with_notes: Stage) -> None:
    board = page_of(with_notes).area.board
    choose(with_notes, 1)
    press(board.canvas, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    type_text(field, " en meer")
    press(field, Qt.Key.Key_Return)
    assert notes(with_notes)[1].text.startswith("twee")
    assert "en meer" in notes(with_notes)[1].text
    with_notes.context.dialogue.undo()
    assert notes(with_notes)[1].text == "twee"


def test_f2_opens_a_note_to_change_everything_about_it(with_notes: Stage) -> None:
    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        assert dialog.text.text() == "twee"
        dialog.text.setPlainText("twee, en meer")
        dialog.starred.setChecked(True)
        dialog.accept()

    choose(with_notes, 1)
    answer(change)
    press(page_of(with_notes).area.view, Qt.Key.Key_F2)
    changed = notes(with_notes)[1]
    assert (changed.text, changed.starred) == ("twee, en meer", True)
    assert page_of(with_notes).area.board.model.face(changed.id).text == "twee, en meer"


def test_park_keeps_the_reason(with_notes: Stage) -> None:
    def say_why(dialog: QDialog) -> None:
        assert isinstance(dialog, ParkDialog)
        type_text(dialog.reason, "hoort elders\n")

    choose(with_notes, 0)
    answer(say_why)
    press(page_of(with_notes).area.view, Qt.Key.Key_P)
    assert notes(with_notes)[0].parked == "hoort elders"
    assert "unpark" in page_of(with_notes).commands()
    with_notes.do("unpark")
    assert notes(with_notes)[0].parked is None


def test_move_finds_a_persona_by_a_few_letters(with_notes: Stage) -> None:
    def find(dialog: QDialog) -> None:
        assert isinstance(dialog, MoveDialog)
        type_text(dialog.field, "YOUS\n")

    choose(with_notes, 0, 1)
    answer(find)
    press(page_of(with_notes).area.view, Qt.Key.Key_M)
    assert [note.persona for note in notes(with_notes)] == ["youssef", "youssef", "fatima"]


def test_star_and_copy_by_key(with_notes: Stage) -> None:
    view = page_of(with_notes).area.view
    choose(with_notes, 0, 1)
    press(view, Qt.Key.Key_S)
    assert [note.starred for note in notes(with_notes)] == [True, True, False]
    press(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "een\ntwee"


def test_the_menu_offers_the_same(with_notes: Stage) -> None:
    choose(with_notes, 0)
    menu = page_of(with_notes).actions_on_notes.menu()
    names = [action.objectName() for action in menu.actions()]
    moving = ["place", "place_also", "new_insight", "duplicate", "move_to_persona"]
    assert names == ["edit_selected", *moving, "star", "park", "copy", "delete_selected", "erase_notes"]
    next(action for action in menu.actions() if action.objectName() == "star").trigger()
    assert notes(with_notes)[0].starred
    menu.deleteLater()


def test_erasing_asks_first_and_no_undo_brings_the_note_back(with_notes: Stage) -> None:
    choose(with_notes, 0)
    answer(QDialog.accept)
    page_of(with_notes).actions_on_notes.erase()
    assert [note.text for note in notes(with_notes)] == ["twee", "drie"]
    while with_notes.context.dialogue.undo() is not None:
        assert "een" not in [note.text for note in notes(with_notes)]
    answer(QDialog.accept)
    with_notes.context.tasks.stop()


def test_nothing_is_offered_while_nothing_is_chosen(with_notes: Stage) -> None:
    page_of(with_notes).area.board.choose([])
    assert "park" not in page_of(with_notes).commands()
    assert not with_notes.book.action("park").isEnabled()


def test_after_deleting_the_next_note_is_chosen(with_notes: Stage) -> None:
    view = page_of(with_notes).area.view
    choose(with_notes, 0)
    press(view, Qt.Key.Key_Delete)
    press(view, Qt.Key.Key_Delete)
    assert [note.text for note in notes(with_notes)] == ["drie"]
    assert page_of(with_notes).area.board.chosen_ids() == [notes(with_notes)[0].id]
