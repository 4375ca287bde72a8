from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.words import Words
from facilitator.domain.errors import UserError


@pytest.fixture
def words(tmp_path: Path) -> Words:
    (tmp_path / "messages_nl.toml").write_text(
        '[messages]\n"a.full" = "Vol: {path}, {count} van {limit}"\n"ui.unknown_error" = "Mis ({code})"\n'
        '[kinds]\nwish = "wens"\n',
        "utf-8",
    )
    return Words("nl", tmp_path)


def test_place_markers_are_filled_and_unknown_ones_stay(words: Words) -> None:
    assert (
        words.error(UserError("a.full", path="avond.dialoog", count=3)) == "Vol: avond.dialoog, 3 van {limit}"
    )
    assert words.message("a.full", {"count": 1}) == "Vol: {path}, 1 van {limit}"
    assert words.line("messages", "a.full", count=1, table="x", code="y") == "Vol: {path}, 1 van {limit}"


def test_what_people_wrote_is_not_read_as_a_marker(words: Words) -> None:
    error = UserError("a.full", path="{count}{0}{", count=1, limit=2)
    assert words.error(error) == "Vol: {count}{0}{, 1 van 2"


def test_an_unknown_code_still_says_something(words: Words) -> None:
    assert words.error(UserError("b.new")) == "Mis (b.new)"
    assert words.text("kinds", "wish") == "wens"
    assert words.text("kinds", "idea") == "idea"
    assert words.text("nowhere", "idea", "iets") == "iets"


def test_codes_come_in_file_order(words: Words) -> None:
    assert words.codes("messages") == ("a.full", "ui.unknown_error")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_shipped_words_can_be_read(language: str) -> None:
    assert Words(language).text("kinds", "wish") not in {"", "wish" if language == "nl" else ""}
    assert "facilitator" in Words(language, name="cli").text("general", "more")


def test_large_numbers_are_told_in_groups_of_three_digits() -> None:
    details = {"limit": 10_000, "length": 10_200_000}
    assert "10.200.000 tekens" in Words("nl").message("note.too_long", details)
    assert "10,200,000 characters" in Words("en").message("note.too_long", details)
    assert "9999" in Words("nl").message("note.too_long", {"limit": 9_999, "length": 5})
