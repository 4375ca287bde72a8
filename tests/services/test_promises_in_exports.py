"""No file that leaves says more than was promised: every format and form, read back, at every level."""

from __future__ import annotations

import inspect
import itertools
import random
import typing
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain import entities as e
from facilitator.domain.choices import FORMATS, FORMS
from facilitator.domain.publishable import Printable, is_withheld
from facilitator.domain.report_data import PARTS, FormOrder, ReportData
from facilitator.domain.state import State
from facilitator.exchange.refi_qda import Project
from facilitator.exchange.sheets import Book
from facilitator.report import board_drawing, forms, plate_page, render, telling
from facilitator.services import coding, export_files, tabling
from facilitator.services.exchange import import_json
from facilitator.services.exporting import BOARDS, LOSSLESS, Wish, export
from facilitator.services.reporting import report_data, write_form
from facilitator.store.session import SessionStore
from tests.helpers.pdf import pages_of
from tests.helpers.shelf import shelf

LEVELS = list(itertools.product(e.PUBLICATIONS, e.ANONYMITIES))
PRINTED_LEVELS = [("notes", "group"), ("quotes", "channel"), ("notes", "full"), ("numbers", "full")]
"""Those of which every form is made as PDF: one takes long, and what is in it was tried with all levels."""
GROUP, GROUP_WORD, TABLE = "partners", "zorgpartners", 918273645


@pytest.fixture(scope="module")
def library() -> Library:
    return shelf()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[SessionStore]:
    path = tmp_path_factory.mktemp("dialoog") / "a.dialoog"
    made = import_json(paths.example(), path, "test", library)
    draw = random.Random(8)
    with made.edit("test") as edit:
        for row in [*made.state.notes, *made.state.meetings]:
            edit.delete("note" if isinstance(row, e.Note) else "meeting", row.id)
        for n, people in enumerate((0, 40, 60, 2, 3, 25, 1)):
            channel = e.CHANNELS[n % 3]
            edit.create(
                e.Meeting(
                    id=f"m{n}",
                    name=f"Bijeenkomst Plek{n}q",
                    venue=f"Zaal{n}q",
                    channel=channel,
                    people=people,
                    seq=n,
                )
            )
        insights, steps = [row.id for row in made.state.insights], ["ontmoeten", "ervaren", "dromen"]
        for n in range(60):
            edit.create(_note(n, draw, insights, steps, [row.id for row in made.state.personas]))
        edit.create(e.Ballot(id="b", title="Ronde", unit="table", method="hands", subject="advice", seq=1))
        for advice in made.state.advices[:3]:
            edit.create(
                e.Pile(
                    id=advice.id,
                    ballot="b",
                    target=advice.id,
                    unit=str(TABLE),
                    choice="for",
                    count=12,
                )
            )
    yield made
    made.close()


def _note(n: int, draw: random.Random, insights: list[str], steps: list[str], personas: list[str]) -> e.Note:
    grouped = draw.random() < 0.7
    return e.Note(
        id=f"note{n}",
        text=f"Woord{n}q is hier gezegd",
        translation=f"Vertaald{n}q" if draw.random() < 0.5 else "",
        language="tr" if draw.random() < 0.3 else "",
        persona=draw.choice([*personas, ""]),
        step=draw.choice(steps),
        kind=draw.choice(e.KINDS),
        basis=draw.choice(e.BASES),
        speaker_group=GROUP if n % 3 == 0 else "",
        meeting=f"m{draw.randrange(7)}",
        table=TABLE,
        consent=draw.choice(e.CONSENTS),
        starred=draw.random() < 0.4,
        source_ref=f"lijst{n}q.csv",
        insights=(draw.choice(insights),) if grouped else (),
        parked=None if grouped else f"Weggelegd{n}q",
        seq=n,
    )


def promise(store: SessionStore, publication: str, anonymity: str) -> State:
    with store.edit("test") as edit:
        edit.set("dialogue", e.DIALOGUE_ID, publication=publication, anonymity=anonymity)
    return store.state


def said(path: Path) -> str:
    """Return everything a file says: text of every page and part, titles, names and values between."""
    content = path.read_bytes()
    if content.startswith(b"%PDF"):
        return "\n".join([*pages_of(path), *_in_objects(PdfReader(path))])
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as package:
            return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    return content.decode("utf-8-sig", "replace")


def _in_objects(reader: PdfReader) -> Iterator[str]:
    """Yield what stands outside the pages: structure, alternatives, bookmarks, metadata."""
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        found = reader.get_object(number)
        if found is not None:
            yield str(found)


def forbidden(state: State) -> Iterator[str]:
    """Yield the words that may not be in any file; each is written so that it occurs in no other."""
    dialogue = state.dialogue
    for note in state.notes:
        yield note.source_ref
        if is_withheld(dialogue, note):
            yield from (word_of(note), note.translation, note.parked or "")
    for meeting in state.meetings:
        if 0 < meeting.people < dialogue.smallest_group:
            yield from (meeting.name, meeting.venue)
    if dialogue.anonymity != "group":
        # What may not stand beside words, and nothing else in this dialogue says.
        yield from (GROUP_WORD, str(TABLE))


def word_of(note: e.Note) -> str:
    return note.text.split()[0]


def allowed(state: State) -> list[str]:
    return [word_of(note) for note in state.notes if not is_withheld(state.dialogue, note)]


def check(state: State, text: str, what: str) -> None:
    folded = " ".join(text.split())
    assert not [words for words in forbidden(state) if words and words in folded], what


@pytest.mark.parametrize(
    ("publication", "anonymity"),
    # Those that are printed too stand for all in every run; the others in the long trials.
    [level if level in PRINTED_LEVELS else pytest.param(*level, marks=pytest.mark.soak) for level in LEVELS],
)
def test_no_format_says_what_was_promised_away(
    store: SessionStore, library: Library, tmp_path: Path, publication: str, anonymity: str
) -> None:
    state = promise(store, publication, anonymity)
    seen: dict[str, str] = {}
    for one in FORMATS:
        if one in (LOSSLESS, "png") or (one == "pdf" and (publication, anonymity) not in PRINTED_LEVELS):
            continue
        for board in BOARDS if one == "svg" else ("table",):
            wish = Wish(format=one, made_on="2026-11-14", board=board, language="nl")
            out = tmp_path / ("tabellen" if one == "csv" else f"uit-{board}.{one}")
            files = export(store, out, wish, library)
            seen[f"{one} {board}"] = "\n".join(said(path) for path in files)
    for what, text in seen.items():
        check(state, text, what)
    # Control: what may be printed is there, so that the search above can find something.
    for what in ("csv table", "docx table", "qdpx table"):
        assert all(word in seen[what] for word in allowed(state)), what
    assert bool(allowed(state)) == (publication != "numbers")
    if anonymity == "group":
        assert all(words in seen["csv table"] for words in (GROUP_WORD, str(TABLE), "Bijeenkomst Plek2q"))


@pytest.mark.parametrize(("publication", "anonymity"), PRINTED_LEVELS)
@pytest.mark.parametrize("form", FORMS)
def test_no_form_says_what_was_promised_away(
    store: SessionStore, library: Library, tmp_path: Path, publication: str, anonymity: str, form: str
) -> None:
    state = promise(store, publication, anonymity)
    data = report_data(store, language="nl", parts=PARTS, library=library, made_on="2026-11-14")
    out = tmp_path / "vorm.pdf"
    write_form(FormOrder(form), data, out)
    text = said(out)
    check(state, text, form)
    if form == "meeting":
        words = [word for word in allowed(state) if word in text]
        assert bool(words) == (anonymity == "group")


def test_numbers_stay_true_whatever_was_promised(
    store: SessionStore, library: Library, tmp_path: Path
) -> None:
    counts: list[dict[str, int]] = []
    for publication, anonymity in LEVELS:
        promise(store, publication, anonymity)
        (path,) = export(store, tmp_path / "a.csv", Wish(made_on="2026-11-14", table="goals"), library)
        rows = path.read_text(encoding="utf-8-sig").splitlines()
        counts.append({row: 1 for row in rows})
        data = report_data(store, language="nl", parts=PARTS, library=library, made_on="2026-11-14")
        assert len(data.state.notes) == len(store.state.notes)
        assert data.kept.withheld == sum(is_withheld(store.state.dialogue, n) for n in store.state.notes)
    assert all(one == counts[0] for one in counts)


def test_everything_for_people_is_made_of_data_that_keeps_the_promise() -> None:
    doors = {
        render.render: ReportData,
        forms.render_form: ReportData,
        plate_page.render_plate: ReportData,
        telling.told: ReportData,
        board_drawing.drawn: ReportData,
        tabling.tables: None,
        coding.research_project: None,
    }
    for door, kind in doors.items():
        hints = typing.get_type_hints(door)
        given = [hints[name] for name in inspect.signature(door).parameters]
        assert kind is None or kind in given, door
        assert State not in given, door
        assert SessionStore not in given, door
    state = State({"note": {"n": e.Note(id="n", alive=True, text="x", consent="none")}})
    assert not isinstance(state, Printable)
    # What is written last holds words alone: it is made of the above, and knows no dialogue.
    for module in (export_files.csv_out, export_files.markdown_out, export_files.refi_qda):
        source = inspect.getsource(module)
        assert "domain.state" not in source
        assert "SessionStore" not in source
    assert {Book, Project} <= {
        hint
        for door in (tabling.tables, coding.research_project)
        for hint in typing.get_type_hints(door).values()
    }
