"""A step page by keyboard alone: a full evening of notes, moved, grouped, doubled, and all of it undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.state import State
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.step_page import StepPage
from tests.flows.keyboard import Keyboard

NOTES = 200


@pytest.fixture
def keys(qtbot: QtBot, tmp_path: Path) -> Iterator[Keyboard]:
    keyboard = Keyboard(qtbot, tmp_path)
    keyboard.dialog("Ctrl+Shift+N", "=Ouder worden", "Tab", "=Wat hebben wij nodig?", "Shift+Tab", "Return")
    keyboard.hit("Alt+2")
    assert keyboard.window.here == Go("step", "ervaren")
    yield keyboard
    keyboard.close()


def page(keys: Keyboard) -> StepPage:
    found = keys.window.page
    assert isinstance(found, StepPage)
    return found


def content(state: State) -> list[tuple[str, str, tuple[str, ...], bool]]:
    return [(note.text, note.persona, note.insights, note.starred) for note in state.notes]


def test_two_hundred_notes_are_captured_worked_on_and_taken_back(keys: Keyboard) -> None:
    for number in range(NOTES):
        if number % 20 == 0:
            keys.hit(f"Ctrl+F{number // 20 + 1}")
        keys.type(f"punt {number}\n")
    captured = content(keys.state)
    assert len(captured) == NOTES
    board = page(keys).area.board
    assert board.ids() == [note.id for note in keys.state.notes]
    edits = len(keys.window.context.dialogue.store.history())

    keys.pane_to("Notities")
    keys.hit("Home", "Shift+Right", "Shift+Right")
    assert board.chosen_ids() == board.ids()[:3]
    keys.dialog("G", "=Samen redden we het", "Return")
    keys.hit("S", "D")
    assert len(keys.state.notes) == NOTES + 3
    assert board.chosen_ids() == board.ids()[-3:]
    keys.dialog("M", "=bram", "Return")
    keys.hit("Delete", "Home", "L")
    assert len(board.chosen_ids()) == 20, "all of one persona and kind"
    keys.dialog("M", "=redden", "Return")
    (insight,) = keys.state.insights
    assert sum(insight.id in note.insights for note in keys.state.notes) == 20
    keys.hit("/")
    keys.type("punt 17\n")
    keys.hit("Escape", "Escape")

    while len(keys.state.notes) != NOTES or content(keys.state) != captured:
        assert keys.window.context.dialogue.store.undo_label is not None
        keys.hit("Ctrl+Z")
    assert keys.state.insights == []
    assert board.ids() == [note.id for note in keys.state.notes]
    assert len(keys.window.context.dialogue.store.history()) >= edits, "what was undone is still told"
