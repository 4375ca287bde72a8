from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.suggestion_card import SuggestionFace
from facilitator.ui.widgets.suggestion_strip import MOST, SuggestionStrip
from tests.helpers import lint
from tests.helpers.keys import press, type_text
from tests.helpers.ui import dress


def faces(number: int) -> list[SuggestionFace]:
    return [
        SuggestionFace(f"s{n}", f"Groep {n}", False, (f"woord{n}",), (f"Notitie {n}",), 2)
        for n in range(number)
    ]


def shown(qtbot: QtBot, number: int = 3, scale: int = 100) -> SuggestionStrip:
    theme = load_theme("light", scale)
    dress(theme)
    strip = SuggestionStrip(theme)
    qtbot.addWidget(strip)
    strip.show_cards(faces(number), number)
    strip.resize(900, strip.sizeHint().height())
    strip.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is strip)
    strip.focus_cards()
    return strip


def test_arrows_walk_over_the_cards_and_stop_at_the_ends(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    press(strip.cards[0], Qt.Key.Key_Right)
    assert strip.focused() is strip.cards[1]
    press(strip.cards[1], Qt.Key.Key_End)
    press(strip.cards[2], Qt.Key.Key_Right)
    assert strip.focused() is strip.cards[2]
    press(strip.cards[2], Qt.Key.Key_Home)
    press(strip.cards[0], Qt.Key.Key_Left)
    assert strip.focused() is strip.cards[0]


def test_accepting_one_tells_its_id_and_name(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    press(strip.cards[0], Qt.Key.Key_F2)
    type_text(strip.cards[0].name, "Vervoer")
    with qtbot.waitSignal(strip.accepted) as got:
        press(strip.cards[0].name, Qt.Key.Key_Return)
    assert got.args == [[("s0", "Vervoer")]]
    assert strip.titles() == {"s0": "Vervoer"}


def test_accepting_all_takes_what_is_shown_and_no_more(qtbot: QtBot) -> None:
    strip = shown(qtbot, 20)
    assert len(strip.cards) == MOST
    assert strip.title.text() == f"{MOST} van 20 groepen"
    with qtbot.waitSignal(strip.accepted) as got:
        strip.all.click()
    assert got.args == [[(f"s{n}", f"Groep {n}") for n in range(MOST)]]


def test_refusing_tells_which(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    with qtbot.waitSignal(strip.refused) as got:
        press(strip.cards[0], Qt.Key.Key_Delete)
    assert got.args == ["s0"]


def test_when_a_card_goes_the_keyboard_is_on_the_next(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    strip.cards[1].setFocus()
    strip.show_cards([faces(3)[0], faces(3)[2]], 2)
    assert strip.focused() is strip.cards[1]
    assert strip.cards[1].face.id == "s2"
    strip.show_cards([faces(3)[0]], 1)
    assert strip.focused() is strip.cards[0]
    assert strip.title.text() == "1 groep voorgesteld"


def test_a_name_being_typed_survives_what_others_change(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    press(strip.cards[0], Qt.Key.Key_F2)
    type_text(strip.cards[0].name, "Mijn naam")
    strip.show_cards([replace(face, count=5) for face in faces(3)], 3)
    assert strip.cards[0].name.text() == "Mijn naam"
    assert strip.cards[0].name.hasFocus()
    assert strip.cards[0].count.text().startswith("5 notities")
    assert strip.titles() == {"s0": "Mijn naam"}


def test_names_typed_before_can_be_given_back(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    strip.set_titles({"s1": "Anders", "weg": "Weg"})
    assert [card.title() for card in strip.cards] == ["Groep 0", "Anders", "Groep 2"]


def test_escape_closes_and_stops(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    with qtbot.waitSignal(strip.closed):
        press(strip.cards[0], Qt.Key.Key_Escape)
    strip.show_looking()
    with qtbot.waitSignal(strip.stopped):
        press(strip.stop, Qt.Key.Key_Escape)
    with qtbot.waitSignal(strip.stopped):
        strip.stop.click()


def test_looking_shows_how_far_and_offers_nothing_else(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    strip.show_looking()
    strip.set_progress(0.42)
    assert strip.progress.value() == 420
    assert strip.cards == []
    visible = [strip.progress, strip.stop]
    assert all(widget.isVisible() for widget in visible)
    assert not any(widget.isVisible() for widget in (strip.all, strip.row, strip.close_button))


def test_nothing_found_is_told_and_can_be_closed(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    strip.show_nothing("Niets gevonden", "De notities blijven los")
    assert (strip.title.text(), strip.hint.text()) == ("Niets gevonden", "De notities blijven los")
    strip.focus_cards()
    with qtbot.waitSignal(strip.closed):
        press(strip.close_button, Qt.Key.Key_Space)


def test_what_is_looked_at_is_told_once_the_eye_rests(qtbot: QtBot) -> None:
    strip = shown(qtbot)
    seen: list[str] = []
    strip.looked_at.connect(seen.append)
    press(strip.cards[0], Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["s1"]
    strip.cards[1].name.setFocus()
    qtbot.waitUntil(lambda: len(seen) > 1)
    assert seen[-1] == "s1"
    strip.close_button.setFocus()
    qtbot.waitUntil(lambda: seen[-1] == "")


def test_at_large_text_everything_stands_on_one_line(qtbot: QtBot) -> None:
    strip = shown(qtbot, scale=200)
    theme = load_theme("light", 200)
    assert strip.sizeHint().height() < theme.px(95)
    assert strip.all.accessibleName() == "Alle getoonde overnemen"
    assert all(card.take.isVisible() and card.drop.isVisible() for card in strip.cards)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_strip_can_be_heard_reached_hit_and_read(qtbot: QtBot, look: str, scale: int) -> None:
    theme = load_theme(look, scale)
    dress(theme)
    strip = SuggestionStrip(theme)
    qtbot.addWidget(strip)
    joins = SuggestionFace(
        "s9", "Een lange naam van een inzicht dat er al is, met veel woorden", True, ("a",), ("b",), 1
    )
    for show in (
        strip.show_looking,
        lambda: strip.show_cards([*faces(2), joins], 3),
        lambda: strip.show_nothing("Dat was alles.", "De andere notities blijven los."),
    ):
        show()
        strip.resize(theme.px(800), strip.sizeHint().height())
        assert lint.faults(strip) + lint.faint(strip) == []


def test_no_card_is_wider_than_the_row_shows(qtbot: QtBot) -> None:
    strip = shown(qtbot, scale=150)
    strip.resize(500, strip.height())
    QApplication.processEvents()
    assert all(card.width() <= strip.row.viewport().width() for card in strip.cards)
    strip.resize(1800, strip.height())
    QApplication.processEvents()
    assert len({card.width() for card in strip.cards}) == 1
    assert strip.cards[0].width() > 400
