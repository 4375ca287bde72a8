from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitator.services import handed_out
from facilitator.services.grouping import new_insight
from facilitator.services.notes import park
from facilitator.store.session import SessionStore
from tests.cli.program import POLIS, Answer, dialogue, run


def words(pdf: Path) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.read_bytes())).pages)
    return " ".join(text.split())


def test_notes_tell_what_is_known_of_each(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    with SessionStore.open(file, source="laptop-1") as store:
        ids = [note.id for note in store.state.notes]
        insight = new_insight(store, "Samen", [ids[0]])
        park(store, [ids[1]], "hoort ergens anders")
    notes = json.loads(run("notes", file, "--json").out)
    fields = [
        "id",
        "text",
        "persona",
        "step",
        "kind",
        "basis",
        "channel",
        "meeting",
        "table",
        "source",
        "insight",
        "parked",
    ]
    assert all(set(fields) <= note.keys() for note in notes)
    assert [note["insight"] for note in notes] == [insight, None, None]
    assert [note["insights"] for note in notes] == [[insight], [], []]
    assert [note["parked"] for note in notes] == [None, "hoort ergens anders", None]
    plain = run("notes", file)
    assert [line.split("\t")[0] for line in plain.lines] == ids
    assert plain.lines[0].endswith("\tervaren\tfatima\texperience\tnotitie 0")


def test_a_dialogue_without_notes_gives_an_empty_list(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    assert json.loads(run("notes", file, "--json").out) == []
    assert run("notes", file) == Answer(0, "", "")


def test_looking_works_beside_an_open_window_and_writing_does_not(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=2)
    with SessionStore.open(file, source="venster"):
        assert len(run("notes", file).lines) == 2
        assert run("check", file).code == 0
        assert run("export", file, "-o", tmp_path / "a.json").code == 0
        assert run("report", file, "-o", tmp_path / "a.pdf").code == 0
        run("capture", file, "--persona", "fatima", "--step", "ervaren", stdin=b"x\n").refused()
    assert len(run("notes", file).lines) == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_speaks_the_language_asked_for(tmp_path: Path, language: str) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    out = tmp_path / "verslag.pdf"
    out.write_bytes(b"%PDF-1.7 van gisteren")
    answer = run("report", file, "-o", out, "--language", language)
    assert (answer.code, answer.err) == (0, "")
    pages = len(PdfReader(BytesIO(out.read_bytes())).pages)
    assert answer.out.strip() == f"{out}: {pages} pagina’s"
    assert "notitie 2" in words(out)
    with SessionStore.open(file, source="laptop-1", readonly=True) as store:
        assert [one.path for one in handed_out.known(store.identity)] == [out]
    assert PdfReader(BytesIO(out.read_bytes())).trailer["/Root"]["/Lang"].startswith(language)  # pyright: ignore


def test_parts_can_be_left_out_of_the_report(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    out = tmp_path / "kort.pdf"
    assert run("report", file, "-o", out, "--parts", "summary, process").code == 0
    assert "notitie 2" not in words(out)
    assert (
        "cross_goal" in run("report", file, "-o", tmp_path / "x.pdf", "--parts", "summary,plaatjes").refused()
    )
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("name", ["kort.md", "kort.html", "kort.docx", "kort.pdf"])
def test_parts_can_be_left_out_of_every_form_of_the_report(tmp_path: Path, name: str) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    sizes: list[int] = []
    for parts in ("summary", "summary,process,personas,notes"):
        out = tmp_path / parts / name
        out.parent.mkdir()
        assert run("export", file, "-o", out, "--parts", parts).code == 0
        sizes.append(out.stat().st_size)
    assert sizes[0] < sizes[1]
    assert "cross_goal" in run("export", file, "-o", tmp_path / f"x-{name}", "--parts", "plaatjes").refused()


@pytest.mark.parametrize("command", ["report", "export"])
def test_a_dialogue_is_never_written_over(tmp_path: Path, command: str) -> None:
    file, other = dialogue(tmp_path / "a.dialoog"), dialogue(tmp_path / "b.dialoog")
    before = file.read_bytes(), other.read_bytes()
    for out in (file, other, tmp_path / "nog-niet.dialoog"):
        run(command, file, "-o", out).refused()
    assert (file.read_bytes(), other.read_bytes()) == before
    assert not (tmp_path / "nog-niet.dialoog").exists()


@pytest.mark.parametrize("command", ["report", "export"])
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, command: str) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    for out in (tmp_path, tmp_path / "nergens" / "uit"):
        run(command, file, "-o", out).refused()
    assert not (tmp_path / "nergens").exists()


def test_a_survey_of_real_residents_is_reported_word_for_word(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    run("import", file, POLIS, "--text-column", "comment-body")
    with SessionStore.open(file, source="laptop-1") as store:
        traffic = [note.id for note in store.state.notes if "traffic" in note.text.casefold()]
        assert len(traffic) >= 3
        new_insight(store, "Residents need <safer> roads & lights", traffic)
    out = tmp_path / "verslag.pdf"
    # Among what they wrote are names, which somebody would look at first.
    assert run("report", file, "-o", out, "--language", "en", "--anyway").code == 0
    text = words(out)
    assert "Residents need <safer> roads & lights" in text
    assert "Better visibility on roads. Reflectors and better signage" in text
    assert 'power to create, add, or increase "school taxes"' in text
    assert run("check", file).code == 0


def test_check_passes_a_good_file_and_mentions_what_is_open(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=1)
    with SessionStore.open(file, source="laptop-1") as store:
        new_insight(store, "Leeg")
    answer = run("check", file)
    assert answer.code == 0
    assert answer.lines[0].startswith("nog open: ")
    assert answer.lines[-1] == f"In orde: {file}"
    told = json.loads(run("check", file, "--json").out)
    assert (told["ok"], told["problems"]) == (True, [])
    assert [finding["code"] for finding in told["findings"]] == ["insight.no_notes"]


def test_check_fails_a_file_that_contradicts_itself(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=1)
    with SessionStore.open(file, source="laptop-1") as store, store.edit("note.moved") as edit:
        edit.set("note", store.state.notes[0].id, persona="bestaat-niet")
    answer = run("check", file)
    assert answer.code == 1
    assert answer.lines[0].startswith("stuk: ")
    assert json.loads(run("check", file, "--json").out)["ok"] is False


@pytest.mark.parametrize(
    "name", ["uit.xlsx", "uit.docx", "uit.md", "uit.html", "uit.svg", "uit.png", "uit.qdpx"]
)
def test_the_ending_of_the_file_says_what_is_exported(tmp_path: Path, name: str) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    answer = run("export", file, "-o", tmp_path / name)
    assert (answer.code, answer.err) == (0, "")
    assert (tmp_path / name).stat().st_size > 500


def test_tables_boards_and_languages_can_be_chosen(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    assert run("export", file, "--format", "csv", "--language", "en", "-o", tmp_path / "uit").code == 0
    assert len(list((tmp_path / "uit").iterdir())) == 5
    assert (tmp_path / "uit" / "notes.csv").read_text("utf-8-sig").startswith('"Code";"Text"')
    assert run("export", file, "--table", "advice", "-o", tmp_path / "uit.csv").code == 0
    assert "Drempel" in (tmp_path / "uit.csv").read_text("utf-8-sig")
    assert run("export", file, "--board", "dromen", "-o", tmp_path / "uit.svg").code == 0
    assert "dromen" in run("export", file, "--board", "weg", "-o", tmp_path / "b.svg").refused()
    assert ".xslx" in run("export", file, "-o", tmp_path / "b.xslx").refused()
    assert "csv" in run("export", file, "--format", "doc", "-o", tmp_path / "b").refused(2)
    assert run("export", file, "-o", tmp_path / "zonder").code == 0
    assert (tmp_path / "zonder").read_text().startswith("{")
