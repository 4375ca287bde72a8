from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, Module, assert_none, modules


def twins(module: Module) -> list[Path]:
    """Return where the tests of a module may lie: mirrored, or flat in the folder of its layer."""
    parts = Path(module.name).parts[1:]
    name = f"test_{parts[-1].removesuffix('.py').strip('_')}.py"
    return [ROOT.joinpath("tests", *parts[:-1], name), ROOT.joinpath("tests", *parts[:1], name)]


def test_every_module_with_code_has_its_tests() -> None:
    with_code = [m for m in modules() if any(True for _ in m.functions())]
    alone = [m.name for m in with_code if not any(path.is_file() for path in twins(m))]
    assert_none(alone)


def test_packages_are_only_folders() -> None:
    """What stands in an ``__init__`` is loaded by everyone; only words and the version may."""

    def holds_code(module: Module) -> bool:
        return any(not isinstance(statement, ast.Expr) for statement in module.tree.body)

    full = [m.name for m in modules() if m.name.endswith("__init__.py") and holds_code(m)]
    assert full == ["facilitator/__init__.py"]


def test_every_folder_is_a_package() -> None:
    """The import contracts do not see into a folder without ``__init__``."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert not [str(folder) for folder in folders if not (folder / "__init__.py").is_file()]
