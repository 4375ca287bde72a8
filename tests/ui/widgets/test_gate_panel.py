"""Conditions of a gate: what the program weighs, what people tick, and why they went on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.gates import Weighed
from facilitator.domain.method import Condition
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.widgets.gate_panel import GateButtons, GatePanel
from tests.helpers.keys import press
from tests.helpers.ui import make_context

COUNTED = Condition(id="noten", text="Er zijn <b>notities</b>", rule="notes_captured")
BY_HAND = Condition(id="rust", text="Iedereen kwam aan het woord")


@pytest.fixture
def panel(qtbot: QtBot) -> GatePanel:
    made = GatePanel(make_context().theme)
    qtbot.addWidget(made)
    made.set_gate([Weighed(COUNTED, False, False), Weighed(BY_HAND, False, True)], None)
    made.resize(280, 300)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def labels(panel: GatePanel) -> dict[str, str]:
    QApplication.processEvents()
    found = [label for label in panel.findChildren(PlainLabel) if label.isVisibleTo(panel)]
    return {label.text(): label.accessibleName() for label in found}


def test_a_weighed_condition_says_its_state_also_to_the_ear(panel: GatePanel) -> None:
    assert labels(panel)["Er zijn <b>notities</b>"] == "Er zijn <b>notities</b>: nog open"
    panel.set_gate([Weighed(COUNTED, True, False)], None)
    assert labels(panel)["Er zijn <b>notities</b>"] == "Er zijn <b>notities</b>: in orde"


def test_only_what_people_judge_can_be_ticked(panel: GatePanel) -> None:
    (box,) = panel.boxes()
    ticks: list[tuple[str, bool]] = []
    panel.ticked.connect(lambda id, on: ticks.append((id, on)))
    assert box.accessibleName() == "Iedereen kwam aan het woord"
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    assert ticks == [("rust", True)]


def test_a_click_on_the_words_ticks_too(panel: GatePanel, qtbot: QtBot) -> None:
    ticks: list[bool] = []
    panel.ticked.connect(lambda _id, on: ticks.append(on))
    words = next(label for label in panel.findChildren(PlainLabel) if label.text() == BY_HAND.text)
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert ticks == [True]


def test_the_box_keeps_the_keyboard_when_the_gate_is_shown_anew(panel: GatePanel) -> None:
    panel.boxes()[0].setFocus()
    panel.set_gate([Weighed(COUNTED, True, False), Weighed(BY_HAND, True, True)], None)
    (box,) = panel.boxes()
    assert box.hasFocus()
    assert box.isChecked()


def test_the_reason_to_go_on_is_shown_literally(panel: GatePanel) -> None:
    panel.set_gate([Weighed(COUNTED, False, False)], "De <i>tijd</i> is om")
    assert "De <i>tijd</i> is om" in labels(panel)
    panel.set_gate([Weighed(COUNTED, False, False)], None)
    assert "De <i>tijd</i> is om" not in labels(panel)


def test_buttons_name_the_ways_and_what_is_open(qtbot: QtBot) -> None:
    buttons = GateButtons(make_context().theme)
    qtbot.addWidget(buttons)
    buttons.set_ways("Naar stap 3: Dromen", "Terug naar stap 1: Ontmoeten", 2)
    assert buttons.on.words() == "Naar stap 3: Dromen"
    assert buttons.back.accessibleName() == "Terug naar stap 1: Ontmoeten"
    assert buttons.still.words() == "2 voorwaarden nog open"
    buttons.set_ways("Naar het rapport", "", 0)
    assert not buttons.back.isEnabled()
    assert not buttons.still.isVisibleTo(buttons)
    with qtbot.waitSignal(buttons.on_requested):
        buttons.on.click()
