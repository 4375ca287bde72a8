from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.step_bar import REPORT, StepBar
from tests.helpers.keys import press
from tests.helpers.ui import dress

STEPS = [("a", "Ontmoeten"), ("b", "Ervaren"), ("c", "Dromen"), ("d", "Wegen"), ("e", "Adviseren")]


@pytest.fixture
def bar(qtbot: QtBot) -> StepBar:
    theme = load_theme("light")
    dress(theme, "nl")
    made = StepBar(theme)
    qtbot.addWidget(made)
    made.set_steps(STEPS)
    made.show_step("c", "d")
    return made


def test_steps_before_the_furthest_are_done_and_one_is_now(bar: StepBar) -> None:
    assert [pill.state for pill in bar.pills()] == ["done", "done", "now", "later", "later", "later"]
    assert bar.pill("c").accessibleName() == "Stap 3, Dromen: hier ben je"


def test_going_back_keeps_what_was_done(bar: StepBar) -> None:
    bar.show_step("a", "d")
    assert [pill.state for pill in bar.pills()][:4] == ["now", "done", "done", "later"]


def test_any_step_and_the_report_can_be_chosen(bar: StepBar) -> None:
    said: list[str] = []
    bar.step_chosen.connect(said.append)
    for value in ("e", "a", REPORT):
        bar.pill(value).click()
    assert said == ["e", "a", REPORT]


def test_a_key_chooses_too(bar: StepBar) -> None:
    said: list[str] = []
    bar.step_chosen.connect(said.append)
    bar.show()
    press(bar.pill("b"), Qt.Key.Key_Space)
    assert said == ["b"]


def test_names_give_way_to_numbers_but_the_one_on_screen_stays(bar: StepBar) -> None:
    bar.show()
    bar.resize(bar.full_width(), 40)
    assert not any(pill.compact for pill in bar.pills())
    bar.resize(bar.short_width(), 40)
    assert [pill.value for pill in bar.pills() if not pill.compact] == ["c"]
    bar.resize(bar.minimumSizeHint().width(), 40)
    assert all(pill.compact for pill in bar.pills())
    assert all(bar.rect().contains(pill.geometry()) for pill in bar.pills())


def test_another_method_has_other_steps(bar: StepBar) -> None:
    bar.set_steps([("x", "Kennismaken"), ("y", "Doen")])
    assert [pill.value for pill in bar.pills()] == ["x", "y", REPORT]


@pytest.mark.parametrize("scale", [100, 200])
def test_every_pill_is_a_large_target(qtbot: QtBot, scale: int) -> None:
    made = StepBar(load_theme("light", scale))
    qtbot.addWidget(made)
    made.set_steps(STEPS)
    made.resize(made.minimumSizeHint())
    assert all(pill.width() >= 32 and pill.height() >= 32 for pill in made.pills())
