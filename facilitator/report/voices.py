"""Whose words: everything people wrote knows its language where that is not the report's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from facilitator.domain import entities as e
from facilitator.domain.spoken import spoken
from facilitator.domain.state import State, Tables
from facilitator.report.shaping import base_level, is_rtl, language_of

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_WRITTEN = {
    "dialogue": ("title", "question", "commissioners", "opening", "summary", "privacy_promise"),
    "meeting": ("name", "venue", "date"),
    "persona": ("name", "age", "line", "story", "needs", "made_with"),
    "note": ("parked",),
    "insight": ("title", "description"),
    "goal": ("title", "definition", "residents_say", "tensions"),
    "advice": ("text", "addressee", "condition", "deadline", "minority"),
    "reply": ("reason", "date"),
    "action": ("text", "owner", "due"),
    "gate": ("overruled",),
    "participant": ("traits",),
    "quota": ("trait", "value"),
    "draw": ("method", "date"),
    "picture": ("description",),
}
"""Entity -> fields in the language of the dialogue."""


def voiced(state: State, report: str) -> State:
    """Return ``state`` with each text in a language of its own that is not the ``report``'s."""
    language = named(state.dialogue.language)
    language = "" if language == report else language
    if not language and not any(note.language for note in state.notes):
        return state
    tables: Tables = dict(state.tables)
    for name, fields in _WRITTEN.items():
        if language and name in tables:
            tables[name] = {id: _told(row, fields, language) for id, row in tables[name].items()}
    if "note" in tables:
        notes = cast("dict[str, e.Note]", tables["note"])
        tables["note"] = {id: _note(note, report, language) for id, note in notes.items()}
    return State(tables)


def named(language: str) -> str:
    """Return ``language`` when it can be the name of one (BCP 47), else nothing."""
    return language if _LANGUAGE.fullmatch(language) else ""


def _note(note: e.Note, report: str, language: str) -> e.Note:
    if not note.language and not language:
        return note
    own = named(note.language) or _heard(note.text, language)
    if not language and own in ("", report):
        return note
    text = note.text if own == report else spoken(note.text, own)
    return replace(note, text=text, translation=_in(note.translation, language))


def _told(row: e.Entity, fields: tuple[str, ...], language: str) -> e.Entity:
    values = {name: value for name in fields if (value := getattr(row, name))}
    told = {name: _in(value, language) for name, value in values.items()}
    return replace(cast("Any", row), **told) if told else row


def _in(value: Any, language: str) -> Any:  # noqa: ANN401  (a text, several, or texts by name)
    if isinstance(value, str):
        return spoken(value, _heard(value, language))
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, str]", value).items()
        return {_in(key, language): _in(text, language) for key, text in pairs}
    return tuple(_in(text, language) for text in value)


def _heard(text: str, language: str) -> str:
    """Return the language of ``text``: by its letters when it runs from right to left."""
    return language_of(text) if is_rtl(text) and base_level(text) else language
