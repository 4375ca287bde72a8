"""Who has been heard, seen live, and led to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.services import grouping, notes
from facilitator.services.dialogue import go_to_step, new_meeting
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.coverage_dialog import CoverageDialog
from facilitator.ui.dialogs.coverage_view import CellFace
from facilitator.ui.kit.page import Go, Where
from tests.helpers.keys import press
from tests.helpers.ui import make_context
from tests.helpers.window import make_file


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with SessionStore.open(make_file(tmp_path), source="laptop-1") as opened:
        go_to_step(opened, "ervaren")
        meeting = new_meeting(opened, name="Avond", channel="large")
        for text, basis in (("een", "own"), ("twee", "helper"), ("drie", "imagined")):
            draft = NoteDraft(text, persona="fatima", step="ervaren", basis=basis, meeting=meeting)
            notes.add_note(opened, draft)
        yield opened


@pytest.fixture
def dialog(qtbot: QtBot, store: SessionStore) -> CoverageDialog:
    made = CoverageDialog(make_context(store))
    qtbot.addWidget(made)
    made.show()
    return made


def cell(dialog: CoverageDialog, persona: str, column: str) -> CellFace:
    model = dialog.table.rows
    line = next(line for line in model.lines if line.id == persona)
    return line.cells[[c.id for c in model.columns].index(column)]


def test_voices_and_what_was_imagined_stand_apart(dialog: CoverageDialog) -> None:
    shown = cell(dialog, "fatima", "ervaren")
    assert (shown.number, shown.words, shown.silent) == (2, "1 bedacht", False)
    assert shown.spoken.endswith(": 2 notities, 1 bedacht")
    assert shown.spoken.startswith("Fatima, ")
    assert (
        dialog.table.rows.lines[[p.id for p in dialog.table.rows.lines].index("fatima")].title == "Fatima · 2"
    )


def test_silence_is_said_in_words_and_what_has_not_begun_is_no_silence(dialog: CoverageDialog) -> None:
    silent = cell(dialog, "hennie", "ervaren")
    assert (silent.number, silent.silence, silent.silent) == (0, "niemand gehoord", True)
    later = cell(dialog, "fatima", "dromen")
    assert (later.silence, later.silent) == ("nog niet begonnen", False)
    assert dialog.silent.text().startswith("Nog niet gehoord: ")
    assert "Fatima" not in dialog.silent.text()
    assert "Hennie" in dialog.silent.text()
    assert dialog.channels.text().startswith("Grote bijeenkomst: 2 notities · ○ ")
    assert dialog.channels.text().count("niemand gehoord") == 2


def test_the_table_is_live_and_one_stays_where_one_was(dialog: CoverageDialog, store: SessionStore) -> None:
    place = dialog.table.rows.index(1, 1)
    dialog.table.setCurrentIndex(place)
    id = notes.add_note(store, NoteDraft("vier", persona="hennie", step="ervaren"))
    assert cell(dialog, "hennie", "ervaren").number == 1
    assert "Hennie" not in dialog.silent.text()
    store.undo()
    assert cell(dialog, "hennie", "ervaren").silent
    assert store.state.note(id) is None
    assert dialog.table.currentIndex() == place


def test_goals_are_columns_of_a_table_of_their_own(dialog: CoverageDialog, store: SessionStore) -> None:
    goal = grouping.new_goal(store, "Zorg dichtbij")
    ids = [note.id for note in store.state.notes]
    grouping.new_insight(store, "Nabij", ids, "", [goal])
    dialog.switch.button("goals").click()
    assert [c.title for c in dialog.table.rows.columns] == ["1. Zorg dichtbij"]
    assert cell(dialog, "fatima", goal).number == 2
    assert cell(dialog, "hennie", goal).silent
    dialog.table.setCurrentIndex(dialog.table.rows.index(0, 0))
    press(dialog.table, Qt.Key.Key_Return)
    assert dialog.choice() == Go("step", "wegen")
    choice = dialog.choice()
    assert choice is not None
    assert choice.where == Where(goal=goal)


def test_enter_and_a_click_lead_to_the_notes_of_a_cell(dialog: CoverageDialog) -> None:
    table = dialog.table
    row = [line.id for line in table.rows.lines].index("hennie")
    table.setCurrentIndex(table.rows.index(row, 0))
    press(table, Qt.Key.Key_Right)
    press(table, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    choice = dialog.choice()
    assert choice is not None
    assert (choice.argument, choice.where) == ("ervaren", Where(persona="hennie"))
    dialog.show()
    place = table.visualRect(table.rows.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    choice = dialog.choice()
    assert choice is not None
    assert (choice.argument, choice.where) == ("ontmoeten", Where(persona=table.rows.lines[0].id))
