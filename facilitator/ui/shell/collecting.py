"""When Python looks for garbage: on the window's thread alone, and never so long that anybody would notice.

Python looks for garbage in whatever thread happens to ask for memory, and in the middle of anything. Among
the garbage are widgets and timers: destroyed by the thread that writes notes to the disk, a timer stays with
Qt after its memory is gone, and the next event brings the window down. So Python's own rounds are off, and
the window makes them itself, between two events.

A full round walks through every object there is: 50 ms for the program alone, 300 ms with a hundred
thousand notes. Notes and modules are no garbage while they are in use, so they are set apart, and what is
left is walked through in a millisecond or two.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot

from facilitator.ui.kit.idle import INPUT

MANY = 2_000
"""From so many notes on a dialogue is set apart."""
LOOK_MS = 250
"""So often it is seen whether a round is due; most are over within a millisecond."""
QUIET_MS = 2_000
"""So long after the last key or movement everything is walked through."""
YOUNG = 2_000
"""So many objects more than at the last round make a round due, through these alone."""
OLDER = 20_000
"""After so many what survived one round is looked at again."""
MUCH = 200_000
"""After so many everything is looked at when it is quiet."""
TOO_MUCH = 2_000_000
"""After so many everything is looked at, quiet or not."""


class Collector(QObject):
    """Looks for garbage between the events of the thread it is made on; Python itself no longer does.

    It is off for good: while the program ends, other threads are still at work too.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._held = 0
        self._made_older = self._made_all = 0
        self._thaws = False
        self._watched: QCoreApplication | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._everything)

    @contextmanager
    def holding(self) -> Generator[None]:
        """Make no rounds meanwhile."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1

    @Slot()
    def look(self) -> None:
        """Make the round that is due; one through everything waits for a quiet moment."""
        if self._held:
            return
        # Whoever paused it from before this was made has put it on again.
        gc.disable()
        made = gc.get_count()[0]
        if made <= YOUNG:
            return
        self._made_older += made
        self._made_all += made
        if self._made_all > TOO_MUCH:
            self._everything()
            return
        if self._made_all > MUCH:
            self.wait_for_quiet()
        if self._made_older > OLDER:
            self._made_older = 0
            gc.collect(1)
        else:
            gc.collect(0)

    def thaw(self) -> None:
        """Look at what was set apart as well, when it is quiet."""
        self._thaws = True
        self.wait_for_quiet()

    def wait_for_quiet(self) -> None:
        """Look at everything when nobody has touched anything for a while."""
        if self._quiet.isActive():
            return
        self._quiet.start(QUIET_MS)
        # Every event of the program comes along here: only while it is needed.
        self._watched = QCoreApplication.instance()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT and self._quiet.isActive():
            self._quiet.start(QUIET_MS)
        return False

    @Slot()
    def _everything(self) -> None:
        if self._held:
            self._quiet.start(QUIET_MS)
            return
        self._quiet.stop()
        self._made_older = self._made_all = 0
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if self._thaws:
            self._thaws = False
            _anew()
        else:
            gc.collect()


def _anew() -> None:
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _collector() -> Collector | None:
    app = QCoreApplication.instance()
    return app.findChild(Collector) if app is not None else None


def begin() -> None:
    """Set the program itself apart; once, when its window is made."""
    gc.collect()
    gc.freeze()


@contextmanager
def loading() -> Generator[None]:
    """Do not look for garbage while a dialogue is read: all that is made stays."""
    collector = _collector()
    if collector is None:
        yield
        return
    with collector.holding():
        yield


def loaded(notes: int) -> None:
    """Set apart what was read, when it is much."""
    if notes >= MANY:
        gc.freeze()


def closed(notes: int) -> None:
    """Give back what was set apart for a dialogue that is closed now."""
    if notes < MANY:
        return
    collector = _collector()
    if collector is None:
        _anew()
    else:
        collector.thaw()
