"""Colour and letter of a legend."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.letter_patch import LetterPatch
from tests.helpers.ui import make_context


def test_it_has_the_colour_of_the_paper_and_bears_the_letter(qtbot: QtBot) -> None:
    theme = make_context().theme
    plain, told = LetterPatch(theme, "need", ""), LetterPatch(theme, "need", "B")
    for patch in (plain, told):
        qtbot.addWidget(patch)
    image = plain.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2) == theme.note("need")
    assert told.grab().toImage() != image
