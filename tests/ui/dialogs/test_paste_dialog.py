"""Many notes at once: a look before they stick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.text import NOTE_LIMIT
from facilitator.ui.dialogs.paste_dialog import PasteDialog
from tests.helpers.ui import make_context


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
