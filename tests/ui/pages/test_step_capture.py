"""Notes written on a step page without ever leaving the field: typed, pasted, with a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.paste_dialog import PasteDialog
from facilitator.ui.kit.pictures import made_anew
from facilitator.ui.widgets.persona_pane import EVERYONE
from tests.helpers.keys import press, type_text
from tests.helpers.step_pages import Stage, answer, new_dialogue, notes, open_step, page_of, write

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HOSTILE = '<b>vet</b> <img src="/etc/passwd"> & =1+1 😀 العربية'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path, packs=("all",))
    yield opened
    opened.close()


@pytest.fixture
def shown(qtbot: QtBot, store: SessionStore) -> Stage:
    return open_step(qtbot, store)


def test_five_notes_are_typed_and_the_focus_never_leaves_the_field(shown: Stage) -> None:
    field = page_of(shown).capture.field
    assert field.hasFocus()
    for nth in range(5):
        type_text(field, f"notitie {nth} é 😀\n")
        assert field.hasFocus()
        assert field.text() == ""
    assert [note.text for note in notes(shown)] == [f"notitie {nth} é 😀" for nth in range(5)]
    assert page_of(shown).area.board.count == 5


def test_a_note_gets_what_the_chips_say(shown: Stage) -> None:
    page = page_of(shown)
    field = page.capture.field
    press(field, Qt.Key.Key_F3, CTRL)
    press(field, Qt.Key.Key_2, CTRL)
    page.capture.set_value("table", "4")
    write(shown, "Wie past er op?")
    write(shown, "En dan?")
    first, second = notes(shown)
    assert (first.persona, first.kind, first.table, first.step) == ("hennie", "worry", 4, "ervaren")
    assert first.meeting == shown.context.dialogue.state.meetings[0].id
    assert (second.persona, second.kind) == ("hennie", "worry")
    assert field.hasFocus()


def test_each_of_thirteen_personas_has_one_key(shown: Stage) -> None:
    page = page_of(shown)
    people = [persona.id for persona in shown.context.dialogue.state.personas]
    assert len(people) == 13
    for place in range(13):
        key = Qt.Key(Qt.Key.Key_F1.value + place % 12)
        press(page.capture.field, key, CTRL if place < 12 else CTRL | SHIFT)
        assert page.capture.value("persona") == people[place]
    assert page.capture.field.text() == ""


def test_control_arrows_go_through_the_personas_while_typing(shown: Stage) -> None:
    page = page_of(shown)
    type_text(page.capture.field, "half")
    press(page.capture.field, Qt.Key.Key_Down, CTRL)
    press(page.capture.field, Qt.Key.Key_Down, CTRL)
    assert page.area.who == page.capture.value("persona") == "hannah"
    press(page.capture.field, Qt.Key.Key_Up, CTRL)
    assert page.area.who == "fatima"
    assert page.capture.field.text() == "half"
    assert page.capture.field.hasFocus()


def test_everyone_stays_in_view_when_a_persona_is_taken_by_key(shown: Stage) -> None:
    page = page_of(shown)
    assert page.area.who == EVERYONE
    press(page.capture.field, Qt.Key.Key_F5, CTRL)
    write(shown, "Over Bram")
    assert page.area.who == EVERYONE
    assert page.area.board.ids() == [notes(shown)[0].id]
    assert notes(shown)[0].persona == "bram"


def test_shift_enter_breaks_the_line_and_escape_clears(shown: Stage) -> None:
    field = page_of(shown).capture.field
    type_text(field, "een")
    press(field, Qt.Key.Key_Return, SHIFT)
    type_text(field, "twee")
    assert field.text() == "een\ntwee"
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert notes(shown) == []
    assert field.hasFocus()


def test_a_note_over_the_limit_is_refused_and_stays_in_the_field(shown: Stage) -> None:
    field = page_of(shown).capture.field
    field.setPlainText("x" * 10_001)
    press(field, Qt.Key.Key_Return)
    assert notes(shown) == []
    assert len(field.text()) == 10_001
    (error,) = shown.refused
    assert isinstance(error, UserError)
    assert error.code == "note.too_long"


def test_an_empty_line_is_nothing(shown: Stage) -> None:
    write(shown, "   ")
    assert notes(shown) == []
    assert shown.refused == []


def test_a_note_is_ticked_once_it_is_on_disk(shown: Stage, qtbot: QtBot) -> None:
    page = page_of(shown)
    write(shown, "blijft dit?")
    shown.context.dialogue.store.wait_saved()
    model = page.area.board.model
    qtbot.waitUntil(lambda: model.state(notes(shown)[0].id) == "saved")


def test_hostile_text_is_kept_and_shown_literally(shown: Stage) -> None:
    write(shown, HOSTILE)
    assert notes(shown)[0].text == HOSTILE
    assert page_of(shown).area.board.model.face(notes(shown)[0].id).text == HOSTILE
    page_of(shown).area.board.canvas.settle()
    assert not shown.grab().isNull()


def paste(shown: Stage, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    page_of(shown).capture.field.insertFromMimeData(data)


def test_pasted_lines_are_looked_over_and_become_one_edit(shown: Stage) -> None:
    def look_over(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        assert dialog.list.count() == 4
        dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
        dialog.list.item(2).setText("drie, verbeterd")
        dialog.accept()

    met = answer(look_over)
    paste(shown, "een\n• twee\n\n- drie\nvier\n")
    assert met
    assert [note.text for note in notes(shown)] == ["een", "drie, verbeterd", "vier"]
    assert shown.focusWidget() is page_of(shown).capture.field
    shown.context.dialogue.undo()
    assert notes(shown) == []
    shown.context.dialogue.redo()
    assert len(notes(shown)) == 3


def test_a_pasted_paste_can_be_called_off(shown: Stage) -> None:
    answer(lambda dialog: dialog.reject())
    paste(shown, "een\ntwee")
    assert notes(shown) == []


def test_one_pasted_line_goes_into_the_field(shown: Stage) -> None:
    type_text(page_of(shown).capture.field, "zij zei: ")
    paste(shown, "<b>één</b> regel\n")
    assert page_of(shown).capture.field.text() == "zij zei: <b>één</b> regel"


def test_the_clipboard_can_be_pasted_by_key(shown: Stage) -> None:
    QGuiApplication.clipboard().setText("a\nb")
    answer(lambda dialog: dialog.accept())
    press(page_of(shown).capture.field, Qt.Key.Key_V, CTRL | SHIFT)
    assert [note.text for note in notes(shown)] == ["a", "b"]


def picture() -> QImage:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


def test_a_pasted_picture_goes_on_the_next_note_in_one_edit(shown: Stage, store: SessionStore) -> None:
    page = page_of(shown)
    QGuiApplication.clipboard().setImage(picture())
    press(page.capture.field, Qt.Key.Key_V, CTRL)
    assert page.capture.chip_of_picture.isVisible()
    write(shown, "de wachtkamer")
    assert not page.capture.chip_of_picture.isVisible()
    note = notes(shown)[0]
    assert page.area.board.model.face(note.id).picture is not None
    store.undo()
    assert notes(shown) == []
    assert store.state.picture(note.picture) is None


def test_a_picture_without_words_is_a_note_all_the_same(shown: Stage) -> None:
    page_of(shown).capture.set_picture(made_anew(picture()))
    write(shown, "")
    assert [note.text for note in notes(shown)] == ["Foto"]
    page_of(shown).capture.set_picture(made_anew(picture()))
    page_of(shown).keep_draft()
    assert len(notes(shown)) == 2


def test_what_says_the_same_is_hinted_at_and_pointed_out(shown: Stage, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(page.capture.field, Qt.Key.Key_F5, CTRL)
    write(shown, "de bus rijdt niet meer na zes uur")
    press(page.personas.list, Qt.Key.Key_Down)
    assert page.area.who == "fatima"
    type_text(page.capture.field, "bus rijdt niet na zes uur")
    qtbot.waitUntil(page.capture.similar.isVisible, timeout=5_000)
    assert "show_similar" in page.commands()
    page.similar.menu().actions()[0].trigger()
    assert page.area.who == EVERYONE
    assert page.area.board.chosen_ids() == [notes(shown)[0].id]
    assert page.capture.field.text() == "bus rijdt niet na zes uur", "what is typed stays"
