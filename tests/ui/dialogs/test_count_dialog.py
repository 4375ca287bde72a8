"""Counting with the control total in view, and the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services import grouping, voting
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.count_dialog import CountDialog
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context
from tests.ui.dialogs.count_rounds import dialogue, dots, hands, insight


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with dialogue(tmp_path) as opened:
        yield opened


def make(qtbot: QtBot, store: SessionStore, ballot: str, **looks: object) -> CountDialog:
    dialog = CountDialog(make_context(store, **looks), ballot)  # pyright: ignore[reportArgumentType]
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog, 5000)
    return dialog


def test_the_control_total_follows_every_pile(qtbot: QtBot, store: SessionStore) -> None:
    id = dots(store, unit="table", attendance={"1": "8", "2": "8", "3": "9"})
    dialog = make(qtbot, store, id)
    assert dialog.control.text() == "0 van 75 stippen geteld, ▽ 75 te weinig"
    voting.add_pile(store, id, insight(store, 0), 26, unit="1")
    assert dialog.control.text() == "26 van 75 stippen geteld, ▽ 49 te weinig"
    assert dialog.here.text() == "Tafel 1: 26 van 24 stippen geteld, ▲ 2 te veel · 8 vakjes nog niet geteld"
    press(dialog.grid, Qt.Key.Key_Right)
    assert dialog.here.text().startswith("Tafel 2: 0 van 24")
    store.undo()
    assert dialog.control.text().startswith("0 van 75")


def test_hands_are_checked_for_what_one_stands_on(qtbot: QtBot, store: SessionStore) -> None:
    id = hands(store)
    voting.add_pile(store, id, store.state.advices[0].id, 7, choice="for")
    dialog = make(qtbot, store, id)
    assert dialog.here.text().startswith(
        "1.1 Advies over: Bellen is eng: 7 van 10 handen geteld, ▽ 3 te weinig"
    )
    assert dialog.take_over.isVisible()
    assert dialog.take_over.isEnabled()


def test_what_is_typed_goes_out_as_a_wish_also_when_one_closes(qtbot: QtBot, store: SessionStore) -> None:
    dialog = make(qtbot, store, dots(store))
    added: list[tuple[str, str, str, int]] = []
    asked: list[str] = []
    dialog.added.connect(lambda *what: added.append(what))
    dialog.asked.connect(asked.append)
    type_text(dialog.grid, "5\n")
    press(dialog.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(dialog.grid, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["undo", "redo"]
    type_text(dialog.grid, "7")
    dialog.reject()
    assert added == [(insight(store, 0), "", "dot", 5), (insight(store, 1), "", "dot", 7)]
    assert store.state.piles == []


def test_enter_counts_and_does_not_close(qtbot: QtBot, store: SessionStore) -> None:
    dialog = make(qtbot, store, dots(store))
    for _ in range(5):
        press(dialog.grid, Qt.Key.Key_Return)
    assert dialog.isVisible()
    press(dialog.grid, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_outcome_takes_the_place_of_the_table(qtbot: QtBot, store: SessionStore) -> None:
    id = dots(store)
    voting.add_pile(store, id, insight(store, 2), 9)
    dialog = make(qtbot, store, id)
    assert not dialog.results.isVisible()
    dialog.switch.button("result").click()
    assert dialog.results.isVisible()
    assert not dialog.grid.isVisible()
    assert dialog.results.rows()[0].title == "Een vast gezicht"
    assert dialog.control.isVisible()


def test_rounds_are_chosen_closed_and_gone(qtbot: QtBot, store: SessionStore) -> None:
    first, second = dots(store), dots(store, title="Ronde 2")
    dialog = make(qtbot, store, second)
    assert [dialog.rounds.itemText(n) for n in range(2)] == ["Ronde 1", "Ronde 2"]
    dialog.rounds.setCurrentIndex(0)
    dialog.rounds.activated.emit(0)
    assert dialog.ballot == first
    voting.close_ballot(store, first)
    assert dialog.actions_of["reopen"].isVisible()
    assert not dialog.actions_of["close"].isVisible()
    type_text(dialog.grid, "4\n")
    assert store.state.piles == []
    voting.delete_ballot(store, first)
    assert dialog.ballot == second
    assert not dialog.rounds.isVisible()
    voting.delete_ballot(store, second)
    assert not dialog.isVisible()


def test_counts_for_what_is_gone_and_refusals_are_told(qtbot: QtBot, store: SessionStore) -> None:
    id = dots(store)
    voting.add_pile(store, id, insight(store, 0), 4)
    dialog = make(qtbot, store, id)
    grouping.delete_insight(store, insight(store, 0))
    assert dialog.here.text() == "2 vakjes nog niet geteld · 4 op iets dat er niet meer is"
    dialog.show_refusal(UserError("ballot.is_closed"))
    (refusal,) = dialog.findChildren(PlainLabel, "refusal")
    assert refusal.isVisible()
    voting.add_pile(store, id, insight(store, 0), 1)
    assert not refusal.isVisible()


def test_large_letters_keep_the_control_total_and_the_cell_in_view(qtbot: QtBot, store: SessionStore) -> None:
    dialog = make(qtbot, store, dots(store), scale=200)
    dialog.resize(1232, 656)
    qtbot.waitUntil(lambda: dialog.grid.height() > 0)
    cell = dialog.grid.visualRect(dialog.grid.currentIndex())
    bottom = dialog.grid.viewport().mapTo(dialog, cell.bottomLeft()).y()
    assert bottom <= dialog.control.mapTo(dialog, dialog.control.rect().topLeft()).y()
    assert dialog.control.visibleRegion().boundingRect().height() == dialog.control.height()
