from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.unsaved_dialog import UnsavedDialog
from tests.helpers.ui import make_context


@pytest.mark.parametrize(
    ("words", "answer"),
    [("Kopie opslaan…", "copy"), ("Hier blijven", "stay"), ("Sluiten zonder die notities", "drop")],
)
def test_each_button_is_an_answer(qtbot: QtBot, words: str, answer: str) -> None:
    dialog = UnsavedDialog(make_context(language="nl"))
    qtbot.addWidget(dialog)
    dialog.show()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
    assert dialog.answer == answer
    assert not dialog.isVisible()
