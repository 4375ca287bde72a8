from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.report.files import put


def test_a_document_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    out = tmp_path / "rapport.pdf"
    put(b"oud", out)
    put(b"nieuw", out)
    assert out.read_bytes() == b"nieuw"
    assert list(tmp_path.iterdir()) == [out]


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        put(b"x", tmp_path / "geen-map" / "rapport.pdf")
    assert told.value.code == "report.not_written"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_stays_and_the_draft_goes(tmp_path: Path) -> None:
    (tmp_path / "rapport.pdf").mkdir()
    with pytest.raises(UserError):
        put(b"x", tmp_path / "rapport.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["rapport.pdf"]
