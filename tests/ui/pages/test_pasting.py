"""Megabytes from the clipboard: offered as notes, nothing left out, and the window goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator.services.settings import Settings
from facilitator.ui.application import make_registry
from facilitator.ui.dialogs.paste_dialog import PasteDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.step_page import StepPage
from tests.flows.hostile import in_dialog
from tests.helpers.turns import Turns
from tests.helpers.window import close_window, make_file, make_window

MEGABYTES = ("De dokter zei é مرحبا dat het niet kon.\n" * 250_000)[:10_000_000]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", sound=False))
    made.resize(1366, 768)
    made.open_any(make_file(tmp_path))
    made.go(Go("step", "ervaren"))
    yield made
    close_window(made)


def paste(window: MainWindow, text: str, qtbot: QtBot) -> tuple[list[str], float]:
    """Paste and look; return what is offered, and the longest work of the window in one go, in seconds."""
    offered: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        offered.extend(dialog.lines())

    data = QMimeData()
    data.setText(text)
    with Turns(every_ms=5) as turns:
        met = in_dialog(look)
        cast("StepPage", window.page).capture.field.insertFromMimeData(data)
        qtbot.waitUntil(lambda: bool(met) and QApplication.activeModalWidget() is None, timeout=20_000)
    return offered, turns.work


@pytest.mark.parametrize("text", [MEGABYTES, "w" * 200_000], ids=["ten megabytes", "one word"])
def test_a_paste_of_any_size_is_offered_whole_while_the_window_goes_on(
    window: MainWindow, text: str, qtbot: QtBot
) -> None:
    offered, deaf = paste(window, text, qtbot)
    assert "".join("".join(offered).split()) == "".join(text.split())
    # A tenth of a second on a machine that does nothing else; tests have company.
    assert deaf < 0.5
    assert cast("StepPage", window.page).capture.field.text() == ""
