from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.fields import LineField, TextField
from facilitator.ui.kit.theme import Theme, load_theme
from tests.helpers.keys import press, type_text
from tests.helpers.ui import dress

Field = LineField | TextField
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=[LineField, TextField])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Field]:
    make: Callable[[Theme], Field] = request.param
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    made = make(load_theme("light"))
    layout.addWidget(made)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def heard(field: Field) -> list[str]:
    said: list[str] = []
    field.committed.connect(said.append)
    return said


def test_leaving_commits_once(field: Field) -> None:
    said = heard(field)
    type_text(field, "Één vast nummer")
    field.clearFocus()
    field.setFocus()
    field.clearFocus()
    assert said == ["Één vast nummer"]


def test_escape_brings_the_stored_text_back(field: Field) -> None:
    said = heard(field)
    field.set_committed("zo was het")
    type_text(field, "!")
    press(field, Qt.Key.Key_Escape)
    assert field.text() == "zo was het"
    field.clearFocus()
    assert said == []


def test_a_change_from_elsewhere_does_not_disturb_typing(field: Field) -> None:
    type_text(field, "bezig")
    field.set_committed("van elders")
    assert field.text() == "bezig"


def test_undo_belongs_to_the_dialogue_when_nothing_was_typed(field: Field) -> None:
    window = field.window()
    undone: list[int] = []
    action = QAction(window)
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda: undone.append(1))
    window.addAction(action)
    press(field, Qt.Key.Key_Z, CTRL)
    assert undone == [1]
    type_text(field, "x")
    press(field, Qt.Key.Key_Z, CTRL)
    assert undone == [1]
    assert field.text() == ""


def test_ctrl_enter_commits_lines(qtbot: QtBot) -> None:
    field = TextField(load_theme("light"))
    qtbot.addWidget(field)
    field.show()
    said = heard(field)
    type_text(field, "een\ntwee")
    press(field, Qt.Key.Key_Return, CTRL)
    assert said == ["een\ntwee"]


def test_a_text_field_grows_with_its_lines(qtbot: QtBot) -> None:
    field = TextField(load_theme("light"), lines=1, most=4)
    qtbot.addWidget(field)
    field.show()
    low = field.height()
    field.setPlainText("a\nb\nc")
    high = field.height()
    field.setPlainText("\n" * 40)
    assert low < high < field.height() < 8 * low


def test_enter_commits_one_line(qtbot: QtBot) -> None:
    field = LineField(load_theme("light"))
    qtbot.addWidget(field)
    field.show()
    said = heard(field)
    type_text(field, "Zorg voor morgen\n")
    assert said == ["Zorg voor morgen"]


def test_a_file_over_a_field_is_left_to_the_window(field: Field) -> None:
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    file, words = QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile("/x/zorg.dialoog")])
    words.setText("Bel mij eens terug")
    taken = []
    for data in (file, words):
        event = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
        event.ignore()
        field.dragEnterEvent(event)
        taken.append(event.isAccepted())
    assert taken == [False, True]


@pytest.mark.parametrize("times", [1, 3, 20])
def test_no_line_runs_below_the_scroll_bar(qtbot: QtBot, times: int) -> None:
    look = load_theme("light")
    dress(look)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    field = TextField(look, window, lines=2, most=6)
    field.set_committed("Aan de buitenkant zie je niets, en dat maakt het soms lastig. " * times)
    layout.addWidget(field)
    window.resize(520, 400)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: field.verticalScrollBar().isVisible() is (times == 20), timeout=1000)
    line = field.document().begin().layout().lineAt(0)
    assert line.width() <= field.viewport().width()
