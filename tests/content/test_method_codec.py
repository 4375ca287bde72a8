"""A method travels inside the dialogue file and is checked again when it comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from facilitator.content.method_codec import TEXT_LIMIT, dump_method, parse_method
from facilitator.content.methods import load_method
from facilitator.domain.errors import UserError
from tests.content.helpers import RESOURCES, small_method


def damaged(text: str) -> str:
    with pytest.raises(UserError) as caught:
        parse_method(text)
    assert caught.value.code == "content.method_damaged"
    return str(caught.value.details["reason"])


@pytest.mark.parametrize("folder", sorted((RESOURCES / "methods").iterdir()), ids=lambda path: path.name)
def test_every_shipped_method_comes_back_the_same(folder: Path) -> None:
    method = load_method(folder)
    text = dump_method(method)
    assert parse_method(text) == method
    assert dump_method(parse_method(text)) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not a table"),
        ("{}", "structure: missing: structure"),
        (" " * (TEXT_LIMIT + 1), "too large"),
    ],
    ids=["empty", "cut", "deep", "list", "bare", "huge"],
)
def test_what_is_no_method_is_refused(text: str, reason: str) -> None:
    assert damaged(text) == reason


def test_a_changed_method_is_checked_as_a_file_is(tmp_path: Path) -> None:
    text = dump_method(load_method(small_method(tmp_path)))

    def with_change(*keys: str | int, value: object) -> str:
        data: Any = json.loads(text)
        place = data
        for key in keys[:-1]:
            place = place[key]
        place[keys[-1]] = value
        return json.dumps(data)

    assert damaged(with_change("structure", "steps", 0, "parts", 0, "minutes", value=0)) == (
        "structure.steps.0.parts.0.minutes: not between 1 and 240: minutes"
    )
    assert damaged(with_change("texts", "en", "title", value="")) == "texts.en.title: empty: title"
    assert damaged(with_change("texts", "de", value={})) == "texts.de: unknown key: de"
    assert damaged(with_change("extra", value=1)) == "extra: unknown key: extra"
