"""The program's own source, parsed once for all the rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "facilitator"
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file: its path from the checkout's top, its text and its syntax tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        """Return the folder under the package, or the module itself at the top."""
        return Path(self.name).parts[1].removesuffix(".py")

    def calls(self) -> tuple[tuple[ast.Call, str], ...]:
        """Return every call with the dotted text of what is called."""
        return _calls(self)

    def functions(self) -> Iterator[FunctionNode]:
        """Give every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, FunctionNode):
                yield node


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the program."""
    found: list[Module] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        found.append(Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    assert len(found) > 20, "the rules would look at nothing"
    return tuple(found)


@cache
def _calls(module: Module) -> tuple[tuple[ast.Call, str], ...]:
    # Many rules look at the calls: turning trees back into text takes the most time of all.
    nodes = (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))
    return tuple((node, ast.unparse(node.func)) for node in nodes)


def assert_none(found: list[str]) -> None:
    """Fail with one line per place when there is any."""
    assert not found, "\n" + "\n".join(found)


def first_text(call: ast.Call) -> str | None:
    """Return the literal text given as first argument, or None."""
    if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
        return call.args[0].value
    return None
