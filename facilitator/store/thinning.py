"""Which backups may go: all of today stay, then one a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

DAYS = 14
"""So many days before today keep one backup each."""


def thinned(
    times: Sequence[datetime], now: datetime, good: Callable[[int], bool] = lambda _: True
) -> list[int]:
    """Return the places in ``times`` of the backups that may go.

    All of today stay, then the newest good one of a day for ``DAYS`` days. The newest good one of before
    today always stays, however old: it is how the dialogue was before today's work. What is not good never
    makes a good one go.

    Args:
        times: When each was made, in the time zone whose days count.
        good: Asked of as few places as can be, for looking costs time.
    """
    days: dict[int, list[int]] = {}
    for place in sorted(range(len(times)), key=lambda place: (times[place], place), reverse=True):
        days.setdefault((now.date() - times[place].date()).days, []).append(place)
    gone: list[int] = []
    kept = False
    for age, places in sorted(days.items()):
        if age <= 0:
            continue
        if age > DAYS and kept:
            gone += places
        elif (best := next((place for place in places if good(place)), None)) is not None:
            gone += [place for place in places if place != best]
            kept = True
    return sorted(gone)
