"""The personas: portrait cards with story, needs and how much was said about each."""

from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.evidence import coverage
from facilitator.domain.spoken import joined
from facilitator.report.blocks import Block, Box, Frame, Middle, Text, paragraphs
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit, Portrait
from facilitator.report.lines import Span
from facilitator.report.look import BODY, LINE, PRIMARY, QUIET, QUIET_SMALL, SMALL, SURFACE, TINT, Type
from facilitator.report.rows import Row

_NAME = Type(13, 18, BOLD)


def personas(kit: Kit) -> list[Block]:
    """Return the chapter with a card per persona that takes part."""
    t = kit.strings.t
    found = kit.opening("personas", t("personas.title"), t("personas.intro"))
    people = kit.facts.state.personas
    if not people:
        return [*found, Text(t("personas.none"), BODY)]
    counts = coverage(kit.facts.state)
    return [*found, *(_card(kit, persona, counts) for persona in people)]


def _card(kit: Kit, persona: e.Persona, counts: dict[tuple[str, str], int]) -> Block:
    t, text = kit.strings.t, kit.facts.persona_text
    age, line, story, needs = (text(persona, field) for field in ("age", "line", "story", "needs"))
    name = [Span(persona.name, BOLD), *([Span(joined(("\u00a0 ", age)), colour=QUIET)] if age else [])]
    words: list[Block] = [Text(name, _NAME, keep=True, after=2, role="H3")]
    if line:
        words.append(Text(line, Type(10, 14, BOLD, PRIMARY), after=4))
    if story:
        words += paragraphs(story, Type(9, 13), after=5)
    if needs:
        words.append(Text([Span(f"{t('personas.needs')}: ", BOLD), Span(needs)], Type(9, 13), after=5))
    words.append(Text(_notes(kit, persona, counts), QUIET_SMALL))
    if persona.made_with:
        words.append(Text(t("personas.made_with", who=persona.made_with), QUIET_SMALL))
    face = Portrait(persona, 78, t("personas.portrait", name=persona.name))
    row = Row([face, Middle(Box(words), 78)], [78, 350], gap=18)
    return Box([row], Frame((13, 18, 12, 16), SURFACE, 8, stroke=LINE), after=11)


def _notes(kit: Kit, persona: e.Persona, counts: dict[tuple[str, str], int]) -> str:
    steps = [(step.short, counts.get((persona.id, step.id), 0)) for step in kit.facts.data.method.steps]
    parts = [f"{name}: {kit.strings.n('channel.notes', count)}" for name, count in steps if count]
    return " · ".join(parts) or kit.strings.t("personas.no_notes")


def mini_card(kit: Kit, persona: e.Persona, words: str) -> Block:
    """Return a small card: portrait, name, one line, and ``words`` under it."""
    line = kit.facts.persona_text(persona, "line")
    head = [Span(persona.name, BOLD), Span(joined(("\u00a0 ", line)) if line else "")]
    text = Box([Text(head, BODY), Text(words, SMALL)])
    row = Row([Portrait(persona, 44), Middle(text, 44)], [44, 400], gap=14)
    return Box([row], Frame((11, 14, 11, 14), TINT, 8), after=4)
