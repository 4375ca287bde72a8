"""Cards and the open editor stand in the order of the advice."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Advice
from facilitator.ui.widgets.advice_card import AdviceFace
from facilitator.ui.widgets.advice_chapter import AdviceChapter
from facilitator.ui.widgets.advice_goals import GoalRow
from tests.helpers.ui import make_context

FACES = [AdviceFace(f"a{n}", f"1.{n}", f"Advies {n}", "", None, "", "", "quiet", 75) for n in (1, 2, 3)]
OPEN = Advice(id="a2", alive=True, text="Advies 2")


def test_the_open_advice_stands_in_its_place(qtbot: QtBot) -> None:
    chapter = AdviceChapter(make_context().theme)
    qtbot.addWidget(chapter)
    chapter.resize(800, 900)
    chapter.show()
    chapter.set_advice(FACES, OPEN, has_goal=True)
    assert list(chapter.cards) == ["a1", "a3"]
    assert chapter._list.indexOf(chapter.editor) == 1
    kept = chapter.cards["a1"]
    chapter.set_advice([replace(FACES[0], text="Anders"), *FACES[1:]], OPEN, has_goal=True)
    assert chapter.cards["a1"] is kept
    chapter.set_advice(FACES, None, has_goal=True)
    assert list(chapter.cards) == ["a1", "a2", "a3"]
    assert not chapter.editor.isVisible()


def test_an_empty_goal_says_what_to_do_and_looking_only_offers_no_button(qtbot: QtBot) -> None:
    chapter = AdviceChapter(make_context().theme, readonly=True)
    qtbot.addWidget(chapter)
    chapter.set_goal("Doel 1. Zorg", "", [GoalRow("g1", 1, "Zorg", "")], "g1")
    chapter.set_advice([], None, has_goal=True)
    assert "Nog geen advies" in chapter.empty.text()
    assert not chapter.add.isVisibleTo(chapter)
    chapter.set_box_shown(True)
    assert chapter.goal_box.currentText() == "1. Zorg"
