"""A dialogue goes out and comes in again: JSON without any loss, tables with every word and number."""

from __future__ import annotations

import csv
import json
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain import entities as e
from facilitator.domain import tally
from facilitator.domain.pictures import Image
from facilitator.domain.publishable import publishable
from facilitator.domain.state import State
from facilitator.exchange.csv_out import csv_file, guarded
from facilitator.exchange.sheets import Book, fitted, xml_text
from facilitator.exchange.xlsx_out import xlsx
from facilitator.report import strings
from facilitator.report.facts import Facts
from facilitator.services import advising, boards, grouping, notes, pictures, publication, voting
from facilitator.services.dialogue import method_of, new_meeting, update_dialogue
from facilitator.services.exchange import export_json, import_json
from facilitator.services.notes import NoteDraft
from facilitator.services.tabling import tables
from facilitator.store.session import SessionStore
from tests.helpers.nasty import NASTY
from tests.helpers.xlsx import read_xlsx
from tests.report.builders import RESOURCES, report_of, state_of

PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
DOT = Image(PNG, "png", 1, 1, "Een rode stip")

# ── JSON ────────────────────────────────────────────────────────────────────


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[SessionStore]:
    """Give the example after an evening with all that can be done with it."""
    with import_json(paths.example(), tmp_path / "a.dialoog", "laptop-1", shelf()) as store:
        meeting = new_meeting(store, name="Laatste avond", date="2026-11-20", people=4)
        ids = [notes.add_note(store, NoteDraft(text, meeting=meeting, starred=True)) for text in NASTY[:12]]
        ids.append(notes.add_note(store, NoteDraft("Zo ziet de gang eruit, bel 06-12345678"), DOT))
        pictures.attach(store, ids[0], PNG, "png", 1, 1, "Een stip")
        pictures.set_cover(store, DOT)
        boards.lay(store, "table", {id: (40 * place, -25 * place) for place, id in enumerate(ids)})
        boards.recolour(store, "all", "basis")
        insight = grouping.new_insight(store, "=1+1 <b>& 'nog' een", ids[:3], "In\nregels")
        goal = grouping.new_goal(store, "Dichtbij 🙂", [insight])
        advice = advising.new_advice(store, goal, "Doe het", insights=(insight,))
        dots = voting.new_ballot(store, title="Stippen", unit="table", dots=3)
        for table in ("1", "2"):
            voting.add_pile(store, dots, insight, 5, unit=table)
        hands = voting.new_ballot(store, title="Handen", subject="advice", method="hands")
        for choice, count in zip(tally.HANDS, (30, 4, 2), strict=True):
            voting.add_pile(store, hands, advice, count, choice=choice)
        voting.close_ballot(store, hands)
        voting.take_over(store, hands)
        for place, finding in enumerate(publication.check(store.state, method_of(store))):
            publication.decide(store, finding, e.VERDICTS[place % len(e.VERDICTS)], "afgesproken\nmet haar")
        update_dialogue(store, publication="quotes", anonymity="channel", smallest_group=7)
        notes.park(store, ids[3:5], "hoort elders")
        notes.delete_notes(store, [ids[5]])
        store.undo()
        store.redo()
        store.undo()
        yield store


@cache
def shelf() -> Library:
    return Library(paths.resources(), None)


def test_an_evening_with_everything_in_it_comes_back_from_json_as_it_was(
    evening: SessionStore, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    export_json(evening, first)
    told = json.loads(first.read_text("utf-8"))
    for kind in ("notes", "insights", "goals", "advices", "pictures", "boards", "spots", "ballots", "piles"):
        assert told[kind], kind
    assert told["decisions"]
    with import_json(first, tmp_path / "b.dialoog", "laptop-2", shelf()) as back:
        assert back.state.tables == evening.state.tables
        assert back.history() == evening.history()
        assert back.log_rows() == evening.log_rows()
        assert back.check() == []
        picture = back.state.picture(back.state.dialogue.cover)
        assert picture is not None
        assert b64decode(picture.data) == PNG
        method = method_of(back)
        findings = publication.check(back.state, method)
        assert publication.open_findings(back.state, findings) == publication.open_findings(
            evening.state, findings
        )
        export_json(back, second)
    assert first.read_bytes() == second.read_bytes()


def test_the_example_comes_back_from_json_byte_for_byte(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.json" for n in range(3)]
    with import_json(paths.example(), tmp_path / "0.dialoog", "laptop-1", shelf()) as store:
        export_json(store, files[0])
        before = store.state.copy().tables
    for n in (1, 2):
        with import_json(files[n - 1], tmp_path / f"{n}.dialoog", f"laptop-{n}", shelf()) as back:
            assert back.state.tables == before
            export_json(back, files[n])
    assert files[0].read_bytes() == files[1].read_bytes() == files[2].read_bytes()


# ── tables ──────────────────────────────────────────────────────────────────

BEGINNINGS = ("", "", "=", "+", "-", "@", "|", "%", " =", "\u00a0@", "\u200b+", "\uff1d", "\uff0d", "\u2013")
VALUES = ("1.2", "3/4", "2026-01-02", "14-nov", "1e5", "007", "50%", "€ 5", "waar", "12")
LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), include_characters="\n\"';,_x&<>"),
    max_size=40,
)
TEXT = st.one_of(
    st.sampled_from(NASTY[:20]),
    st.sampled_from(VALUES),
    st.builds("{}{}".format, st.sampled_from(BEGINNINGS), LETTERS),
)
COUNT = st.none() | st.integers(0, 100_000)


@st.composite
def hostile(draw: st.DrawFn) -> State:
    """Return a dialogue with any words and votes."""
    rows: list[e.Entity] = [e.Dialogue(title=draw(TEXT))]
    rows += [e.Persona(id=f"p{n}", name=draw(TEXT), seq=n) for n in range(2)]
    rows += [e.Meeting(id="m0", name=draw(TEXT), date="2026-11-20")]
    for n in range(draw(st.integers(0, 3))):
        texts = {name: draw(TEXT) for name in ("title", "definition", "residents_say", "tensions")}
        rows.append(e.Goal(id=f"g{n}", seq=n, **texts))  # pyright: ignore[reportArgumentType]
    for n in range(draw(st.integers(0, 3))):
        rows.append(
            e.Insight(id=f"i{n}", title=draw(TEXT), description=draw(TEXT), goals=(f"g{n}", "g0"), seq=n)
        )
    for n in range(draw(st.integers(0, 4))):
        rows.append(
            e.Note(
                id=f"n{n}",
                text=draw(TEXT),
                translation=draw(TEXT),
                persona=draw(st.sampled_from(("", "p0", "p1"))),
                meeting=draw(st.sampled_from(("", "m0"))),
                insights=draw(st.sampled_from(((), ("i0",), ("i1", "i0")))),
                consent=draw(st.sampled_from(e.CONSENTS)),
                parked=draw(st.none() | TEXT),
                starred=draw(st.booleans()),
                seq=n,
            )
        )
    for n in range(draw(st.integers(0, 3))):
        texts = {name: draw(TEXT) for name in ("text", "addressee", "deadline", "condition", "minority")}
        votes = {f"votes_{choice}": draw(COUNT) for choice in ("for", "against", "abstain")}
        rows.append(e.Advice(id=f"a{n}", goal=f"g{n}", seq=n, **texts, **votes))  # pyright: ignore[reportArgumentType]
    rows.append(e.Ballot(id="b", title="Stippen", unit="table"))
    for n in range(draw(st.integers(0, 4))):
        pile = draw(st.integers(0, 500))
        rows.append(e.Pile(id=f"s{n}", ballot="b", target="i0", unit=str(n % 2 + 1), count=pile))
    return state_of(*rows)


@cache
def words(folder: str) -> strings.Strings:
    return strings.load(RESOURCES, "nl", folder)


def told_by(given: State) -> dict[str, dict[str, dict[str, object]]]:
    """Return what the tables must say: sheet -> id -> column -> value, made of what may be printed alone."""
    state = publishable(given)
    withheld = words("report").t("notes.withheld")
    names = {persona.id: persona.name for persona in state.personas}
    places = {insight.id for insight in state.insights}
    found: dict[str, dict[str, dict[str, object]]] = {
        "notes": {
            note.id: {
                "text": withheld if note.consent == "none" else note.text,
                "translation": "" if note.consent == "none" else note.translation,
                "persona": names.get(note.persona, ""),
                "meeting": state.meetings[0].name if note.meeting else "",
                "starred": "ja" if note.starred else "nee",
                "parked": note.parked if note.parked and not places & set(note.insights) else "",
            }
            for note in state.notes
        }
    }
    for sheet, rows, fields in (
        ("insights", state.insights, ("title", "description")),
        ("goals", state.goals, ("title", "definition", "residents_say", "tensions")),
        (
            "advice",
            state.advices,
            (
                *("text", "addressee", "deadline", "condition", "minority"),
                *("votes_for", "votes_against", "votes_abstain"),
            ),
        ),
    ):
        found[sheet] = {row.id: {field: getattr(row, field) for field in fields} for row in rows}
    return found


def book_of(state: State) -> Book:
    return tables(Facts(report_of(state)), words("report"), words("exports"))


def head(sheet: str, column: str) -> str:
    return words("exports").t(f"{sheet}.{column}")


def voted(state: State) -> Counter[tuple[str, str]]:
    """Return the votes there are: round and choice -> number of votes."""
    final, choice = words("exports").t("votes.final"), words("exports").t
    found: Counter[tuple[str, str]] = Counter()
    for advice in state.advices:
        for hand, count in zip(
            tally.HANDS, (advice.votes_for, advice.votes_against, advice.votes_abstain), strict=True
        ):
            found[final, choice(f"choice.{hand}")] += count or 0
    if state.insight("i0"):
        piles = [row for row in state.tables.get("pile", {}).values() if isinstance(row, e.Pile)]
        found["Stippen", choice("choice.dot")] += sum(pile.count for pile in piles)
    return +found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile())
def test_the_workbook_says_what_the_data_say(state: State) -> None:
    book = book_of(state)
    pages = read_xlsx(xlsx(book))
    assert sum(page.formulas + page.links for page in pages.values()) == 0
    for key, rows in told_by(state).items():
        sheet = book.sheet(key)
        assert sheet is not None
        page = pages[sheet.title]
        ids = page.column(head(key, "id")) if rows else []
        assert sorted(map(str, ids)) == sorted(rows)
        for place, id in enumerate(ids):
            for column, value in rows[str(id)].items():
                wanted = fitted(xml_text(value)) if isinstance(value, str) else "" if value is None else value
                assert page.column(head(key, column))[place] == wanted, (key, column)
    page = pages[words("exports").t("sheet.votes")]
    counted: Counter[tuple[str, str]] = Counter()
    if len(page.cells) > len(page.row(0)):
        columns = [page.column(head("votes", name)) for name in ("round", "choice", "count")]
        for title, choice, count in zip(*columns, strict=True):
            counted[str(title), str(choice)] += int(float(str(count)))
    assert +counted == voted(state)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile())
def test_csv_says_what_the_data_say_and_no_cell_is_taken_for_something_else(state: State) -> None:
    book, read = book_of(state), dict[str, list[dict[str, str]]]()
    for sheet in book.sheets:
        raw = csv_file(book, sheet)
        assert raw.startswith(b"\xef\xbb\xbf")
        rows = csv.DictReader(StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
        read[sheet.key] = list(rows)
        for row, cells in zip(read[sheet.key], sheet.rows, strict=True):
            assert len(row) == len(cells), "heads and cells differ"
            for said, cell in zip(row.values(), cells, strict=True):
                if isinstance(cell, str):
                    assert said.startswith("'") or guarded(said) == said
    for key, rows in told_by(state).items():
        assert sorted(row[head(key, "id")] for row in read[key]) == sorted(rows)
        for row in read[key]:
            for column, value in rows[row[head(key, "id")]].items():
                wanted = guarded(value) if isinstance(value, str) else "" if value is None else str(value)
                assert row[head(key, column)] == wanted, (key, column)
    counted: Counter[tuple[str, str]] = Counter()
    for row in read["votes"]:
        counted[row[head("votes", "round")], row[head("votes", "choice")]] += int(row[head("votes", "count")])
    assert +counted == voted(state)
