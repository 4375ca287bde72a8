from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.choose_file import open_file, save_file


@pytest.mark.parametrize(
    ("chosen", "given"),
    [("/x/verslag", Path("/x/verslag.pdf")), ("/x/verslag.txt", Path("/x/verslag.txt")), ("", None)],
)
def test_a_name_without_ending_gets_the_proposed_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, chosen: str, given: Path | None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (chosen, ""))
    assert save_file(parent, "Opslaan", Path("/x/rapport.pdf"), "PDF (*.pdf)") == given


@pytest.mark.parametrize(("chosen", "given"), [("/x/a.dialoog", Path("/x/a.dialoog")), ("", None)])
def test_opening_gives_the_file_or_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, chosen: str, given: Path | None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (chosen, ""))
    assert open_file(parent, "Openen", Path("/x"), "Alles (*)") == given
