from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from facilitator.domain import entities as e
from facilitator.report.render import render
from tests.helpers.pdf import pages_of
from tests.report.builders import RESOURCES, example, report_of, small_state, state_of


def cover_text(folder: Path, **dialogue: object) -> str:
    out = folder / "a.pdf"
    render(report_of(small_state(**dialogue), parts=()), out, RESOURCES)
    return " ".join(pages_of(out)[0].split())


def test_title_question_commissioners_date_and_version_are_on_it(tmp_path: Path) -> None:
    text = cover_text(tmp_path, commissioners=("MST", "ZGT"))
    for part in (
        "Zorg dichtbij",
        "Wat moet dichtbij blijven?",
        "MST, ZGT",
        "14 november 2026",
        "Facilitator 1.0.0",
    ):
        assert part in text


def test_the_longest_title_is_there_whole(tmp_path: Path) -> None:
    title = " ".join(["ziekenhuisverplaatste"] * 14)[:300].strip()
    assert title in cover_text(tmp_path, title=title)


def test_a_question_too_long_for_the_cover_ends_in_an_ellipsis(tmp_path: Path) -> None:
    text = cover_text(tmp_path, question="Waarom dan toch? " * 400)
    assert "Waarom dan toch?" in text
    assert "…" in text


def test_a_dialogue_without_a_title_is_named_so(tmp_path: Path) -> None:
    assert "Dialoog zonder titel" in cover_text(tmp_path, title="")


@pytest.mark.parametrize("count", [0, 1, 12, 13, 40])
def test_any_number_of_personas_fits(count: int, tmp_path: Path) -> None:
    people = [e.Persona(id=f"p{n}", name=f"Q{n}", seq=n) for n in range(count)]
    out = tmp_path / "a.pdf"
    render(report_of(state_of(e.Dialogue(title="T"), *people), parts=()), out, RESOURCES)
    text = pypdfium2.PdfDocument(out)[0].get_textpage()
    assert text.get_text_range().count("Q") == min(count, 24)
    places = [text.get_charbox(n) for n in range(text.count_chars())]
    assert all(left >= 0 and right <= 595 for left, _, right, _ in places)


def test_the_colour_field_fills_the_page_width(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    render(example(parts=()), out, RESOURCES)
    image = pypdfium2.PdfDocument(out)[0].render(scale=1, rev_byteorder=True)
    pixels = bytes(image.buffer)
    for x in (1, 590):
        start = 400 * image.stride + x * image.n_channels
        assert pixels[start : start + 3] == bytes.fromhex("0F5C63")
