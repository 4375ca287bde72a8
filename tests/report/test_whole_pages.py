"""Every page of the whole report: words in the margins, no page nearly empty but the end of a chapter."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.state import State
from facilitator.report.blocks import PageStart
from facilitator.report.facts import Facts
from facilitator.report.kit import Kit
from facilitator.report.look import HEIGHT, TOP
from facilitator.report.pages import Layout, Paginator
from facilitator.report.render import render, story, type_setter
from facilitator.report.strings import load
from tests.report.builders import RESOURCES, example_state, report_of
from tests.report.test_forms import boxes, hostile

LEAST = 0.12


def laid_out(state: State, language: str) -> Layout:
    data = report_of(state, language)
    book = load(RESOURCES, language)
    setter = type_setter(data, book, RESOURCES)
    return Paginator(setter).lay_out(story(Kit(Facts(data), book)), lambda _done: None)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("state", [example_state(), hostile()], ids=["example", "hostile"])
def test_words_stay_within_the_margins(tmp_path: Path, state: State, language: str) -> None:
    out = tmp_path / "report.pdf"
    render(report_of(state, language), out, RESOURCES)
    for number, ((wide, tall), signs) in enumerate(boxes(out), 1):
        assert signs, f"page {number} is empty"
        for left, bottom, right, top in signs:
            assert 30 <= left < right <= wide - 30, (number, left, right)
            assert 20 <= bottom < top <= tall - 20, (number, bottom, top)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("state", [example_state(), hostile()], ids=["example", "hostile"])
def test_no_page_is_nearly_empty_but_the_end_of_a_chapter(state: State, language: str) -> None:
    pages = laid_out(state, language).pages
    for number, (page, after) in enumerate(zip(pages, pages[1:], strict=False), 1):
        last, block = page.items[-1]
        filled = (last + block.height - TOP) / HEIGHT
        assert filled >= LEAST or after.opening, (number, page.head[:40], filled)


@pytest.mark.parametrize("state", [example_state(), hostile()], ids=["example", "hostile"])
def test_no_heading_stands_last_on_a_page_and_nothing_hangs_over_its_foot(state: State) -> None:
    for number, page in enumerate(laid_out(state, "nl").pages, 1):
        assert not any(isinstance(block, PageStart) for _, block in page.items)
        last, block = page.items[-1]
        assert not block.keep, (number, page.head[:40])
        assert last + block.height <= TOP + HEIGHT + 0.5, (number, page.head[:40])
