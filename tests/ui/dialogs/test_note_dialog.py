"""Changing one note: everything it knows, and only what was changed is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.text import NOTE_LIMIT
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.note_dialog import NoteDialog
from tests.helpers.keys import press
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def dialog(qtbot: QtBot, store: SessionStore) -> NoteDialog:
    id = add_note(store, NoteDraft("<b>vet</b> & zo", persona="bram", step="ervaren", kind="idea"))
    note = store.state.note(id)
    assert note is not None
    made = NoteDialog(make_context(store), note, ["worry", "need"])
    qtbot.addWidget(made)
    return made


def test_a_note_is_shown_literally_and_nothing_changed_is_nothing(dialog: NoteDialog) -> None:
    assert dialog.text.text() == "<b>vet</b> & zo"
    assert dialog.value() == {}


def test_only_what_was_changed_is_given(dialog: NoteDialog) -> None:
    dialog._boxes["persona"].setCurrentIndex(dialog._boxes["persona"].findData("fatima"))
    dialog.table.setValue(3)
    assert dialog.value() == {"persona": "fatima", "table": 3}


def test_the_kind_a_note_has_is_offered_too(dialog: NoteDialog) -> None:
    box = dialog._boxes["kind"]
    assert [box.itemData(n) for n in range(box.count())] == ["worry", "need", "idea"]
    assert box.currentData() == "idea"


def test_an_empty_text_cannot_be_kept(dialog: NoteDialog) -> None:
    dialog.text.setPlainText("  ")
    assert not dialog._keep.isEnabled()
    dialog.text.setPlainText("goed")
    assert dialog._keep.isEnabled()


def test_more_than_one_note_holds_is_offered_as_several(dialog: NoteDialog) -> None:
    dialog.text.setPlainText("x" * (NOTE_LIMIT + 2))
    assert dialog._keep.isEnabled()
    assert dialog._keep.words() == "Bewaar als 2 notities"
    assert "1 nieuwe notitie" in dialog._apart.text()
    assert dialog.value()["text"] == "x" * (NOTE_LIMIT + 2)
    dialog.accept()
    assert dialog.result() == NoteDialog.DialogCode.Accepted


def test_what_cannot_be_laid_out_at_once_is_kept_beside_the_field(dialog: NoteDialog) -> None:
    data, long = QMimeData(), "een zin die wordt geplakt. " * 5_000
    data.setText(long)
    dialog.text.insertFromMimeData(data)
    assert dialog.text.text() == "<b>vet</b> & zo"
    assert dialog._keep.words() == "Bewaar als 14 notities"
    assert str(dialog.value()["text"]).endswith(long)


def test_a_meeting_that_is_not_there_any_more_is_kept(qtbot: QtBot, store: SessionStore) -> None:
    id = add_note(store, NoteDraft("x", persona="bram", step="ervaren"))
    with store.edit("note.changed") as edit:
        edit.set("note", id, meeting="van-een-andere-laptop")
    note = store.state.note(id)
    assert note is not None
    made = NoteDialog(make_context(store), note, ["worry"])
    qtbot.addWidget(made)
    made.text.setPlainText("y")
    assert made.value() == {"text": "y"}


def test_escape_leaves_at_once_and_never_empties_the_text(dialog: NoteDialog, qtbot: QtBot) -> None:
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.text.setFocus()
    with qtbot.waitSignal(dialog.rejected, timeout=500):
        press(dialog.text, Qt.Key.Key_Escape)
    assert dialog.text.text()


def test_erasing_is_another_wish_than_saving(dialog: NoteDialog) -> None:
    dialog.show()
    dialog.erase.click()
    assert dialog.wants_erasing
    assert not dialog.isVisible()
