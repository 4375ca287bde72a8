"""The demo played for real, in this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator import paths
from facilitator.services.exchange import import_json
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore
from facilitator.ui import demo
from facilitator.ui.demo_files import MadeFiles
from tests.helpers.shelf import shelf

PICTURES = (
    "01-start.png",
    "02-opzet.png",
    "03-ontmoeten.png",
    "04-ervaren.png",
    "05-dromen.png",
    "06-wegen.png",
    "07-adviseren.png",
    "08-rapport.png",
)


@pytest.mark.usefixtures("qapp")
def test_plays_the_evening_into_a_folder_where_one_was_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "demo"
    out.mkdir()
    with MadeFiles(out) as made:
        for name in (*PICTURES, "advies-en.pdf", "advies-nl.pdf"):
            made.file(name).write_bytes(b"van een vorige keer")
        first = made.file("voorbeeld-twente-eerder.dialoog")
        with import_json(paths.example(), first, "eerder", shelf()) as earlier:
            add_note(earlier, NoteDraft("van een vorige keer"))
            before = earlier.identity
    assert demo.play(out) == 0
    told = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    (file,) = out.glob("voorbeeld-twente*.dialoog")
    assert told == [*PICTURES, "advies-en.pdf", "advies-nl.pdf", file.name]
    for name in PICTURES:
        picture = QImage(str(out / name))
        assert (picture.width(), picture.height()) == (1366, 768)
    counts = _counts(file)
    assert counts == {"notes": 225, "insights": 33, "advices": 34, "loose": 3}
    with SessionStore.open(file, source="toets", readonly=True) as store:
        assert store.identity != before
    assert _tells(out / "advies-nl.pdf", "Samenvatting")
    assert _tells(out / "advies-en.pdf", "Summary")
    assert _tells(out / "advies-nl.pdf", "Bel iedereen een week na het ontslag")
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []
    assert sorted(path.suffix for path in out.iterdir() if path.suffix == ".dialoog") == [".dialoog"]


def _tells(report: Path, words: str) -> bool:
    return any(words in page.extract_text() for page in PdfReader(report).pages)


def _counts(path: Path) -> dict[str, int]:
    with SessionStore.open(path, source="toets") as store:
        state = store.state
        loose = [note for note in state.notes if not note.insights and note.parked is None]
        return {
            "notes": len(state.notes),
            "insights": len(state.insights),
            "advices": len(state.advices),
            "loose": len(loose),
        }


@pytest.mark.usefixtures("qapp")
def test_says_in_one_line_why_it_cannot_play(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bezet").write_text("geen map", encoding="utf-8")
    assert demo.play(tmp_path / "bezet") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
