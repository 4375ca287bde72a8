from __future__ import annotations

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.goal_dialog import GoalDialog, GoalTexts
from facilitator.ui.kit.buttons import Button
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context

HOSTILE = "<b>vet</b> & =1+1 😀 مرحبا"


def test_a_goal_needs_a_name_and_keeps_every_text_as_typed(qtbot: QtBot) -> None:
    dialog = GoalDialog(make_context(), GoalTexts(definition="Oud"), "Nieuw doel", "Maak het doel")
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(Button, "primary")
    assert button is not None
    assert not button.isEnabled()
    type_text(dialog.title, HOSTILE)
    assert button.isEnabled()
    type_text(dialog.residents_say, "Wij willen\nrust")
    type_text(dialog.tensions, HOSTILE)
    button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.value() == GoalTexts(HOSTILE, "Oud", "Wij willen\nrust", HOSTILE)
