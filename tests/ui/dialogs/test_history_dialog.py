"""The evening as a list, and back to any moment of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.services import grouping, notes
from facilitator.services.dialogue import go_to_step
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.history_dialog import HistoryDialog
from facilitator.ui.kit.page import Where
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context
from tests.helpers.window import make_file


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with SessionStore.open(make_file(tmp_path), source="laptop-1") as opened:
        for n, text in enumerate(("Ik durf niet te bellen", "De bus rijdt niet", "Mijn buurvrouw helpt")):
            persona = opened.state.personas[n].id
            notes.add_note(opened, NoteDraft(text, persona=persona, step="ervaren"))
        notes.star(opened, [opened.state.notes[0].id], True)
        yield opened


def open_dialog(qtbot: QtBot, store: SessionStore, **looks: object) -> HistoryDialog:
    context = make_context(store, **looks)  # pyright: ignore[reportArgumentType]
    dialog = HistoryDialog(context, store.moments(), store.traces, readonly=store.readonly)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def whats(dialog: HistoryDialog) -> list[str]:
    return [dialog.rows.face(row).what for row in range(dialog.rows.rowCount())]


def test_the_newest_is_first_and_says_when_what_and_where(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    assert whats(dialog) == ["Kernzin aan of uit", *["Notitie toevoegen"] * 3, "Dialoog beginnen"]
    face = dialog.rows.face(1)
    assert face.where.startswith("Ervaren · ")
    assert face.where.endswith("‘Mijn buurvrouw helpt’")
    assert ":" in face.time
    assert face.laptop == ""
    assert dialog.rows.face(0).mark == "nu"
    assert dialog.told.text() == "Hier ben je nu."
    assert not dialog.primary.isEnabled()


def test_choosing_tells_how_many_steps_and_gives_the_moment(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    press(dialog.view, Qt.Key.Key_Down)
    press(dialog.view, Qt.Key.Key_Down)
    assert dialog.told.text().startswith("Teruggaan naar hier draait 2 stappen terug.")
    press(dialog.view, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    choice = dialog.choice()
    assert choice is not None
    assert choice.point is not None
    store.go_to(choice.point)
    assert [note.text for note in store.state.notes] == ["Ik durf niet te bellen", "De bus rijdt niet"]


def test_what_was_undone_is_marked_in_words_and_leads_on_again(qtbot: QtBot, store: SessionStore) -> None:
    store.undo()
    store.undo()
    dialog = open_dialog(qtbot, store)
    assert [dialog.rows.face(row).mark for row in range(4)] == ["teruggedraaid", "teruggedraaid", "nu", ""]
    # What is gone from the dialogue still has its words here.
    assert dialog.rows.face(1).where.endswith("‘Mijn buurvrouw helpt’")
    assert dialog.view.currentIndex().row() == 2
    press(dialog.view, Qt.Key.Key_Up)
    press(dialog.view, Qt.Key.Key_Up)
    assert dialog.told.text() == "Verder gaan naar hier doet 2 stappen opnieuw."
    assert dialog.primary.words() == "Verder naar hier"
    dialog.primary.click()
    choice = dialog.choice()
    assert choice is not None
    store.go_to(choice.point or 0)
    assert len(store.state.notes) == 3


def test_what_cannot_come_back_says_why(qtbot: QtBot, store: SessionStore) -> None:
    store.undo()
    grouping.new_insight(store, "Bellen is eng")
    go_to_step(store, "ervaren")
    dialog = open_dialog(qtbot, store)
    press(dialog.view, Qt.Key.Key_Down)
    assert "daarna is er iets anders gedaan" in dialog.told.text()
    assert not dialog.primary.isEnabled()
    dialog.view.setCurrentIndex(dialog.rows.index(0, 0))
    assert "niets veranderd" in dialog.told.text()
    assert not dialog.primary.isEnabled()


def test_the_last_row_is_the_beginning_to_which_one_can_go_back(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    press(dialog.view, Qt.Key.Key_End)
    assert dialog.told.text().startswith("Teruggaan naar hier draait 4 stappen terug.")
    press(dialog.view, Qt.Key.Key_Return)
    choice = dialog.choice()
    assert choice is not None
    assert choice.point is not None
    store.go_to(choice.point)
    assert store.state.notes == []
    again = open_dialog(qtbot, store)
    assert again.view.currentIndex().row() == 4
    assert again.told.text() == "Hier ben je nu."
    assert again.rows.face(4).mark == "nu"


def test_the_list_is_searched_in_all_words(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    dialog.field.setFocus()
    type_text(dialog.field, "BUS toevoegen")
    assert dialog.rows.rowCount() == 1
    assert dialog.rows.face(0).where.endswith("‘De bus rijdt niet’")
    type_text(dialog.field, " xyz")
    assert dialog.rows.rowCount() == 0
    assert dialog.told.text() == "Niets gevonden. Probeer een ander woord."
    assert not dialog.primary.isEnabled()
    dialog.field.clear()
    assert dialog.rows.rowCount() == 5


def test_laptops_are_named_when_there_are_several(qtbot: QtBot, store: SessionStore, tmp_path: Path) -> None:
    copy = tmp_path / "andere.dialoog"
    store.save_copy(copy)
    with SessionStore.open(copy, source="zz") as other:
        notes.add_note(other, NoteDraft("van een andere tafel", step="ervaren"))
    store.merge(copy)
    dialog = open_dialog(qtbot, store)
    assert {dialog.rows.face(row).laptop for row in range(3)} == {"Laptop 2", "Deze laptop"}
    assert dialog.rows.face(0).laptop == "Laptop 2"
    dialog.view.setCurrentIndex(dialog.rows.index(0, 0))
    assert "andere laptop" in dialog.told.text()
    assert not dialog.primary.isEnabled()


def test_one_can_go_and_look_where_it_is(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    dialog.look.click()
    choice = dialog.choice()
    assert choice is not None
    assert choice.go is not None
    assert (choice.go.argument, choice.point) == ("ervaren", None)
    first = store.state.notes[0]
    assert choice.go.where == Where(persona=first.persona, note=first.id)


def test_who_may_only_look_can_look_back_but_not_go(qtbot: QtBot, store: SessionStore) -> None:
    path = store.path
    store.close()
    with SessionStore.open(path, source="laptop-1", readonly=True) as looking:
        dialog = open_dialog(qtbot, looking)
        press(dialog.view, Qt.Key.Key_Down)
        assert not dialog.primary.isEnabled()
        assert dialog.look.isEnabled()
        dialog.close()
