"""Setting notes apart needs a reason; the usual ones are one click."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.park_dialog import ParkDialog
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.ui import make_context


def test_parking_takes_a_usual_reason_by_one_click(qtbot: QtBot) -> None:
    dialog = ParkDialog(make_context(), ["een", "twee"])
    qtbot.addWidget(dialog)
    assert not dialog._park.isEnabled()
    usual = next(button for button in dialog.findChildren(Button) if button.words() == "Is al gezegd")
    usual.click()
    assert dialog.value() == "Is al gezegd"
    assert dialog._park.isEnabled()


def test_long_rows_of_notes_are_named_in_short(qtbot: QtBot) -> None:
    texts = ["<b>een</b>", "x" * 400, "drie", "vier", "vijf"]
    dialog = ParkDialog(make_context(), texts)
    qtbot.addWidget(dialog)
    shown = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert "5 notities apart leggen" in shown
    assert "“<b>een</b>”" in shown
    assert f"“{'x' * 160} …”" in shown
    assert "en nog 2 notities" in shown
