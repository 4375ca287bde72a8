"""PySide6 6.12 on Python 3.11 loses a reference to None in most calls and ends the interpreter."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QLabel, QWidget
from pytestqt.qtbot import QtBot

CALLS = 400


class Speaker(QObject):
    said = Signal(object)


def lost_per_call(call: Callable[[], object], constant: object) -> float:
    call()
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        call()
    return (before - sys.getrefcount(constant)) / CALLS


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12")
@pytest.mark.parametrize("constant", [None, True], ids=repr)
def test_qt_calls_keep_the_references_to_constants(qtbot: QtBot, constant: object) -> None:
    label, widget, item, speaker = QLabel(), QWidget(), QGraphicsRectItem(), Speaker()
    qtbot.addWidget(label)
    qtbot.addWidget(widget)
    image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    calls: dict[str, Callable[[], object]] = {
        "setObjectName": lambda: speaker.setObjectName("a"),
        "emit": lambda: speaker.said.emit(1),
        "setText": lambda: label.setText("a"),
        "setEnabled": lambda: widget.setEnabled(True),
        "resize": lambda: widget.resize(10, 10),
        "update": widget.update,
        "setPos": lambda: item.setPos(QPointF(1, 2)),
        "moveBy": lambda: item.moveBy(0.0, 0.0),
        "fillRect": lambda: painter.fillRect(QRectF(0, 0, 5, 5), QColor("red")),
        "drawText": lambda: painter.drawText(QPointF(1, 9), "a"),
        "setPen": lambda: painter.setPen(QColor("red")),
    }
    losing = {name: lost for name, call in calls.items() if (lost := lost_per_call(call, constant)) > 0.2}
    painter.end()
    assert not losing
