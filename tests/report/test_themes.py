"""The theme book leads from advice to notes and back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest

from facilitator.report.facts import Facts
from facilitator.report.render import render
from tests.helpers.structure import Tagged, read_structure
from tests.report.builders import RESOURCES, example, laid_out, report_of, small_state


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("themes") / "report.pdf"
    render(example(), out, RESOURCES)
    return out


def links_of(tagged: Tagged, start: str) -> list[str]:
    codes = re.compile(rf"{start}\d+")
    return [link.heard for link in tagged.root.of("Link") if codes.fullmatch(link.heard)]


def test_every_insight_names_its_notes_and_every_note_its_insight(printed: Path) -> None:
    tagged, facts = read_structure(printed), Facts(example())
    assert tagged.faults == []
    pairs = sum(len(notes) for notes in facts.evidence.by_insight.values())
    assert len(links_of(tagged, "N")) == pairs
    from_notes, from_goals = pairs, sum(len(insight.goals) for insight in facts.state.insights)
    from_advice = sum(len(set(advice.insights)) for advice in facts.state.advices)
    rejected = sum(len(set(advice.insights)) for advice in facts.rejected())
    assert len(links_of(tagged, "I")) == from_notes + from_goals + from_advice + rejected


def test_every_link_leads_to_a_page_that_holds_the_code(printed: Path) -> None:
    with pikepdf.open(printed) as pdf:
        pages: dict[Any, int] = {page.objgen: place for place, page in enumerate(pdf.pages)}
        texts: dict[int, str] = {}
        checked = 0
        for page in pdf.pages:
            for area in cast("Any", page.get("/Annots", [])):
                place = pages[area.Dest[0].objgen]
                if place not in texts:
                    texts[place] = bytes(cast("Any", pdf.pages[place]).Contents.read_bytes()).decode(
                        "latin-1"
                    )
                checked += bool(texts[place])
        assert checked > 600


def test_a_dialogue_without_insights_says_so() -> None:
    state = small_state()
    state.tables["insight"].clear()
    assert "Er zijn nog geen inzichten." in laid_out(report_of(state), "themes")


def test_without_the_theme_book_codes_lead_nowhere(tmp_path: Path) -> None:
    render(report_of(small_state(), parts=("goals",)), tmp_path / "a.pdf", RESOURCES)
    tagged = read_structure(tmp_path / "a.pdf")
    assert tagged.faults == []
    assert links_of(tagged, "I1") == []
