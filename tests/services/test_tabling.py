from __future__ import annotations

from datetime import date

import pytest

from facilitator.domain import entities as e
from facilitator.domain.choices import TABLES
from facilitator.domain.state import State
from facilitator.exchange.sheets import Book
from facilitator.report import strings
from facilitator.report.facts import Facts
from facilitator.services.tabling import tables
from tests.report.builders import RESOURCES, example_state, report_of, state_of


def book(state: State, language: str = "nl") -> Book:
    report, words = (strings.load(RESOURCES, language, folder) for folder in ("report", "exports"))
    return tables(Facts(report_of(state, language)), report, words)


def rows(state: State, key: str, language: str = "nl") -> list[dict[str, object]]:
    sheet = book(state, language).sheet(key)
    assert sheet is not None
    assert all(len(row) == len(sheet.columns) for row in sheet.rows)
    return [dict(zip((column.title for column in sheet.columns), row, strict=True)) for row in sheet.rows]


SMALL = state_of(
    e.Dialogue(title="Zorg", threshold=75),
    e.Meeting(id="m", name="Praatcafé", channel="soft", date="2026-03-04", group="carers"),
    e.Persona(id="p", name="Fatima"),
    e.Note(id="a", text="een", meeting="m", persona="p", insights=("i",), seq=1, starred=True),
    e.Note(id="b", text="twee", insights=("i",), basis="imagined", seq=2),
    e.Note(id="c", text="drie", parked="hoort elders", seq=3),
    e.Note(id="d", text="geheim", translation="secret", consent="none", insights=("i",), meeting="m", seq=4),
    e.Insight(id="i", title="Een tolk", goals=("g", "h")),
    e.Goal(id="g", title="Samen", seq=1),
    e.Goal(id="h", title="Dichtbij", seq=2),
    e.Advice(
        id="x", goal="g", text="Regel het", insights=("i",), votes_for=3, votes_against=1, votes_abstain=0
    ),
    e.Advice(id="y", goal="weg", text="Los", seq=2),
    e.Ballot(id="r", unit="persona", dots=3),
    e.Pile(id="r1", ballot="r", target="i", unit="p", count=2),
    e.Pile(id="r2", ballot="r", target="i", unit="p", count=3),
)


def test_there_are_five_tables_in_order() -> None:
    assert tuple(sheet.key for sheet in book(SMALL).sheets) == TABLES


def test_a_note_tells_whence_it_comes_and_where_it_lies() -> None:
    first, second, third, last = rows(SMALL, "notes")
    assert (first["Code"], first["Tekst"], first["Persona"], first["Ster"]) == ("N1", "een", "Fatima", True)
    assert (first["Kanaal"], first["Datum"], first["Groep"]) == (
        "Zachte stemmen",
        date(2026, 3, 4),
        "mantelzorgers",
    )
    assert (first["Inzichten"], first["Doelen"], first["Titels van inzichten"]) == ("I1", "1, 2", "Een tolk")
    assert (second["Kanaal"], second["Datum"]) == ("Andere bronnen", None)
    assert third["Apart gelegd omdat"] == "hoort elders"
    assert "geheim" not in str(last)
    assert "secret" not in str(last)


def test_insights_and_goals_count_what_was_said_and_what_was_imagined_apart() -> None:
    (insight,) = rows(SMALL, "insights")
    assert (insight["Notities"], insight["Zachte stemmen"], insight["Bedacht"], insight["Stippen"]) == (
        3,
        2,
        1,
        5,
    )
    assert (insight["Doelen"], insight["Adviezen"]) == ("1, 2", "1.1")
    goals = rows(SMALL, "goals")
    assert [(goal["Doel"], goal["Adviezen"], goal["Aangenomen"]) for goal in goals] == [
        ("Samen", 1, 1),
        ("Dichtbij", 0, 0),
    ]


def test_advice_tells_its_votes_against_the_threshold_and_what_it_rests_on() -> None:
    first, loose = rows(SMALL, "advice")
    assert (first["Nummer"], first["Procent voor"], first["Uitkomst"]) == ("1.1", 75.0, "Aangenomen")
    assert (first["Notities"], first["Zachte stemmen"], first["Bedacht"]) == (3, 2, 1)
    assert (loose["Nummer"], loose["Voor"], loose["Procent voor"]) == ("0.1", None, None)


def test_votes_are_added_up_per_round_place_and_choice() -> None:
    told = [
        (row["Ronde"], row["Code"], row["Waar"], row["Keuze"], row["Aantal"]) for row in rows(SMALL, "votes")
    ]
    assert told == [
        ("Stemming over adviezen", "1.1", "allen samen", "voor", 3),
        ("Stemming over adviezen", "1.1", "allen samen", "tegen", 1),
        ("Stemming over adviezen", "1.1", "allen samen", "onthouding", 0),
        ("Ronde 1", "I1", "Fatima", "stip", 5),
    ]


@pytest.mark.parametrize("key", TABLES)
def test_the_example_has_all_tables_in_both_languages(key: str) -> None:
    state = example_state()
    assert len(rows(state, key)) == len(rows(state, key, "en")) > 7
    assert rows(state_of(e.Dialogue()), key) == []
