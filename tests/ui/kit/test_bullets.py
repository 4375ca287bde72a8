from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.bullets import bullets
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import load_theme
from tests.helpers.ui import dress


def test_the_words_of_a_point_stand_in_one_column_whatever_their_length(qtbot: QtBot) -> None:
    theme = load_theme("light")
    dress(theme)
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    lines = ["Kort", "<b>Lang</b> " + "en dus op meer regels " * 6]
    layout.addLayout(bullets(theme, lines, page))
    layout.addStretch(1)
    page.resize(240, 300)
    page.show()
    words = [label for label in page.findChildren(PlainLabel) if label.text() != "•"]
    assert [label.text() for label in words] == lines
    assert len({label.x() for label in words}) == 1
    assert words[1].height() > 2 * words[0].height()
