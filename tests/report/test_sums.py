"""Numbers in the tables of the report are those of the dialogue, whatever it holds."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.domain.state import State
from facilitator.report.facts import Facts
from facilitator.report.render import render
from tests.helpers.structure import Element, Tagged, read_structure
from tests.report.builders import RESOURCES, report_of, small_state


def any_dialogue(seed: int) -> State:
    """Return a dialogue with notes of every kind in every place."""
    rnd = random.Random(seed)
    goals = [e.Goal(id=f"g{n}", title=f"Doel {n}", seq=n) for n in range(1, rnd.randint(2, 5))]
    insights = [
        e.Insight(
            id=f"i{n}", title=f"Inzicht {n}", goals=tuple({rnd.choice(goals).id for _ in range(2)}), seq=n
        )
        for n in range(1, rnd.randint(3, 8))
    ]
    notes = [
        e.Note(
            id=f"x{n}",
            text=f"Notitie {n}",
            persona=rnd.choice(["fatima", "geert", ""]),
            kind=rnd.choice(e.KINDS),
            basis=rnd.choice(e.BASES),
            meeting=rnd.choice(["m1", "m2", "m3", "m4"]),
            step=rnd.choice(["ervaren", "dromen"]),
            insights=tuple({rnd.choice(insights).id for _ in range(rnd.randint(0, 2))}),
            seq=n + 10,
        )
        for n in range(rnd.randint(5, 60))
    ]
    return small_state(*goals, *insights, *notes)


def printed(state: State, folder: Path) -> Tagged:
    render(report_of(state), folder / "report.pdf", RESOURCES)
    return read_structure(folder / "report.pdf")


def table_after(section: Element, heading: str) -> list[list[str]]:
    """Return the rows under the head of the first table behind a heading."""
    parts = section.walk()
    start = next(n for n, part in enumerate(parts) if part.role == "H3" and part.heard == heading)
    table = next(part for part in parts[start:] if part.role == "Table")
    return [[cell.heard.strip() for cell in row.kids] for row in table.of("TR")[1:]]


def number(words: str) -> int:
    found = re.match(r"\d+", words.replace(".", ""))
    return int(found.group()) if found else 0


@pytest.mark.parametrize("seed", range(6))
def test_tables_hold_the_numbers_of_the_dialogue(seed: int, tmp_path: Path) -> None:
    state = any_dialogue(seed)
    facts, tagged = Facts(report_of(state)), printed(state, tmp_path)
    assert tagged.faults == []
    for goal in state.goals:
        chapter = next(p for p in tagged.root.kids if any(h.heard == goal.title for h in p.of("H2")))
        rows = table_after(chapter, "Wat we hoorden")
        assert [number(row[2]) for row in rows] == [heard.notes for heard in facts.heard(goal)]
    across = next(p for p in tagged.root.kids if any("dwars" in h.heard for h in p.of("H2")))
    counted = [[number(cell) for cell in row[1:]] for row in table_after(across, "Wie raakt het?")]
    said = [Counter(n.persona for n in facts.goal_notes(g) if n.basis != "imagined") for g in state.goals]
    assert counted == [[of_goal[persona.id] for of_goal in said] for persona in state.personas]


@pytest.mark.parametrize("seed", range(3))
def test_the_kinds_of_a_survey_add_up_to_its_notes(seed: int, tmp_path: Path) -> None:
    state = any_dialogue(seed)
    tagged = printed(state, tmp_path)
    chapter = next(p for p in tagged.root.kids if any("in tabellen" in h.heard for h in p.of("H2")))
    rows = table_after(chapter, "Vragenlijst")
    kinds = Counter(note.kind for note in state.notes if note.meeting == "m4")
    assert sorted(number(row[1]) for row in rows) == sorted(kinds.values())
