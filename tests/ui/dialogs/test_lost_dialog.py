"""Dialogues that are gone, in a list: what is told of each, and what is chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.services.lost import Lost
from facilitator.services.safekeeping import Backup
from facilitator.ui.dialogs.lost_dialog import LostDialog
from tests.helpers.keys import press
from tests.helpers.ui import make_context

AT = 1_773_772_200_000
ONE = Lost(
    identity=b"1" * 16,
    place=Path("stick") / "zorg.dialoog",
    backup=Backup(Path("a.dialoog"), AT, 1, good=True),
    title="Zorg & <b>dichtbij</b>",
)
LOCKED = replace(ONE, identity=b"2" * 16, title="", locked=True)
NAMELESS = replace(ONE, identity=b"3" * 16, title="", place=None)


@pytest.fixture
def dialog(qtbot: QtBot) -> LostDialog:
    made = LostDialog(make_context(), [ONE, LOCKED, NAMELESS])
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_tells_what_is_known_of_it(dialog: LostDialog) -> None:
    lines = [dialog.list.item(row).text() for row in range(3)]
    assert lines[0].startswith("Zorg & <b>dichtbij</b> · 1 notitie · reservekopie van ")
    assert lines[1].startswith("zorg · vergrendeld · reservekopie van ")
    assert lines[2].startswith("Een dialoog zonder naam · 1 notitie")
    assert str(ONE.place) in dialog.where.text()
    press(dialog.list, Qt.Key.Key_End)
    assert dialog.where.text() == "Waar het bestand lag, is niet meer bekend."


def test_what_is_chosen_is_brought_back_or_goes_or_stays(dialog: LostDialog) -> None:
    assert dialog.choice() is None
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Return)
    choice = dialog.choice()
    assert choice is not None
    assert (choice.lost, choice.removed) == (LOCKED, False)


def test_the_other_button_lets_it_go(dialog: LostDialog) -> None:
    remove = dialog.findChild(QPushButton, "remove")
    assert isinstance(remove, QPushButton)
    remove.click()
    choice = dialog.choice()
    assert choice is not None
    assert (choice.lost, choice.removed) == (ONE, True)


def test_escape_leaves_all_as_it_is(dialog: LostDialog) -> None:
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.choice() is None
