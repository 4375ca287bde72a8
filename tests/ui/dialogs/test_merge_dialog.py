from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.merge_dialog import MergeDialog, Party
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.keys import press
from tests.helpers.ui import make_context


def made(qtbot: QtBot, preview: Callable[[str], list[str]]) -> MergeDialog:
    parties = [Party("a", "<b>Rust</b> & regelmaat", "3 notities"), Party("b", "Tijd", "5 notities")]
    dialog = MergeDialog(make_context(), "2 inzichten samenvoegen", parties, preview)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_preview_follows_the_name_that_stays(qtbot: QtBot) -> None:
    dialog = made(qtbot, lambda keeper: [f"{keeper} krijgt 8 notities", "de ander gaat erin op"])
    assert dialog.value() == "a"
    assert dialog.told.text() == "a krijgt 8 notities\nde ander gaat erin op"
    press(dialog.choices["b"], Qt.Key.Key_Space)
    assert dialog.value() == "b"
    assert dialog.told.text().startswith("b krijgt")


def test_titles_show_literally(qtbot: QtBot) -> None:
    dialog = made(qtbot, lambda _keeper: [])
    assert "<b>Rust</b> & regelmaat" in [label.text() for label in dialog.findChildren(PlainLabel)]
