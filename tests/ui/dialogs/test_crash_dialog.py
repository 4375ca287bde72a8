from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.crash_dialog import CrashDialog
from tests.helpers.ui import make_context


def test_the_details_can_be_copied_but_not_changed(qtbot: QtBot) -> None:
    dialog = CrashDialog(make_context(language="nl"), "ValueError\n  note.py:3 in add")
    qtbot.addWidget(dialog)
    details = dialog.findChild(QPlainTextEdit)
    assert details is not None
    assert details.isReadOnly()
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Kopiëren")
    copy.click()
    assert QApplication.clipboard().text() == "ValueError\n  note.py:3 in add"
    assert "notities staan veilig" in dialog.lead_text()
