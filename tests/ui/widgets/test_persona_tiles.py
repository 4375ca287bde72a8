"""Cards of personas: one each, literal text, the tick tells who takes part."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Persona
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import ScrollColumn
from facilitator.ui.widgets.persona_tiles import PersonaTiles
from tests.helpers.ui import make_context

FATIMA = Persona(id="fatima", alive=True, name="Fatima", age="36", line="<b>moeder</b> & meer")
BRAM = Persona(id="bram", alive=True, name="Bram & co", hidden=True)


def test_each_persona_has_a_card_with_literal_text(qtbot: QtBot) -> None:
    tiles = PersonaTiles(make_context(), {"twente": "Twente"})
    qtbot.addWidget(tiles)
    tiles.set_personas([FATIMA, BRAM])
    texts = [label.text() for label in tiles.tiles["fatima"].findChildren(PlainLabel)]
    assert "36 · <b>moeder</b> & meer" in texts
    assert tiles.tiles["fatima"].box.isChecked()
    assert not tiles.tiles["bram"].box.isChecked()
    assert tiles.tiles["bram"].box.text() == "Bram && co"


def test_ticking_tells_who_and_news_without_difference_rebuilds_nothing(qtbot: QtBot) -> None:
    tiles = PersonaTiles(make_context(), {})
    qtbot.addWidget(tiles)
    tiles.set_personas([FATIMA, BRAM])
    first = tiles.tiles["bram"]
    told: list[tuple[str, bool]] = []
    tiles.ticked.connect(lambda id, on: told.append((id, on)))
    tiles.set_personas([FATIMA, BRAM])
    assert tiles.tiles["bram"] is first
    first.box.click()
    assert told == [("bram", True)]


def test_a_tick_or_an_edit_does_not_move_the_page(qtbot: QtBot) -> None:
    context = make_context()
    page = ScrollColumn(context.theme)
    qtbot.addWidget(page)
    tiles = PersonaTiles(context, {})
    page.body.addWidget(tiles)
    people = [Persona(id=f"p{n}", name=f"Persona {n}", line="kort") for n in range(30)]
    tiles.set_personas(people)
    page.resize(700, 400)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    tiles.tiles["p15"].box.setFocus()
    page.ensureWidgetVisible(tiles.tiles["p15"])
    before = page.verticalScrollBar().value()
    assert before > 0
    people[15] = replace(people[15], hidden=True)
    tiles.set_personas(people)
    assert not tiles.tiles["p15"].box.isChecked()
    assert tiles.tiles["p15"].box.hasFocus()
    tiles.tiles["p15"].edit.setFocus()
    people[15] = replace(people[15], name="Fatima")
    tiles.set_personas(people)
    QApplication.processEvents()
    assert tiles.tiles["p15"].box.text() == "Fatima"
    assert tiles.tiles["p15"].edit.hasFocus()
    assert page.verticalScrollBar().value() == before
