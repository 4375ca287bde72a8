"""The gate, going on and back, and the parts with their time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.services.notes import NoteDraft, add_notes
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.overrule_dialog import OverruleDialog
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.step_page import StepPage
from tests.helpers.keys import press
from tests.helpers.step_pages import Stage, answer, new_dialogue, open_step, page_of, write

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path, packs=("all",))
    yield opened
    opened.close()


@pytest.fixture
def shown(qtbot: QtBot, store: SessionStore) -> Stage:
    return open_step(qtbot, store)


def wishes(page: StepPage) -> list[object]:
    found: list[object] = []
    page.navigate_requested.connect(found.append)
    return found


def test_the_gate_asks_a_reason_and_shows_it_afterwards(shown: Stage) -> None:
    page = page_of(shown)
    found = wishes(page)
    answer(lambda dialog: dialog.reject())
    page.host.pane.buttons.on.click()
    assert found == []

    def go_on(dialog: QDialog) -> None:
        assert isinstance(dialog, OverruleDialog)
        dialog.reason.setPlainText("De tijd is om")
        dialog.accept()

    answer(go_on)
    page.host.pane.buttons.on.click()
    assert found == [Go("step", "dromen")]
    assert shown.context.dialogue.state.gate("ervaren").overruled == "De tijd is om"
    shown.page.refresh(None)
    assert page.host.pane.gate._overruled.isVisibleTo(page.host.pane.gate)
    page.host.pane.buttons.on.click()
    assert len(found) == 2, "a reason given once is not asked again"


def test_a_gate_that_is_met_lets_through(shown: Stage) -> None:
    page = page_of(shown)
    people = shown.context.dialogue.state.personas
    add_notes(shown.context.dialogue.store, [NoteDraft("x", persona=p.id, step="ervaren") for p in people])
    (box,) = page.host.pane.gate.boxes()
    box.click()
    assert shown.context.dialogue.state.gate("ervaren").checked == ("goed-begrepen",)
    found = wishes(page)
    page.host.pane.buttons.on.click()
    page.host.pane.buttons.back.click()
    assert found == [Go("step", "dromen"), Go("step", "ontmoeten")]


def test_parts_and_their_time_go_by_key(shown: Stage) -> None:
    prompts = page_of(shown).host.pane.prompts
    press(page_of(shown).capture.field, Qt.Key.Key_PageDown, CTRL | SHIFT)
    assert prompts.at == 1
    press(page_of(shown).capture.field, Qt.Key.Key_F9)
    assert prompts.clock.running
    press(page_of(shown).capture.field, Qt.Key.Key_F9)
    assert not prompts.clock.running
    press(page_of(shown).capture.field, Qt.Key.Key_PageUp, CTRL | SHIFT)
    assert prompts.at == 0


def test_the_end_of_a_part_is_told_calmly_with_the_way_on(shown: Stage) -> None:
    page = page_of(shown)
    told: list[object] = []
    page.notice_requested.connect(told.append)
    page.host.pane.prompts.part_ended.emit("Eerst <b>even</b> stil")
    (notice,) = told
    assert isinstance(notice, Notice)
    assert notice.kind == "info"
    assert "Eerst <b>even</b> stil" in notice.text
    assert notice.action is not None
    notice.action()
    assert page.host.pane.prompts.at == 1


def test_the_first_and_the_last_step_lead_out_of_the_steps(qtbot: QtBot, store: SessionStore) -> None:
    stages = [open_step(qtbot, store, step) for step in ("ontmoeten", "adviseren")]
    first, last = (page_of(stage) for stage in stages)
    found = wishes(first)
    first.host.go_back()
    assert found == [Go("setup")]
    assert first.host.pane.buttons.on.words() == "Naar stap 2: Ervaren"
    assert last.host.pane.buttons.on.words() == "Naar het rapport"


def test_notes_weigh_in_once_typing_pauses(shown: Stage, qtbot: QtBot) -> None:
    page = page_of(shown)
    before = page.host.pane.buttons.still.words()
    write(shown, "een notitie")
    assert page.host.pane.buttons.still.words() == before
    qtbot.waitUntil(lambda: page.host.pane.buttons.still.words() != before)
