from __future__ import annotations

import ast

from tests.architecture.source import FunctionNode, assert_none, modules

FILE_LINES = 400
FUNCTION_LINES = 50
HANDS_OVER = {
    "facilitator/services/child.py",
    "facilitator/store/writer.py",
    "facilitator/ui/kit/tasks.py",
    "facilitator/ui/kit/waiting.py",
}
"""Carry whatever went wrong to the thread that asked, which raises it."""


def test_no_file_is_longer_than_one_can_keep_in_mind() -> None:
    long = [f"{m.name}: {n}" for m in modules() if (n := len(m.text.splitlines())) > FILE_LINES]
    assert_none(long)


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{m.name}:{f.lineno} {f.name}: {length}"
        for m in modules()
        for f in m.functions()
        if (length := (f.end_lineno or 0) - f.lineno + 1) > FUNCTION_LINES
    ]
    assert_none(long)


def test_imports_stand_at_the_top() -> None:
    hidden = [
        f"{m.name}:{node.lineno}"
        for m in modules()
        for function in m.functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert_none(hidden)


def test_nothing_is_left_to_do() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    left = [f"{m.name}: {mark}" for m in modules() for mark in marks if mark in m.text]
    assert_none(left)


def test_no_blanket_except() -> None:
    def broad(handler: ast.ExceptHandler) -> bool:
        name = ast.unparse(handler.type) if handler.type else "BaseException"
        raised = isinstance(handler.body[-1], ast.Raise)
        return name in {"Exception", "BaseException"} and not raised

    found = [
        f"{m.name}:{node.lineno}"
        for m in modules()
        if m.name not in HANDS_OVER
        for node in ast.walk(m.tree)
        if isinstance(node, ast.ExceptHandler) and broad(node)
    ]
    assert_none(found)


def test_every_public_function_is_annotated() -> None:
    def bare(function: FunctionNode) -> bool:
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        named = [a for a in arguments if a.arg not in {"self", "cls"}]
        return function.returns is None or any(a.annotation is None for a in named)

    assert not [f"{m.name}:{f.lineno} {f.name}" for m in modules() for f in m.functions() if bare(f)]
