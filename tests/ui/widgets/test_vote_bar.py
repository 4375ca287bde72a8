"""The bar paints parts of all votes cast and the mark of the threshold."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.vote_bar import VoteBar
from tests.helpers.ui import make_context


def test_colours_stand_where_the_votes_are_and_words_are_spoken(qtbot: QtBot) -> None:
    theme = make_context().theme
    bar = VoteBar(theme)
    qtbot.addWidget(bar)
    bar.resize(200, 20)
    bar.set_votes((50, 25, 25), 90, "50 voor")
    bar.show()
    picture = bar.grab().toImage()
    colours = [picture.pixelColor(x, 10).name() for x in (40, 125, 165)]
    assert colours == [theme.primary.name(), theme.against.name(), theme.track.name()]
    mark = {picture.pixelColor(180, y).name() for y in range(20)}
    assert theme.ink.name() in mark
    assert bar.accessibleName() == "50 voor"


def test_without_votes_only_the_empty_bar_and_the_mark_show(qtbot: QtBot) -> None:
    theme = make_context().theme
    bar = VoteBar(theme)
    qtbot.addWidget(bar)
    bar.resize(200, 20)
    bar.set_votes((0, 0, 0), 75, "")
    bar.show()
    assert bar.grab().toImage().pixelColor(20, 10).name() == theme.track.name()
