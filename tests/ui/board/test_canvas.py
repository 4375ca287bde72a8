"""The canvas: zooming, moving about, finding what lies where, and coming back to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.ui import make_context
from tests.ui.board.boards import (
    a_note,
    change,
    flow_model,
    on_screen,
    picture,
    state_of,
    table_model,
    table_state,
)


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


def test_a_board_begins_at_its_upper_left_corner_at_full_size(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(50)])))
    assert canvas.zoom == 1.0
    assert canvas.item_at(QPoint(24 + 100, 24 + 60)) == "n00000"
    assert canvas.item_at(QPoint(5, 5)) == ""


def test_zooming_keeps_the_note_under_the_pointer(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(500)])))
    point = QPointF(610, 370)
    note = canvas.item_at(point.toPoint())
    assert note
    for zoom in (0.6, 0.1, 0.07, 1.0, 3.7):
        canvas.set_zoom(zoom, point)
        assert canvas.item_at(point.toPoint()) == note
        assert canvas.zoom == zoom


def test_zoom_has_ends_steps_and_shortcuts_to_all_and_to_full_size(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(500)])))
    canvas.set_zoom(9.0)
    assert canvas.zoom == 4.0
    canvas.zoom_out()
    assert canvas.zoom == 3.0
    canvas.zoom_in()
    assert canvas.zoom == 4.0
    canvas.full()
    assert canvas.zoom == 1.0
    canvas.fit()
    seen, bounds = canvas.visible_box(), canvas.bounds
    assert seen.united(bounds) == seen
    canvas.set_zoom(0.0001)
    assert 0.02 < canvas.zoom <= 0.05


def test_panning_shifts_the_picture_exactly(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(n) for n in range(300)]))
    model.choose(["n00008", "n00100"])
    canvas = on_screen(qtbot, context, model)
    canvas.set_band(QRectF(100, 100, 200, 200))
    for dx, dy in ((17, 0), (0, 33), (120, 95), (-60, -41)):
        canvas.pan(dx, dy)
        QApplication.processEvents()
        qtbot.wait(20)
    # What stands in the window, shifted bit by bit, must equal what is painted anew as a whole.
    shifted = window_picture(canvas)
    canvas.update()
    QApplication.processEvents()
    assert shifted == window_picture(canvas)
    assert shifted.pixelColor(200, 150) != context.theme.page
    first = model.plan.box("n00000")
    assert first is not None
    assert canvas.to_view(first).topLeft() == QPointF(24 - 77, 24 - 87)


def test_revealing_moves_no_more_than_needed_and_out_from_under_the_map(
    qtbot: QtBot, context: Context
) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(400)])), (900, 700))
    before = canvas.visible_box()
    canvas.reveal("n00000")
    assert canvas.visible_box() == before
    for note in ("n00399", "n00013", "n00200", "n00002"):
        canvas.reveal(note, flash=True)
        box = canvas.model.plan.box(note)
        assert box is not None
        seen = canvas.to_view(box)
        assert canvas.rect().toRectF().contains(seen)
        assert not any(place.toRectF().intersects(seen) for place in canvas.overlay.places()[:2])
    canvas.reveal("nobody")


def test_notes_areas_and_frames_are_found_under_the_pointer(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, table_model(table_state()), (1300, 800))
    plan = canvas.model.plan
    for item, box in (
        ("insight:i0", plan.areas["insight:i0"].head_box),
        ("tray", plan.areas["tray"].head_box),
        (plan.areas["insight:i1"].ids[0], plan.areas["insight:i1"].box_of(0)),
    ):
        assert canvas.item_at(canvas.to_view(box).center().toPoint()) == item
    frame = canvas.to_view(plan.frames["goal:g0"].box)
    assert canvas.item_at(frame.topLeft().toPoint() + QPoint(30, 4)) == "goal:g0"


def test_only_the_changed_note_is_painted_again(qtbot: QtBot, context: Context) -> None:
    state = state_of([a_note(n) for n in range(100)])
    canvas = on_screen(qtbot, context, flow_model(state))
    picture(canvas)
    QApplication.processEvents()
    painted = watch(canvas)
    canvas.model.apply(change(state, a_note(7, text="Anders")))
    QApplication.processEvents()
    box = canvas.model.plan.box("n00007")
    assert box is not None
    around = canvas.to_view(box).adjusted(-10, -10, 10, 10).toAlignedRect()
    assert painted
    assert all(around.contains(rect) for rect in painted)
    painted.clear()
    canvas.model.set_current("n00007")
    canvas.model.set_state(["n00007"], "saved")
    QApplication.processEvents()
    assert painted
    assert all(around.contains(rect) for rect in painted)


def window_picture(canvas: BoardCanvas) -> QImage:
    return canvas.screen().grabWindow(canvas.winId()).toImage()


def watch(canvas: BoardCanvas) -> list[QRect]:
    """Return a list that gets every rectangle the canvas paints from now on."""
    painted: list[QRect] = []
    paint = canvas._scene.paint

    def note_and_paint(painter: QPainter, rect: QRect, *, moving: bool) -> None:
        painted.append(rect)
        paint(painter, rect, moving=moving)

    canvas._scene.paint = note_and_paint
    return painted


def test_the_view_is_kept_and_restored(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(n) for n in range(500)]))
    canvas = on_screen(qtbot, context, model)
    canvas.set_zoom(0.67)
    canvas.centre_on(1500, 2500)
    canvas.overlay.open_map(False)
    view = canvas.save_view()
    again = on_screen(qtbot, context, model)
    again.restore_view(view)
    assert again.zoom == canvas.zoom
    assert again.visible_box() == canvas.visible_box()
    assert not again.overlay.map_open
    again.restore_view({})
    assert again.zoom == canvas.zoom


def test_another_board_is_seen_from_its_beginning(qtbot: QtBot, context: Context) -> None:
    state = state_of([a_note(n) for n in range(300)])
    model = flow_model(state)
    canvas = on_screen(qtbot, context, model)
    canvas.centre_on(2000, 2000)
    model.show(model.plan)
    assert canvas.visible_box().contains(2000, 2000)
    model.show(flow_model(state, "step:dromen|*").plan)
    assert canvas.item_at(QPoint(124, 84)) == "n00000"


def test_buttons_and_map_move_the_view(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(300)])))
    bar = canvas.overlay.zoom_bar
    for button, zoom in ((bar.smaller, 0.8), (bar.larger, 1.0), (bar.larger, 1.25), (bar.percent, 1.0)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert canvas.zoom == zoom
    place = canvas.overlay.map.place()
    QTest.mouseClick(canvas.overlay.map, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    bounds, seen = canvas.bounds, canvas.visible_box()
    assert seen.contains(bounds.x + bounds.w / 2, bounds.y + bounds.h / 2)
    QTest.mouseClick(bar.fit, Qt.MouseButton.LeftButton)
    assert canvas.visible_box().united(bounds) == canvas.visible_box()


def test_a_place_asked_for_before_the_board_is_shown_is_kept(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(n) for n in range(500)]))
    canvas = BoardCanvas(context.theme, model)
    qtbot.addWidget(canvas)
    canvas.set_zoom(0.75)
    canvas.resize(900, 600)
    canvas.show()
    assert canvas.zoom == 0.75
    assert canvas.item_at(QPoint(24 + 60, 24 + 60)) == "n00000"
    again = BoardCanvas(context.theme, model)
    qtbot.addWidget(again)
    again.restore_view({"zoom": 0.5, "x": 1500.0, "y": 2500.0})
    again.resize(900, 600)
    again.show()
    box = again.visible_box()
    assert (box.x + box.w / 2, box.y + box.h / 2) == pytest.approx((1500, 2500), abs=4)


def test_what_comes_above_a_board_does_not_move_it_under_the_hand(qtbot: QtBot, context: Context) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notice, below = (PlainLabel(words, window) for words in ("Alles staat weer in het bestand.", "Typ hier"))
    inner = QWidget(window)
    canvas = BoardCanvas(context.theme, flow_model(state_of([a_note(n) for n in range(300)])), inner)
    for owner, widgets in ((inner, [canvas]), (window, [notice, inner, below])):
        layout = QVBoxLayout(owner)
        for widget in widgets:
            layout.addWidget(widget, widget not in (notice, below))
    notice.hide()
    window.resize(900, 700)
    window.show()
    canvas.pan(0, 500)
    at = canvas.mapTo(window, QPoint(300, 300))
    note = canvas.item_at(QPoint(300, 300))
    assert note
    high, top = canvas.height(), canvas.visible_box().y
    for shown in (True, False):
        notice.setVisible(shown)
        qtbot.waitUntil(lambda shown=shown: (canvas.height() < high) is shown)
        assert canvas.item_at(canvas.mapFrom(window, at)) == note
        assert (canvas.visible_box().y > top) is shown
    assert canvas.visible_box().y == top
    below.hide()
    qtbot.waitUntil(lambda: canvas.height() > high)
    assert canvas.visible_box().y == top
