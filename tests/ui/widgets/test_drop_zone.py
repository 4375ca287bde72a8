from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

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


def test_it_lights_up_below_a_file(qtbot: QtBot) -> None:
    theme = load_theme("light")
    dress(theme)
    zone = DropZone(theme, "Sleep een bestand hierheen")
    qtbot.addWidget(zone)
    zone.resize(300, 80)
    before = zone.grab().toImage()
    zone.show_hover(True)
    assert zone.grab().toImage() != before
