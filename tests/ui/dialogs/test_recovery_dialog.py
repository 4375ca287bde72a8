from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.services.locking import groups
from facilitator.store.keys import Key, random_key
from facilitator.ui.dialogs.recovery_dialog import RecoveryDialog, Ways
from tests.helpers.ui import make_context


def made(qtbot: QtBot, key: Key, *, saved: bool = True, only_sheet: bool = False) -> RecoveryDialog:
    ways = Ways(lambda _owner: True, lambda _owner, _to: saved)
    dialog = RecoveryDialog(make_context(), key, ways, only_sheet=only_sheet)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_whole_code_is_on_screen_group_by_group(qtbot: QtBot) -> None:
    key = random_key()
    dialog = made(qtbot, key)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert [group for group in groups(key) if group not in shown] == []


def test_it_locks_only_when_both_groups_are_right(qtbot: QtBot) -> None:
    key = random_key()
    dialog = made(qtbot, key)
    first, second = dialog.asked
    assert first < second
    dialog.typed[0].setText(groups(key)[first - 1])
    dialog.typed[1].setText("ZZZ")
    assert not dialog._lock.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.typed[1].setText(f" {groups(key)[second - 1].lower()}")
    assert dialog._lock.isEnabled()


@pytest.mark.parametrize("saved", [True, False])
def test_the_key_of_the_organisation_counts_once_its_file_is_saved(qtbot: QtBot, saved: bool) -> None:
    dialog = made(qtbot, random_key(), saved=saved)
    assert not dialog._seal.isEnabled()
    dialog.recipient.setText("age1abc")
    dialog._seal.click()
    assert dialog.is_confirmed() is saved
    assert dialog._lock.isEnabled() is saved


def test_no_code_stays_on_the_clipboard(qtbot: QtBot) -> None:
    key = random_key()
    dialog = made(qtbot, key, only_sheet=True)
    dialog._copy.click()
    assert QGuiApplication.clipboard().text() == key.code
    dialog.accept()
    assert QGuiApplication.clipboard().text() == ""
