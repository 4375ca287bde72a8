"""What tests of the grouping page share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.services import grouping
from facilitator.store.session import SessionStore
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.example import open_copy
from tests.ui.pages.group_window import group_page


@pytest.fixture
def example(tmp_path: Path) -> Iterator[SessionStore]:
    """Give the example with every tenth note loose again."""
    with open_copy(tmp_path / "a.dialoog") as opened:
        grouping.unplace_notes(opened, [note.id for note in opened.state.notes][::10])
        yield opened


@pytest.fixture
def page(example: SessionStore, qtbot: QtBot) -> Iterator[GroupPage]:
    """Give the grouping page on the example, the insights as cards."""
    with group_page(example, qtbot) as made:
        yield made


@pytest.fixture
def table(example: SessionStore, qtbot: QtBot) -> Iterator[GroupPage]:
    """Give the grouping page on the example, the insights on the board."""
    with group_page(example, qtbot, look="board") as made:
        yield made


@pytest.fixture
def whole(example: SessionStore, qtbot: QtBot) -> Iterator[GroupPage]:
    """Give a page so large that the table is seen whole."""
    with group_page(example, qtbot, size=(1920, 1000), look="board") as page:
        page.desk.board.canvas.fit()
        yield page
