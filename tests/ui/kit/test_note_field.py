"""The field of a note takes more than a note holds, and says how many notes that makes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from facilitator.domain.text import NOTE_LIMIT, PASTE_LIMIT
from facilitator.ui.kit.note_field import NoteField
from tests.helpers.ui import make_context


@pytest.fixture
def field(qtbot: QtBot) -> NoteField:
    made = NoteField(make_context().theme)
    qtbot.addWidget(made)
    return made


def paste(field: NoteField, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


@pytest.mark.parametrize(("text", "notes"), [(" ", 0), ("kort", 1), ("x" * (NOTE_LIMIT + 1), 2)])
def test_it_tells_how_many_notes_there_will_be(field: NoteField, text: str, notes: int) -> None:
    field.setPlainText(text)
    assert field.notes() == notes
    assert field.whole() == text
    field.check()


def test_too_much_for_the_field_stands_beside_it(qtbot: QtBot, field: NoteField) -> None:
    field.setPlainText("eerst")
    with qtbot.waitSignal(field.much_changed):
        paste(field, "woord " * PASTE_LIMIT)
    assert field.text() == "eerst"
    assert field.whole().startswith("eerst\n\nwoord")
    assert field.notes() > 50
