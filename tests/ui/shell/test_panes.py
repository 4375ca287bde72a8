from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.shell.panes import cycle


@pytest.fixture
def panes(qtbot: QtBot) -> Iterator[list[QWidget]]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    made: list[QWidget] = []
    for _ in range(3):
        pane = QWidget(window)
        inner = QHBoxLayout(pane)
        inner.addWidget(QLabel("woorden"))
        inner.addWidget(QLineEdit())
        inner.addWidget(QPushButton("knop"))
        layout.addWidget(pane)
        made.append(pane)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield made
    window.close()


def holder(panes: list[QWidget], widget: QWidget | None) -> int:
    assert widget is not None
    return next(n for n, pane in enumerate(panes) if pane.isAncestorOf(widget))


def test_it_goes_round_and_lands_on_the_first_field(panes: list[QWidget]) -> None:
    landed = [cycle(panes) for _ in range(4)]
    assert [holder(panes, widget) for widget in landed][1:] in ([1, 2, 0], [2, 0, 1])
    assert all(isinstance(widget, QLineEdit) for widget in landed)


def test_backwards_is_the_other_way_round(panes: list[QWidget]) -> None:
    there = holder(panes, cycle(panes))
    back = holder(panes, cycle(panes, backwards=True))
    assert (there - back) % 3 == 1


def test_a_folded_pane_is_passed_over(panes: list[QWidget]) -> None:
    panes[1].hide()
    landed = {holder(panes, cycle(panes)) for _ in range(4)}
    assert landed == {0, 2}


def test_a_pane_without_anything_to_focus_is_passed_over(panes: list[QWidget]) -> None:
    for field in panes[0].findChildren(QWidget):
        field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert {holder(panes, cycle(panes)) for _ in range(3)} == {1, 2}


def test_without_panes_nothing_happens(qtbot: QtBot) -> None:
    assert cycle([]) is None
