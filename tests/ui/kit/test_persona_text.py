"""Texts of a persona in the language of the window."""

from __future__ import annotations

from facilitator.domain.entities import Persona
from facilitator.ui.kit.persona_text import persona_text, persona_title

FATIMA = Persona(
    id="fatima",
    alive=True,
    name="Fatima",
    age="Moeder van vier",
    line="Staat er alleen voor",
    translations={"en": {"age": "Mother of four", "line": ""}},
)


def test_a_translation_is_used_where_there_is_one() -> None:
    assert persona_text(FATIMA, "age", "en") == "Mother of four"
    assert persona_text(FATIMA, "age", "nl") == "Moeder van vier"
    assert persona_text(FATIMA, "line", "en") == "Staat er alleen voor"


def test_the_title_says_who_it_is() -> None:
    assert persona_title(FATIMA, "nl") == "Fatima, moeder van vier"
    assert persona_title(FATIMA, "en") == "Fatima, mother of four"
    assert persona_title(Persona(id="x", name="Bo", line="Woont alleen"), "nl") == "Bo, woont alleen"
    assert persona_title(Persona(id="x", name="Bo"), "nl") == "Bo"
