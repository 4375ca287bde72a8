"""Every format from a real dialogue file, read back."""

from __future__ import annotations

import csv
import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image

from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain import entities as e
from facilitator.domain.choices import FORMATS
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS
from facilitator.domain.tally import tally
from facilitator.report.facts import Facts
from facilitator.services import handed_out
from facilitator.services.exchange import import_json
from facilitator.services.exporting import Wish, export, format_of
from facilitator.services.reporting import report_data, write_report
from facilitator.store.session import SessionStore
from tests.helpers.nasty import NASTY, squeezed
from tests.helpers.refi import passages, read_codebook, read_project
from tests.helpers.shelf import shelf
from tests.helpers.xlsx import Page, read_xlsx

DAY = "2026-11-14"


@pytest.fixture(scope="module")
def library() -> Library:
    return shelf()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[SessionStore]:
    path = tmp_path_factory.mktemp("dialoog") / "a.dialoog"
    made = import_json(paths.example(), path, "test", library)
    with made.edit("test") as edit:
        for place, text in enumerate(NASTY):
            edit.create(e.Note(id=f"nasty{place}", text=text, seq=10_000 + place))
        edit.create(e.Note(id="secret", text="een groot geheim", consent="none", seq=20_000))
        edit.create(e.Ballot(id="round", title="Stippen", unit="table", dots=3, seq=1))
        for place, insight in enumerate(made.state.insights[:4]):
            for table in ("1", "2"):
                edit.create(
                    e.Pile(
                        id=f"{insight.id}{table}",
                        ballot="round",
                        target=insight.id,
                        unit=table,
                        count=place + 1,
                    )
                )
    yield made
    made.close()


def wish(format: str, **more: str) -> Wish:
    return replace(Wish(format=format, made_on=DAY), **more)


def written(store: SessionStore, library: Library, out: Path, **more: str) -> bytes:
    (path,) = export(store, out, replace(Wish(made_on=DAY), **more), library)
    return path.read_bytes()


def facts(store: SessionStore, library: Library) -> Facts:
    return Facts(report_data(store, language="nl", parts=PARTS, library=library, made_on=DAY))


@pytest.fixture(scope="module")
def book(store: SessionStore, library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return read_xlsx(written(store, library, tmp_path_factory.mktemp("xlsx") / "a.xlsx"))


def test_the_workbook_holds_every_note_just_once(book: dict[str, Page], store: SessionStore) -> None:
    assert list(book) == ["Notities", "Inzichten", "Doelen", "Adviezen", "Stemmen"]
    notes = [note for note in store.state.notes if note.consent != "none"]
    told = book["Notities"].column("Tekst")
    assert len(told) == len(store.state.notes)
    assert [text for text in told if not str(text).startswith("Deze notitie telt")] == [n.text for n in notes]
    assert sum(page.formulas + page.links for page in book.values()) == 0


def test_the_workbook_holds_the_numbers_of_the_facts(
    book: dict[str, Page], store: SessionStore, library: Library
) -> None:
    found, page = facts(store, library), book["Adviezen"]
    advices = {advice.id: advice for advice in store.state.advices}
    for place, id in enumerate(page.column("Kenmerk")):
        advice = advices[str(id)]
        assert page.column("Nummer")[place] == found.numbers[advice.id]
        assert page.column("Voor")[place] == advice.votes_for
        assert page.column("Notities")[place] == found.rests(advice).notes
        assert page.column("Procent voor")[place] == pytest.approx(found.outcome(advice).share)
    soft = [
        heard.notes for goal in store.state.goals for heard in found.heard(goal) if heard.channel.id == "soft"
    ]
    assert book["Doelen"].column("Zachte stemmen") == soft
    assert book["Doelen"].column("Aangenomen") == [found.adopted(goal) for goal in store.state.goals]


def test_votes_in_the_room_add_up_to_the_tally(book: dict[str, Page], store: SessionStore) -> None:
    (ballot,) = store.state.ballots
    page = book["Stemmen"]
    rows = zip(page.column("Ronde"), page.column("Aantal"), strict=True)
    counts = [int(str(count).partition(".")[0]) for title, count in rows if title == "Stippen"]
    assert sum(counts) == tally(store.state, ballot).of() == 20
    # Two tables with so few dots are fewer people than may be told apart.
    assert len(counts) == 4


def test_csv_into_a_folder_holds_what_the_workbook_holds(
    book: dict[str, Page], store: SessionStore, library: Library, tmp_path: Path
) -> None:
    made = export(store, tmp_path / "uit", wish("csv"), library)
    assert [path.name for path in made] == [
        *("notes.csv", "insights.csv", "goals.csv", "advice.csv", "votes.csv")
    ]
    for path, page in zip(made, book.values(), strict=True):
        rows = list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
        assert rows[0] == page.row(0)
        assert len(rows) - 1 == len(page.column(rows[0][0]))
        assert [row[0].removeprefix("'") for row in rows[1:]] == [
            str(cell).removesuffix(".0") for cell in page.column(rows[0][0])
        ]


def test_one_table_can_be_chosen(store: SessionStore, library: Library, tmp_path: Path) -> None:
    assert b'"Advies"' in written(store, library, tmp_path / "a.csv", table="advice")
    assert b'"Tekst"' in written(store, library, tmp_path / "b.csv")
    with pytest.raises(UserError, match=r"export\.unknown_table"):
        export(store, tmp_path / "c.csv", wish("", table="weg"), library)


def test_word_and_markdown_say_the_same(store: SessionStore, library: Library, tmp_path: Path) -> None:
    document: Any = docx.Document(BytesIO(written(store, library, tmp_path / "a.docx")))
    plain = {squeezed(p.text) for p in document.paragraphs}
    text = written(store, library, tmp_path / "a.md").decode().replace("\\", "")
    for advice in store.state.advices:
        assert any(squeezed(advice.text) in told for told in plain)
        assert squeezed(advice.text) in squeezed(text)
    assert all(squeezed(note) in plain or any(squeezed(note) in told for told in plain) for note in NASTY)


def test_researchers_get_every_note_with_its_codes(
    store: SessionStore, library: Library, tmp_path: Path
) -> None:
    root, texts = read_project(written(store, library, tmp_path / "a.qdpx"))
    told = passages(root, texts)
    found = facts(store, library)
    assert sorted(name for name, _, _ in told) == sorted(found.codes.values())
    notes = {found.codes[note.id]: note for note in store.state.notes}
    for name, words, codes in told:
        note = notes[name]
        assert words == note.text or note.consent == "none"
        insights = {found.insight_codes[id] for id in note.insights if id in found.insight_codes}
        assert insights == {
            code.split()[0] for code in codes if code.split()[0] in found.insight_codes.values()
        }
    book = read_codebook(written(store, library, tmp_path / "a.qdc"))
    assert len([1 for code in book.iter() if code.tag.endswith("}Code")]) > len(store.state.insights)


@pytest.mark.parametrize("one", [one for one in FORMATS if one not in {"json", "csv"}])
def test_same_dialogue_same_bytes_and_no_secret_in_them(
    store: SessionStore, library: Library, tmp_path: Path, one: Any
) -> None:
    first = written(store, library, tmp_path / f"a.{one}", format=one)
    assert first == written(store, library, tmp_path / f"b.{one}", format=one)
    assert b"groot geheim" not in first


def test_the_language_can_be_another_than_the_dialogue_s(
    store: SessionStore, library: Library, tmp_path: Path
) -> None:
    pages = read_xlsx(written(store, library, tmp_path / "a.xlsx", language="en"))
    assert list(pages) == ["Notes", "Insights", "Goals", "Advice", "Votes"]
    assert "## Summary" in written(store, library, tmp_path / "a.md", language="en").decode()


def test_the_forms_of_the_report_hold_the_chosen_parts_alone(
    store: SessionStore, library: Library, tmp_path: Path
) -> None:
    def md(*parts: str) -> str:
        (path,) = export(store, tmp_path / "a.md", replace(wish("md"), parts=parts), library)
        return path.read_text("utf-8")

    titles = {part: md(part).split("\n## ")[1].partition("\n")[0] for part in ("summary", "notes", "themes")}
    whole = md(*PARTS)
    assert all(f"\n## {title}\n" in whole for title in titles.values())
    for part, title in titles.items():
        others = [other for other in titles.values() if other != title]
        assert f"\n## {title}\n" in md(part)
        assert not any(f"\n## {other}\n" in md(part) for other in others)
    (path,) = export(store, tmp_path / "a.docx", replace(wish("docx"), parts=("notes",)), library)
    heads = [p.text for p in docx.Document(str(path)).paragraphs if p.style and p.style.name == "Heading 2"]
    assert titles["notes"] in heads
    assert titles["summary"] not in heads


def test_the_pdf_is_the_one_of_the_report_page_with_parts_style_and_logo(
    store: SessionStore, library: Library, tmp_path: Path
) -> None:
    picture = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), "teal").save(picture)
    look: dict[str, Any] = {"style": "contrast", "logo": picture, "logo_alt": "Wapen van Twente"}
    data = report_data(store, language="en", parts=("summary",), library=library, made_on=DAY, **look)
    write_report(data, tmp_path / "a.pdf")
    chosen = Wish(format="pdf", made_on=DAY, language="en", parts=("summary",), **look)
    (path,) = export(store, tmp_path / "b.pdf", chosen, library)
    assert path.read_bytes() == (tmp_path / "a.pdf").read_bytes()
    with pytest.raises(UserError, match=r"report\.logo_bad"):
        export(store, tmp_path / "c.pdf", replace(chosen, logo=tmp_path / "weg.png"), library)


def test_json_stays_whole(store: SessionStore, library: Library, tmp_path: Path) -> None:
    written(store, library, tmp_path / "a")
    again = import_json(tmp_path / "a", tmp_path / "b.dialoog", "test", library)
    try:
        assert again.state.tables == store.state.tables
    finally:
        again.close()


@pytest.mark.parametrize(
    ("name", "format"), [("a.XLSX", "xlsx"), ("a.htm", "html"), ("a.markdown", "md"), ("a", "json")]
)
def test_the_name_says_the_format(name: str, format: str) -> None:
    assert format_of(Path(name)) == format


def test_an_unknown_ending_or_board_is_refused(store: SessionStore, library: Library, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"export\.unknown_format"):
        export(store, tmp_path / "a.xslx", wish(""), library)
    with pytest.raises(UserError, match=r"export\.unknown_board"):
        export(store, tmp_path / "a.svg", wish("", board="weg"), library)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("one", FORMATS)
def test_a_dialogue_is_never_written_over(
    store: SessionStore, library: Library, tmp_path: Path, one: Any
) -> None:
    before = store.path.read_bytes()
    with pytest.raises(UserError, match=r"exchange\.is_session"):
        export(store, store.path, wish(one), library)
    with pytest.raises(UserError, match=r"exchange\.is_session"):
        export(store, tmp_path / "nieuw.dialoog", wish(one), library)
    assert store.path.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("one", [one for one in FORMATS if one not in {"pdf", "html"}])
def test_a_full_disk_leaves_nothing_half(
    store: SessionStore, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: Any
) -> None:
    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    out = tmp_path / (f"a.{one}" if one != "csv" else "map")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(UserError, match=r"exchange\.disk_full"):
            export(store, out, wish(one), library)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_refused(store: SessionStore, library: Library, tmp_path: Path) -> None:
    for one in ("xlsx", "csv"):
        with pytest.raises(UserError, match=r"exchange\.not_writable"):
            export(store, tmp_path / "weg" / "a", wish(one), library)


def test_what_was_written_is_remembered_by_its_place(
    store: SessionStore, library: Library, tmp_path: Path
) -> None:
    table, whole = tmp_path / "uit.xlsx", tmp_path / "uit.json"
    for out in (table, whole):
        written(store, library, out)
    assert [(one.path, one.kind) for one in handed_out.known(store.identity)] == [
        (whole, "json"),
        (table, "xlsx"),
    ]
