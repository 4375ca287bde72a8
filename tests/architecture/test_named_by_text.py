from __future__ import annotations

import ast
import importlib
import re
import tomllib

import pytest

from tests.architecture.source import ROOT, assert_none, modules

PLACE = re.compile(r"facilitator(\.\w+)+:\w+")


def named() -> list[tuple[str, str]]:
    """Return every module that names something by a text, with that text."""
    found = [
        (module.name, node.value)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and PLACE.fullmatch(node.value)
    ]
    assert len(found) > 15, "the rules would look at nothing"
    return found


def rank(layer: str) -> int:
    """Return how far down a layer is; what may not know each other stands equally far."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = contracts["contracts"][0]["layers"]
    return next(n for n, names in enumerate(layers) if layer in re.split(r"\W+", names))


@pytest.mark.parametrize("place", sorted({place for _, place in named()}))
def test_what_is_named_is_there(place: str) -> None:
    module, _, name = place.partition(":")
    assert callable(getattr(importlib.import_module(module), name))


def test_a_name_reaches_no_higher_than_an_import_may() -> None:
    wrong = [
        f"{module}: {place}"
        for module, place in named()
        for here, there in [(module.split("/")[1].removesuffix(".py"), place.split(".")[1])]
        if here != there and rank(here) >= rank(there)
    ]
    assert_none(wrong)
