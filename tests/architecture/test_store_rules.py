from __future__ import annotations

import ast

from tests.architecture.source import assert_none, modules

RAW = {
    "facilitator/store/engine.py",  # makes the connection
    "facilitator/store/migrations.py",  # runs before there is a store
}


def test_nothing_goes_round_the_transaction() -> None:
    """A raw statement on the connection would commit, or leave open, half an edit."""
    wrong: list[str] = []
    for module in modules():
        if module.name in RAW or module.layer == "ui":  # in a window, to commit is to end typing
            continue
        for call, name in module.calls():
            if ".conn." in f".{name}" or name.endswith(("executescript", ".commit", ".rollback")):
                wrong.append(f"{module.name}:{call.lineno} {name}")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.With):
                held = [ast.unparse(item.context_expr) for item in node.items]
                wrong += [f"{module.name}:{node.lineno} with {h}" for h in held if h.split(".")[-1] == "conn"]
    assert_none(wrong)


def test_only_services_and_the_store_edit() -> None:
    wrong = [
        f"{module.name}:{call.lineno}"
        for module in modules()
        for call, name in module.calls()
        if name.endswith("store.edit") and module.layer not in {"store", "services"}
    ]
    assert_none(wrong)


def test_no_statement_is_put_together_from_values() -> None:
    """Values go in as parameters; only names from our own tables may be put into a statement."""
    wrong: list[str] = []
    for module in modules():
        if module.layer != "store":
            continue
        for call, name in module.calls():
            text = call.args[0] if call.args else None
            percent = isinstance(text, ast.BinOp) and isinstance(text.op, ast.Mod)
            formatted = isinstance(text, ast.Call) and ast.unparse(text.func).endswith(".format")
            if name.split(".")[-1] in {"execute", "executemany", "query"} and (percent or formatted):
                wrong.append(f"{module.name}:{call.lineno}")
    assert_none(wrong)
