from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.services.safekeeping import Backup
from facilitator.ui.dialogs.damaged_dialog import DamagedChoice, DamagedDialog
from facilitator.ui.kit.buttons import Button
from tests.helpers.keys import press
from tests.helpers.ui import make_context
from tests.ui.dialogs.test_backup_list import BAD, NEW, OLD


def made(qtbot: QtBot, *backups: Backup, language: str = "nl") -> DamagedDialog:
    dialog = DamagedDialog(make_context(language=language), "<b>zorg</b>.dialoog", backups)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_enter_goes_on_with_the_newest_good_backup(qtbot: QtBot) -> None:
    dialog = made(qtbot, BAD, NEW, OLD)
    assert "<b>zorg</b>.dialoog" in dialog.lead_text()
    assert "5 notities" in dialog.told.text()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.choice() == DamagedChoice(NEW)


def test_an_older_one_can_be_chosen(qtbot: QtBot) -> None:
    dialog = made(qtbot, NEW, OLD)
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Return)
    assert dialog.choice() == DamagedChoice(OLD)


def test_what_can_be_read_can_be_wanted_instead(qtbot: QtBot) -> None:
    dialog = made(qtbot, NEW)
    button = dialog.findChild(Button, "readable")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.choice() == DamagedChoice(None)


def test_without_a_good_backup_reading_is_the_way_on(qtbot: QtBot) -> None:
    dialog = made(qtbot, BAD)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.choice() == DamagedChoice(None)


def test_escape_leaves_the_file_alone(qtbot: QtBot) -> None:
    dialog = made(qtbot, NEW, language="en")
    assert "Saturday 14 November 12:39, with 5 notes" in dialog.told.text()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.choice() is None
