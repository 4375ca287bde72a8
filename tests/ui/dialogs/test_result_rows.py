"""The outcome in large letters."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.result_rows import ResultBar, ResultRow, ResultRows
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers import lint
from tests.helpers.ui import make_context

ROWS = [ResultRow("Bellen is <b>eng</b>", (0.75,), "12"), ResultRow("De bus", (0.5, 0.25), "50 %", "2 voor")]


def test_titles_and_numbers_are_large_and_plain(qtbot: QtBot) -> None:
    theme = make_context().theme
    shown = ResultRows(theme)
    qtbot.addWidget(shown)
    shown.show_rows(ROWS)
    shown.show()
    labels = {label.text(): label for label in shown.findChildren(PlainLabel)}
    assert list(labels) == ["12", "Bellen is <b>eng</b>", "50 %", "De bus", "2 voor"]
    assert labels["12"].font().pixelSize() == 32
    assert labels["De bus"].font().pixelSize() == 24
    shown.show_rows(list(reversed(ROWS)))
    visible = [label.text() for label in shown.findChildren(PlainLabel) if label.isVisibleTo(shown)]
    assert visible == ["50 %", "De bus", "2 voor", "12", "Bellen is <b>eng</b>"]
    assert shown.rows() == tuple(reversed(ROWS))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_bar_is_as_long_as_its_part(qtbot: QtBot, theme: str) -> None:
    colours = make_context(theme=theme).theme
    bar = ResultBar(colours, (0.5, 0.25))
    qtbot.addWidget(bar)
    bar.resize(400, 24)
    image = bar.grab().toImage()
    seen = [image.pixelColor(x, 12) for x in (100, 250, 350)]
    assert seen == [colours.primary, colours.against, colours.track]
    assert lint.contrast_drawn(image) >= 3
