from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from facilitator.domain.schema import DEFAULTS
from facilitator.exchange.json_dialogue import SECTIONS
from facilitator.exchange.json_schema import schema, schema_text

ROOT = Path(__file__).resolve().parents[2]
Tree = dict[str, Any]


def test_the_schema_that_ships_is_the_one_the_program_reads_by() -> None:
    shipped = (ROOT / "resources" / "schema" / "dialogue-1.schema.json").read_text("utf-8")
    assert shipped == schema_text(), (
        "write json_schema.schema_text() to resources/schema/dialogue-1.schema.json"
    )


def test_every_field_of_every_entity_is_described() -> None:
    told = cast("Tree", schema())
    for entity in SECTIONS.values():
        assert told["$defs"][entity]["properties"].keys() == {"id", *DEFAULTS[entity]}
        assert told["properties"].keys() >= SECTIONS.keys()


def test_the_example_keeps_to_the_schema() -> None:
    example = cast("Tree", json.loads((ROOT / "sessions" / "voorbeeld-twente.json").read_text("utf-8")))
    told = cast("Tree", schema())
    assert faults(example, told, told, "") == []


def test_the_check_used_here_finds_faults() -> None:
    told = cast("Tree", schema())
    bad = {
        "format": "facilitator-dialogue",
        "version": 1,
        "dialogue": {"title": 3},
        "notes": [{"kind": "x"}],
        "q": 1,
    }
    assert len(faults(bad, told, told, "")) == 4


TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def faults(value: object, shape: Tree, root: Tree, where: str) -> list[str]:
    """Check by the few words of JSON Schema that the file uses."""
    if "$ref" in shape:
        shape = root["$defs"][shape["$ref"].rsplit("/", 1)[1]]
    if "const" in shape or "enum" in shape:
        return [] if value in shape.get("enum", [shape.get("const")]) else [f"{where}: {value!r}"]
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    if not any(isinstance(value, TYPES[kind]) for kind in kinds):
        return [f"{where}: not {kinds}"]
    if isinstance(value, list):
        return [
            f for n, item in enumerate(value) for f in faults(item, shape["items"], root, f"{where}[{n}]")
        ]
    if isinstance(value, dict):
        return _object_faults(value, shape, root, where)
    return []


def _object_faults(value: Tree, shape: Tree, root: Tree, where: str) -> list[str]:
    found = [f"{where}: no {key}" for key in shape.get("required", []) if key not in value]
    rest = shape["additionalProperties"]
    for key, item in value.items():
        inner = shape.get("properties", {}).get(key, rest)
        if inner is False:
            found.append(f"{where}: unknown {key}")
        else:
            found += faults(item, inner, root, f"{where}.{key}")
    return found
