"""The two ways to print notes that ``bench_report`` compares; only its child processes import them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from benchmarks.synthetic import entities
from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.domain.schema import ENTITY_NAMES, ENTITY_TYPES
from facilitator.domain.state import State, Tables
from facilitator.report.render import render


def state_of(notes: int) -> State:
    """Return the made-up dialogue as a state, without any file."""
    tables: Tables = {name: {} for name in ENTITY_TYPES}
    for entity in entities(notes):
        tables[ENTITY_NAMES[type(entity)]][entity.id] = replace(entity, alive=True)
    return State(tables)


def ours(notes: int) -> Callable[[Path], object]:
    """Return the whole report with all parts."""
    method = Library(paths.resources()).methods["vijf-stappen"].pick("nl")
    data = ReportData(
        state=state_of(notes),
        method=method,
        language="nl",
        parts=PARTS,
        made_on="2026-11-22",
        version="bench",
    )
    return lambda out: render(data, out, paths.resources())


def bare(notes: int) -> Callable[[Path], object]:
    """Return the same notes as plain paragraphs."""
    texts = [note.text for note in state_of(notes).notes]
    style = getSampleStyleSheet()["BodyText"]
    return lambda out: SimpleDocTemplate(str(out)).build([Paragraph(escape(text), style) for text in texts])
