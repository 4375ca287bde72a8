"""A new insight is made of notes one sees, and named or not."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.new_insight_dialog import NewInsightDialog
from facilitator.ui.kit.plain import ElidedLabel
from tests.helpers.ui import make_context


def test_it_shows_the_first_notes_and_counts_the_rest(qtbot: QtBot) -> None:
    dialog = NewInsightDialog(make_context(), ["<b>een</b>", "twee\nregels", "drie", "vier", "vijf"])
    qtbot.addWidget(dialog)
    shown = [label.whole_text() for label in dialog.findChildren(ElidedLabel)]
    assert shown == ["<b>een</b>", "twee regels", "drie", "en nog 2 notities"]
    dialog.show()
    assert dialog.windowTitle() == "Nieuw inzicht van 5 notities"
