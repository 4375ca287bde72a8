"""A persona pack: invented people to start a dialogue with, in every language it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PERSONA_TEXTS = ("age", "line", "story", "needs")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPersona:
    """A persona as a pack holds it.

    Attributes:
        texts: language -> field of ``PERSONA_TEXTS`` -> text.
        portrait: SVG text, or empty.
    """

    id: str
    name: str
    texts: Mapping[str, Mapping[str, str]]
    portrait: str = ""
    made_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaPack:
    """Personas that belong together; ``titles`` is language -> title."""

    id: str
    titles: Mapping[str, str]
    personas: tuple[PackPersona, ...]
