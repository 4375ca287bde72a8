"""The rules that clean or refuse what goes into a field."""

from __future__ import annotations

import pytest

from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.services import fields as f


def test_lines_become_one_line_and_blocks_keep_theirs() -> None:
    assert f.line()(State(), " a\n b\t c ") == "a b c"
    assert f.block()(State(), " a\r\n b ") == "a\n b"
    assert f.lines()(State(), [" a ", "", "b\nc"]) == ("a", "b c")


def test_a_field_without_a_rule_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="colour"):
        f.cleaned(State(), {"title": f.line()}, {"title": "x", "colour": "red"})


@pytest.mark.parametrize("value", [None, 3, b"x", ["x"]])
def test_what_is_no_text_is_a_mistake_of_ours(value: object) -> None:
    with pytest.raises(TypeError):
        f.line()(State(), value)


@pytest.mark.parametrize("value", ["abc", 3, [1]])
def test_what_is_no_list_of_texts_is_a_mistake_of_ours(value: object) -> None:
    with pytest.raises(TypeError):
        f.lines()(State(), value)


@pytest.mark.parametrize("value", [-1, 11, 2.0, True, "3", None])
def test_whole_numbers_have_bounds(value: object) -> None:
    with pytest.raises(UserError) as caught:
        f.whole(0, 10, "some.code")(State(), value)
    assert caught.value.details == {"value": value, "low": 0, "high": 10}


def test_a_refused_choice_names_the_choices() -> None:
    with pytest.raises(UserError) as caught:
        f.choice(("", "a", "b"), "some.code")(State(), "c")
    assert caught.value.details == {"value": "c", "allowed": "a, b"}


@pytest.mark.parametrize(
    ("given", "kept"), [("", ""), (" 2026-03-01 ", "2026-03-01"), ("20260301", "2026-03-01")]
)
def test_dates_are_kept_as_iso(given: str, kept: str) -> None:
    assert f.iso_date("some.code")(State(), given) == kept


@pytest.mark.parametrize("given", ["1 maart", "2026-02-30", "01-03-2026"])
def test_other_dates_are_refused(given: str) -> None:
    with pytest.raises(UserError, match=r"some\.code"):
        f.iso_date("some.code")(State(), given)


def test_flags_are_yes_or_no() -> None:
    assert f.flag(State(), True) is True
    with pytest.raises(TypeError):
        f.flag(State(), 1)


def test_swapping_keeps_order_and_leaves_no_doubles() -> None:
    assert f.swapped(("a", "b", "c"), ["c"], "a") == ("a", "b")
    assert f.swapped(("a", "b", "c"), ["a", "b"], "x") == ("x", "c")
    assert f.swapped(("a", "b"), ["b"], "") == ("a",)


def test_an_empty_link_is_no_link_unless_one_is_needed() -> None:
    assert f.link(f.need_goal)(State(), "") == ""
    with pytest.raises(UserError, match=r"goal\.unknown"):
        f.link(f.need_goal, optional=False)(State(), "")
