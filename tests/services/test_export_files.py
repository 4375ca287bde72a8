from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.choices import FORMATS
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.export_files import written
from facilitator.services.exporting import LOSSLESS, Wish
from facilitator.services.reporting import report_data
from tests.helpers.shelf import shelf

BEGINS = {
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "docx": b"PK",
    "md": b"**",
    "html": b"<!DOCTYPE html>",
    "pdf": b"%PDF-",
    "svg": b"<?xml",
    "png": b"\x89PNG",
    "qdc": b"<?xml",
    "qdpx": b"PK",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> ReportData:
    library = shelf()
    path = tmp_path_factory.mktemp("dialoog") / "a.dialoog"
    with create_dialogue(path, DialogueSetup("Zorg", "Wat?"), library, "toets") as store:
        return report_data(store, language="nl", parts=PARTS, library=library, made_on="2026-11-14")


@pytest.mark.parametrize("kind", [one for one in FORMATS if one != LOSSLESS])
def test_every_format_begins_as_its_readers_expect(data: ReportData, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"uit.{kind}"
    assert written(kind, data, out, Wish()) == [out]
    assert out.read_bytes().startswith(BEGINS[kind])


def test_tables_go_into_a_folder_and_one_alone_into_a_file(data: ReportData, tmp_path: Path) -> None:
    every = written("csv", data, tmp_path / "tabellen", Wish())
    assert [path.stem for path in every] == ["notes", "insights", "goals", "advice", "votes"]
    (one,) = written("csv", data, tmp_path / "advies.csv", Wish(table="advice"))
    assert one.read_bytes() == every[3].read_bytes()


def test_a_folder_that_cannot_be_made_is_refused(data: ReportData, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        written("csv", data, tmp_path / "weg" / "tabellen", Wish())
    assert caught.value.code == "exchange.not_writable"
