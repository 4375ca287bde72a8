"""When Python looks for garbage: never so long that somebody who types or pans would notice.

A full collection walks through every object there is: 50 ms for the program alone, 300 ms with a hundred
thousand notes, and it comes in the middle of anything. Notes and modules are no garbage while they are
in use, so they are set apart, and what is left is walked through in a millisecond or two.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

MANY = 2_000
"""From so many notes on a dialogue is set apart."""
_THRESHOLDS = (2_000, 10, 50)
"""Larger rounds than these would be felt by themselves; the last kind, through everything, is rare."""


def begin() -> None:
    """Set the program itself apart; once, when its window is made."""
    gc.set_threshold(*_THRESHOLDS)
    gc.collect()
    gc.freeze()


@contextmanager
def loading() -> Generator[None]:
    """Do not look for garbage while a dialogue is read: all that is made stays."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def loaded(notes: int) -> None:
    """Set apart what was read, when it is much."""
    if notes >= MANY:
        gc.freeze()


def closed(notes: int) -> None:
    """Give back what was set apart for a dialogue that is closed now."""
    if notes >= MANY:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
