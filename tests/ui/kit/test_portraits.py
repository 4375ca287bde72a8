from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.portraits import Portrait, initials, portrait
from facilitator.ui.kit.theme import load_theme
from tests.helpers.shelf import shelf

SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"'
RED = f'<svg {SVG}><rect width="10" height="10" fill="red"/></svg>'


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Fatima", "F"),
        ("Hennie de Boer", "HB"),
        ("  ", "?"),
        ("“Oma” Truus", "T"),
        ("émile", "É"),
        ("فاطمة", "ف"),
    ],
)
def test_initials_stand_for_a_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_portrait_is_round(qtbot: QtBot) -> None:
    image = portrait(load_theme("light"), RED, "Fatima", 40).toImage()
    assert image.pixelColor(20, 20) == QColor("red")
    assert image.pixelColor(1, 1).alpha() == 0


@pytest.mark.parametrize("svg", ["", "   ", "<svg", "geen tekening"])
@pytest.mark.filterwarnings("ignore")
def test_a_broken_portrait_gives_initials(qtbot: QtBot, svg: str) -> None:
    theme = load_theme("light")
    with qtbot.captureExceptions():
        broken = portrait(theme, svg, "Fatima", 40).toImage()
    assert broken.pixelColor(20, 4) == theme.soft


def test_every_persona_that_ships_has_a_portrait_that_draws(qtbot: QtBot) -> None:
    theme = load_theme("light")
    bare = portrait(theme, "", "x", 64).toImage()
    for pack in shelf().packs.values():
        for persona in pack.personas:
            assert portrait(theme, persona.portrait, "x", 64).toImage() != bare, persona.id


def test_the_widget_has_a_fixed_size_and_a_name(qtbot: QtBot) -> None:
    face = Portrait(load_theme("light", 200), 40)
    qtbot.addWidget(face)
    face.show_person(RED, "Fatima")
    assert (face.width(), face.accessibleName()) == (80, "Fatima")
    assert face.grab().toImage().pixelColor(40, 40) == QColor("red")
