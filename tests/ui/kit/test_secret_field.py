from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.secret_field import SecretField
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context


def made(qtbot: QtBot) -> SecretField:
    field = SecretField(make_context().theme)
    qtbot.addWidget(field)
    field.show()
    return field


def test_what_is_typed_is_hidden_until_it_is_to_be_shown(qtbot: QtBot) -> None:
    secret = made(qtbot)
    type_text(secret.field, "vier woorden én meer")
    assert secret.text() == "vier woorden én meer"
    assert secret.field.echoMode() is QLineEdit.EchoMode.Password
    eye = secret.findChild(Button)
    assert isinstance(eye, Button)
    eye.click()
    assert secret.field.echoMode() is QLineEdit.EchoMode.Normal
    eye.click()
    assert secret.field.echoMode() is QLineEdit.EchoMode.Password


def test_it_is_named_for_screen_readers_and_shows_a_fault(qtbot: QtBot) -> None:
    secret = made(qtbot)
    secret.setAccessibleName("Wachtwoord")
    assert secret.field.accessibleName() == "Wachtwoord"
    secret.show_fault(True)
    assert secret.field.property("faulty") is True
    secret.field.setText("x")
    secret.clear()
    assert secret.text() == ""
