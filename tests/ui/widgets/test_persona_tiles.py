"""Cards of personas: one each, literal text, the tick tells who takes part."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Persona
from facilitator.ui.kit.plain import PlainLabel
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
