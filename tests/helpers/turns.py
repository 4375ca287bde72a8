"""Whether a window goes on: how often its events are looked at, and how long they were not."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from tests.helpers.disks import Disk

ENOUGH = 20
EVERY_MS = 2


class Turns(QObject):
    """Counts the turns of the window's events, on the thread it was made on.

    Attributes:
        count: How many there were.
        longest: Seconds of the longest pause between two.
        work: Seconds of work of this very thread, without what others do, in the busiest pause.
    """

    def __init__(self, every_ms: int = EVERY_MS, then: Callable[[int], object] = lambda _: None) -> None:
        super().__init__()
        self.count, self.longest, self.work = 0, 0.0, 0.0
        self._then = then
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._turn)

    def __enter__(self) -> Turns:
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._note()
        self._timer.stop()

    def _note(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.work = max(self.work, worked - self._worked)
        self._last, self._worked = now, worked

    def _turn(self) -> None:
        self._note()
        self.count += 1
        self._then(self.count)


def turns_while_held(disk: Disk, act: Callable[[], object]) -> int:
    """Do something while the disk is held, and let go of it when the window has gone on enough.

    Who waits for the disk without letting the window go on has the disk held until its patience ends.
    """
    with Turns(then=lambda count: disk.release() if count >= ENOUGH else None) as turns:
        disk.hold()
        act()
        told = turns.count
    disk.release()
    return told
