"""Dialogues to report on: the shipped example, and small ones made by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from facilitator import paths
from facilitator.content.methods import load_method
from facilitator.domain import entities as e
from facilitator.domain.method import Method
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.domain.schema import ENTITY_TYPES, checked
from facilitator.domain.state import State
from facilitator.report import fonts, strings
from facilitator.report.facts import Facts
from facilitator.report.kit import Kit
from facilitator.report.lines import Setter
from facilitator.report.render import render
from tests.helpers.pdf import pages_of

RESOURCES = paths.resources()
_TABLES = {
    "meetings": "meeting",
    "personas": "persona",
    "notes": "note",
    "insights": "insight",
    "goals": "goal",
    "advices": "advice",
    "gates": "gate",
}


@cache
def method(language: str = "nl") -> Method:
    """Return the five-step method."""
    return load_method(RESOURCES / "methods" / "vijf-stappen").pick(language)


def entity(name: str, row: dict[str, object]) -> e.Entity:
    """Return an entity from one object of the exchange format."""
    values: dict[str, Any] = {key: checked(name, key, value) for key, value in row.items() if key != "id"}
    return ENTITY_TYPES[name](**{"alive": True, **values}, id=str(row.get("id", e.DIALOGUE_ID)))


def state_of(*entities: e.Entity) -> State:
    """Return a state that holds these entities, all of them living."""
    names = {kind: name for name, kind in ENTITY_TYPES.items()}
    state = State()
    for item in entities:
        state.tables.setdefault(names[type(item)], {})[item.id] = replace(item, alive=True)
    return state


def example_state() -> State:
    """Return the example dialogue that ships with the program; each caller may change its own."""
    return _example().copy()


@cache
def _example() -> State:
    raw = cast("dict[str, Any]", json.loads(paths.example().read_text(encoding="utf-8")))
    rows = [entity("dialogue", raw["dialogue"])]
    rows += [entity(name, row) for table, name in _TABLES.items() for row in raw.get(table, [])]
    return state_of(*rows)


def report_of(state: State, language: str = "nl", parts: tuple[str, ...] = PARTS) -> ReportData:
    """Return what a report of ``state`` needs."""
    return ReportData(
        state=state,
        method=method(language),
        language=language,
        parts=parts,
        made_on="2026-11-14",
        version="1.0.0",
    )


def example(language: str = "nl", parts: tuple[str, ...] = PARTS) -> ReportData:
    """Return the report data of the example dialogue."""
    return report_of(example_state(), language, parts)


def small_state(*more: e.Entity, **dialogue: Any) -> State:
    """Return a dialogue with three channels, two personas and one goal; ``more`` replaces by id or adds."""
    base: list[e.Entity] = [
        e.Dialogue(
            **{
                "title": "Zorg dichtbij",
                "question": "Wat moet dichtbij blijven?",
                "language": "nl",
                **dialogue,
            }
        ),
        e.Meeting(id="m1", name="Avond een", channel="large", people=75, seq=1),
        e.Meeting(id="m2", name="Avond twee", channel="large", people=71, seq=2),
        e.Meeting(id="m3", name="Inloophuis", channel="soft", group="patients", people=14, seq=3),
        e.Meeting(id="m4", name="Vragenlijst", channel="survey", people=1104, seq=4),
        e.Persona(id="fatima", name="Fatima", line="Moeder van vier", story="Ze heeft buikpijn.", seq=1),
        e.Persona(id="geert", name="Geert", age="71", seq=2),
        e.Note(
            id="n1",
            text="Eerste notitie",
            persona="fatima",
            step="ervaren",
            meeting="m1",
            insights=("i1",),
            seq=1,
        ),
        e.Note(
            id="n2",
            text="Tweede notitie",
            persona="geert",
            step="ervaren",
            meeting="m3",
            insights=("i1",),
            seq=2,
        ),
        e.Note(
            id="n3",
            text="Derde notitie",
            persona="geert",
            step="dromen",
            meeting="m4",
            insights=("i1",),
            seq=3,
        ),
        e.Note(id="n4", text="Vierde notitie", step="dromen", meeting="m1", parked="dubbel", seq=4),
        e.Insight(id="i1", title="Dichtbij telt", goals=("g1",), seq=1),
        e.Goal(id="g1", title="Zorg in de buurt", definition="Wat vaak nodig is, is dichtbij.", seq=1),
        e.Advice(
            id="a1",
            goal="g1",
            text="Open een post",
            insights=("i1",),
            votes_for=58,
            votes_against=9,
            votes_abstain=4,
            seq=1,
        ),
    ]
    found = {(type(item), item.id): item for item in [*base, *more]}
    return state_of(*found.values())


def kit_of(data: ReportData) -> Kit:
    """Return what the chapters are built from."""
    return Kit(Facts(data), strings.load(RESOURCES, data.language))


def setter() -> Setter:
    """Return a setter with the bundled fonts."""
    return Setter(fonts.load(RESOURCES), "[teken]")


def flat(text: str) -> str:
    """Return ``text`` without white space, so that line breaks do not matter."""
    return "".join(text.split())


def printed(data: ReportData, folder: Path) -> str:
    """Render and return all text without white space, running headers and footers left out."""
    out = folder / "report.pdf"
    render(data, out, RESOURCES)
    return flat(" ".join("\n".join(page.splitlines()) for page in pages_of(out)))


def laid_out(data: ReportData, part: str) -> str:
    """Return the text of a report of one part, white space made single."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "part.pdf"
        render(replace(data, parts=(part,)), out, RESOURCES)
        return " ".join(" ".join(pages_of(out)).split())
