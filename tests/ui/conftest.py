"""What tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.main_window import MainWindow
from tests.helpers.window import close_window, make_window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Give a main window with plain pages, on the start page."""
    made = make_window(tmp_path)
    yield made
    close_window(made)
