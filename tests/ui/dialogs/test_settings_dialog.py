from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.settings_dialog import SettingsDialog
from tests.helpers.ui import make_context


def test_it_begins_with_what_holds_now(qtbot: QtBot) -> None:
    context = make_context(language="en", theme="dark", scale=150)
    dialog = SettingsDialog(context)
    qtbot.addWidget(dialog)
    assert dialog.changed(context.settings) == context.settings


def test_what_is_chosen_comes_out_and_the_rest_stays(qtbot: QtBot) -> None:
    context = make_context()
    dialog = SettingsDialog(context)
    qtbot.addWidget(dialog)
    dialog.choose("theme", "contrast")
    dialog.choose("text_scale", "200")
    dialog.choose("language", "en")
    sound = dialog.findChild(QCheckBox)
    assert sound is not None
    sound.setChecked(False)
    before = replace(context.settings, recent=("/x",))
    wanted = replace(before, theme="contrast", text_scale=200, language="en", sound=False)
    assert dialog.changed(before) == wanted
