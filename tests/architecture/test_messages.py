from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import cast

import pytest

from tests.architecture.source import ROOT, assert_none, first_text, modules

LANGUAGES = ("nl", "en")
SILENT = ("store", "services", "content", "exchange", "domain")
"""Layers that speak in codes alone: any text in them that looks like a code is one."""
CODE = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z0-9_]+")
FILE_NAME = re.compile(r".*\.(toml|json|csv|svg|ttf|pdf|html|dialoog|log|db|sqlite|lock|py)")


@cache
def tables(language: str) -> dict[str, dict[str, str]]:
    path = ROOT / "resources" / "i18n" / f"messages_{language}.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def codes_in_use() -> dict[str, str]:
    """Return code -> where it is used, for every code the quiet layers may raise, return or record."""
    found: dict[str, str] = {}
    for module in modules():
        details = {id(k.value) for call, name in module.calls() if name == "UserError" for k in call.keywords}
        for node in ast.walk(module.tree):
            if id(node) in details:
                continue
            if module.layer in SILENT and isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
                if CODE.fullmatch(text) and not FILE_NAME.fullmatch(text):
                    found[text] = f"{module.name}:{node.lineno}"
        for call, name in module.calls():
            if name == "UserError" and (code := first_text(call)):
                found[code] = f"{module.name}:{call.lineno}"
    return found


@cache
def composed_codes() -> dict[str, tuple[str, str]]:
    """Return where -> fixed start and end, for codes put together in place, such as ``{entity}.unknown``."""
    found: dict[str, tuple[str, str]] = {}
    for module in modules():
        for call, name in module.calls():
            if name == "UserError" and call.args and isinstance(call.args[0], ast.JoinedStr):
                first, last = call.args[0].values[0], call.args[0].values[-1]
                start, end = (str(p.value) if isinstance(p, ast.Constant) else "" for p in (first, last))
                found[f"{module.name}:{call.lineno}"] = (start, end)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words(language: str) -> None:
    texts = tables(language)
    known = texts["messages"].keys() | texts["edits"].keys() | texts["findings"].keys()
    silent = [f"{code} ({where})" for code, where in sorted(codes_in_use().items()) if code not in known]
    assert_none(silent)


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_put_together_have_words(language: str) -> None:
    known = tables(language)["messages"]
    for where, (start, end) in composed_codes().items():
        assert start or end, where
        assert [code for code in known if code.startswith(start) and code.endswith(end)], where


def flat(table: Mapping[str, object], before: str = "") -> dict[str, str]:
    """Return dotted key -> text."""
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found.update(flat(cast("dict[str, object]", value), f"{before}{key}."))
        else:
            found[before + key] = str(value)
    return found


@pytest.mark.parametrize("template", ["i18n/messages_{}.toml", "i18n/cli_{}.toml", "report/{}.toml"])
def test_both_languages_have_the_same_keys_and_place_markers(template: str) -> None:
    def markers(language: str) -> dict[str, set[str]]:
        table = tomllib.loads((ROOT / "resources" / template.format(language)).read_text("utf-8"))
        assert table
        return {
            key: {name for _, name, _, _ in Formatter().parse(text) if name is not None}
            for key, text in flat(table).items()
        }

    assert markers("nl") == markers("en")


def test_place_markers_are_filled_by_whoever_raises() -> None:
    """A text may only ask for what every raise of its code gives (checked where details are spelled out)."""
    wrong: list[str] = []
    for module in modules():
        for call, name in module.calls():
            code = first_text(call) if name == "UserError" else None
            if code is None or any(keyword.arg is None for keyword in call.keywords):
                continue
            given = {keyword.arg for keyword in call.keywords}
            text = tables("nl")["messages"].get(code, "")
            asked = {field for _, field, _, _ in Formatter().parse(text) if field}
            if asked - given:
                wrong.append(f"{module.name}:{call.lineno} {code}: {sorted(asked - given)}")
    assert_none(wrong)
