"""The view of sticky notes: cells of one size, keys, and painting any text without a fault."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import KINDS, Note
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.models.note_list import NoteListModel
from facilitator.ui.widgets.note_view import NoteView
from tests.helpers.keys import press
from tests.helpers.ui import make_context

HOSTILE = (
    "<b>vet</b><img src=x>",
    "=1+1 & 😀👩‍👩‍👧",
    "العربية " * 60,
    "x" * 10_000,
    "een\n\ntwee\n" * 30,
    "\u0301\u200d",
    "",
)


def face(note: Note) -> NoteFace:
    return NoteFace(note.text, note.kind, "E", "Fatima · eigen ervaring", note.starred, False, note.text)


def notes(texts: tuple[str, ...]) -> list[Note]:
    return [
        Note(id=f"n{n:04}", alive=True, text=text, seq=n, kind=KINDS[n % 7], starred=n % 2 == 0)
        for n, text in enumerate(texts)
    ]


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


def shown(qtbot: QtBot, context: Context, texts: tuple[str, ...], width: int = 846) -> NoteView:
    view = NoteView(context.theme)
    qtbot.addWidget(view)
    model = NoteListModel(face, view)
    view.setModel(model)
    model.show(notes(texts))
    view.resize(width, 500)
    view.show()
    view.activateWindow()
    view.setFocus()
    QApplication.processEvents()
    return view


def cells(view: NoteView) -> list[QRect]:
    return [view.visualRect(view.model().index(row, 0)) for row in range(view.model().rowCount())]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("mode", ["board", "list"])
def test_any_text_is_painted(qtbot: QtBot, theme: str, mode: str) -> None:
    context = make_context(theme=theme, scale=200)
    view = shown(qtbot, context, HOSTILE)
    view.set_mode(mode)
    view.select_rows([0, 1])
    view.model().set_state(["n0000"], "saved")  # pyright: ignore[reportAttributeAccessIssue]
    assert not view.grab().isNull()


def test_papers_fill_the_width_in_equal_cells(qtbot: QtBot, context: Context) -> None:
    view = shown(qtbot, context, tuple("abcdefg"))
    found = cells(view)
    assert len({cell.size().toTuple() for cell in found}) == 1
    assert found[0].top() == found[3].top() < found[4].top()
    assert view.horizontalScrollBar().maximum() == 0


def test_a_narrow_view_still_shows_whole_papers(qtbot: QtBot, context: Context) -> None:
    view = shown(qtbot, context, tuple("abc"), width=210)
    found = cells(view)
    assert all(cell.right() <= view.viewport().width() for cell in found)
    assert found[0].top() < found[1].top() < found[2].top()


def test_a_list_has_one_note_a_row(qtbot: QtBot, context: Context) -> None:
    view = shown(qtbot, context, tuple("abc"))
    view.set_mode("list")
    QApplication.processEvents()
    found = cells(view)
    assert found[0].bottom() < found[1].top() + 1 <= found[2].top()
    assert found[0].width() > 700


def test_keys_ask_and_open_but_change_nothing(qtbot: QtBot, context: Context) -> None:
    view = shown(qtbot, context, ("een", "twee"))
    asked: list[str] = []
    opened: list[str] = []
    view.asked.connect(asked.append)
    view.opened.connect(opened.append)
    view.select_rows([1])
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_P, Qt.Key.Key_M, Qt.Key.Key_S, Qt.Key.Key_Return):
        press(view, key)
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["delete", "park", "move", "star", "copy"]
    assert opened == ["n0001"]
    assert view.model().rowCount() == 2


def test_arrows_and_shift_choose(qtbot: QtBot, context: Context) -> None:
    view = shown(qtbot, context, tuple("abcd"))
    view.select_rows([0])
    press(view, Qt.Key.Key_Right)
    assert view.selected_ids() == ["n0001"]
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ids() == ["n0001", "n0002"]
    view.choose_ids(["n0003", "n0000", "gone"])
    assert view.selected_ids() == ["n0000", "n0003"]


def test_a_right_click_chooses_what_is_under_it(qtbot: QtBot, context: Context) -> None:
    view = shown(qtbot, context, ("een", "twee"))
    places: list[QPoint] = []
    view.menu_wanted.connect(places.append)
    at = view.visualRect(view.model().index(1, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    view.contextMenuEvent(event)
    assert view.selected_ids() == ["n0001"]
    assert len(places) == 1


@pytest.mark.parametrize("reason", [Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason])
def test_coming_by_keyboard_chooses_a_note_that_is_seen(
    qtbot: QtBot, context: Context, reason: Qt.FocusReason
) -> None:
    view = shown(qtbot, context, tuple(f"notitie {n}" for n in range(60)))
    view.clearFocus()
    view.clearSelection()
    view.scrollToBottom()
    before = view.verticalScrollBar().value()
    view.setFocus(reason)
    (row,) = [index.row() for index in view.selectionModel().selectedRows()]
    assert row > 30
    assert view.viewport().rect().intersects(view.visualRect(view.model().index(row, 0)))
    assert abs(view.verticalScrollBar().value() - before) < view.visualRect(view.model().index(0, 0)).height()


def test_coming_by_keyboard_keeps_what_was_chosen(qtbot: QtBot, context: Context) -> None:
    view = shown(qtbot, context, ("een", "twee", "drie"))
    view.select_rows([1, 2])
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert sorted(index.row() for index in view.selectionModel().selectedRows()) == [1, 2]


def test_an_empty_view_takes_the_focus_quietly(qtbot: QtBot, context: Context) -> None:
    view = shown(qtbot, context, ())
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert not view.selectionModel().hasSelection()
