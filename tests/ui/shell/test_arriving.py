from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.services.naming import sign
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore
from facilitator.ui.main_window import MainWindow
from tests.helpers.window import make_file


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = make_file(tmp_path, notes=2)
    place = tmp_path / "stick" / "van-anna.dialoog"
    place.parent.mkdir()
    shutil.move(made, place)
    return place


def folder(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "sessions").glob("*.dialoog"))


def test_a_file_from_elsewhere_is_used_as_a_copy_and_the_window_says_so(
    window: MainWindow, stick: Path, tmp_path: Path
) -> None:
    before = stick.read_bytes()
    window.open_any(stick)
    session = window.context.dialogue
    assert session.store.path.name == f"zorg-voor-morgen-{sign(session.store.identity)}.dialoog"
    assert session.store.path.parent == tmp_path / "sessions"
    assert "van-anna.dialoog" in window.notice_bar.text()
    assert str(session.store.path) in window.notice_bar.text()
    add_note(session.store, NoteDraft(text="van ons", persona="fatima", step="ervaren"))
    session.store.wait_saved()
    assert stick.read_bytes() == before
    assert window.settings.recent == (str(session.store.path),)


def test_a_dialogue_that_is_here_already_can_be_merged(
    window: MainWindow, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_any(stick)
    with SessionStore.open(stick, source="laptop-anna") as theirs:
        add_note(theirs, NoteDraft(text="later", persona="fatima", step="ervaren"))
    for _ in range(2):
        # The first time it is open, the second time it is not.
        window.notice_bar.dismiss_shown()
        window.open_any(stick)
        shown = window.notice_bar.shown()
        assert shown is not None
        assert shown.action is not None
        shown.action()
        assert [note.text for note in window.context.dialogue.state.notes][-1] == "later"
        assert [name[:17] for name in folder(tmp_path)] == ["zorg-voor-morgen-"]
        window.close_dialogue()


def test_a_dialogue_that_is_here_already_can_be_looked_at_alone(
    window: MainWindow, stick: Path, tmp_path: Path
) -> None:
    window.open_any(stick)
    recent = window.settings.recent
    window.close_dialogue()
    window.open_any(stick)
    shown = window.notice_bar.shown()
    assert shown is not None
    assert shown.second_action is not None
    shown.second_action()
    assert window.context.dialogue.store.readonly
    assert window.context.dialogue.store.path == stick
    assert window.settings.recent == recent
    assert [name[:17] for name in folder(tmp_path)] == ["zorg-voor-morgen-"]
