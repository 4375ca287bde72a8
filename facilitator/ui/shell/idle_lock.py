"""Tells when nobody has touched the keyboard, the pointer or the screen for a while."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

from facilitator.ui.kit.idle import INPUT

LOOK_MS = 5_000


class IdleLock(QObject):
    """Watches only while it is set to a number of minutes; sleep of the laptop counts too.

    Signals:
        idle: Nobody touched anything for so long; told again every so often until somebody does.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minutes = 0
        self._touched = 0.0
        self._watched: QCoreApplication | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Begin to watch, or stop with 0."""
        self.minutes = minutes
        self._touched = time.time()
        if minutes and self._watched is None:
            # Every event of the program comes along here: only while it is needed.
            self._watched = QCoreApplication.instance()
            if self._watched is not None:
                self._watched.installEventFilter(self)
            self._timer.start()
        elif not minutes and self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self._touched = time.time()
        return False

    @Slot()
    def look(self) -> None:
        """Tell when it has been long enough."""
        # Not the monotonic clock: on some systems it stands still while the laptop sleeps.
        if self.minutes and time.time() - self._touched >= self.minutes * 60:
            self.idle.emit()
