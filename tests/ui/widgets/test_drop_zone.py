from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.file_kinds import KINDS
from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.drop_zone import DropZone, dropped_file
from tests.helpers.ui import dress


def test_the_first_file_counts(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.dialoog"), QUrl.fromLocalFile(str(tmp_path / "b c.dialoog"))])
    assert dropped_file(data) == tmp_path / "b c.dialoog"


def test_text_is_no_file() -> None:
    data = QMimeData()
    data.setText("zorg.dialoog")
    assert dropped_file(data) is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_names_every_kind_of_file_that_can_be_dropped(qtbot: QtBot, language: str) -> None:
    theme = load_theme("light")
    dress(theme, language)
    zone = DropZone(theme)
    qtbot.addWidget(zone)
    assert len(KINDS) >= 5
    assert [ending for ending in KINDS if ending not in zone.words.text()] == []


def test_it_lights_up_below_a_file(qtbot: QtBot) -> None:
    theme = load_theme("light")
    dress(theme)
    zone = DropZone(theme)
    qtbot.addWidget(zone)
    zone.resize(300, 80)
    before = zone.grab().toImage()
    zone.show_hover(True)
    assert zone.grab().toImage() != before
