from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.tasks import TaskRunner
from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.page_view import FIT, PageView, Picture
from tests.helpers.keys import press

PAPER = (595.0, 842.0)


class Pages:
    """Sheets of one colour that remember what was asked of them."""

    def __init__(self, count: int, colour: int = 200) -> None:
        self.count = count
        self.colour = colour
        self.asked: list[int] = []
        self.closed = False
        self.go = threading.Event()
        self.go.set()

    def size(self, page: int) -> tuple[float, float]:
        return PAPER

    def image(self, page: int, scale: float) -> Picture:
        assert not self.closed
        self.go.wait(5)
        self.asked.append(page + 1)
        width, height = round(PAPER[0] * scale), round(PAPER[1] * scale)
        return width, height, width * 4, bytes([self.colour, 0, 0, 255]) * (width * height)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    assert runner.stop()


@pytest.fixture
def view(qtbot: QtBot, tasks: TaskRunner) -> PageView:
    made = PageView(load_theme("light"), tasks)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    return made


def _red(view: PageView) -> int:
    return view.viewport().grab().toImage().pixelColor(200, 200).red()


def test_draws_what_is_in_view_and_its_neighbours_only(qtbot: QtBot, view: PageView) -> None:
    pages = Pages(100)
    view.show_sheets(pages)
    qtbot.waitUntil(lambda: view.is_drawn(1) and view.is_drawn(2), timeout=5_000)
    qtbot.wait(100)
    assert max(pages.asked) <= 4
    view.go_to(51)
    qtbot.waitUntil(lambda: view.is_drawn(51), timeout=5_000)
    assert not view.is_drawn(30)


def test_old_pictures_stay_until_the_new_ones_are_drawn(qtbot: QtBot, view: PageView) -> None:
    old, new = Pages(5, 200), Pages(5, 90)
    view.show_sheets(old)
    qtbot.waitUntil(lambda: view.is_drawn(1), timeout=5_000)
    new.go.clear()
    view.show_sheets(new)
    qtbot.wait(50)
    assert _red(view) == 200
    new.go.set()
    qtbot.waitUntil(lambda: view.is_drawn(1), timeout=5_000)
    assert _red(view) == 90
    qtbot.waitUntil(lambda: old.closed, timeout=5_000)
    assert not new.closed


def test_sheets_are_closed_with_the_view(qtbot: QtBot, view: PageView, tasks: TaskRunner) -> None:
    pages = Pages(3)
    view.show_sheets(pages)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=5_000)
    view.close_sheets()
    assert pages.closed
    assert view.count == 0


def test_fewer_pages_than_before_show_the_last(qtbot: QtBot, view: PageView) -> None:
    view.show_sheets(Pages(50))
    view.go_to(40)
    view.show_sheets(Pages(3))
    assert view.page <= 3


def test_two_pages_fit_beside_each_other_and_one_on_a_narrow_screen(qtbot: QtBot, view: PageView) -> None:
    view.show_sheets(Pages(10))
    first, second = view._places[:2]
    assert first.top() == second.top()
    assert second.right() < view.viewport().width()
    view.resize(500, 600)
    first, second = view._places[:2]
    assert first.bottom() < second.top()
    assert first.right() < view.viewport().width()
    press(view, Qt.Key.Key_PageDown)
    assert view.page == 2


def test_zoom_has_steps_and_ends(qtbot: QtBot, view: PageView) -> None:
    view.show_sheets(Pages(10))
    for _ in range(20):
        view.step_zoom(1)
    assert view.shown_zoom() == 300
    assert view.horizontalScrollBar().maximum() > 0
    press(view, Qt.Key.Key_Right)
    assert view.horizontalScrollBar().value() > 0
    for _ in range(20):
        view.step_zoom(-1)
    assert view.shown_zoom() == 25
    view.set_zoom(FIT)
    assert view.horizontalScrollBar().maximum() == 0


def test_wheel_scrolls_and_with_control_zooms(qtbot: QtBot, view: PageView) -> None:
    view.show_sheets(Pages(10))
    fitting = view.shown_zoom()
    scrolled: list[int] = []
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        view.wheelEvent(event)
        scrolled.append(view.verticalScrollBar().value())
    assert scrolled[0] > 0
    assert view.shown_zoom() < fitting
