"""What can be done with chosen notes of a step page beyond what every page can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.services import grouping
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.new_insight_dialog import NewInsightDialog
from tests.helpers.keys import press, type_text
from tests.helpers.step_pages import Stage, answer, choose, new_dialogue, notes, open_step, page_of, write

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def shown(qtbot: QtBot, store: SessionStore) -> Stage:
    made = open_step(qtbot, store)
    for text in ("een", "twee", "drie"):
        write(made, text)
    page_of(made).area.view.setFocus()
    return made


def test_d_makes_twins_that_are_chosen(shown: Stage, store: SessionStore) -> None:
    choose(shown, 0, 2)
    press(page_of(shown).area.view, Qt.Key.Key_D)
    assert [note.text for note in notes(shown)] == ["een", "twee", "drie", "een", "drie"]
    assert page_of(shown).area.board.chosen_ids() == [note.id for note in notes(shown)[3:]]
    store.undo()
    assert len(notes(shown)) == 3


def test_g_makes_an_insight_of_what_is_chosen(shown: Stage, store: SessionStore) -> None:
    def name(dialog: QDialog) -> None:
        assert isinstance(dialog, NewInsightDialog)
        type_text(dialog.title, "Samen\n")

    choose(shown, 0, 1)
    answer(name)
    press(page_of(shown).area.view, Qt.Key.Key_G)
    (insight,) = store.state.insights
    assert insight.title == "Samen"
    assert [len(note.insights) for note in notes(shown)] == [1, 1, 0]
    choose(shown, 0)
    shown.do("unplace")
    assert [len(note.insights) for note in notes(shown)] == [0, 1, 0]


def test_m_moves_to_an_insight_and_shift_m_also(shown: Stage, store: SessionStore) -> None:
    one = grouping.new_insight(store, "Eerste")
    two = grouping.new_insight(store, "Tweede")

    def take(words: str) -> None:
        answer(lambda dialog: (type_text(dialog.field, words), dialog.accept()))  # pyright: ignore[reportAttributeAccessIssue]

    view = page_of(shown).area.view
    choose(shown, 0)
    take("eerst")
    press(view, Qt.Key.Key_M)
    assert notes(shown)[0].insights == (one,)
    take("tweed")
    press(view, Qt.Key.Key_M, SHIFT)
    assert notes(shown)[0].insights == (one, two)


def test_l_chooses_all_like_this(shown: Stage) -> None:
    press(page_of(shown).capture.field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    write(shown, "een zorg")
    page_of(shown).area.view.setFocus()
    choose(shown, 0)
    press(page_of(shown).area.view, Qt.Key.Key_L)
    assert [note.text for note in notes(shown) if note.id in page_of(shown).area.board.chosen_ids()] == [
        "een",
        "twee",
        "drie",
    ]
