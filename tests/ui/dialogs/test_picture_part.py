"""The picture in the note's dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from facilitator.services.notes import NoteDraft, add_note, edit_note
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.note_dialog import NoteDialog
from facilitator.ui.kit.pictures import made_anew
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    yield opened
    opened.close()


def dialog(qtbot: QtBot, store: SessionStore, *, picture: bool = True) -> NoteDialog:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    id = add_note(store, NoteDraft("de gang"), made_anew(image) if picture else None)
    note = store.state.note(id)
    assert note is not None
    made = NoteDialog(make_context(store), note, ["worry"])
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_picture_there_is_nothing_to_see(qtbot: QtBot, store: SessionStore) -> None:
    made = dialog(qtbot, store, picture=False)
    assert not made.picture.isVisible()
    assert made.value() == {}


def test_what_is_seen_can_be_told(qtbot: QtBot, store: SessionStore) -> None:
    made = dialog(qtbot, store)
    assert made.picture.isVisible()
    assert made.picture._seen.pixmap().width() == 240
    assert made.value() == {}
    made.picture.description.setText("een volle gang")
    edit_note(store, made._note.id, **made.value())
    kept = store.state.picture(made._note.picture)
    assert kept is not None
    assert kept.description == "een volle gang"


def test_it_is_taken_off_with_what_else_was_changed_in_one_edit(qtbot: QtBot, store: SessionStore) -> None:
    made = dialog(qtbot, store)
    made.picture.take_off.click()
    made.table.setValue(4)
    assert not made.picture.isVisible()
    edit_note(store, made._note.id, **made.value())
    note = store.state.note(made._note.id)
    assert note is not None
    assert (note.picture, note.table) == ("", 4)
    assert store.state.picture(made._note.picture) is None
    store.undo()
    note = store.state.note(made._note.id)
    assert note is not None
    assert (note.picture != "", note.table) == (True, 0)
