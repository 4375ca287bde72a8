from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout, ScrollColumn, Surface, column, row, rule
from facilitator.ui.kit.theme import load_theme
from tests.helpers.ui import dress


class Box(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(100, 30)


def test_a_card_shows_that_it_is_chosen(qtbot: QtBot) -> None:
    dress(load_theme("light"))
    card = Surface("card")
    qtbot.addWidget(card)
    card.resize(60, 60)
    before = card.grab().toImage()
    card.set_chosen(True)
    assert card.grab().toImage() != before


@pytest.mark.parametrize(
    ("margins", "sides"),
    [((8,), (8, 8, 8, 8)), ((8, 16), (16, 8, 16, 8)), ((1, 2, 3, 4), (4, 1, 2, 3))],
)
def test_margins_are_written_as_in_css(
    qtbot: QtBot, margins: tuple[int, ...], sides: tuple[int, int, int, int]
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    found = column(owner, load_theme("light"), margins).contentsMargins()
    assert (found.left(), found.top(), found.right(), found.bottom()) == sides


def test_spaces_grow_half_as_fast_as_the_text(qtbot: QtBot) -> None:
    assert row(None, load_theme("light", 200), spacing=16).spacing() == 24


def test_a_row_that_is_full_wraps(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    flow = FlowLayout(owner, 10)
    boxes = [Box(owner) for _ in range(3)]
    for box in boxes:
        flow.addWidget(box)
    owner.resize(220, 200)
    owner.show()
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (110, 0), (0, 40)]
    assert flow.heightForWidth(100) == 110
    boxes[0].hide()
    assert flow.heightForWidth(220) == 30
    assert flow.takeAt(0) is not None
    assert flow.count() == 2
    assert flow.itemAt(7) is None
    assert flow.takeAt(7) is None


def test_a_column_scrolls_when_it_does_not_fit(qtbot: QtBot) -> None:
    theme = load_theme("light")
    scroll = ScrollColumn(theme)
    qtbot.addWidget(scroll)
    for n in range(30):
        scroll.body.addWidget(PlainLabel(f"regel {n}"))
    scroll.resize(200, 100)
    scroll.show()
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.horizontalScrollBar().maximum() == 0


def test_a_rule_is_one_pixel_high(qtbot: QtBot) -> None:
    line = rule()
    qtbot.addWidget(line)
    assert line.height() == 1


def test_what_fits_without_a_bar_gets_none_however_small_it_was_before(qtbot: QtBot) -> None:
    theme = load_theme("light")
    dress(theme)
    scroll = ScrollColumn(theme)
    qtbot.addWidget(scroll)
    words = PlainLabel("Woorden die precies passen als er geen balk naast staat " * 12, wrap=True)
    scroll.body.addWidget(words)
    scroll.resize(300, 60)
    scroll.show()
    qtbot.waitUntil(scroll.verticalScrollBar().isVisible, timeout=1000)
    beside = scroll.viewport().width()
    # Letters are added until the words need a line more beside the bar than without it.
    while scroll.inner.heightForWidth(300) == scroll.inner.heightForWidth(beside):
        words.setText(words.text() + "en ")
    wanted = scroll.inner.heightForWidth(300)
    scroll.resize(300, wanted + 2)
    qtbot.waitUntil(lambda: not scroll.verticalScrollBar().isVisible(), timeout=1000)
    words.setText(words.text() * 3)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().isVisible(), timeout=1000)
