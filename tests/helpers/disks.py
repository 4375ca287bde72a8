"""A disk that is slow, or does not answer until it is let go: for SQLite and for what the system is asked."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

from tests.helpers.vfs import Op, listening

PATIENCE = 4.0
"""Seconds after which a disk that is held answers by itself: nothing may wait for ever."""


class Disk:
    """A disk of which every sync waits.

    Attributes:
        met: How many syncs had to wait.
        patience: Seconds after which it answers although it is held.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.met = 0
        self.patience = PATIENCE
        self._open = threading.Event()
        self._open.set()
        self._sync: Callable[..., None] = os.fsync

    def hold(self) -> None:
        """Answer no more."""
        self._open.clear()

    def release(self) -> None:
        """Answer again, also what was asked meanwhile."""
        self._open.set()

    def heard(self, op: Op) -> int:
        """Let an operation of SQLite wait when it is a sync; never refuses."""
        if op[0] == "sync":
            self._wait()
        return 0

    def fsync(self, handle: int) -> None:
        """Stand for ``os.fsync``."""
        self._wait()
        self._sync(handle)

    def _wait(self) -> None:
        if self.seconds:
            self.met += 1
            time.sleep(self.seconds)
        if not self._open.is_set():
            self.met += 1
            self._open.wait(self.patience)
            # Whoever waited for that long need not do so for every page.
            self._open.set()


@contextmanager
def slow_disk(seconds: float = 0.0) -> Generator[Disk]:
    """Give a disk for everything opened inside; each sync takes ``seconds``."""
    disk, real = Disk(seconds), os.fsync
    with listening() as listener:
        listener.refuse = disk.heard
        os.fsync = disk.fsync
        try:
            yield disk
        finally:
            os.fsync = real
            disk.seconds = 0.0
            disk.release()
