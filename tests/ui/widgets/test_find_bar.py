"""The line to find notes with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.find_bar import FindBar
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def bar(window: QWidget) -> FindBar:
    return FindBar(make_context().theme, window)


def test_it_is_hidden_until_asked_for(bar: FindBar) -> None:
    assert not bar.isVisible()
    bar.open_bar()
    QApplication.processEvents()
    assert bar.isVisible()
    assert bar.field.hasFocus()


def test_it_asks_once_typing_pauses(bar: FindBar, qtbot: QtBot) -> None:
    bar.open_bar()
    sought: list[str] = []
    bar.sought.connect(sought.append)
    type_text(bar.field, "tolk é")
    assert sought == []
    qtbot.waitUntil(lambda: sought == ["tolk é"])


def test_escape_ends_it_and_brings_all_back(bar: FindBar) -> None:
    bar.open_bar()
    sought: list[str] = []
    closed: list[None] = []
    bar.sought.connect(sought.append)
    bar.closed.connect(lambda: closed.append(None))
    type_text(bar.field, "tolk\n")
    press(bar.field, Qt.Key.Key_Escape)
    assert sought == ["tolk", ""]
    assert len(closed) == 1
    assert not bar.isVisible()
    assert bar.field.text() == ""


def test_it_tells_how_many_were_found(bar: FindBar) -> None:
    bar.open_bar()
    type_text(bar.field, "tolk")
    bar.set_found(3)
    assert bar._found.text() == "3 notities"
    bar.field.clear()
    bar.set_found(3)
    assert bar._found.text() == ""
