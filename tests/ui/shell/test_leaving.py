"""Leaving while notes are only on this laptop, or nowhere but in the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.services.notes import NoteDraft, add_note
from facilitator.ui.dialogs.unsaved_dialog import UnsavedDialog
from facilitator.ui.kit.buttons import Button
from facilitator.ui.main_window import MainWindow
from facilitator.ui.shell.leaving import may_leave
from tests.helpers.step_pages import answer
from tests.helpers.window import make_file


@pytest.mark.parametrize("stays", [True, False])
def test_kept_notes_are_told_and_closing_loses_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, stays: bool
) -> None:
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    path.rename(path.with_name("elders.dialoog"))
    window.context.dialogue.run(add_note, NoteDraft(text="kwijt?", step="ervaren"))
    qtbot.waitUntil(lambda: window.saving.state == "kept", timeout=10_000)
    kept = window.context.dialogue.store.status.kept
    seen: list[str] = []

    def decide(dialog: QDialog) -> None:
        assert isinstance(dialog, UnsavedDialog)
        seen.append(dialog.windowTitle())
        primary = dialog.findChild(Button, "primary")
        assert primary is not None
        dialog.reject() if stays else primary.click()

    answer(decide)
    assert may_leave(window, window.commands.save_copy) is not stays
    assert seen == ["Je notities zijn op deze laptop bewaard"]
    assert kept is not None
    assert kept.exists()
    assert (window.desk.session is None) is not stays


def test_with_everything_saved_nothing_is_asked(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    assert may_leave(window, window.commands.save_copy)
