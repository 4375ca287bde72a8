"""The question before notes go for good."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.erase_notes_dialog import SHOWN, EraseNotesDialog
from facilitator.ui.dialogs.handed_out_list import HandedOutList
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel
from tests.helpers.ui import make_context


def test_it_tells_which_notes_and_how_this_differs_from_deleting(qtbot: QtBot) -> None:
    dialog = EraseNotesDialog(make_context(), [f"<i>{n}</i>" for n in range(SHOWN + 3)])
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == f"{SHOWN + 3} notities voorgoed wissen?"
    assert "ongedaan" in dialog.lead_text()
    assert "Verwijderen" in dialog.lead_text()
    assert [label.whole_text() for label in dialog.findChildren(ElidedLabel)] == [
        f"<i>{n}</i>" for n in range(SHOWN)
    ]
    assert "en nog 3" in [label.text() for label in dialog.findChildren(PlainLabel)]
    assert not dialog.findChildren(HandedOutList)


def test_enter_by_habit_keeps_the_note(qtbot: QtBot) -> None:
    dialog = EraseNotesDialog(make_context(), ["een"])
    qtbot.addWidget(dialog)
    dialog.show()
    assert isinstance(dialog.focusWidget(), Button)
    assert dialog.focusWidget().words() == "Bewaren"  # pyright: ignore[reportAttributeAccessIssue]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected
