from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.domain.report_data import FormOrder
from facilitator.domain.state import State
from facilitator.report.fitting import LEFT_OUT
from facilitator.report.forms import render_form
from facilitator.report.forms_poster import A2, A3, posters
from facilitator.report.look import Sheet
from tests.helpers.pdf import pages_of
from tests.report.builders import RESOURCES, example, example_state, kit_of, report_of, setter, small_state

PAPERS = [A3, A2]
LONG = "Ik wacht al weken op een plek. Niemand belt mij ooit terug. " * 40


def note(n: int, text: str, *, starred: bool = True) -> e.Note:
    return e.Note(id=f"q{n}", text=text, starred=starred, insights=("i1",), meeting="m1", seq=n + 10)


def drawn(state: State, tmp_path: Path, size: str = "a3") -> str:
    render_form(FormOrder("poster", size), report_of(state), tmp_path / "form.pdf", RESOURCES)
    return " ".join(" ".join(pages_of(tmp_path / "form.pdf")).split())


@pytest.mark.parametrize("sheet", PAPERS, ids=["a3", "a2"])
def test_there_is_a_marked_sheet_for_every_goal(sheet: Sheet) -> None:
    kit = kit_of(example())
    marks = [block.mark.key for block in posters(kit, setter(), sheet) if block.mark]
    assert marks == [f"goal-{number}" for number in range(1, len(kit.facts.state.goals) + 1)]


@pytest.mark.parametrize("size", ["a3", "a2"])
def test_no_quote_of_the_example_is_cut(size: str, tmp_path: Path) -> None:
    assert LEFT_OUT.strip() not in drawn(example_state(), tmp_path, size)


def test_a_quote_that_fits_whole_goes_before_one_that_must_be_cut(tmp_path: Path) -> None:
    short = note(2, "Dichtbij is voor mij vijf minuten lopen.", starred=False)
    told = drawn(small_state(note(1, LONG), short), tmp_path)
    assert short.text in told
    assert "Ik wacht al weken" not in told


def test_the_only_quote_there_is_is_cut_behind_a_sentence_and_told_by_its_code(tmp_path: Path) -> None:
    state = small_state(note(1, LONG))
    for id in ("n1", "n2", "n3", "n4"):
        del state.tables["note"][id]
    told = drawn(state, tmp_path)
    assert "terug. (…)”" in told or "plek. (…)”" in told
    assert "· N1" in told
