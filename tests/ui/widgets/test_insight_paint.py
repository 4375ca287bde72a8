from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import BODY, THEMES, load_theme
from facilitator.ui.widgets.insight_paint import CardPainter, CardState, text_lines
from tests.ui.widgets.card_rows import goal, insight, note

BOX = QRectF(10, 10, 360, 220)


def drawn(theme_name: str, state: CardState, title: str = "Rust", scale: int = 100) -> QImage:
    theme = load_theme(theme_name, scale)
    image = QImage(400, 240, QImage.Format.Format_ARGB32)
    image.fill(theme.page)
    painter = QPainter(image)
    CardPainter(theme).insight(painter, BOX, insight(title), state)
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEMES)
def test_every_state_of_a_card_looks_different(qtbot: QtBot, theme: str) -> None:
    states = [CardState(), CardState(chosen=True), CardState(at=True), CardState(target=True)]
    pictures = [drawn(theme, state) for state in states]
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[n + 1 :])


@pytest.mark.parametrize("theme", THEMES)
def test_the_notes_on_a_card_have_the_colour_of_their_kind(qtbot: QtBot, theme: str) -> None:
    image = drawn(theme, CardState())
    wanted = load_theme(theme).note("worry").rgb()
    seen = {image.pixel(x, y) for x in range(30, 120, 3) for y in range(60, 180, 3)}
    assert wanted in seen


def test_hostile_and_endless_titles_stay_on_the_card(qtbot: QtBot) -> None:
    for title in ("<b>vet</b> & =1+1 😀 مرحبا", "x" * 10_000, "woord " * 500, ""):
        image = drawn("light", CardState(), title)
        outside = [image.pixelColor(x, y) for x in (0, 395) for y in range(0, 240, 5)]
        assert set(map(QColor.name, outside)) == {load_theme("light").page.name()}


def test_lines_are_counted_as_they_are_drawn(qtbot: QtBot) -> None:
    font = load_theme("light").font(BODY, bold=True)
    assert text_lines("", font, 300, 3) == 1
    assert text_lines("kort", font, 300, 3) == 1
    assert text_lines("een heel stuk langer dan op een regel past", font, 120, 9) > 2
    assert text_lines("woord " * 100, font, 200, 3) == 3


def test_a_goal_with_a_long_name_is_higher(qtbot: QtBot) -> None:
    cards = CardPainter(load_theme("light"))
    assert cards.goal_height(
        goal("1. Een heel lange naam van een doel dat alles wil"), 220
    ) > cards.goal_height(goal("1. Rust"), 220)
    image = QImage(240, 120, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    cards.goal(painter, QRectF(4, 4, 220, 90), goal("1. Rust"), CardState(opened=True))
    cards.loose(painter, QRectF(4, 4, 220, 100), note(), 1, chosen=True, at=True)
    painter.end()
    assert image.pixelColor(12, 60).name() == load_theme("light").note("worry").name()
