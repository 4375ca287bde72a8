from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from facilitator.domain import entities as e
from facilitator.report.render import render
from tests.report.builders import RESOURCES, report_of, small_state


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out: Path = tmp_path_factory.mktemp("packed") / "report.pdf"
    notes = [e.Note(id=f"x{n}", text=f"Notitie nummer {n}", step="ervaren", seq=n) for n in range(400)]
    render(report_of(small_state(*notes)), out, RESOURCES)
    return out.read_bytes()


def test_other_programs_find_every_object_without_mending(content: bytes) -> None:
    with pikepdf.open(BytesIO(content), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.objects) > 2000
    strict = pypdf.PdfReader(BytesIO(content), strict=True)
    text = " ".join(page.extract_text() for page in strict.pages)
    assert all(f"Notitie nummer {n}" in text for n in range(400))


def test_the_file_is_small_because_its_objects_are_packed(content: bytes) -> None:
    loose = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(loose, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert len(content) < 0.65 * len(loose.getvalue())


def test_the_name_of_the_file_follows_its_contents(tmp_path: Path) -> None:
    names: list[str] = []
    for title in ("een", "een", "twee"):
        render(report_of(small_state(title=title)), tmp_path / "a.pdf", RESOURCES)
        with pikepdf.open(tmp_path / "a.pdf") as pdf:
            names.append(bytes(pdf.trailer.ID[0]).hex())
    assert names[0] == names[1] != names[2]
