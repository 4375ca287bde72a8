"""Fingers on a board: one moves the view, held still it lifts a card, two zoom."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QEventPoint, QNativeGestureEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.board.drag import Drag
from facilitator.ui.board.ground import Ground

HOLD_MS = 400
_SLACK = 12
"""Pixels a finger may tremble."""
_TWICE_MS = 400
_GONE = QEventPoint.State.Released


class Fingertips(Protocol):
    """What a finger does besides moving the view."""

    def tap(self, at: QPointF, *, twice: bool) -> None:
        """Touch something shortly."""
        ...

    def lift(self, at: QPointF) -> bool:
        """Take in hand what lies there; False when there is nothing to take."""
        ...

    def add(self, at: QPointF) -> None:
        """Choose what lies there as well: it was held and not moved."""
        ...


class Touch(QObject):
    """Reads what fingers do on one board."""

    def __init__(self, ground: Ground, widget: QWidget, drag: Drag, tips: Fingertips) -> None:
        super().__init__(widget)
        self._ground, self._drag, self._tips = ground, drag, tips
        self._doing = ""
        self._start = self._last = QPointF()
        self._span = 0.0
        self._tapped_at, self._tapped = -_TWICE_MS, QPointF()
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._held)

    def handle(self, event: QTouchEvent) -> bool:
        """Take one event of a touch screen."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._stop()
            return True
        points = event.points()
        down = [point for point in points if point.state() != _GONE]
        if len(down) >= 2:
            self._two(down)
        elif len(down) == 1 and self._doing != "zoom":
            self._one(down[0].position())
        elif len(down) == 1:
            # One of two fingers left: the other goes on moving the view.
            self._doing, self._last = "pan", down[0].position()
        elif points:
            self._end(points[0].position(), event.timestamp())
        return True

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Take a gesture of a touchpad."""
        kind = event.gestureType()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self._ground.set_zoom(self._ground.zoom * (1 + event.value()), event.position())
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            self._ground.fit() if self._ground.zoom >= 1 else self._ground.set_zoom(1.0, event.position())
        else:
            return False
        event.accept()
        return True

    def _one(self, at: QPointF) -> None:
        if not self._doing:
            self._doing, self._start, self._last = "wait", at, at
            self._hold.start()
            return
        if self._doing == "wait" and _far(at, self._start):
            self._hold.stop()
            self._doing = "pan"
        if self._doing == "pan":
            self._ground.pan(self._last.x() - at.x(), self._last.y() - at.y())
        elif self._doing == "held" and _far(at, self._start):
            self._doing = "drag"
        if self._doing == "drag":
            self._drag.move(at)
        self._last = at

    @Slot()
    def _held(self) -> None:
        if self._doing == "wait" and self._tips.lift(self._start):
            self._doing = "held"

    def _two(self, points: Sequence[QEventPoint]) -> None:
        self._hold.stop()
        self._drag.give_up()
        one, other = points[0].position(), points[1].position()
        middle = (one + other) / 2
        span = max(hypot(one.x() - other.x(), one.y() - other.y()), 1.0)
        if self._doing == "zoom":
            self._ground.pan(self._last.x() - middle.x(), self._last.y() - middle.y())
            self._ground.set_zoom(self._ground.zoom * span / self._span, middle)
        self._doing, self._last, self._span = "zoom", middle, span

    def _end(self, at: QPointF, now: int) -> None:
        doing = self._doing
        self._hold.stop()
        self._doing = ""
        if doing == "wait":
            twice = now - self._tapped_at < _TWICE_MS and not _far(at, self._tapped, 2 * _SLACK)
            self._tapped_at, self._tapped = (-_TWICE_MS if twice else now), at
            self._tips.tap(at, twice=twice)
        elif doing == "held":
            self._drag.give_up()
            self._tips.add(at)
        elif doing == "drag":
            self._drag.drop(at)

    def _stop(self) -> None:
        self._hold.stop()
        self._drag.give_up()
        self._doing = ""


def _far(one: QPointF, other: QPointF, slack: float = _SLACK) -> bool:
    return hypot(one.x() - other.x(), one.y() - other.y()) > slack
