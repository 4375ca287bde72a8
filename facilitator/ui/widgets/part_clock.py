"""The clock of one part of a step: counts down, can pause, and survives a rebuild of its page."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class PartClock(QObject):
    """Counts down the minutes of a part.

    Signals:
        ticked: The shown time may differ (about once a second while it runs, and on every change).
        ended: The time of the part is over; sent once.
    """

    ticked = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._total = 0.0
        self._used = 0.0
        self._since: float | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """Tell whether it counts."""
        return self._since is not None

    @property
    def started(self) -> bool:
        """Tell whether any time was used."""
        return self.running or self._used > 0

    @property
    def seconds(self) -> int:
        """Return the planned time."""
        return round(self._total)

    @property
    def used(self) -> float:
        """Return the seconds used so far; may be more than planned."""
        return self._used + (self._now() - self._since if self._since is not None else 0.0)

    @property
    def left(self) -> int:
        """Return the seconds left, 0 when over."""
        return max(0, round(self._total - self.used))

    @property
    def over(self) -> bool:
        """Tell whether the planned time is used up."""
        return self._total > 0 and self.used >= self._total

    def set_minutes(self, minutes: float) -> None:
        """Begin anew with a planned time, standing still."""
        self._total, self._used, self._since, self._told = minutes * 60.0, 0.0, None, False
        self._timer.stop()
        self.ticked.emit()

    def start(self) -> None:
        """Count on."""
        if self._since is None:
            self._since = self._now()
            self._timer.start()
            self.ticked.emit()

    def pause(self) -> None:
        """Stand still; the time used stays."""
        if self._since is not None:
            self._used, self._since = self.used, None
            self._timer.stop()
            self.ticked.emit()

    @Slot()
    def look(self) -> None:
        """Look at the time and tell."""
        if self.over and not self._told:
            self._told = True
            self.ended.emit()
        self.ticked.emit()

    def save(self) -> dict[str, object]:
        """Return what ``restore`` needs."""
        return {"used": self.used, "running": self.running, "told": self._told, "at": self._now()}

    def restore(self, view: Mapping[str, object]) -> None:
        """Take up a saved clock; time that passed while it was put away counts when it was running."""
        used, at = view.get("used"), view.get("at")
        if not isinstance(used, int | float) or not isinstance(at, int | float):
            return
        running = bool(view.get("running"))
        self._used = float(used) + (max(0.0, self._now() - at) if running else 0.0)
        self._told = bool(view.get("told"))
        self._since = None
        if running:
            self.start()
        self.ticked.emit()
