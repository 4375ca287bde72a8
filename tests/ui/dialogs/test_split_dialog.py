from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.split_dialog import SplitChoice, SplitDialog
from facilitator.ui.kit.buttons import Button
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context


def test_at_least_one_line_goes_along(qtbot: QtBot) -> None:
    lines = [(f"n{n}", f"Notitie {n}") for n in range(4)]
    dialog = SplitDialog(make_context(), "Splits het inzicht", "Rust", lines, ["n1"])
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(Button, "primary")
    assert button is not None
    assert button.isEnabled()
    assert dialog.count.text() == "Gekozen: 1 van de 4; de andere blijven."
    dialog.list.tick([])
    assert not button.isEnabled()
    dialog.list.tick(["n0", "n3"])
    type_text(dialog.title, " Een <i>deel</i> ")
    assert dialog.value() == SplitChoice("Een <i>deel</i>", ("n0", "n3"))
