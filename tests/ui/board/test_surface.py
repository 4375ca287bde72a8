"""Painting again only what became different: marks that come and go leave nothing behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.kit.context import Context
from tests.helpers.ui import make_context
from tests.ui.board.boards import a_note, flow_model, on_screen, state_of, table_model, table_state


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


def window_picture(canvas: BoardCanvas) -> QImage:
    """Return what stands in the window, put together by all paintings so far."""
    QApplication.processEvents()
    return canvas.screen().grabWindow(canvas.winId()).toImage()


def painted_by(canvas: BoardCanvas) -> list[QRect]:
    """Return a list that gets every rectangle the canvas paints from now on."""
    found: list[QRect] = []
    paint = canvas._scene.paint

    def note_and_paint(painter: QPainter, rect: QRect, *, moving: bool) -> None:
        found.append(rect)
        paint(painter, rect, moving=moving)

    canvas._scene.paint = note_and_paint
    return found


@pytest.mark.parametrize("zoom", [1.0, 0.5, 0.2])
def test_marks_leave_no_traces(qtbot: QtBot, context: Context, zoom: float) -> None:
    canvas = on_screen(qtbot, context, table_model(table_state(40)), (1300, 800))
    canvas.overlay.open_map(False)
    canvas.set_zoom(zoom)
    canvas.settle()
    before = window_picture(canvas)
    ids = canvas.model.plan.areas["tray"].ids
    for n in range(5):
        canvas.set_drag(ids[:4], QPointF(40 * n, 25 * n))
        canvas.set_drop("insight:i0", allowed=n % 2 == 0)
        canvas.set_band(QRectF(50, 50, 60 * n, 40 * n))
        QApplication.processEvents()
    assert window_picture(canvas) != before
    canvas.set_drag(ids, QPointF(30, 30))
    canvas.set_drag((), None)
    canvas.set_drop("")
    canvas.set_band(None)
    assert window_picture(canvas) == before
    canvas.model.choose(ids[:2], ids[0])
    assert window_picture(canvas) != before
    canvas.model.choose([], "")
    assert window_picture(canvas) == before


def test_dragging_paints_only_where_the_card_was_and_is(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(60)])), (1300, 800))
    canvas.set_drag(["n00000"], QPointF(0, 0))
    QApplication.processEvents()
    painted = painted_by(canvas)
    canvas.set_drag(["n00000"], QPointF(6, 4))
    QApplication.processEvents()
    assert painted
    assert sum(rect.width() * rect.height() for rect in painted) < 400 * 300


def test_scattered_changes_are_painted_apart_and_very_many_as_one(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(300)])), (1400, 1000))
    painted = painted_by(canvas)
    canvas.model.choose(["n00000", "n00022"])
    QApplication.processEvents()
    assert len(painted) >= 2
    assert all(rect.width() < 480 for rect in painted)
    painted.clear()
    canvas.model.choose_all()
    QApplication.processEvents()
    assert painted == [canvas.rect()]


def test_focus_is_shown_by_the_colour_of_the_frame(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(n) for n in range(3)]))
    model.choose(["n00001"], "n00001")
    canvas = on_screen(qtbot, context, model)
    canvas.clearFocus()
    away = window_picture(canvas)
    canvas.activateWindow()
    canvas.setFocus()
    assert window_picture(canvas) != away
