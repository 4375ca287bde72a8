from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.domain.text import fold
from facilitator.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from facilitator.ui.kit.action_table import TABLE
from facilitator.ui.kit.actions import action_text
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_action_is_listed_in_the_language_of_the_window(qtbot: QtBot, language: str) -> None:
    dialog = ShortcutsDialog(make_context(language=language), TABLE)
    qtbot.addWidget(dialog)
    listed = dialog.texts()
    assert len(listed) == len(TABLE)
    for spec in TABLE:
        assert any(fold(action_text(spec).replace("&", "")) in text for text in listed), spec.id


def test_typing_finds_by_word_or_key(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(make_context(language="nl"), TABLE)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(QLineEdit, "find_action")
    assert field is not None
    type_text(field, "ongedaan")
    assert len(dialog.texts()) == 1
    field.setText("ctrl+shift+z")
    assert len(dialog.texts()) == 1
    field.setText("zoiets is er niet")
    assert dialog.texts() == []
    shown = [label.text() for label in dialog.findChildren(PlainLabel) if not label.isHidden()]
    assert "Niets gevonden. Probeer een ander woord." in shown
