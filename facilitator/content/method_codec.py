"""A method as one JSON text, so that a dialogue file can stand alone; checked again on the way back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from facilitator.content.methods import build_method
from facilitator.content.tables import LANGUAGE_PATTERN, KeyPath, Table
from facilitator.domain.errors import UserError
from facilitator.domain.method import Method, MethodTexts, Step
from facilitator.domain.text import clean

TEXT_LIMIT = 2 * 1024 * 1024


def dump_method(method: MethodTexts) -> str:
    """Return the method with all its languages as JSON, the same text for the same method."""
    first = next(iter(method.languages.values()))
    data = {
        "structure": {
            "id": method.id,
            "version": first.version,
            "languages": list(method.languages),
            "steps": [_structure(step) for step in first.steps],
        },
        "texts": {language: _texts(spoken) for language, spoken in method.languages.items()},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _structure(step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "activities": list(step.activities),
        "kinds": list(step.kinds),
        "parts": [{"id": part.id, "minutes": part.minutes} for part in step.parts],
        "gate": [{"id": item.id, "rule": item.rule} if item.rule else {"id": item.id} for item in step.gate],
    }


def _texts(method: Method) -> dict[str, object]:
    return {
        "title": method.title,
        "summary": method.summary,
        "steps": {step.id: _step_texts(step) for step in method.steps},
    }


def _step_texts(step: Step) -> dict[str, object]:
    texts: dict[str, object] = {
        "title": step.title,
        "short": step.short,
        "purpose": step.purpose,
        "parts": {part.id: {"title": part.title, "prompts": list(part.prompts)} for part in step.parts},
    }
    if step.gate:
        texts["gate"] = {item.id: item.text for item in step.gate}
    return texts


def parse_method(text: str) -> MethodTexts:
    """Return the method a dialogue file carries.

    Raises:
        UserError: ``content.method_damaged`` with ``reason`` (short English).
    """
    if len(text) > TEXT_LIMIT:
        raise UserError("content.method_damaged", reason="too large")
    try:
        raw: object = json.loads(text)
    except (ValueError, RecursionError):
        raise UserError("content.method_damaged", reason="not JSON") from None
    if not isinstance(raw, Mapping):
        raise UserError("content.method_damaged", reason="not a table")
    top = Table(cast("Mapping[str, object]", raw), _damaged)
    structure = top.table("structure")
    spoken = top.table("texts")
    top.done()
    languages = structure.names("languages", None, LANGUAGE_PATTERN)
    texts = {language: spoken.table(language) for language in languages}
    spoken.done()
    return build_method(structure, texts)


def _damaged(keys: KeyPath, reason: str) -> UserError:
    place = clean(".".join(str(key)[:40] for key in keys))
    return UserError("content.method_damaged", reason=f"{place}: {reason}" if place else reason)
