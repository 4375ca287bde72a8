"""One filter as a chip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.filter_chip import LONGEST, FilterChip, FilterKind, FilterValue
from tests.helpers.keys import press
from tests.helpers.ui import make_context

MEETINGS = FilterKind(
    "meeting",
    "Bijeenkomst",
    (
        FilterValue("meeting", "m1", "Avond in het buurthuis van de wijk Zuid, met koffie en krentenwegge"),
        FilterValue("meeting", "", "<b>A</b> & B"),
    ),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def chip(window: QWidget) -> FilterChip:
    made = FilterChip(make_context().theme, "nl", MEETINGS, [("meeting", "")], window)
    made.show()
    return made


def test_what_was_ticked_before_is_ticked(chip: FilterChip) -> None:
    assert [value.value for value in chip.ticked()] == [""]
    assert chip.drop.isVisible()


def test_words_of_people_are_shown_as_they_are(chip: FilterChip) -> None:
    assert chip.button.words() == "Bijeenkomst: <b>A</b> & B"
    assert chip.menu.title() == "Bijeenkomst: <b>A</b> && B"
    chip.set_counts({"meeting": {"": 12_345}})
    assert chip.menu.actions()[1].text() == "<b>A</b> && B\t12.345"


def test_a_long_name_is_shortened_in_the_chip_and_spoken_whole(chip: FilterChip) -> None:
    chip.set_ticked([("meeting", "m1")])
    words = chip.button.words()
    assert words.endswith("…")
    assert chip.button.fontMetrics().horizontalAdvance(words) <= LONGEST
    assert chip.button.accessibleName().endswith("krentenwegge")


def test_what_is_ticked_can_be_unticked_even_when_it_finds_nothing(chip: FilterChip) -> None:
    told: list[None] = []
    chip.changed.connect(lambda: told.append(None))
    chip.set_counts({})
    first, second = chip.menu.actions()[:2]
    assert (first.isEnabled(), second.isEnabled()) == (False, True)
    second.trigger()
    assert chip.ticked() == []
    assert len(told) == 1


def test_all_ticks_go_at_once_and_only_when_there_are_some(chip: FilterChip) -> None:
    told: list[None] = []
    chip.changed.connect(lambda: told.append(None))
    none = chip.menu.actions()[-1]
    assert none.isEnabled()
    none.trigger()
    assert chip.ticked() == []
    assert not none.isEnabled()
    press(chip.button, Qt.Key.Key_Backspace)
    assert len(told) == 1


def test_setting_ticks_tells_nobody(chip: FilterChip) -> None:
    told: list[None] = []
    chip.changed.connect(lambda: told.append(None))
    chip.set_ticked([("meeting", "m1"), ("kind", "worry")])
    assert [value.value for value in chip.ticked()] == ["m1"]
    assert told == []
