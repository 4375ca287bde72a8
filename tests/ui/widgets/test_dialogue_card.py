from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.dialogue_card import DialogueCard
from tests.helpers.keys import press
from tests.helpers.ui import dress

LONG = "Alle avonden samen met de notities van zeven bestanden en nog veel meer woorden"


def card(qtbot: QtBot, title: str = "Zorg voor morgen", progress: tuple[int, int] = (2, 5)) -> DialogueCard:
    theme = load_theme("light")
    dress(theme, "nl")
    made = DialogueCard(theme, title, "De Brink · 14 november", "96 notities · vandaag", progress)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def test_it_speaks_all_it_shows(qtbot: QtBot) -> None:
    said = card(qtbot).accessibleName()
    assert said == "Zorg voor morgen, De Brink · 14 november, stap 2 van 5, 96 notities · vandaag"


def test_a_key_opens_it_and_the_focus_shows(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    one, other = card(qtbot), card(qtbot)
    layout.addWidget(one)
    layout.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    before = one.grab().toImage()
    one.setFocus()
    assert one.grab().toImage() != before
    with qtbot.waitSignal(one.clicked, timeout=500):
        press(one, Qt.Key.Key_Space)


def test_progress_is_seen(qtbot: QtBot) -> None:
    assert card(qtbot, progress=(1, 5)).grab().toImage() != card(qtbot, progress=(4, 5)).grab().toImage()


def test_a_long_title_takes_two_lines_and_no_more(qtbot: QtBot) -> None:
    short, long = card(qtbot), card(qtbot, LONG)
    assert (short.title_lines(), long.title_lines()) == (1, 2)
    short.reserve_lines(1)
    long.reserve_lines(2)
    assert short.sizeHint().height() < long.sizeHint().height()


@pytest.mark.parametrize("title", ["", "x" * 400, "<b>vet</b> & meer", "مرحبا"])
def test_any_title_can_be_painted(qtbot: QtBot, title: str) -> None:
    assert not card(qtbot, title, (0, 0)).grab().isNull()


def test_a_file_that_cannot_be_opened_warns(qtbot: QtBot) -> None:
    theme = load_theme("light")
    bad = DialogueCard(theme, "kapot", "kapot.dialoog", "Kan niet worden geopend", faulty=True)
    good = DialogueCard(theme, "kapot", "kapot.dialoog", "Kan niet worden geopend")
    for each in (bad, good):
        qtbot.addWidget(each)
        each.resize(each.sizeHint())
    assert bad.grab().toImage() != good.grab().toImage()
