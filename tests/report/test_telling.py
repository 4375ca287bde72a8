"""The outline holds what the PDF holds: the same words in the same order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.domain.evidence import advices_of_goal
from facilitator.domain.outline import Heading, Table, texts, words
from facilitator.report.facts import Facts
from facilitator.report.render import render
from facilitator.report.telling import told
from tests.helpers.nasty import NASTY
from tests.helpers.structure import read_structure
from tests.report.builders import RESOURCES, example, example_state, report_of, state_of


def squashed(text: str) -> str:
    return "".join(text.split())


def letters(text: str) -> str:
    """Return the letters of a text in order: links in a PDF are read after what is around them."""
    return "".join(sorted(squashed(text)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_headings_are_those_of_the_pdf_but_for_the_contents(tmp_path: Path, language: str) -> None:
    data = example(language)
    render(data, tmp_path / "a.pdf", RESOURCES)
    in_pdf = [
        letters(node.heard) for node in read_structure(tmp_path / "a.pdf").root.of("H1", "H2", "H3", "H4")
    ]
    parts = told(data, RESOURCES).parts
    in_outline = [letters(words(part.runs)) for part in parts if isinstance(part, Heading)]
    contents = "Inhoud" if language == "nl" else "Contents"
    assert in_outline == [title for title in in_pdf if title != letters(contents)]
    assert len(in_outline) > 60


def test_tables_are_those_of_the_pdf(tmp_path: Path) -> None:
    render(example(), tmp_path / "a.pdf", RESOURCES)
    in_pdf = [
        [squashed(cell.heard) for cell in table.of("TH", "TD")]
        for table in read_structure(tmp_path / "a.pdf").root.of("Table")
    ]
    tables = [part for part in told(example(), RESOURCES).parts if isinstance(part, Table)]
    assert [[squashed(cell) for row in (t.head, *t.rows) for cell in row] for t in tables] == in_pdf


def test_every_note_is_told_just_once_in_the_appendix() -> None:
    state = example_state()
    told_ones = [note for note in state.notes if note.consent != "none"]
    found = Counter(texts(told(report_of(state, parts=("notes",)), RESOURCES).parts))
    assert {note.text: found[note.text] for note in told_ones} == {note.text: 1 for note in told_ones}


def test_numbers_are_those_of_the_facts() -> None:
    data = example()
    facts = Facts(data)
    said = "\n".join(texts(told(data, RESOURCES).parts))
    for goal in data.state.goals:
        for advice in advices_of_goal(data.state, goal.id):
            assert f"{facts.numbers[advice.id]}\u00a0 {advice.text}" in said
            assert f"{advice.votes_for} voor, {advice.votes_against} tegen" in said


def test_a_note_nobody_may_use_counts_but_is_not_told() -> None:
    note = e.Note(id="n", text="een geheim", translation="a secret", consent="none", starred=True)
    parts = told(report_of(state_of(e.Dialogue(), note)), RESOURCES).parts
    said = "\n".join(texts(parts))
    assert "geheim" not in said
    assert "secret" not in said
    assert "N1, ervaring:" in said


@pytest.mark.parametrize("text", NASTY)
def test_texts_are_told_as_they_were_written(text: str) -> None:
    note = e.Note(id="n", text=text)
    assert text.strip() in list(texts(told(report_of(state_of(e.Dialogue(), note)), RESOURCES).parts))


def test_title_language_and_makers_go_along() -> None:
    state = state_of(replace(e.Dialogue(), title="Zorg", commissioners=("MST", "ZGT")))
    outline = told(report_of(state, "en"), RESOURCES)
    assert (outline.title, outline.author, outline.language) == ("Zorg", "MST, ZGT", "en-GB")
    assert outline.made_on == "2026-11-14"


def test_an_empty_dialogue_can_be_told() -> None:
    assert told(report_of(state_of(e.Dialogue())), RESOURCES).parts
