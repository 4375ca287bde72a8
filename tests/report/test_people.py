from __future__ import annotations

from facilitator.domain import entities as e
from tests.report.builders import example, laid_out, report_of, small_state, state_of


def test_a_card_tells_who_the_persona_is() -> None:
    persona = e.Persona(
        id="fatima",
        name="Fatima",
        age="34",
        line="Moeder",
        story="Pijn.",
        needs="Een tolk.",
        made_with="Avond 1",
        seq=1,
    )
    text = laid_out(report_of(small_state(persona)), "personas")
    assert "Moeder Pijn. Wat helpt: Een tolk. Ervaren: 1 notitie Gemaakt met: Avond 1" in text


def test_all_personas_that_take_part_have_a_card() -> None:
    text = laid_out(example(), "personas")
    for name in (
        "Fatima",
        "Hannah",
        "Hennie",
        "Youssef",
        "Bram",
        "Femke",
        "Geert",
        "Truus",
        "Bennie",
        "Mieke",
    ):
        assert name in text


def test_a_hidden_persona_has_none() -> None:
    text = laid_out(report_of(small_state(e.Persona(id="geert", name="Geert", hidden=True))), "personas")
    assert "Geert" not in text


def test_a_persona_nobody_spoke_about_is_there_all_the_same() -> None:
    text = laid_out(report_of(state_of(e.Dialogue(), e.Persona(id="p", name="Noor"))), "personas")
    assert "Noor geen notities" in text.replace("\u00a0", " ")


def test_texts_are_in_the_language_of_the_report() -> None:
    text = laid_out(example("en"), "personas")
    assert "On her own, and in pain for weeks" in text
    assert "Staat er alleen voor" not in text
