from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.suggestion_card import SuggestionCard, SuggestionFace
from tests.helpers.keys import press, type_text
from tests.helpers.ui import dress

FACE = SuggestionFace(
    "s1", "Bus, zondag", False, ("bus", "zondag"), ("<b>De bus</b> rijdt niet", "Geen bus op zondag"), 3
)


def shown(qtbot: QtBot, face: SuggestionFace = FACE, scale: int = 100) -> SuggestionCard:
    theme = load_theme("light", scale)
    dress(theme)
    card = SuggestionCard(theme, face)
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is card)
    card.setFocus()
    return card


def test_it_tells_name_number_reason_and_first_notes_as_they_are(qtbot: QtBot) -> None:
    card = shown(qtbot)
    assert card.name.text() == "Bus, zondag"
    assert card.count.text() == "3 notities · nieuw inzicht"
    assert card.why.whole_text() == "Gedeeld: bus, zondag"
    assert [label.whole_text() for label in card.notes] == [
        "– <b>De bus</b> rijdt niet",
        "– Geen bus op zondag",
        "",
    ]
    for part in ("Bus, zondag", "3 notities", "Gedeeld: bus, zondag", "<b>De bus</b> rijdt niet"):
        assert part in card.accessibleName()


def test_at_large_text_number_and_reason_stay(qtbot: QtBot) -> None:
    card = shown(qtbot, scale=200)
    assert card.why.whole_text() == "3 · Gedeeld: bus, zondag"
    assert "Geen bus op zondag" in card.accessibleName()
    assert card.take.accessibleName() == "Overnemen: Bus, zondag"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_accepts(qtbot: QtBot, key: Qt.Key) -> None:
    card = shown(qtbot)
    with qtbot.waitSignal(card.accepted) as got:
        press(card, key)
    assert got.args == ["s1"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_refuses(qtbot: QtBot, key: Qt.Key) -> None:
    card = shown(qtbot)
    with qtbot.waitSignal(card.refused) as got:
        press(card, key)
    assert got.args == ["s1"]


def test_the_buttons_do_the_same(qtbot: QtBot) -> None:
    card = shown(qtbot)
    with qtbot.waitSignal(card.accepted):
        card.take.click()
    with qtbot.waitSignal(card.refused):
        card.drop.click()


@pytest.mark.parametrize(
    ("key", "by"),
    [(Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Home, -1000), (Qt.Key.Key_End, 1000)],
)
def test_arrows_step(qtbot: QtBot, key: Qt.Key, by: int) -> None:
    card = shown(qtbot)
    with qtbot.waitSignal(card.stepped) as got:
        press(card, key)
    assert got.args == ["s1", by]


def test_its_keys_are_kept_from_the_page(qtbot: QtBot) -> None:
    card = shown(qtbot)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Escape):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(card, event)
        assert event.isAccepted()


def test_the_name_can_be_changed_and_enter_accepts_it(qtbot: QtBot) -> None:
    card = shown(qtbot)
    press(card, Qt.Key.Key_F2)
    assert card.name.hasFocus()
    type_text(card.name, "Vervoer in het weekend")
    with qtbot.waitSignal(card.accepted):
        press(card.name, Qt.Key.Key_Return)
    assert card.title() == "Vervoer in het weekend"
    card.show_face(FACE)
    assert card.title() == "Vervoer in het weekend"


def test_escape_in_the_name_brings_it_back_and_returns_to_the_card(qtbot: QtBot) -> None:
    card = shown(qtbot)
    closed: list[None] = []
    card.closed.connect(lambda: closed.append(None))
    press(card, Qt.Key.Key_F2)
    type_text(card.name, "anders")
    press(card.name, Qt.Key.Key_Escape)
    assert (card.title(), card.hasFocus(), closed) == ("Bus, zondag", True, [])
    press(card, Qt.Key.Key_Escape)
    assert closed == [None]


def test_a_group_that_joins_keeps_the_name_of_its_insight(qtbot: QtBot) -> None:
    card = shown(qtbot, SuggestionFace("s2", "Vervoer", True, ("bus",), ("De bus",), 1))
    press(card, Qt.Key.Key_F2)
    assert not card.name.isVisible()
    assert card.hasFocus()
    assert card.title() == "Vervoer"
    assert card.count.text() == "1 notitie · bij een inzicht dat er al is"


def test_being_looked_at_is_told(qtbot: QtBot) -> None:
    card = shown(qtbot)
    with qtbot.waitSignal(card.looked_at) as left:
        card.name.setFocus()
    assert left.args == ["s1", False]
    with qtbot.waitSignal(card.looked_at) as came:
        card.setFocus()
    assert came.args == ["s1", True]
