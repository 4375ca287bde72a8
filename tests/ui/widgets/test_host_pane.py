"""The host's pane: open or a tab, by width or by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.gates import Weighed
from facilitator.domain.method import Condition, Part
from facilitator.ui.widgets.host_pane import HostPane
from tests.helpers.keys import press
from tests.helpers.ui import make_context


@pytest.fixture
def pane(qtbot: QtBot) -> HostPane:
    made = HostPane(make_context().theme)
    qtbot.addWidget(made)
    made.prompts.set_parts([Part(id="a", title="Welkom", minutes=15, prompts=("Wie bent u? " * 40,))])
    made.gate.set_gate([Weighed(Condition(id="rust", text="Iedereen sprak"), False, True)], None)
    made.set_ways("Naar stap 2", "Terug", 1)
    made.resize(made.width(), 500)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def test_it_folds_by_width_until_a_person_chooses(pane: HostPane) -> None:
    pane.fit(1366)
    assert not pane.folded
    pane.fit(1280)
    assert pane.folded
    pane.toggle()
    pane.fit(1000)
    assert not pane.folded


def test_the_tab_tells_part_and_time_and_opens_by_key(pane: HostPane) -> None:
    pane.fit(1000)
    assert pane.tab.text() == "Welkom · 15 minuten"
    assert pane.quick_on.accessibleName() == "Naar stap 2"
    pane.tab.setFocus()
    press(pane.tab, Qt.Key.Key_Space)
    assert not pane.folded
    assert pane.fold_button.hasFocus()


def test_folding_is_narrow_and_the_way_on_stays(pane: HostPane, qtbot: QtBot) -> None:
    wide = pane.width()
    pane.fit(1000)
    assert pane.width() < wide / 4
    with qtbot.waitSignal(pane.buttons.on_requested):
        pane.quick_on.click()


def test_what_is_open_scrolls_to_the_conditions(pane: HostPane) -> None:
    pane.buttons.still.click()
    (box,) = pane.gate.boxes()
    assert box.hasFocus()
    assert not box.visibleRegion().isEmpty()


def test_no_word_of_the_questions_is_cut(pane: HostPane) -> None:
    for label in pane.prompts.findChildren(type(pane.prompts._title)):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


def test_what_a_person_folded_survives_a_rebuild(pane: HostPane, qtbot: QtBot) -> None:
    pane.toggle()
    kept = pane.save_view()
    again = HostPane(make_context().theme)
    qtbot.addWidget(again)
    again.restore_view(kept)
    again.fit(1920)
    assert again.folded
