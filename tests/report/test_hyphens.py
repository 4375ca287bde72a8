from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from facilitator.report import hyphens, preview
from facilitator.report.fonts import load
from facilitator.report.lines import RAGGED, Line, Setter, Span
from facilitator.report.render import render
from tests.helpers.pdf import pages_of
from tests.helpers.structure import read_structure
from tests.report.builders import RESOURCES, example, example_state, report_of, small_state

WORDS = (
    "De verpleegkundigen van het ziekenhuis vertellen zorgvuldig over mogelijkheden en behandelingen. " * 6
)
STORIES = " ".join(persona.story for persona in example_state().personas)


def parted(word: str, language: str = "nl") -> str:
    found = hyphens.load(language)
    assert found is not None
    for place in found.places(word):
        word = f"{word[:place]}-{word[place:]}"
    return word


def lines(width: float, running: bool = True) -> list[Line]:
    patterns = hyphens.load("nl")
    assert patterns is not None
    setter = Setter(load(RESOURCES), hyphens={"": patterns})
    return setter.break_lines([Span(STORIES)], 10, width, running=running)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("verpleegkundigen", "ver-pleeg-kun-di-gen"),
        ("“ziekenhuizen,”", "“zie-ken-hui-zen,”"),
        ("zorg", "zorg"),
        ("MEDISCH", "MEDISCH"),
        ("a@voorbeeld.nl", "a@voorbeeld.nl"),
        ("", ""),
        ("2026", "2026"),
    ],
)
def test_words_are_parted_where_their_language_does(word: str, told: str) -> None:
    assert parted(word) == told


def test_english_has_places_of_its_own_and_other_languages_none() -> None:
    assert parted("understanding", "en") != parted("understanding", "nl")
    assert hyphens.load("ar") is None


@pytest.mark.parametrize("width", [200, 240, 300, 333])
def test_parted_lines_fit_are_fuller_and_lose_no_letter(width: float) -> None:
    found = lines(width)
    assert any(line.cut for line in found)
    assert all(line.width <= width + 0.01 for line in found)
    told = "".join(piece.text for line in found for piece in line.told(True)).replace("\u00ad", "")
    assert told.split() == STORIES.split()
    empty = [width - line.width for line in found[:-1]]
    before = [width - line.width for line in lines(width, running=False)[:-1]]
    assert sum(room > width * RAGGED for room in empty) < sum(room > width * RAGGED for room in before)


def test_titles_and_narrow_columns_are_not_parted() -> None:
    assert not any(line.cut for line in lines(240, running=False))


def test_who_listens_or_searches_finds_the_words_whole(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    data = report_of(small_state(opening=WORDS, question="Wat?"))
    render(data, out, RESOURCES)
    assert " ".join(WORDS.split()) in read_structure(out).root.heard
    with preview.pdfium_lock:
        document = pypdfium2.PdfDocument(out)
        found = sum(
            page.get_textpage().search("verpleegkundigen").get_next() is not None for page in document
        )
        document.close()
    assert found
    assert any("verpleegkundigen" in page for page in pages_of(out))


def test_a_report_in_another_language_than_its_notes_parts_nothing(tmp_path: Path) -> None:
    render(example("en"), tmp_path / "report.pdf", RESOURCES)
    assert b"\xad" not in b"".join(page.encode("utf-16-le") for page in pages_of(tmp_path / "report.pdf"))
