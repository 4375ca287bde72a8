"""What researchers get is what REFI-QDA 1.5 describes, whatever a dialogue holds."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from facilitator.domain import entities as e
from facilitator.domain.state import State
from facilitator.exchange.refi_qda import Project, codebook, project_file
from facilitator.report import strings
from facilitator.report.facts import Facts
from facilitator.services.coding import research_project
from tests.helpers.nasty import BROKEN, NASTY
from tests.helpers.refi import passages, read_codebook, read_project
from tests.report.builders import RESOURCES, example_state, report_of, state_of

FOLDER = os.environ.get("REFI_SCHEMAS", "")
"""Where the published schemas lie, ``Codebook*.xsd`` and ``Project*.xsd``; empty without them."""


def hostile() -> State:
    """Return a dialogue in which every text is of the worst kind."""
    rows: list[e.Entity] = [e.Dialogue(title=NASTY[8], question=NASTY[9])]
    for n, text in enumerate((*NASTY, BROKEN, "", " ", "{x}", "\u202eomgekeerd", "\x85\u2028")):
        rows += [
            e.Persona(id=f"p{n}", name=text, line=text, seq=n),
            e.Meeting(id=f"m{n}", name=text, date=text[:40], group=text, channel=text[:20], seq=n),
            e.Goal(id=f"g{n}", title=text, definition=text, seq=n),
            e.Insight(id=f"i{n}", title=text, description=text, goals=(f"g{n}", "g0", "weg"), seq=n),
            e.Note(
                id=f'n"{n}',
                text=text,
                persona=f"p{n}",
                meeting=f"m{n % 5}",
                insights=(f"i{n}", "i0", "weg"),
                kind=("worry", text)[n % 2],
                basis=("own", text)[n % 3 == 0],
                consent=("unknown", "none")[n % 7 == 0],
                seq=n,
            ),
        ]
    return state_of(*rows)


STATES: dict[str, Callable[[], State]] = {
    "example": example_state,
    "hostile": hostile,
    "empty": lambda: state_of(e.Dialogue()),
    "nothing": State,
}
EVERY = pytest.mark.parametrize("name", list(STATES))


@cache
def project(name: str, language: str = "nl") -> Project:
    report, words = (strings.load(RESOURCES, language, folder) for folder in ("report", "exports"))
    return research_project(Facts(report_of(STATES[name](), language)), report, words)


@EVERY
@pytest.mark.parametrize("language", ["nl", "en"])
def test_codebook_and_project_are_as_described_and_hold_every_code_and_note(name: str, language: str) -> None:
    made, state = project(name, language), STATES[name]()
    root = read_codebook(codebook(made))
    codes = [code for code in root.iter() if code.tag.endswith("}Code")]
    assert len(codes) == len(state.insights) + len(state.goals) + len(e.KINDS) + len(e.BASES) + 2
    root, texts = read_project(project_file(made))
    assert len(passages(root, texts)) == len(state.notes)


@pytest.mark.skipif(not FOLDER, reason="REFI_SCHEMAS names no folder with the published schemas")
@EVERY
def test_the_published_schemas_find_nothing_wrong(name: str) -> None:
    for kind, content in (("Codebook", codebook(project(name))), ("Project", qde(project(name)))):
        judge = schema(kind)
        assert judge.validate(parsed(content)), judge.error_log
    broken = codebook(project(name)).replace(b"<Codes>", b"<Codes><Wrong/>", 1)
    assert not schema("Codebook").validate(parsed(broken))


def qde(made: Project) -> bytes:
    with zipfile.ZipFile(BytesIO(project_file(made))) as package:
        return package.read("project.qde")


def parsed(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False))


def schema(kind: str) -> Any:
    (file,) = Path(FOLDER).glob(f"{kind}*.xsd")
    return etree.XMLSchema(etree.parse(str(file)))
