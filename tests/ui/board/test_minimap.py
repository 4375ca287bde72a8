"""The map: where one is, and the way to somewhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.kit.context import Context
from tests.helpers.ui import make_context
from tests.ui.board.boards import a_note, colours, flow_model, on_screen, state_of


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


@pytest.fixture
def canvas(qtbot: QtBot, context: Context) -> BoardCanvas:
    return on_screen(qtbot, context, flow_model(state_of([a_note(n, kind="worry") for n in range(300)])))


def test_the_map_shows_the_notes_and_a_frame_around_what_is_seen(
    context: Context, canvas: BoardCanvas
) -> None:
    image = canvas.overlay.map.grab().toImage()
    found = colours(image, image.rect())
    assert context.theme.primary.name() in found
    assert canvas.overlay.map.accessibleName()
    frame, bounds, seen = canvas.overlay.map.frame(), canvas.bounds, canvas.visible_box()
    place = canvas.overlay.map.place()
    assert frame.width() / place.width() == pytest.approx(seen.w / bounds.w, rel=0.2)
    assert frame.height() / place.height() == pytest.approx(seen.h / bounds.h, rel=0.35)
    assert abs(frame.left() - place.left()) <= 4
    assert abs(frame.top() - place.top()) <= 4


def test_clicking_and_dragging_goes_there(canvas: BoardCanvas) -> None:
    mini = canvas.overlay.map
    place, bounds = mini.place(), canvas.bounds
    QTest.mousePress(mini, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    middle = (bounds.x + bounds.w / 2, bounds.y + bounds.h / 2)
    assert canvas.visible_box().contains(*middle)
    QTest.mouseMove(mini, QPoint(int(place.right()) - 2, int(place.bottom()) - 2))
    QApplication.processEvents()
    QTest.mouseRelease(mini, Qt.MouseButton.LeftButton, pos=place.bottomRight().toPoint())
    assert canvas.visible_box().meets(canvas.bounds)


def test_the_frame_can_always_be_found(canvas: BoardCanvas) -> None:
    canvas.set_zoom(4.0)
    frame = canvas.overlay.map.frame()
    assert min(frame.width(), frame.height()) >= 5
    assert canvas.overlay.map.rect().toRectF().contains(frame)
