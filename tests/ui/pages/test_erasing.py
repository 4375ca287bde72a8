"""Erasing from the window: asked, done, followed in the backups and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import erasing as service
from facilitator.services.safekeeping import back_up
from facilitator.ui.dialogs.erase_notes_dialog import EraseNotesDialog
from facilitator.ui.dialogs.erase_words_dialog import EraseWordsDialog
from facilitator.ui.dialogs.erased_dialog import ErasedDialog
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.erasing import Erasing
from tests.helpers.window import make_file


def _answer(kind: type[Dialog], act: Callable[[Dialog], object], seen: list[str]) -> None:
    """Wait for a dialog of this kind and act on it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            seen.append(type(dialog).__name__)
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_a_note_goes_from_file_and_backup_and_the_end_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_any(make_file(tmp_path, notes=2))
    store = window.context.dialogue.store
    store.wait_saved()
    back_up(store)
    seen: list[str] = []
    _answer(EraseNotesDialog, QDialog.accept, seen)
    assert Erasing(window.context, window).erase_notes(store.state.notes[:1])
    _answer(ErasedDialog, QDialog.accept, seen)
    qtbot.waitUntil(lambda: seen == ["EraseNotesDialog", "ErasedDialog"], timeout=10_000)
    assert [note.text for note in store.state.notes] == ["notitie 1"]
    raw = [path.read_bytes() for path in paths.backups().rglob("*.dialoog")]
    assert raw
    assert not any(b"notitie 0" in one for one in raw)
    qtbot.waitUntil(lambda: not window.findChildren(Erasing), timeout=5_000)


def test_keeping_it_changes_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    seen: list[str] = []
    _answer(EraseNotesDialog, QDialog.reject, seen)
    store = window.context.dialogue.store
    assert not Erasing(window.context, window).erase_notes(store.state.notes)
    assert len(store.state.notes) == 1


def test_words_are_found_and_replaced(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=2))
    seen: list[str] = []

    def search(dialog: Dialog) -> None:
        assert isinstance(dialog, EraseWordsDialog)
        dialog.words.setText("notitie")
        dialog.look()
        dialog.erase.click()

    _answer(EraseWordsDialog, search, seen)
    window.commands.handlers()["erase_words"]()
    _answer(ErasedDialog, QDialog.accept, seen)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=10_000)
    assert [note.text for note in window.context.dialogue.state.notes] == ["[naam] 0", "[naam] 1"]


def test_a_disk_that_refuses_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UserError("store.disk_full", path="x")

    window.open_any(make_file(tmp_path, notes=1))
    monkeypatch.setattr(service, "carry_on", refuse)
    seen: list[str] = []
    _answer(EraseNotesDialog, QDialog.accept, seen)
    Erasing(window.context, window).erase_notes(window.context.dialogue.state.notes)
    _answer(Dialog, QDialog.accept, seen)
    qtbot.waitUntil(lambda: seen == ["EraseNotesDialog", "Dialog"], timeout=5_000)


def test_backups_in_the_second_place_are_swept_too(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    window.change_settings(replace(window.settings, second_backup=str(stick)))
    window.open_any(make_file(tmp_path, notes=2))
    store = window.context.dialogue.store
    store.wait_saved()
    back_up(store, second=stick)
    copies = list(stick.rglob("*.dialoog"))
    assert any(b"notitie 0" in copy.read_bytes() for copy in copies)
    seen: list[str] = []
    _answer(EraseNotesDialog, QDialog.accept, seen)
    assert Erasing(window.context, window).erase_notes(store.state.notes[:1])
    _answer(ErasedDialog, QDialog.accept, seen)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=10_000)
    raw = [copy.read_bytes() for copy in stick.rglob("*.dialoog")]
    assert any(b"notitie 1" in one for one in raw)
    assert not any(b"notitie 0" in one for one in raw)
