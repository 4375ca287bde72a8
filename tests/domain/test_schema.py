"""The value codec that store, exchange and log share: all that goes in comes out, nothing else comes in."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.schema import (
    DEFAULTS,
    ENTITY_NAMES,
    ENTITY_TYPES,
    Value,
    checked,
    decode,
    encode,
    non_default,
)

OPTIONAL = {"parked": st.text(), "overruled": st.text()}
VOTES = ("votes_for", "votes_against", "votes_abstain")


def values_of(name: str, field: str) -> st.SearchStrategy[Any]:
    default = DEFAULTS[name][field]
    if field in OPTIONAL:
        return st.none() | OPTIONAL[field]
    if field in VOTES:
        return st.none() | st.integers(0, 100_000)
    if isinstance(default, bool):
        return st.booleans()
    if isinstance(default, int):
        return st.integers(-(2**53) + 1, 2**53 - 1)
    if isinstance(default, tuple):
        return st.lists(st.text(), max_size=4).map(tuple)
    if isinstance(default, dict):
        leaf = (
            st.text()
            if field in ("traits", "attendance")
            else st.dictionaries(st.text(), st.text(), max_size=3)
        )
        return st.dictionaries(st.text(), leaf, max_size=3)
    return st.text()


PLACES = [(name, field) for name, defaults in DEFAULTS.items() for field in defaults]


@given(st.data())
def test_every_value_of_every_field_comes_back_the_same(data: st.DataObject) -> None:
    name, field = data.draw(st.sampled_from(PLACES))
    value = data.draw(values_of(name, field))
    text = encode(value)
    assert decode(name, field, text) == value
    assert checked(name, field, json.loads(text)) == value
    assert encode(decode(name, field, text)) == text


@given(st.data())
def test_an_entity_is_its_fields_that_differ_from_the_defaults(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(ENTITY_TYPES)))
    kind: Any = ENTITY_TYPES[name]
    chosen = data.draw(st.lists(st.sampled_from(list(DEFAULTS[name])), unique=True))
    entity = replace(kind(id="x"), **{field: data.draw(values_of(name, field)) for field in chosen})
    told = non_default(entity)
    assert kind(id="x", **told) == entity
    assert all(value != DEFAULTS[name][field] for field, value in told.items())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(PLACES), JSON)
def test_whatever_is_let_in_has_the_type_of_the_field(place: tuple[str, str], raw: object) -> None:
    name, field = place
    refused: UserError | None = None
    value: object = None
    try:
        value = checked(name, field, raw)
    except UserError as error:
        refused = error
    if refused is not None:
        assert (refused.code, refused.details) == ("data.bad_value", {"entity": name, "field": field})
        return
    default = DEFAULTS[name][field]
    assert value is None or isinstance(value, type(default) if default is not None else (str, int))
    assert decode(name, field, encode(cast("Value", value))) == value


@pytest.mark.parametrize(
    ("name", "field", "raw"),
    [
        ("note", "text", 1),
        ("note", "text", None),
        ("note", "starred", 1),
        ("note", "seq", True),
        ("note", "seq", 1.0),
        ("note", "seq", 2**53),
        ("note", "insights", "abc"),
        ("note", "insights", [1]),
        ("note", "parked", 0),
        ("advice", "votes_for", True),
        ("advice", "votes_for", "3"),
        ("persona", "translations", []),
        ("persona", "translations", {"en": "line"}),
        ("persona", "translations", {"en": {"line": 3}}),
        ("participant", "traits", {"age": {"deep": "er"}}),
        ("persona", "translations", {"en": {"line": {"deep": "er"}}}),
    ],
)
def test_values_of_another_type_are_refused(name: str, field: str, raw: object) -> None:
    with pytest.raises(UserError, match=r"data\.bad_value"):
        checked(name, field, raw)


@pytest.mark.parametrize(("name", "field"), [("note", "colour"), ("ghost", "text"), ("note", "id")])
def test_fields_nobody_knows_are_refused(name: str, field: str) -> None:
    with pytest.raises(UserError, match=r"data\.unknown_field"):
        checked(name, field, "x")


def test_broken_json_is_refused() -> None:
    with pytest.raises(UserError, match=r"data\.bad_value"):
        decode("note", "text", '"half')


def test_every_entity_is_in_the_table_and_dead_by_default() -> None:
    assert {ENTITY_NAMES[kind] for kind in ENTITY_TYPES.values()} == set(ENTITY_TYPES)
    for name, kind in ENTITY_TYPES.items():
        assert DEFAULTS[name]["alive"] is False
        assert set(DEFAULTS[name]) == {item.name for item in fields(kind)} - {"id"}


def test_a_default_note_says_nothing() -> None:
    assert non_default(e.Note(id="x")) == {}
    assert non_default(e.Note(id="x", alive=True, text="t")) == {"alive": True, "text": "t"}
