"""The line that says whether the extra name finder helps."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.extra_finder import ABSENT, BUSY, OFF, ON, ExtraFinder
from tests.helpers.ui import make_context


def _line(qtbot: QtBot) -> tuple[ExtraFinder, list[bool]]:
    line = ExtraFinder(make_context().theme)
    qtbot.addWidget(line)
    told: list[bool] = []
    line.wanted.connect(told.append)
    line.show()
    return line, told


@pytest.mark.parametrize(("state", "button", "bar"), [(ABSENT, 0, 0), (OFF, 1, 0), (BUSY, 1, 1), (ON, 0, 0)])
def test_each_state_says_itself_and_offers_what_can_be_done(
    qtbot: QtBot, state: str, button: int, bar: int
) -> None:
    line, _ = _line(qtbot)
    line.show_state(state)
    assert line.told.text().startswith("Extra naamzoeker: ")
    assert (line.button.isVisible(), line.bar.isVisible()) == (bool(button), bool(bar))


def test_the_button_starts_and_then_stops(qtbot: QtBot) -> None:
    line, told = _line(qtbot)
    line.show_state(OFF)
    line.button.click()
    line.show_state(BUSY)
    line.button.click()
    assert told == [True, False]


def test_how_far_it_is_shows_once_somebody_knows(qtbot: QtBot) -> None:
    line, _ = _line(qtbot)
    line.show_state(BUSY)
    assert line.bar.maximum() == 0
    line.show_state(BUSY, 0.5)
    assert line.bar.value() * 2 == line.bar.maximum()
