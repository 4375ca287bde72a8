"""What is said of the place a dialogue lies in, and working on a copy instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.rescuing import Rescued
from facilitator.ui.kit.buttons import Button
from facilitator.ui.main_window import MainWindow
from tests.helpers.window import make_file

LONG = 15_000


def in_cloud(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Path:
    cloud = tmp_path / "Dropbox"
    cloud.mkdir()
    path = cloud / "zorg.dialoog"
    make_file(tmp_path, notes=2).rename(path)
    window.desk.opened.emit(path)
    window.open_any(path)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    return path


def test_a_folder_in_the_cloud_is_told_once_with_a_way_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = in_cloud(window, qtbot, tmp_path)
    assert "internet" in window.notice_bar.text()
    button = window.notice_bar.findChild(Button, "notice_action")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    own = window.context.dialogue.store.path
    assert own.parent == tmp_path / "sessions"
    window.context.dialogue.run(add_note, NoteDraft(text="in de kopie", step="ervaren"))
    assert window.close_dialogue()
    window.open_any(path)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    assert len(window.context.dialogue.state.notes) == 2
    assert window.notice_bar.shown() is None


def test_a_place_on_this_laptop_needs_no_words(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    assert window.notice_bar.shown() is None


def test_what_was_kept_without_notes_is_offered_in_other_words(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    rescued = Rescued(path=tmp_path / "weg.dialoog", identity="", edits=2)
    window.keeping.offer(rescued)
    assert "2 wijzigingen" in window.notice_bar.text()
    window.keeping.put_together(rescued)
    shown = window.notice_bar.shown()
    assert shown is not None
    assert shown.kind == "error"
