"""Choosing insights: own goal first, ticks are kept, the filter folds accents."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.insight_choice_dialog import Choice, InsightChoiceDialog
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context

CHOICES = [
    Choice("i1", "Vervoer kost te veel", 8, False),
    Choice("i2", "Eén vast aanspreekpunt", 12, True),
    Choice("i3", "Begrepen <b>worden</b>", 1, True),
]


def test_own_insights_come_first_and_ticks_are_kept(qtbot: QtBot) -> None:
    dialog = InsightChoiceDialog(make_context(), CHOICES, {"i1"})
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.list.item(n).text() for n in range(3)] == [
        "Eén vast aanspreekpunt · 12 notities",
        "Begrepen <b>worden</b> · 1 notitie",
        "Vervoer kost te veel · 8 notities",
    ]
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert dialog.chosen() == ("i2", "i1")


def test_the_filter_hides_but_never_unticks(qtbot: QtBot) -> None:
    dialog = InsightChoiceDialog(make_context(), CHOICES, {"i1"})
    qtbot.addWidget(dialog)
    dialog.show()
    type_text(dialog.filter, "een aanspr")
    hidden = [dialog.list.item(n).isHidden() for n in range(3)]
    assert hidden == [False, True, True]
    assert dialog.list.item(2).checkState() == Qt.CheckState.Checked
    assert dialog.chosen() == ("i1",)
