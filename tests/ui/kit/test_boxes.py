from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.boxes import ChoiceBox, DateBox, NumberBox


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
