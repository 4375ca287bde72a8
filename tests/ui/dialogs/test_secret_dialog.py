from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.ui.dialogs.secret_dialog import SecretDialog
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context


class Ask(SecretDialog):
    """Opens for one word."""

    def __init__(self) -> None:
        super().__init__(make_context())
        self.tried: list[str] = []
        self.build("Woord", "Open", "Laat dicht")

    def attempt(self) -> UserError | None:
        self.tried.append(self.secret.text())
        return None if self.secret.text() == "goed" else UserError("key.wrong", path="zorg.dialoog")


def test_enter_tries_what_is_typed_and_a_fault_is_ready_to_be_typed_over(qtbot: QtBot) -> None:
    dialog = Ask()
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.secret.field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.tried == []
    type_text(field, "fout")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.fault.isVisible()
    assert field.property("faulty")
    assert field.selectedText()
    type_text(field, "goed")
    assert not field.property("faulty")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.tried == ["fout", "goed"]
    assert not dialog.isVisible()
    assert not dialog.secret.text()
