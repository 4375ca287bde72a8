"""What CI runs beside the tests finds what it needs of the program."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.architecture.source import assert_none


def test_scripts_of_ci_import_what_there_is(root: Path) -> None:
    """The type checker does not look into folders whose name begins with a dot."""
    found: list[str] = []
    asked = 0
    for path in sorted((root / ".ci").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("facilitator"):
                module = import_module(node.module or "")
                for name in node.names:
                    asked += 1
                    there = hasattr(module, name.name) or find_spec(f"{node.module}.{name.name}")
                    if not there:
                        found.append(f"{path.name}:{node.lineno} {node.module}.{name.name}")
    assert asked > 5
    assert_none(found)
