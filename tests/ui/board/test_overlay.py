"""The corners of a board: there when they help, gone when they would be in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.board import Box
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.overlay import inside
from facilitator.ui.kit.context import Context
from tests.helpers.ui import make_context
from tests.ui.board.boards import a_note, change, flow_model, on_screen, state_of


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


def large(qtbot: QtBot, context: Context) -> BoardCanvas:
    return on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(300)])))


def test_map_and_scroll_bars_go_when_everything_is_in_view(qtbot: QtBot, context: Context) -> None:
    canvas = large(qtbot, context)
    overlay = canvas.overlay
    assert overlay.map.isVisible()
    assert overlay.down.isVisible()
    assert overlay.across.isVisible()
    canvas.fit()
    assert not overlay.map.isVisible()
    assert not overlay.down.isVisible()
    assert not overlay.across.isVisible()
    canvas.full()
    assert overlay.map.isVisible()


def test_the_map_comes_when_the_board_outgrows_the_view(qtbot: QtBot, context: Context) -> None:
    state = state_of([a_note(n) for n in range(3)])
    canvas = on_screen(qtbot, context, flow_model(state))
    assert not canvas.overlay.map.isVisible()
    for n in range(3, 60):
        canvas.model.apply(change(state, a_note(n)))
    assert canvas.overlay.map.isVisible()


def test_few_cards_are_not_covered_by_a_map(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(20)])), (500, 400))
    assert canvas.overlay.down.isVisible(), "not everything is in view"
    assert not canvas.overlay.map.isVisible()


def test_the_map_can_be_folded_away(qtbot: QtBot, context: Context) -> None:
    canvas = large(qtbot, context)
    canvas.overlay.zoom_bar.map.click()
    assert not canvas.overlay.map.isVisible()
    assert not canvas.overlay.map_open
    canvas.overlay.zoom_bar.map.click()
    assert canvas.overlay.map.isVisible()


def test_while_something_is_dragged_nothing_of_the_board_is_covered(qtbot: QtBot, context: Context) -> None:
    canvas = large(qtbot, context)
    canvas.set_drag(["n00000"], QPointF(5, 5))
    assert not canvas.overlay.map.isVisible()
    assert not canvas.overlay.zoom_bar.isVisible()
    canvas.set_drag((), None)
    assert canvas.overlay.map.isVisible()
    assert canvas.overlay.zoom_bar.isVisible()


def test_scroll_bars_move_the_view_and_follow_it(qtbot: QtBot, context: Context) -> None:
    canvas = large(qtbot, context)
    down, across = canvas.overlay.down, canvas.overlay.across
    down.setValue(down.value() + 300)
    across.setValue(across.value() + 120)
    QApplication.processEvents()
    assert canvas.to_view(Box(0, 0, 10, 10)).topLeft() == QPointF(24 - 120, 24 - 300)
    canvas.pan(-50, -100)
    assert (across.value(), down.value()) == (-24 + 70, -24 + 200)
    assert down.pageStep() == canvas.height()


def test_everything_stays_in_its_corner(qtbot: QtBot, context: Context) -> None:
    canvas = large(qtbot, context)
    for size in ((700, 400), (1300, 900)):
        canvas.resize(*size)
        QApplication.processEvents()
        for place in canvas.overlay.places():
            assert canvas.rect().contains(place)
        bar, mini = canvas.overlay.zoom_bar.geometry(), canvas.overlay.map.geometry()
        assert not bar.intersects(mini)
        assert size[0] - bar.right() < 40
    hidden = canvas.overlay.covers(QRectF(mini))
    assert hidden.y() > 0
    assert canvas.overlay.covers(QRectF(0, 0, 50, 50)) == QPointF(0, 0)


def test_a_box_inside_another_is_known() -> None:
    assert inside(Box(1, 1, 2, 2), Box(0, 0, 5, 5))
    assert not inside(Box(4, 4, 2, 2), Box(0, 0, 5, 5))
