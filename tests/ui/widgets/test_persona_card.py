"""The card one reads aloud."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Persona
from facilitator.ui.kit.buttons import IconButton
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.widgets.persona_card import PersonaCard
from tests.helpers.ui import make_context


def persona() -> Persona:
    return Persona(
        id="fatima",
        alive=True,
        name="Fatima <i>",
        age="moeder",
        story="Verhaal " * 80,
        translations={"en": {"age": "mother", "story": "Story " * 80}},
    )


def test_the_card_speaks_the_language_of_the_window_where_it_can(qtbot: QtBot) -> None:
    card = PersonaCard(make_context(language="en").theme, "en")
    qtbot.addWidget(card)
    card.show_persona(persona())
    shown = [label.text() for label in card.findChildren(PlainLabel) if label.isVisibleTo(card)]
    assert "Fatima <i>" in shown
    assert "mother" in shown
    assert "Story " * 80 in shown
    assert "" not in shown, "what a persona lacks leaves no gap"


def test_the_card_stays_where_reading_had_come_to(qtbot: QtBot) -> None:
    card = PersonaCard(make_context().theme, "nl")
    qtbot.addWidget(card)
    card.show_persona(persona())
    card.resize(400, 200)
    card.show()
    QApplication.processEvents()
    bar = card._scroll.verticalScrollBar()
    bar.setValue(50)
    card.show_persona(persona())
    assert bar.value() == 50
    card.show_persona(replace(persona(), name="Bram"))
    assert bar.value() == 0


def test_nothing_of_the_text_is_cut_at_any_width(qtbot: QtBot) -> None:
    card = PersonaCard(make_context().theme, "nl")
    qtbot.addWidget(card)
    card.show_persona(persona())
    card.show()
    for width in (320, 700, 1400):
        card.resize(width, 500)
        QApplication.processEvents()
        for label in (card._story, card._age, card._name):
            assert label.height() >= label.heightForWidth(label.width())
        assert card._story.width() <= 724


def test_the_buttons_ask_for_the_next_and_the_one_before(qtbot: QtBot) -> None:
    card = PersonaCard(make_context().theme, "nl")
    qtbot.addWidget(card)
    asked: list[int] = []
    card.step_requested.connect(asked.append)
    for name in ("Volgende persona", "Vorige persona"):
        next(button for button in card.findChildren(IconButton) if button.accessibleName() == name).click()
    assert asked == [1, -1]
