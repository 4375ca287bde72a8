from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.dialogue_card import CardFace, DialogueCard
from tests.helpers.keys import press
from tests.helpers.ui import dress

LONG = "Alle avonden samen met de notities van zeven bestanden en nog veel meer woorden"


def card(qtbot: QtBot, title: str = "Zorg voor morgen", progress: tuple[int, int] = (2, 5)) -> DialogueCard:
    theme = load_theme("light")
    dress(theme, "nl")
    made = DialogueCard(theme, CardFace(title, "De Brink · 14 november", "96 notities · vandaag", progress))
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
    face = CardFace("kapot", "kapot.dialoog", "Kan niet worden geopend")
    bad = DialogueCard(theme, replace(face, faulty=True))
    good = DialogueCard(theme, face)
    for each in (bad, good):
        qtbot.addWidget(each)
        each.resize(each.sizeHint())
    assert bad.grab().toImage() != good.grab().toImage()


def test_its_menu_opens_by_key_and_by_button_and_the_button_opens_no_dialogue(qtbot: QtBot) -> None:
    made = card(qtbot)
    made.show()
    wanted: list[QPoint] = []
    opened: list[bool] = []
    made.menu_wanted.connect(wanted.append)
    made.clicked.connect(opened.append)
    middle = made.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, made.mapToGlobal(middle))
    QApplication.sendEvent(made, event)
    assert len(wanted) == 1
    button = made.findChild(QPushButton, "more")
    assert button is not None
    assert not button.isVisible()
    made.show_face(replace(made.face, sign="lock", more=True))
    assert button.isVisible()
    assert "Zorg voor morgen" in button.accessibleName()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (len(wanted), opened) == (2, [])


def test_another_face_on_the_same_card_is_seen_and_heard(qtbot: QtBot) -> None:
    made = card(qtbot)
    before = made.grab().toImage()
    made.show_face(replace(made.face, notes="97 notities · vandaag"))
    assert made.accessibleName().endswith("97 notities · vandaag")
    assert made.grab().toImage() != before
