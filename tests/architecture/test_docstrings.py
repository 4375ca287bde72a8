from __future__ import annotations

import ast

from PySide6 import QtCore, QtGui, QtWidgets

from tests.architecture.source import Module, assert_none, modules


def documented_by_a_base(name: str, bases: list[str], classes: dict[str, ast.ClassDef]) -> bool:
    """Tell whether a class up the line, of ours or of Qt, documents a method of this name."""
    for base in bases:
        plain = base.split("[")[0].rsplit(".", 1)[-1]
        if any(hasattr(getattr(part, plain, None), name) for part in (QtCore, QtGui, QtWidgets)):
            return True
        found = classes.get(plain)
        if found is None:
            continue
        said = any(
            isinstance(m, ast.FunctionDef) and m.name == name and ast.get_docstring(m) for m in found.body
        )
        if said or documented_by_a_base(name, [ast.unparse(b) for b in found.bases], classes):
            return True
    return False


def silent_methods(module: Module, classes: dict[str, ast.ClassDef]) -> list[str]:
    found: list[str] = []
    for cls in module.tree.body:
        if not isinstance(cls, ast.ClassDef) or cls.name.startswith("_"):
            continue
        bases = [ast.unparse(base) for base in cls.bases]
        if "Protocol" in bases:
            continue  # what is asked of others is said where they do it
        for method in cls.body:
            if (
                not isinstance(method, ast.FunctionDef)
                or ast.get_docstring(method)
                or method.name.startswith("_")
            ):
                continue
            if not documented_by_a_base(method.name, bases, classes):
                found.append(f"{module.name}:{method.lineno} {cls.name}.{method.name}")
    return found


def test_every_public_method_says_what_it_does_once() -> None:
    """What a base of ours has said, or Qt's manual, need not be said again."""
    classes = {c.name: c for m in modules() for c in m.tree.body if isinstance(c, ast.ClassDef)}
    assert_none([line for module in modules() for line in silent_methods(module, classes)])
