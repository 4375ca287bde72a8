from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.chosen_bar import ChosenBar
from tests.helpers.ui import make_context

WISHES = [("open", "eye", "Openen"), ("split", "split", "Splitsen…"), ("delete", "trash", "Verwijderen")]


def make(qtbot: QtBot, scale: int = 100) -> ChosenBar:
    theme = make_context(scale=scale).theme
    made = ChosenBar(theme, WISHES, for_one=("open", "split"), looking=("open",))
    qtbot.addWidget(made)
    return made


def shown(bar: ChosenBar) -> list[str]:
    return [name for name, button in bar.buttons.items() if not bar.isHidden() and not button.isHidden()]


def test_it_offers_what_can_be_done_with_so_many(qtbot: QtBot) -> None:
    bar = make(qtbot)
    for number, names in ((0, []), (1, ["open", "split", "delete"]), (3, ["delete"])):
        bar.show_for(number)
        assert shown(bar) == names


def test_for_looking_it_offers_nothing_that_changes(qtbot: QtBot) -> None:
    bar = make(qtbot)
    bar.set_readonly()
    for number, names in ((1, ["open"]), (2, [])):
        bar.show_for(number)
        assert shown(bar) == names


@pytest.mark.parametrize("scale", [100, 200])
def test_a_button_asks_by_name_and_says_its_words_at_every_size(qtbot: QtBot, scale: int) -> None:
    bar = make(qtbot, scale)
    bar.show_for(1)
    asked: list[str] = []
    bar.asked.connect(asked.append)
    for button in bar.buttons.values():
        button.click()
    assert asked == ["open", "split", "delete"]
    assert [b.accessibleName() or b.words() for b in bar.buttons.values()] == [words for *_, words in WISHES]
