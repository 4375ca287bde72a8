from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facilitator.ui.board.outline_view import OutlineView
from tests.domain.board_world import World
from tests.helpers.ui import make_context
from tests.ui.board.test_model import made


def painted(qtbot: QtBot, scale: int = 100) -> OutlineView:
    view = OutlineView(make_context(scale=scale).theme, made(World(3), table=True))
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    return view


def image(view: OutlineView) -> QImage:
    return view.viewport().grab().toImage()


def test_every_row_is_equally_high_and_grows_with_the_text(qtbot: QtBot) -> None:
    heights: list[int] = []
    for scale in (100, 200):
        view = painted(qtbot, scale)
        rows = [view.rows.index_of(item) for item in ("tray", "n0", "n2", "parked")]
        found = {view.visualRect(row).height() for row in rows}
        assert len(found) == 1
        heights += found
    assert heights[1] > 1.6 * heights[0]


def test_the_choice_the_keyboard_and_a_drop_are_seen(qtbot: QtBot) -> None:
    view = painted(qtbot)
    plain = image(view)
    view.board.choose(["n1"])
    chosen = image(view)
    view.board.choose(["insight:none", "tray"])
    area = image(view)
    view.delegate.drop = "parked"
    dropped = image(view)
    assert len({bytes(one.constBits()) for one in (plain, chosen, area, dropped)}) == 4
