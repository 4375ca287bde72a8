"""Time and ids: a hybrid logical clock that never runs backwards, and UUIDv7 texts."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

Now = Callable[[], int]
"""Gives microseconds since 1970."""


def system_now() -> int:
    """Return the laptop's clock in microseconds since 1970."""
    return time.time_ns() // 1_000


class HybridClock:
    """Hybrid logical clock (Kulkarni et al., 2014) in one integer of microseconds.

    It follows the laptop's clock, but is always past every event it has seen, so a laptop whose
    clock is wrong or set back still orders its own edits after what it knew.
    """

    def __init__(self, now: Now = system_now, seen: int = 0) -> None:
        self._now = now
        self._last = seen

    def tick(self) -> int:
        """Return a time stamp larger than all before."""
        self._last = max(self._last + 1, self._now())
        return self._last

    def saw(self, stamp: int) -> None:
        """Take note of a stamp from elsewhere."""
        self._last = max(self._last, stamp)


class Uuid7:
    """Makes UUIDv7 texts (RFC 9562): sorted by moment of making, also within a millisecond."""

    def __init__(self, now: Now = system_now) -> None:
        self._now = now
        self._last = 0

    def __call__(self) -> str:
        """Return the next id; never the same or an earlier one twice."""
        # 48 bits of milliseconds and the 12 bits of rand_a as a sub-millisecond counter (RFC 9562 §6.2).
        stamp = max(self._now() * 4096 // 1000, self._last + 1)
        self._last = stamp
        millis, fraction = stamp >> 12, stamp & 0xFFF
        value = (millis & (2**48 - 1)) << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(62)
        text = f"{value:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
