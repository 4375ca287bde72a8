from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.secure_dialog import SecureDialog, SecureWish
from facilitator.ui.kit.buttons import Button
from tests.helpers.ui import make_context

WORDS = "paard batterij nietje correct"


def made(qtbot: QtBot, locked: str = "", *, may_keep: bool = True) -> SecureDialog:
    dialog = SecureDialog(make_context(), locked, may_keep=may_keep)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("first", "second", "enabled"),
    [("", "", False), ("kort", "kort", False), (WORDS, "", False), (WORDS, WORDS, True)],
)
def test_one_goes_on_with_a_long_passphrase_typed_twice(
    qtbot: QtBot, first: str, second: str, enabled: bool
) -> None:
    dialog = made(qtbot)
    dialog.first.field.setText(first)
    dialog.second.field.setText(second)
    assert dialog._primary_button.isEnabled() is enabled
    assert dialog.words.hint.text()


def test_what_is_wanted_with_a_passphrase_or_with_a_key_of_this_laptop(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    dialog.first.field.setText(WORDS)
    dialog.second.field.setText(WORDS)
    assert dialog.value() == SecureWish("lock", passphrase=WORDS)
    dialog._laptop.setChecked(True)
    assert dialog.words.isHidden()
    assert dialog.value() == SecureWish("lock", on_laptop=True)


def test_without_a_safe_place_only_a_passphrase_can_be_chosen(qtbot: QtBot) -> None:
    assert not made(qtbot, may_keep=False)._laptop.isEnabled()


def test_of_a_locked_one_the_sheet_can_be_had_again(qtbot: QtBot) -> None:
    dialog = made(qtbot, "laptop")
    button = dialog.findChild(Button, "sheet")
    assert isinstance(button, Button)
    button.click()
    assert dialog.value().deed == "sheet"
