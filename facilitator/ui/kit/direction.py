"""Typing fields whose text stands at the side its script begins."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from facilitator.ui.kit.note_paint import is_right_to_left

_SIDES = {
    True: (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute),
    False: (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
}


def follow_direction(field: QPlainTextEdit) -> None:
    """Let the text of ``field`` stand at the right while its first letter runs from right to left."""
    # A connection that held the field would keep it, and all it stands on, for ever.
    known = ref(field)
    field.textChanged.connect(lambda: _turn(known()))


def _turn(field: QPlainTextEdit | None) -> None:
    if field is None:
        return
    direction, side = _SIDES[is_right_to_left(field.toPlainText())]
    document = field.document()
    option: QTextOption = document.defaultTextOption()
    if option.textDirection() == direction and option.alignment() == side:
        return
    option.setTextDirection(direction)
    option.setAlignment(side)
    document.setDefaultTextOption(option)
