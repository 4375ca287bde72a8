"""One level of data: each value has its kind and bounds, and nothing is left over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.content.tables import ITEM_LIMIT, KeyPath, Table, distinct, is_id
from facilitator.domain.errors import UserError


def table(**data: object) -> Table:
    return Table(data, fault, ("top",))


def fault(keys: KeyPath, reason: str) -> UserError:
    return UserError("test.fault", keys=keys, reason=reason)


WRONG: list[tuple[str, Callable[[], object], str]] = [
    ("a number for a text", lambda: table(a=1).text("a"), "not a text: a"),
    ("only white space", lambda: table(a=" \n ").text("a"), "empty: a"),
    ("too long", lambda: table(a="xxxx").text("a", 3), "longer than 3 characters: a"),
    ("missing", lambda: table().text("a"), "missing: a"),
    ("capitals in an id", lambda: table(a="Abc").id("a"), "not an id (small letters, digits, hyphens): a"),
    ("a path for an id", lambda: table(a="../x").id("a"), "not an id (small letters, digits, hyphens): a"),
    ("a list for an id", lambda: table(a=["x"]).id("a"), "not an id (small letters, digits, hyphens): a"),
    ("truth for a number", lambda: table(a=True).number("a", 0, 9), "not a whole number: a"),
    ("out of range", lambda: table(a=10).number("a", 0, 9), "not between 0 and 9: a"),
    ("text for a list", lambda: table(a="x").texts("a", 9), "not a list: a"),
    ("an empty list", lambda: table(a=[]).texts("a", 9), "empty: a"),
    ("a long list", lambda: table(a=["x"] * (ITEM_LIMIT + 1)).texts("a", 9), "more than 60 items: a"),
    ("an unknown name", lambda: table(a=["x"]).names("a", ["y"]), "unknown in a: x"),
    ("a name twice", lambda: table(a=["y", "y"]).names("a", ["y"]), "doubled in a: y"),
    ("text for a table", lambda: table(a="x").table("a"), "not a table: a"),
    ("text in a list of tables", lambda: table(a=["x"]).tables("a"), "not a table: a"),
    ("no tables", lambda: table(a=[]).tables("a"), "empty: a"),
    ("a key too many", lambda: table(a=1).done(), "unknown key: a"),
]


@pytest.mark.parametrize(("read", "reason"), [item[1:] for item in WRONG], ids=[item[0] for item in WRONG])
def test_a_wrong_value_is_refused_with_its_reason(read: Callable[[], object], reason: str) -> None:
    with pytest.raises(UserError) as caught:
        read()
    assert caught.value.details["reason"] == reason
    assert caught.value.details["keys"] in {("top", "a"), ("top", "a", 0)}


def test_texts_come_out_clean_and_on_one_line() -> None:
    given = table(a="  e\u0301e\u0301n\nregel\u202e ")
    assert given.line("a") == "één regel"
    given.done()


def test_what_is_not_needed_may_be_left_out() -> None:
    given = table(b="")
    assert (given.line("a", needed=False), given.text("b", needed=False)) == ("", "")
    assert given.tables("c", needed=False) == []
    given.done()


def test_a_doubled_id_is_refused_at_the_second_place() -> None:
    tables = table(a=[{"id": "x"}, {"id": "y"}, {"id": "x"}]).tables("a")
    with pytest.raises(UserError) as caught:
        distinct(tables, [item.id() for item in tables])
    assert caught.value.details == {"keys": ("top", "a", 2, "id"), "reason": "doubled id: x"}


@pytest.mark.parametrize("text", ["a", "de-bruin", "vijf-stappen", "019ab-7", "x" * 60])
def test_ids_are_plain(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "é", "a b", "a/b", "a.b", "a\n", "x" * 61])
def test_other_texts_are_no_ids(text: str) -> None:
    assert not is_id(text)
