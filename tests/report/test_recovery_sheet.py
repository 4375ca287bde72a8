from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitator import paths
from facilitator.report.recovery_sheet import render_recovery_sheet
from facilitator.store.keys import random_key
from tests.report.builders import example, flat


@pytest.mark.parametrize(("language", "word"), [("nl", "Herstelcode"), ("en", "Recovery code")])
def test_the_sheet_shows_the_whole_code_on_one_page_and_nothing_that_was_said(
    tmp_path: Path, language: str, word: str
) -> None:
    key, data = random_key(), example(language)
    groups = key.code.split("-")
    out = tmp_path / "blad.pdf"
    made = render_recovery_sheet(data, groups, "zorg.dialoog", key.name[:8], out, paths.resources())
    assert made.pages == 1
    reader = PdfReader(out)
    text = flat(reader.pages[0].extract_text())
    assert flat(word) in text
    assert "zorg.dialoog" in text
    assert key.name[:8] in text
    places = [text.index(group) for group in groups]
    assert places == sorted(places)
    assert not [note.text for note in data.state.notes if note.text and flat(note.text)[:30] in text]
    assert groups[0] not in str(reader.metadata)
