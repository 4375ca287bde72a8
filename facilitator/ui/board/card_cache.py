"""Pictures of cards drawn once and kept, within so many bytes and so much time a frame."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtGui import QPixmap

FRAME_SECONDS = 0.006
"""Time a frame may spend on pictures it has not drawn before."""
LEAST_BYTES = 20 * 1024 * 1024
_OLD = object()
K = TypeVar("K", bound=Hashable)


@dataclass(slots=True)
class _Entry:
    picture: QPixmap
    token: object
    scale: float
    size: int
    frame: int


class CardCache(Generic[K]):
    """Keeps one picture for each key, the one used longest ago goes first.

    Attributes:
        limit: Bytes all pictures together may take.
        seconds: Time a frame may spend on new ones.
        used: Bytes they take now.
        starved: Whether this frame showed something older or nothing for want of time.
        moving: While the zoom changes pictures of another scale are good enough.
    """

    def __init__(self, limit: int = LEAST_BYTES, seconds: float = FRAME_SECONDS) -> None:
        self.limit = limit
        self.seconds = seconds
        self.used = 0
        self.starved = False
        self.moving = False
        self.patient = False
        self._entries: OrderedDict[K, _Entry] = OrderedDict()
        self._frame = 0
        self._spent = 0.0
        self._full = False

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    def begin(self) -> None:
        """Start a frame: it has its time before it."""
        self._frame += 1
        self._spent = 0.0
        self._full = False
        self.starved = False

    def picture(self, key: K, token: object, scale: float, draw: Callable[[], QPixmap]) -> QPixmap | None:
        """Return the picture of ``key``: as wanted, or an older one, or None when there is no time.

        ``token`` tells one look from another; pictures drawn for another look or scale are replaced when
        there is time.
        """
        entry = self._entries.get(key)
        if entry is not None:
            entry.frame = self._frame
            same = entry.token == token
            if same and (entry.scale == scale or self.moving):
                self._entries.move_to_end(key)
                return entry.picture
        if self._full:
            # More is in sight than may be kept: asking again next frame would never end.
            return entry.picture if entry is not None else None
        if self._spent >= self.seconds and not self.patient:
            self.starved = True
            return entry.picture if entry is not None else None
        return self._make(key, token, scale, draw)

    def _make(self, key: K, token: object, scale: float, draw: Callable[[], QPixmap]) -> QPixmap | None:
        start = time.perf_counter()
        picture = draw()
        size = picture.width() * picture.height() * picture.depth() // 8
        self.forget((key,))
        if self._make_room(size):
            self._entries[key] = _Entry(picture, token, scale, size, self._frame)
            self.used += size
        else:
            self._full = True
        self._spent += time.perf_counter() - start
        return picture

    def _make_room(self, size: int) -> bool:
        while self.used + size > self.limit and self._entries:
            oldest = next(iter(self._entries))
            if self._entries[oldest].frame == self._frame:
                # All that is kept is on screen now: throwing it out would only make it be drawn again.
                return False
            self.forget((oldest,))
        return self.used + size <= self.limit

    def peek(self, key: K) -> QPixmap | None:
        """Return what is kept for ``key``, however old."""
        entry = self._entries.get(key)
        return entry.picture if entry is not None else None

    def age(self, key: K) -> None:
        """Mark a picture as old: shown until there is time for another."""
        entry = self._entries.get(key)
        if entry is not None:
            entry.token = _OLD

    def forget(self, keys: tuple[K, ...]) -> None:
        """Drop the pictures of these keys."""
        for key in keys:
            entry = self._entries.pop(key, None)
            if entry is not None:
                self.used -= entry.size

    def shrink(self, size: int) -> None:
        """Drop those used longest ago until the others take ``size`` bytes at most."""
        while self.used > size and self._entries:
            self.forget((next(iter(self._entries)),))

    def clear(self) -> None:
        """Drop all pictures."""
        self._entries.clear()
        self.used = 0
