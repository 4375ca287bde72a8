"""Counting by keys: numbers, Enter, plus, equals, delete, and nothing typed gets lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from facilitator.domain.tally import tally
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.count_grid import CountGrid, two_lines
from facilitator.ui.dialogs.count_words import BallotWords
from tests.helpers import lint
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context
from tests.ui.dialogs.count_rounds import dialogue, dots, insight

Told = list[tuple[str, str, str, int]]


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with dialogue(tmp_path) as opened:
        dots(opened, unit="table")
        yield opened


def make(qtbot: QtBot, store: SessionStore, theme: str = "light") -> tuple[CountGrid, Told]:
    context = make_context(store, theme=theme)
    grid = CountGrid(context.theme)
    qtbot.addWidget(grid)
    told = tally(store.state, store.state.ballots[-1])
    grid.cells.show(told, BallotWords(context).table(told))
    heard: Told = []
    grid.added.connect(lambda *what: heard.append(what))
    grid.resize(900, 400)
    grid.show()
    grid.go_to_first()
    grid.setFocus()
    return grid, heard


def here(grid: CountGrid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_enter_counts_and_goes_down_and_then_to_the_next_column(qtbot: QtBot, store: SessionStore) -> None:
    grid, heard = make(qtbot, store)
    type_text(grid, "12\n0\n7\n3\n")
    first, second, third = (insight(store, n) for n in range(3))
    assert heard == [
        (first, "1", "dot", 12),
        (second, "1", "dot", 0),
        (third, "1", "dot", 7),
        (first, "2", "dot", 3),
    ]
    assert here(grid) == (1, 1)


def test_plus_adds_a_pile_and_stays_and_an_empty_enter_only_goes_on(
    qtbot: QtBot, store: SessionStore
) -> None:
    grid, heard = make(qtbot, store)
    type_text(grid, "5+3\n\n")
    assert [what[3] for what in heard] == [5, 3]
    assert {what[0] for what in heard} == {insight(store, 0)}
    assert here(grid) == (2, 0)


def test_equals_sets_the_sum_and_delete_takes_the_last_pile(qtbot: QtBot, store: SessionStore) -> None:
    grid, heard = make(qtbot, store)
    exact: Told = []
    taken: list[tuple[str, str, str]] = []
    grid.recounted.connect(lambda *what: exact.append(what))
    grid.taken.connect(lambda *what: taken.append(what))
    type_text(grid, "=7\n")
    press(grid, Qt.Key.Key_Delete)
    assert exact == [(insight(store, 0), "1", "dot", 7)]
    assert taken == [(insight(store, 1), "1", "dot")]
    assert heard == []


def test_going_elsewhere_counts_what_was_typed_and_escape_does_not(qtbot: QtBot, store: SessionStore) -> None:
    grid, heard = make(qtbot, store)
    type_text(grid, "4")
    press(grid, Qt.Key.Key_Right)
    assert heard == [(insight(store, 0), "1", "dot", 4)]
    type_text(grid, "9")
    press(grid, Qt.Key.Key_Escape)
    press(grid, Qt.Key.Key_Down)
    type_text(grid, "82\b")
    assert grid.typed() == "8"
    press(grid, Qt.Key.Key_Delete)
    assert grid.typed() == ""
    assert len(heard) == 1
    assert here(grid) == (1, 1)


def test_arrows_stay_within_what_is_counted(qtbot: QtBot, store: SessionStore) -> None:
    grid, _ = make(qtbot, store)
    for _n in range(12):
        press(grid, Qt.Key.Key_Right)
        press(grid, Qt.Key.Key_Down)
    assert here(grid) == (2, 2)
    type_text(grid, "1234567890")
    assert grid.typed() == "123456"


def test_a_closed_round_takes_no_number(qtbot: QtBot, store: SessionStore) -> None:
    grid, heard = make(qtbot, store)
    type_text(grid, "4")
    grid.set_readonly(True)
    type_text(grid, "5\n")
    assert heard == []
    assert here(grid) == (1, 0)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_is_typed_stands_out(qtbot: QtBot, store: SessionStore, theme: str) -> None:
    grid, _ = make(qtbot, store, theme)
    before = grid.viewport().grab(grid.visualRect(grid.currentIndex())).toImage()
    type_text(grid, "88")
    after = grid.viewport().grab(grid.visualRect(grid.currentIndex())).toImage()
    assert before != after
    assert lint.contrast_drawn(after) >= 4.5


def test_titles_get_two_lines_and_the_room_the_columns_leave(qtbot: QtBot, store: SessionStore) -> None:
    grid, _ = make(qtbot, store)
    metrics = QFontMetrics(grid.font())
    text = "Fatima heeft iemand nodig die naar het hele verhaal vraagt"
    whole = metrics.horizontalAdvance(text)
    assert two_lines(text, metrics, whole) == [text]
    assert two_lines("", metrics, 100) == []
    first, second = two_lines(text, metrics, round(whole * 0.6))
    assert f"{first} {second}" == text
    first, second = two_lines(text, metrics, whole // 4)
    assert second.endswith("…")
    assert all(metrics.horizontalAdvance(line) <= whole // 4 for line in (first, second))
    narrow = grid.verticalHeader().width()
    grid.resize(1300, 400)
    assert grid.verticalHeader().width() > narrow
