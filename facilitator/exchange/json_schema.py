"""The JSON Schema of the exchange format, made from the same tables that reading uses.

``resources/schema/dialogue-1.schema.json`` is what ``schema_text`` gives; a test keeps them equal.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from facilitator.domain import caps
from facilitator.domain.schema import DEFAULTS, Value, is_optional
from facilitator.exchange.json_dialogue import EDIT_KINDS, FORMAT, SECTIONS, VERSION

Tree = dict[str, object]
_TEXT: Tree = {"type": "string"}
_ID: Tree = {"type": "string", "minLength": 1, "maxLength": caps.ID_LIMIT}
_STAMP: Tree = {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 2**53}


def schema_text() -> str:
    """Return the schema as the file holds it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def schema() -> Tree:
    """Return the JSON Schema (draft 2020-12) of the format."""
    lists = {
        section: {"type": "array", "items": {"$ref": f"#/$defs/{entity}"}}
        for section, entity in SECTIONS.items()
    }
    properties: Tree = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "identity": _hex("{32}"),
        "dialogue": {"$ref": "#/$defs/dialogue"},
        **lists,
        "history": {"type": "array", "items": {"$ref": "#/$defs/edit"}},
    }
    entities = {entity: _entity(entity) for entity in ("dialogue", *SECTIONS.values())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facilitator dialogue",
        **_closed(properties, ("format", "version", "dialogue")),
        "$defs": {**entities, "edit": _edit(), "event": _event()},
    }


def _closed(properties: Tree, required: tuple[str, ...]) -> Tree:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _entity(entity: str) -> Tree:
    fields = {name: _field(entity, name, default) for name, default in DEFAULTS[entity].items()}
    fields["alive"] = {"type": "boolean", "default": True}
    if entity == "dialogue":
        return _closed(dict(fields), ())
    return _closed({"id": _ID, **fields}, ("id",))


def _field(entity: str, name: str, default: Value) -> Tree:
    shape = _shape(entity, name, default)
    if is_optional(entity, name):
        shape = {**shape, "type": [shape["type"], "null"]}
    told = (
        dict(default)
        if isinstance(default, Mapping)
        else list(default)
        if isinstance(default, tuple)
        else default
    )
    return {**shape, "default": told}


def _shape(entity: str, name: str, default: Value) -> Tree:
    where = (entity, name)
    if where in caps.CHOICES:
        return {"enum": list(caps.CHOICES[where])}
    if where in caps.DATES:
        return {"type": "string", "pattern": r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}
    if isinstance(default, bool):
        return {"type": "boolean"}
    if isinstance(default, int) or (default is None and name.startswith("votes")):
        low, high = caps.bounds(entity, name)
        return {"type": "integer", "minimum": low, "maximum": high}
    text: Tree = {"type": "string", "maxLength": caps.text_limit(entity, name)}
    if isinstance(default, tuple):
        return {"type": "array", "items": text}
    if isinstance(default, Mapping):
        inner: Tree = (
            text if name in ("traits", "attendance") else {"type": "object", "additionalProperties": text}
        )
        return {"type": "object", "additionalProperties": inner}
    return text


def _hex(times: str, rest: str = "") -> Tree:
    """Return a text of hexadecimal digits."""
    return {"type": "string", "pattern": f"^([0-9a-f]{times}){rest}$"}


def _edit() -> Tree:
    properties: Tree = {
        "source": {**_ID, "maxLength": 64},
        "stamp": _STAMP,
        "kind": {"enum": list(EDIT_KINDS)},
        "label": _ID,
        "undoes": _STAMP,
        "upon": _hex("{32}", "+"),
        "chain": _hex("{32}"),
        "events": {"type": "array", "items": {"$ref": "#/$defs/event"}},
    }
    return _closed(properties, ("source", "stamp", "kind", "label", "events"))


def _event() -> Tree:
    return {
        "type": "array",
        "prefixItems": [
            _STAMP,
            {"enum": list(DEFAULTS)},
            _ID,
            _TEXT,
            {"type": ["string", "null"]},
            _hex("{32}", "([0-9a-f]{16})?"),
        ],
        "items": False,
        "minItems": 5,
    }
