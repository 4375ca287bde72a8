"""Text stands at the side its script begins, while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.direction import follow_direction
from facilitator.ui.kit.fields import TextField
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context


def test_arabic_stands_at_the_right_and_latin_at_the_left(qtbot: QtBot) -> None:
    field = TextField(make_context().theme)
    qtbot.addWidget(field)
    follow_direction(field)
    field.resize(400, 80)
    field.show()
    type_text(field, "مرحبا بكم")
    assert field.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    image = field.viewport().grab().toImage()
    dark = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(6, image.height() - 6))
    ]
    assert dark
    assert min(dark) > 200
    field.clear()
    type_text(field, "hallo")
    assert field.document().defaultTextOption().textDirection() == Qt.LayoutDirection.LeftToRight
    assert field.cursorRect().x() < 200


def test_typing_on_can_be_undone_in_one_piece(qtbot: QtBot) -> None:
    field = TextField(make_context().theme)
    qtbot.addWidget(field)
    follow_direction(field)
    type_text(field, "سلام")
    field.undo()
    assert field.text() == ""
    assert field.document().defaultTextOption().textDirection() == Qt.LayoutDirection.LeftToRight
