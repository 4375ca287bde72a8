"""Finding a place by a few letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.move_dialog import MoveChoice, MoveDialog, Target
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context

TARGETS = [
    Target("a", "Zorg dichtbij", "vervoer en tolk"),
    Target("b", "Één vast nummer", aside="4 notities"),
    Target("c", "Tolk aan de balie"),
]


@pytest.fixture
def dialog(qtbot: QtBot) -> MoveDialog:
    made = MoveDialog(make_context(), "Waarheen?", TARGETS, "Verplaatsen", "Nieuw inzicht")
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog: MoveDialog) -> list[str]:
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def test_all_places_are_there_until_one_types(dialog: MoveDialog) -> None:
    assert rows(dialog) == ["Zorg dichtbij", "Één vast nummer", "Tolk aan de balie"]
    assert dialog.value() == MoveChoice("a")


def test_typing_narrows_without_regard_to_accents_and_case(dialog: MoveDialog) -> None:
    type_text(dialog.field, "EEN nummer")
    assert rows(dialog)[0] == "Één vast nummer"
    assert dialog.value() == MoveChoice("b")


def test_a_title_that_begins_so_comes_first_and_details_count(dialog: MoveDialog) -> None:
    type_text(dialog.field, "tolk")
    assert rows(dialog) == ["Tolk aan de balie", "Zorg dichtbij", "Nieuw inzicht: tolk"]


def test_arrows_go_through_the_list_from_the_field_and_enter_takes(dialog: MoveDialog) -> None:
    press(dialog.field, Qt.Key.Key_Down)
    press(dialog.field, Qt.Key.Key_Down)
    press(dialog.field, Qt.Key.Key_Down)
    press(dialog.field, Qt.Key.Key_Up)
    press(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.value() == MoveChoice("b")


def test_what_is_not_there_can_be_made(dialog: MoveDialog) -> None:
    type_text(dialog.field, "  Iets  <b>nieuws</b>")
    assert rows(dialog) == ["Nieuw inzicht: Iets <b>nieuws</b>"]
    assert dialog.value() == MoveChoice("", "Iets <b>nieuws</b>")


def test_without_that_nothing_can_be_taken_when_nothing_fits(qtbot: QtBot) -> None:
    dialog = MoveDialog(make_context(), "Waarheen?", TARGETS, "Verplaatsen")
    qtbot.addWidget(dialog)
    type_text(dialog.field, "qqq")
    assert rows(dialog) == []
    assert dialog.value() is None
    assert not dialog._take.isEnabled()
