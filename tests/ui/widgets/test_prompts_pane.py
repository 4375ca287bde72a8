"""The host's prompts, part by part."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.method import Part
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.widgets.prompts_pane import PromptsPane
from tests.helpers.ui import make_context

PARTS = (
    Part(id="a", title="Welkom", minutes=10, prompts=("Wie bent u?", "<b>En</b> waarom?")),
    Part(id="b", title="Verhalen", minutes=2, prompts=("Vertel.",)),
)


@pytest.fixture
def pane(qtbot: QtBot) -> PromptsPane:
    made = PromptsPane(make_context().theme)
    qtbot.addWidget(made)
    made.set_parts(PARTS)
    made.show()
    return made


def texts(pane: PromptsPane) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in pane.findChildren(PlainLabel) if label.isVisibleTo(pane)]


def test_a_part_shows_its_place_its_time_and_its_questions(pane: PromptsPane) -> None:
    shown = texts(pane)
    assert "Deel 1 van 2 · 10 minuten" in shown
    assert "Welkom" in shown
    assert {"Wie bent u?", "<b>En</b> waarom?"} <= set(shown)


def test_going_on_stops_at_the_last_part(pane: PromptsPane) -> None:
    places: list[int] = []
    pane.part_changed.connect(places.append)
    pane.part_on()
    pane.part_on()
    assert places == [1]
    assert "Vertel." in texts(pane)
    assert "Wie bent u?" not in texts(pane)
    pane.part_back()
    pane.part_back()
    assert places == [1, 0]


def test_the_time_runs_on_into_the_next_part(pane: PromptsPane) -> None:
    pane.toggle_time()
    pane.part_on()
    assert pane.clock.running
    assert pane.time_text() == "nog 2 min"
    pane.toggle_time()
    assert not pane.clock.running


def test_the_end_of_a_part_names_it(pane: PromptsPane) -> None:
    ended: list[str] = []
    pane.part_ended.connect(ended.append)
    pane.clock.set_minutes(0.0001)
    pane.clock.start()
    pane.clock._used = 60
    pane.clock.look()
    assert ended == ["Welkom"]
    assert pane.time_text() == "de tijd is om"
    pane.clock.pause()


def test_a_step_without_parts_shows_no_prompts(qtbot: QtBot, pane: PromptsPane) -> None:
    pane.set_parts(())
    assert pane.part is None
    assert pane.time_text() == ""
    pane.part_on()
    assert pane.at == 0


def test_a_hint_is_shown_and_taken_away(pane: PromptsPane) -> None:
    pane.set_hint("Let op", "Hennie is weinig gehoord")
    assert "Hennie is weinig gehoord" in texts(pane)
    pane.set_hint("", "")
    assert "Hennie is weinig gehoord" not in texts(pane)
