from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.insight_detail import GoalTick, InsightDetail, InsightText
from tests.helpers.keys import press, type_text
from tests.helpers.ui import dress

HOSTILE = "<b>vet</b> & =1+1 😀 مرحبا"
GOALS = [GoalTick("g1", 1, "Rust & <i>tijd</i>", True), GoalTick("g2", 2, "Dichtbij", False)]


def shown(qtbot: QtBot) -> InsightDetail:
    theme = load_theme("light")
    dress(theme)
    detail = InsightDetail(theme)
    qtbot.addWidget(detail)
    detail.show_insight(InsightText("i1", HOSTILE, "Omdat", "3 notities", "Fatima 3"), GOALS)
    detail.resize(500, 600)
    with qtbot.waitExposed(detail):
        detail.show()
    return detail


def test_everything_shows_literally(qtbot: QtBot) -> None:
    detail = shown(qtbot)
    assert detail.title.text() == HOSTILE
    assert detail.served.text() == "1. Rust & <i>tijd</i>"
    assert [chip.isChecked() for chip in detail.chips()] == [True, False]
    assert detail.chips()[0].accessibleName() == "Hoort bij doel 1: Rust & <i>tijd</i>"


def test_enter_in_the_title_hands_it_over(qtbot: QtBot) -> None:
    detail = shown(qtbot)
    detail.title.setFocus()
    detail.title.selectAll()
    with qtbot.waitSignal(detail.title_committed) as told:
        type_text(detail.title, "Nieuw\n")
    assert told.args == ["i1", "Nieuw"]


def test_what_is_being_typed_belongs_to_the_insight_it_was_typed_in(qtbot: QtBot) -> None:
    detail = shown(qtbot)
    detail.description.setFocus()
    type_text(detail.description, "Ook ")
    with qtbot.waitSignal(detail.description_committed) as told:
        detail.show_insight(InsightText("i2", "Ander", "", "", ""), GOALS)
    assert told.args is not None
    assert told.args[0] == "i1"
    assert detail.description.text() == ""


def test_ticks_and_buttons_tell_what_is_wanted(qtbot: QtBot) -> None:
    detail = shown(qtbot)
    with qtbot.waitSignal(detail.goal_ticked) as told:
        detail.chips()[1].click()
    assert told.args == ["i1", "g2", True]
    with qtbot.waitSignal(detail.closed):
        press(detail.chips()[0], Qt.Key.Key_Escape)
    detail.show_insight(InsightText("i1", "", "", "", ""), [])
    assert detail.served.text() == "Er zijn nog geen doelen."
    assert detail.chips() == []
