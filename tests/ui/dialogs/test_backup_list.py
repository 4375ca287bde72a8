from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.services.safekeeping import Backup
from facilitator.ui.dialogs.backup_list import BackupList
from tests.helpers.keys import press
from tests.helpers.ui import NOON, make_context

AT = int(NOON.timestamp() * 1000)
BAD = Backup(Path("a"), AT, 0, good=False)
NEW = Backup(Path("b"), AT - 60_000, 5, good=True)
OLD = Backup(Path("c"), AT - 86_400_000, 1, good=True)


def made(qtbot: QtBot, *backups: Backup) -> BackupList:
    shown = BackupList(make_context())
    qtbot.addWidget(shown)
    shown.show_backups(backups)
    shown.show()
    return shown


def test_the_newest_good_one_is_chosen_and_a_bad_one_says_so(qtbot: QtBot) -> None:
    shown = made(qtbot, BAD, NEW, OLD)
    assert shown.chosen() == NEW
    assert shown.item(0).text() == "zaterdag 14 november 12:40 · niet te gebruiken"
    assert shown.item(2).text() == "vrijdag 13 november 12:40 · 1 notitie"
    assert not shown.item(0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_arrows_go_through_them(qtbot: QtBot) -> None:
    shown = made(qtbot, NEW, OLD)
    press(shown, Qt.Key.Key_Down)
    assert shown.chosen() == OLD


def test_without_a_good_one_nothing_is_chosen(qtbot: QtBot) -> None:
    assert made(qtbot, BAD).chosen() is None
    assert made(qtbot).chosen() is None
