from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.keys import press, type_text


def test_types_dutch_arabic_and_emoji_letter_for_letter(qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    type_text(field, "Één café,\nمرحبا 😀 €5")
    assert field.toPlainText() == "Één café,\nمرحبا 😀 €5"


def test_goes_on_where_tab_leads(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QLineEdit(window), QLineEdit(window)
    layout = QVBoxLayout(window)
    layout.addWidget(first)
    layout.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    type_text(first, "een\ttwee")
    assert (first.text(), second.text()) == ("een", "twee")


def test_press_fires_a_shortcut(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), window)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(shortcut.activated, timeout=1000):
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
