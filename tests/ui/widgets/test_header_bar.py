from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel
from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.header_bar import HeaderBar
from tests.helpers.ui import dress

STEPS = [("a", "Ontmoeten"), ("b", "Ervaren"), ("c", "Dromen"), ("d", "Wegen"), ("e", "Adviseren")]


@pytest.fixture
def header(qtbot: QtBot) -> HeaderBar:
    theme = load_theme("light")
    dress(theme, "nl")
    made = HeaderBar(theme)
    qtbot.addWidget(made)
    made.steps.set_steps(STEPS)
    made.steps.show_step("b", "b")
    made.resize(1366, 56)
    made.show()
    return made


def saved_button(header: HeaderBar) -> Button:
    found = header.findChild(Button, "save_state")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("saved", "Alles opgeslagen"),
        ("saving", "Opslaan…"),
        ("unsaved", "Niet opgeslagen"),
        ("readonly", "Alleen bekijken"),
    ],
)
def test_it_says_whether_all_is_saved(header: HeaderBar, state: str, words: str) -> None:
    header.show_saved(state)
    assert saved_button(header).words() == words
    assert saved_button(header).accessibleName() == words


def test_in_a_narrow_window_the_sign_is_enough(header: HeaderBar) -> None:
    header.resize(900, 56)
    assert saved_button(header).words() == ""
    assert header.save_words() == "Alles opgeslagen"
    assert "Alles opgeslagen" in saved_button(header).toolTip()


def test_title_and_meeting_are_literal(header: HeaderBar) -> None:
    header.show_dialogue("<b>Zorg</b> & wonen", "Tafel 4 · De Brink")
    title = header.findChild(ElidedLabel, "dialogue_title")
    assert title is not None
    assert title.whole_text() == "<b>Zorg</b> & wonen"


def test_the_clock_shows_the_time(header: HeaderBar) -> None:
    header.show_time(datetime(2026, 11, 14, 9, 5))
    clock = header.findChild(PlainLabel, "clock")
    assert clock is not None
    assert clock.text() == "09:05"


def test_wishes_come_out_as_signals(header: HeaderBar) -> None:
    said: list[str] = []
    header.home_requested.connect(lambda: said.append("home"))
    header.setup_requested.connect(lambda: said.append("setup"))
    header.save_details_requested.connect(lambda: said.append("saved"))
    for name in ("home", "go_setup", "save_state"):
        button = header.findChild(QPushButton, name)
        assert button is not None
        button.click()
    assert said == ["home", "setup", "saved"]
    header.show_setup(False)
    button = header.findChild(QPushButton, "go_setup")
    assert button is not None
    assert not button.isChecked()


@pytest.mark.parametrize(("width", "scale"), [(1366, 100), (1280, 150), (1280, 200)])
def test_nothing_overlaps_at_any_size(qtbot: QtBot, width: int, scale: int) -> None:
    theme = load_theme("light", scale)
    dress(theme, "nl")
    header = HeaderBar(theme)
    qtbot.addWidget(header)
    header.steps.set_steps(STEPS)
    header.steps.show_step("e", "e")
    header.show_dialogue("Zorg voor morgen", "Vijfde bijeenkomst: adviseren en afspreken")
    header.resize(width, header.sizeHint().height())
    header.show()
    qtbot.wait(1)
    assert header.minimumSizeHint().width() <= width
    parts = [header.steps, saved_button(header), header.findChild(PlainLabel, "clock")]
    places = [part.geometry() for part in parts if part is not None]
    assert all(one.right() < other.left() for one, other in zip(places, places[1:], strict=False))
    assert places[-1].right() <= width
