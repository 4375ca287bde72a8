"""Two laptops, one erasure: the window says which version was not taken over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from facilitator.services.notes import NoteDraft, add_note, edit_note
from facilitator.store.session import SessionStore
from facilitator.ui.main_window import MainWindow
from tests.helpers.window import make_file


def test_the_window_tells_which_text_met_an_erasure(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = make_file(tmp_path, notes=1)
    with SessionStore.open(file, source="basis") as store:
        id = add_note(store, NoteDraft("Wilhelmina belde over de bus", persona="fatima", step="ervaren"))
    stick = tmp_path / "stick.dialoog"
    shutil.copy(file, stick)
    with SessionStore.open(stick, source="laptop-anna") as theirs:
        edit_note(theirs, id, text="Wilhelmina belde nog eens")
    window.open_any(file)
    session = window.context.dialogue
    session.store.erase(fields={("note", id, "text"): "[naam] belde over de bus"})
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(stick), ""))
    window.do("merge_file")
    assert "“[naam] belde over de bus”" in window.notice_bar.text()
    assert "Wilhelmina" not in window.notice_bar.text()
    assert session.state.note(id) is not None
    assert "Wilhelmina" not in str(session.state.tables)
    window.notice_bar.dismiss_shown()
    window.do("merge_file")
    assert "[naam]" not in window.notice_bar.text()
