from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.boxes import ChoiceBox, DateBox, NumberBox
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.theme import load_theme
from tests.helpers.ui import dress


def turn_wheel(widget: QWidget) -> bool:
    """Turn the wheel over a widget; tell whether it kept the event from what it stands on."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def value(box: QWidget) -> object:
    if isinstance(box, ChoiceBox):
        return box.currentIndex()
    return box.value() if isinstance(box, NumberBox) else box.property("date")


@pytest.mark.parametrize("kind", [ChoiceBox, NumberBox, DateBox])
@pytest.mark.parametrize("focused", [True, False])
def test_scrolling_over_a_box_is_left_to_the_page_and_changes_nothing(
    qtbot: QtBot, kind: type[QWidget], focused: bool
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, other = kind(page), QWidget(page)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if isinstance(box, ChoiceBox):
        box.addItems(["een", "twee", "drie"])
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    (box if focused else other).setFocus()
    before = value(box)
    assert not turn_wheel(box)
    assert value(box) == before
    assert box.hasFocus() is focused


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_boxes_and_fields_side_by_side_are_as_high(qtbot: QtBot, scale: int) -> None:
    theme = load_theme("light", scale)
    dress(theme)
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    boxes = [ChoiceBox(), NumberBox(), DateBox(), LineField(theme)]
    for box in boxes:
        box.setFont(theme.font())
        line.addWidget(box)
    with qtbot.waitExposed(page):
        page.show()
    heights = [box.sizeHint().height() for box in boxes]
    assert max(heights) - min(heights) <= theme.px(2)
    calm = heights[2]
    boxes[2].setFocus()
    assert boxes[2].sizeHint().height() == calm, "the page does not move when the focus comes"


@pytest.mark.parametrize("scale", [100, 200])
def test_an_opened_choice_shows_every_line_whole(qtbot: QtBot, scale: int) -> None:
    theme = load_theme("light", scale)
    dress(theme)
    page = QWidget()
    qtbot.addWidget(page)
    box = ChoiceBox(page)
    box.setFont(theme.font())
    box.addItems(["Grote bijeenkomst", "Zachte stemmen", "Vragenlijst", "Anders"])
    with qtbot.waitExposed(page):
        page.show()
    box.showPopup()
    qtbot.waitUntil(lambda: box.view().isVisible(), timeout=2000)
    assert box.view().verticalScrollBar().maximum() == 0
    last = box.view().visualRect(box.model().index(3, 0))
    assert last.bottom() < box.view().viewport().height()
    box.hidePopup()
