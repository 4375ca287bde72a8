"""Personas of a dialogue: add, edit, copy, hide, and take from or put into a pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitator.content.portraits import check_portrait
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.pack import PERSONA_TEXTS, PackPersona, PersonaPack
from facilitator.domain.state import State
from facilitator.domain.text import clean_line, slug
from facilitator.services import fields as f
from facilitator.store.session import SessionStore


def _portrait(_state: State, value: object) -> str:
    svg = str(value).strip()
    return check_portrait(svg) if svg else ""


# The lengths a pack may have, so that every persona fits into one.
LIMITS = {"name": 80, "age": 60, "line": 120, "story": 4000, "needs": 2000}
_RULES: f.Rules = {
    "name": f.filled(f.line(LIMITS["name"]), "persona.no_name"),
    "age": f.line(LIMITS["age"]),
    "line": f.line(LIMITS["line"]),
    "story": f.block(LIMITS["story"]),
    "needs": f.block(LIMITS["needs"]),
    "portrait": _portrait,
    "made_with": f.line(),
}


def add_persona(store: SessionStore, name: str, **fields: object) -> str:
    """Add an own persona and return its id.

    Raises:
        UserError: ``persona.no_name``, ``text.too_long``.
    """
    state = store.state
    values = f.cleaned(state, _RULES, {"name": name, **fields})
    persona = e.Persona(id=store.new_id(), seq=state.next_seq("persona"), **values)  # pyright: ignore[reportArgumentType]
    with store.edit("persona.added") as edit:
        edit.create(persona)
    return persona.id


def update_persona(store: SessionStore, id: str, **fields: object) -> None:
    """Change a persona; the translations of a changed text go, for they no longer say the same.

    Raises:
        UserError: ``persona.unknown``, ``persona.no_name``, ``text.too_long``.
    """
    state = store.state
    persona = f.need_persona(state, id)
    values = f.cleaned(state, _RULES, fields)
    changed = {name for name, value in values.items() if value != getattr(persona, name)}
    translations = {
        language: kept
        for language, texts in persona.translations.items()
        if (kept := {name: text for name, text in texts.items() if name not in changed})
    }
    with store.edit("persona.edited") as edit:
        edit.set("persona", id, **values, translations=translations)


def duplicate_persona(store: SessionStore, id: str) -> str:
    """Copy a persona under a name with the next free number, and return the id of the copy."""
    state = store.state
    original = f.need_persona(state, id)
    names = {persona.name for persona in state.all_personas}
    number = 2
    while f"{original.name} {number}" in names:
        number += 1
    copy = replace(
        original,
        id=store.new_id(),
        name=f"{original.name} {number}",
        pack="",
        hidden=False,
        seq=state.next_seq("persona"),
    )
    with store.edit("persona.added") as edit:
        edit.create(copy)
    return copy.id


def hide_persona(store: SessionStore, id: str, hidden: bool) -> None:
    """Leave a persona out of the panes and the report, or take it in again; its notes stay."""
    f.need_persona(store.state, id)
    with store.edit("persona.hidden" if hidden else "persona.shown") as edit:
        edit.set("persona", id, hidden=hidden)


def add_from_pack(store: SessionStore, pack: PersonaPack, ids: Iterable[str] | None = None) -> list[str]:
    """Add the personas of ``pack`` (only ``ids`` when given) that are not here yet; return their ids here.

    Raises:
        UserError: ``persona.unknown`` for an id the pack does not have.
    """
    state = store.state
    known = {persona.id: persona for persona in pack.personas}
    wanted = list(known) if ids is None else list(f.unique(ids))
    seq = state.next_seq("persona")
    added: list[e.Persona] = []
    for id in wanted:
        if id not in known:
            raise UserError("persona.unknown", id=id)
        here = state.persona(id)
        if here is None or here.pack != pack.id:
            made = from_pack(known[id], pack.id, state.dialogue.language, seq + len(added))
            added.append(made if here is None else replace(made, id=store.new_id()))
    if added:
        with store.edit("personas.added") as edit:
            for persona in added:
                edit.create(persona)
    return [persona.id for persona in added]


def from_pack(persona: PackPersona, pack: str, language: str, seq: int) -> e.Persona:
    """Return the persona in ``language`` (else Dutch, else any), its other languages as translations."""
    base = next((code for code in (language, "nl", *persona.texts) if code in persona.texts), "")
    texts = persona.texts.get(base, {})
    return e.Persona(
        id=persona.id,
        name=clean_line(persona.name),
        age=texts.get("age", ""),
        line=texts.get("line", ""),
        story=texts.get("story", ""),
        needs=texts.get("needs", ""),
        portrait=persona.portrait,
        made_with=persona.made_with,
        pack=pack,
        translations={code: dict(other) for code, other in persona.texts.items() if code != base},
        seq=seq,
    )


def in_language(persona: e.Persona, old: str, new: str) -> e.Persona:
    """Return the persona with the texts it has in ``new`` in front, and those in ``old`` as translations."""
    told = {name: text for name, text in persona.translations.get(new, {}).items() if name in PERSONA_TEXTS}
    if old == new or not told:
        return persona
    kept = {language: texts for language, texts in persona.translations.items() if language != new}
    kept[old] = {**kept.get(old, {}), **{name: str(getattr(persona, name)) for name in told}}
    return replace(persona, translations=kept, **told)  # pyright: ignore[reportArgumentType]


def pack_of(store: SessionStore, ids: Iterable[str], pack_id: str, title: str) -> PersonaPack:
    """Return a pack of these personas, ready to write.

    Raises:
        UserError: ``persona.unknown``; ``persona.none_chosen``.
    """
    state = store.state
    chosen = [f.need_persona(state, id) for id in f.unique(ids)]
    if not chosen:
        raise UserError("persona.none_chosen")
    name = clean_line(title)
    language = state.dialogue.language
    taken: set[str] = set()
    return PersonaPack(
        id=slug(pack_id or name, "personas"),
        titles={language: name},
        personas=tuple(_packed(state, persona, taken) for persona in chosen),
    )


def _packed(state: State, persona: e.Persona, taken: set[str]) -> PackPersona:
    base = slug(persona.name)
    id, number = base, 2
    while id in taken:
        id, number = f"{base}-{number}", number + 1
    taken.add(id)
    own = {name: str(getattr(persona, name)) for name in PERSONA_TEXTS}
    texts: dict[str, Mapping[str, str]] = {state.dialogue.language: own}
    for language, other in persona.translations.items():
        # A pack has each text in each of its languages; where the translation went, the own text stands in.
        texts.setdefault(language, own | dict(other))
    return PackPersona(
        id=id, name=persona.name, texts=texts, portrait=persona.portrait, made_with=persona.made_with
    )
