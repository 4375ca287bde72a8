"""The buttons that zoom: named, told in words, and out of the way of the keyboard on the board."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.ui.board.zoom_bar import ZoomBar
from facilitator.ui.kit.buttons import Button
from tests.helpers.ui import make_context


@pytest.fixture
def bar(qtbot: QtBot) -> ZoomBar:
    made = ZoomBar(make_context(language="en").theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_button_tells_its_wish(qtbot: QtBot, bar: ZoomBar) -> None:
    for button, signal in (
        (bar.smaller, bar.out_wanted),
        (bar.larger, bar.in_wanted),
        (bar.percent, bar.full_wanted),
        (bar.fit, bar.fit_wanted),
    ):
        with qtbot.waitSignal(signal, timeout=500):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.map_toggled, timeout=500) as told:
        QTest.mouseClick(bar.map, Qt.MouseButton.LeftButton)
    assert told.args == [False]


def test_the_zoom_is_told_in_words(bar: ZoomBar) -> None:
    for zoom, words in ((1.0, "100 %"), (0.05, "5 %"), (0.004, "0.4 %"), (4.0, "400 %")):
        bar.set_zoom(zoom)
        assert bar.percent.words() == words
        assert words in bar.percent.accessibleName()


def test_buttons_are_named_large_enough_and_leave_the_focus_when_clicked(bar: ZoomBar) -> None:
    for button in bar.findChildren(Button):
        assert button.accessibleName()
        assert min(button.width(), button.height()) >= 32
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_at_large_text_sizes_the_bar_stays_small_and_its_words_whole(qtbot: QtBot) -> None:
    large = ZoomBar(make_context(scale=200).theme)
    qtbot.addWidget(large)
    large.show()
    assert large.height() == 54 + 6
    assert {button.height() for button in large.findChildren(Button)} == {54}
    assert large.percent.width() >= large.percent.sizeHint().width()
