"""Pointing something out on a board: a ring that fades, or stands still for who wants no movement."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Slot
from PySide6.QtWidgets import QApplication, QStyle

from facilitator.ui.board.marks import Marks

FADE_MS = 900
STILL_MS = 1000


def moves() -> bool:
    """Tell whether the system lets things move."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) > 0


class Flash(QObject):
    """Sets ``flash`` and ``glow`` of the marks, and asks for a repaint whenever they change."""

    def __init__(self, marks: Marks, repaint: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._marks = marks
        self._repaint = repaint
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fade.valueChanged.connect(self._glow)
        self._fade.finished.connect(self._end)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self._end)

    def start(self, item: str) -> None:
        """Point out ``item``; what was pointed out before is let go."""
        self._fade.stop()
        self._still.stop()
        self._repaint()
        self._marks.flash = item
        self._glow(1.0)
        if moves():
            self._fade.start()
        else:
            self._still.start()

    @Slot(object)
    def _glow(self, strength: float) -> None:
        self._marks.glow = strength
        self._repaint()

    @Slot()
    def _end(self) -> None:
        self._repaint()
        self._marks.flash, self._marks.glow = "", 0.0
