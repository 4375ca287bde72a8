"""Closing a dialogue while the window goes on painting: the last notes are still being written."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEventLoop

from facilitator.domain.errors import UserError
from facilitator.store.session import SessionStore

_SLICE_MS = 20
_NAP = 0.004


def wait_while(busy: Callable[[], bool], seconds: float = math.inf) -> None:
    """Let the window paint, and nobody press anything, while ``busy`` says so, at most so long."""
    end = time.monotonic() + seconds
    while busy() and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _SLICE_MS)
        time.sleep(_NAP)


def wait_written(store: SessionStore) -> None:
    """Wait until all is durable or the disk has refused once more."""
    store.retry()
    wait_while(lambda: bool(store.status.pending) and store.status.error is None)


def is_kept(store: SessionStore) -> bool:
    """Tell whether everything the disk refuses is kept on this laptop."""
    # Behind what is being kept right now.
    with suppress(UserError):
        store.ask(lambda _: None)
    return store.status.kept is not None
