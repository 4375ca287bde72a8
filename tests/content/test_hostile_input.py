"""Whatever is in a file that people send or drop in: it is read or refused, never a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.content.method_codec import dump_method, parse_method
from facilitator.content.methods import load_method
from facilitator.content.personas import load_pack, read_pack_file, write_pack_file
from facilitator.content.portraits import check_portrait
from facilitator.content.toml_files import read_toml
from facilitator.domain.errors import UserError
from tests.content.helpers import CIRCLE, RESOURCES, STRUCTURE

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def read_or_refused(read: Callable[[], object]) -> None:
    """Pass when it is read, or refused with details that can be shown and written to a log."""
    try:
        read()
    except UserError as error:
        str(error.details).encode("utf-8")
        "".join(str(value) for value in error.details.values()).encode("utf-8")


@cache
def method_text() -> str:
    return dump_method(load_method(RESOURCES / "methods" / "dag-van-de-dialoog"))


def mutate(data: Any, choose: st.DataObject) -> None:
    """Put something odd at one place somewhere inside ``data``, or drop or add a key."""
    place = data
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = choose.draw(st.sampled_from(keys))
        if isinstance(place[key], dict | list) and place[key] and choose.draw(st.integers(0, 3)):
            place = place[key]
            continue
        if isinstance(place, dict) and choose.draw(st.booleans()):
            place[choose.draw(st.text(st.characters(), max_size=50))] = place.pop(key)
        else:
            place[key] = choose.draw(JSON)
        return


@QUICK
@given(choose=st.data())
def test_a_method_changed_anywhere(choose: st.DataObject) -> None:
    data = json.loads(method_text())
    mutate(data, choose)
    read_or_refused(lambda: parse_method(json.dumps(data)))


@QUICK
@given(choose=st.data())
def test_a_pack_file_changed_anywhere(tmp_path: Path, choose: st.DataObject) -> None:
    path = tmp_path / "x.personas.json"
    write_pack_file(path, load_pack(RESOURCES / "personas" / "kampen"))
    data = json.loads(path.read_text("utf-8"))
    mutate(data, choose)
    path.write_text(json.dumps(data), "utf-8")
    read_or_refused(lambda: read_pack_file(path))


@QUICK
@given(at=st.integers(0, len(CIRCLE)), cut=st.integers(0, 9), put=st.text(max_size=9))
def test_a_drawing_changed_anywhere(at: int, cut: int, put: str) -> None:
    read_or_refused(lambda: check_portrait(CIRCLE[:at] + put + CIRCLE[at + cut :]))


@QUICK
@given(
    at=st.integers(0, len(STRUCTURE)),
    cut=st.integers(0, 9),
    put=st.text(st.characters(codec="utf-8"), max_size=9),
)
def test_a_hand_written_file_changed_anywhere(tmp_path: Path, at: int, cut: int, put: str) -> None:
    folder = tmp_path / "klein"
    folder.mkdir(exist_ok=True)
    text = STRUCTURE[:at] + put + STRUCTURE[at + cut :]
    (folder / "method.toml").write_text(text, "utf-8", newline="")
    read_or_refused(lambda: load_method(folder))


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 50_000,
        "a = " + "9" * 9_000,
        "a = 2026-13-45",
        "a = 1e999999",
        "[a" + ".a" * 5_000 + "]",
    ],
    ids=["deep", "big number", "no date", "endless", "deep header"],
)
def test_hand_written_files_made_to_break(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, "utf-8")
    read_or_refused(lambda: read_toml(path).line("a"))
