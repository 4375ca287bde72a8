"""Changing one note, and pasting many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.text import NOTE_LIMIT
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.note_dialog import NoteDialog
from facilitator.ui.dialogs.overrule_dialog import OverruleDialog
from facilitator.ui.dialogs.park_dialog import ParkDialog
from facilitator.ui.dialogs.paste_dialog import PasteDialog
from facilitator.ui.kit.buttons import Button
from tests.helpers.keys import type_text
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


def test_an_empty_or_too_long_text_cannot_be_kept(dialog: NoteDialog) -> None:
    dialog.text.setPlainText("  ")
    assert not dialog._keep.isEnabled()
    dialog.text.setPlainText("x" * (NOTE_LIMIT + 2))
    assert not dialog._keep.isEnabled()
    assert dialog._trouble.text() == "2 tekens te veel"
    dialog.text.setPlainText("goed")
    assert dialog._keep.isEnabled()


def test_pasted_lines_count_only_what_is_ticked(qtbot: QtBot) -> None:
    dialog = PasteDialog(make_context(), ["een", "<i>twee</i>", "drie"], "Fatima · zorg")
    qtbot.addWidget(dialog)
    assert dialog._stick.words() == "3 notities plakken"
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.list.item(2).setText("   ")
    assert dialog.lines() == ["<i>twee</i>"]
    assert dialog._stick.words() == "1 notitie plakken"
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog._stick.isEnabled()


def test_a_pasted_line_that_is_too_long_is_told_and_held(qtbot: QtBot) -> None:
    dialog = PasteDialog(make_context(), ["goed", "x" * (NOTE_LIMIT + 1)], "zorg")
    qtbot.addWidget(dialog)
    assert dialog._trouble.text().startswith("1 regel is te lang")
    assert not dialog._stick.isEnabled()
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog._stick.isEnabled()


def test_parking_takes_a_usual_reason_by_one_click(qtbot: QtBot) -> None:
    dialog = ParkDialog(make_context(), ["een", "twee"])
    qtbot.addWidget(dialog)
    assert not dialog._park.isEnabled()
    usual = next(button for button in dialog.findChildren(Button) if button.words() == "Is al gezegd")
    usual.click()
    assert dialog.value() == "Is al gezegd"
    assert dialog._park.isEnabled()


def test_going_on_anyway_needs_a_reason(qtbot: QtBot) -> None:
    dialog = OverruleDialog(make_context(), ["Elke persona heeft een notitie"], "Dromen")
    qtbot.addWidget(dialog)
    assert dialog._go.words() == "Verder naar Dromen"
    assert not dialog._go.isEnabled()
    type_text(dialog.reason, "De tijd is om")
    assert dialog._go.isEnabled()
    assert dialog.value() == "De tijd is om"
