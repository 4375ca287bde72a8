"""The texts of a persona in the language of the window, as far as there are any."""

from __future__ import annotations

from facilitator.domain.entities import Persona


def persona_text(persona: Persona, field: str, language: str) -> str:
    """Return ``age``, ``line``, ``story`` or ``needs`` in ``language``, else as the dialogue has it."""
    translated = persona.translations.get(language, {}).get(field, "")
    return translated or str(getattr(persona, field))


def persona_title(persona: Persona, language: str) -> str:
    """Return the name with who it is: "Fatima, moeder van vier jonge kinderen"."""
    who = persona_text(persona, "age", language) or persona_text(persona, "line", language)
    return f"{persona.name}, {who[:1].lower()}{who[1:]}" if who else persona.name
