"""Typing as a person does: every character arrives as a key event with its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NAMED = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}
_NONE = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """Type ``text`` into ``widget``, or into whatever has the focus once typing has moved it.

    QTest's own ``keyClicks`` ends the interpreter at the first character outside ASCII.
    """
    started_with_focus = widget.hasFocus()
    for character in text:
        focus = QApplication.focusWidget()
        target = focus if started_with_focus and focus is not None else widget
        if character in _NAMED:
            press(target, _NAMED[character])
            continue
        upper = character.upper()
        key = ord(upper) if len(upper) == 1 and ord(upper) < 0x100 else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, _NONE, character))


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press and release one key, shortcuts included; works for every key with a name in Qt."""
    QTest.keyClick(widget, key, modifiers)
