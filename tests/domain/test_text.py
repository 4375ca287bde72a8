"""The one door for text: total, idempotent, and literal for everything that can be kept."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import UserError
from facilitator.domain.text import (
    NOTE_LIMIT,
    PASTE_LIMIT,
    PASTED_LINES_LIMIT,
    PASTED_NOTES_LIMIT,
    clean,
    clean_block,
    clean_line,
    clean_note,
    fold,
    note_lines,
    pasted_notes,
    refuse_long_paste,
    slug,
    split_note,
)

ANY = st.text(st.characters(codec=None), max_size=200)
"""Any code points at all, lone surrogates too."""


@given(ANY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY)
def test_clean_text_can_be_stored_and_shown(text: str) -> None:
    found = clean(text)
    found.encode("utf-8")
    assert found == found.strip()
    assert unicodedata.is_normalized("NFC", found)
    assert all(ch == "\n" or unicodedata.category(ch) not in {"Cc", "Cs", "Co", "Cn"} for ch in found)
    assert not set(found) & set("\u202a\u202b\u202d\u202e\u2066\u2069\ufeff")


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=100))
def test_letters_digits_and_signs_are_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text", ["<b>vet</b>", "a & b", "=1+1", "👩‍👩‍👧‍👦", "مرحبا", "می‌خواهم", "Ænima", "1\n\n2", "{name} %n"]
)
def test_what_people_write_is_kept_literally(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("a\tb", "a b"),
        ("\ufeffa\x00b\x1b[31m", "ab[31m"),
        ("\u202egnol\u202c", "gnol"),
        ("e\u0301", "é"),
        ("a\ud800b", "ab"),
    ],
)
def test_what_cannot_be_kept_goes(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(ANY)
def test_a_line_is_one_line_and_stays_so(text: str) -> None:
    found = clean_line(text)
    assert "\n" not in found
    assert "  " not in found
    assert clean_line(found) == found


def test_limits_count_what_is_kept() -> None:
    assert clean_line(" " + "x" * 5 + "\n", limit=5) == "x" * 5
    for call in (clean_line, clean_block):
        with pytest.raises(UserError) as caught:
            call("x" * 6, limit=5)
        assert (caught.value.code, caught.value.details) == ("text.too_long", {"limit": 5, "length": 6})


def test_a_note_is_neither_empty_nor_endless() -> None:
    assert clean_note(" x ") == "x"
    assert len(clean_note("x" * NOTE_LIMIT)) == NOTE_LIMIT
    for text, code in ((" \x00\u202e ", "note.empty"), ("x" * (NOTE_LIMIT + 1), "note.too_long")):
        with pytest.raises(UserError) as caught:
            clean_note(text)
        assert caught.value.code == code


@given(ANY)
def test_pasted_lines_become_notes_that_can_be_kept(text: str) -> None:
    lines = note_lines(text)
    assert all(clean_note(line) == line for line in lines)
    assert all("\n" not in line for line in lines)


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=20), max_size=10))
def test_each_line_is_one_note_with_or_without_a_bullet(words: list[str]) -> None:
    wanted = [clean(word) for word in words]
    for bullet in ("", "- ", "• ", "  * ", "– "):
        assert note_lines("\n\n".join(bullet + word for word in words)) == wanted


def test_a_dash_inside_a_line_stays() -> None:
    assert note_lines("-  ver - te ver\n\n ·  mantel-zorg ") == ["ver - te ver", "mantel-zorg"]


@given(ANY, st.integers(4, 60))
def test_a_slug_is_a_safe_name(text: str, limit: int) -> None:
    found = slug(text, limit=limit)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= limit
    assert slug(found, limit=limit) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [("De Bruin", "de-bruin"), ("Zoë & Rayán!", "zoe-rayan"), ("…", "naam"), ("مرحبا", "naam"), ("𝕬", "a")],
)
def test_slugs_of_names(text: str, name: str) -> None:
    assert slug(text) == name


def test_folding_forgets_case_and_diacritics() -> None:
    assert fold("Één CAFÉ") == "een cafe"


def test_megabytes_are_cleaned_quickly_and_as_letter_for_letter() -> None:
    piece = "woord\x07 e\u0301\u202e\ud83d en\r\n"
    assert clean(piece * 3) == "woord é en\nwoord é en\nwoord é en"
    started = time.monotonic()
    assert len(clean(piece * 500_000)) == len("woord é en\n") * 500_000 - 1
    assert time.monotonic() - started < 5


def test_a_paste_of_any_size_becomes_notes_and_nothing_is_left_out() -> None:
    assert len(pasted_notes("een regel\n" * PASTED_NOTES_LIMIT)) == PASTED_NOTES_LIMIT
    for text in (
        "een regel met woorden\n" * (PASTED_NOTES_LIMIT + 1),
        "w" * 200_000,
        "Een zin. Nog een zin! " * 20_000,
        ("alinea\r\n\r\n" + "woord " * 3_000 + "\r") * 40,
        "gezin 👨\u200d👩\u200d👧" * 9_000,
    ):
        notes = pasted_notes(text)
        assert 1 < len(notes) <= PASTED_NOTES_LIMIT
        assert max(map(len, notes)) <= NOTE_LIMIT
        assert "".join("".join(notes).split()) == "".join(text.split())
        assert [clean_note(note) for note in notes] == notes


def test_a_library_is_refused_whole() -> None:
    with pytest.raises(UserError) as caught:
        pasted_notes("x\n" * PASTED_LINES_LIMIT)
    assert caught.value.code == "paste.too_long"


def test_a_long_text_is_cut_where_a_reader_would() -> None:
    sentences = [f"Dit is zin nummer {n}." for n in range(20)]
    pieces = split_note(" ".join(sentences), limit=100)
    assert all(piece.endswith(".") for piece in pieces)
    assert " ".join(pieces) == " ".join(sentences)
    assert split_note("e\u0301" * 100, limit=51)[0].endswith("\u0301")
    assert split_note("kort") == ["kort"]
    assert split_note("  ") == []


def test_a_field_takes_no_more_than_it_lays_out_at_once() -> None:
    refuse_long_paste("woord " * (PASTE_LIMIT // 6))
    for text, code in (("woord " * PASTE_LIMIT, "paste.too_long"), ("w" * 20_001, "paste.long_word")):
        with pytest.raises(UserError) as caught:
            refuse_long_paste(text)
        assert caught.value.code == code


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "LPT9"])
def test_a_file_never_gets_a_name_that_a_system_keeps_for_itself(name: str) -> None:
    assert slug(name, "dialoog") == f"dialoog-{name.lower()}"
    assert slug(slug(name)) == slug(name)
    assert slug(f"{name}sum") == f"{name}sum".lower()
