from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitator.services import handed_out
from facilitator.services.grouping import new_insight
from facilitator.store.session import SessionStore
from tests.cli.program import POLIS, call, dialogue


def words(pdf: Path) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.read_bytes())).pages)
    return " ".join(text.split())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_speaks_the_language_asked_for(tmp_path: Path, language: str) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    out = tmp_path / "verslag.pdf"
    out.write_bytes(b"%PDF-1.7 van gisteren")
    answer = call("report", file, "-o", out, "--language", language)
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
    assert call("report", file, "-o", out, "--parts", "summary, process").code == 0
    assert "notitie 2" not in words(out)
    answer = call("report", file, "-o", tmp_path / "x.pdf", "--parts", "summary,plaatjes")
    assert "cross_goal" in answer.refused()
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("command", ["report", "export"])
def test_a_dialogue_is_never_written_over(tmp_path: Path, command: str) -> None:
    file, other = dialogue(tmp_path / "a.dialoog"), dialogue(tmp_path / "b.dialoog")
    before = file.read_bytes(), other.read_bytes()
    for out in (file, other, tmp_path / "nog-niet.dialoog"):
        call(command, file, "-o", out).refused()
    assert (file.read_bytes(), other.read_bytes()) == before
    assert not (tmp_path / "nog-niet.dialoog").exists()


@pytest.mark.parametrize("command", ["report", "export"])
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, command: str) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    for out in (tmp_path, tmp_path / "nergens" / "uit"):
        call(command, file, "-o", out).refused()
    assert not (tmp_path / "nergens").exists()


def test_a_survey_of_real_residents_is_reported_word_for_word(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    call("import", file, POLIS, "--text-column", "comment-body")
    with SessionStore.open(file, source="laptop-1") as store:
        traffic = [note.id for note in store.state.notes if "traffic" in note.text.casefold()]
        assert len(traffic) >= 3
        new_insight(store, "Residents need <safer> roads & lights", traffic)
    out = tmp_path / "verslag.pdf"
    # Among what they wrote are names, which somebody would look at first.
    assert call("report", file, "-o", out, "--language", "en", "--anyway").code == 0
    text = words(out)
    assert "Residents need <safer> roads & lights" in text
    assert "Better visibility on roads. Reflectors and better signage" in text
    assert 'power to create, add, or increase "school taxes"' in text
    assert call("check", file).code == 0
