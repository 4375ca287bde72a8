"""Cell suppression: which numbers of a table stay unsaid, so that none can be worked out from the rest.

Primary suppression hides what is smaller than was promised. With totals printed such a number is found by
subtracting, so secondary suppression hides others with it: for every small number a way round through the
table along which counts can be moved without anything that is printed changing.

A table is told as a network. Each number is an edge, and in every point as much comes in as goes out: from
the whole to each row, from there to each column, and from the columns back to the whole. So totals are
numbers like any other, and what is printed nowhere but follows from two others is an edge too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

Point = Hashable
_WHOLE = object()


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a table.

    Attributes:
        key: Its name.
        count: What it is, 0 or more.
        start, end: Points it leads from and to.
        printed: False for what only follows from others; it is never small in itself.
        total: Never hidden unless it is small itself.
    """

    key: Hashable
    count: int
    start: Point
    end: Point
    printed: bool = True
    total: bool = False


def hidden(numbers: Iterable[Number], smallest: int) -> frozenset[Hashable]:
    """Return the keys of the numbers that may not be printed.

    Whatever is printed then fits with every number from 0 to ``smallest`` in the place of each small one,
    and no hidden number can be worked out. Where there is no way to that, all but the totals is hidden.
    """
    table = list(numbers)
    small = [one for one in table if one.printed and 0 < one.count < smallest]
    all_of_it = {one.key for one in table if one.printed and not one.total} | {one.key for one in small}
    out = {one.key for one in table if not one.printed} | {one.key for one in small}
    for one in sorted(small, key=lambda one: (-one.count, str(one.key))):
        low, high = reach(table, out, one.key)
        if low == 0 and (high is None or high >= smallest):
            continue
        way = _way_round(table, out, one, smallest)
        if way is None:
            return frozenset(all_of_it)
        out |= way
    return frozenset(one.key for one in table if one.printed and one.key in out)


def hidden_in_line(counts: Mapping[Hashable, int], smallest: int) -> frozenset[Hashable]:
    """Return the keys of what may not be printed of a line of numbers whose total is known.

    It is the small ones, and with them the next smallest until together they are no longer few.
    """
    line = [Number(key, count, "whole", "line") for key, count in counts.items()]
    whole = Number(_WHOLE, sum(counts.values()), "line", "whole", total=True)
    return hidden([*line, whole], smallest) - {_WHOLE}


def reach(numbers: Iterable[Number], out: Collection[Hashable], key: Hashable) -> tuple[int, int | None]:
    """Return between which values a hidden number must lie for who knows all but ``out``; None: no end.

    Exact: the counts that can be moved along ways through hidden numbers are a flow in the network.
    """
    table = [one for one in numbers if one.key in out]
    one = next(one for one in table if one.key == key)
    rest = [other for other in table if other.key != key]
    down = _flow(rest, one.start, one.end, one.count)
    endless = sum(other.count for other in numbers) + 1
    up = _flow(rest, one.end, one.start, endless)
    return one.count - down, None if up >= endless else one.count + up


def _flow(numbers: list[Number], start: Point, end: Point, most: int) -> int:
    """Return how much can be moved from ``start`` to ``end``: numbers may grow, or shrink to nothing."""
    counts = [one.count for one in numbers]
    at: dict[Point, list[tuple[int, bool]]] = defaultdict(list)
    for place, one in enumerate(numbers):
        at[one.start].append((place, True))
        at[one.end].append((place, False))
    moved = 0
    while moved < most:
        came: dict[Point, tuple[int, bool] | None] = {start: None}
        waiting = [start]
        for point in waiting:
            for place, grows in at[point]:
                there = numbers[place].end if grows else numbers[place].start
                if there not in came and (grows or counts[place]):
                    came[there] = (place, grows)
                    waiting.append(there)
        if end not in came:
            break
        way: list[tuple[int, bool]] = []
        point = end
        while (step := came[point]) is not None:
            way.append(step)
            point = numbers[step[0]].start if step[1] else numbers[step[0]].end
        amount = min([most - moved, *(counts[place] for place, grows in way if not grows)])
        for place, grows in way:
            counts[place] += amount if grows else -amount
        moved += amount
    return moved


def _way_round(
    table: list[Number], out: Collection[Hashable], one: Number, highest: int
) -> frozenset[Hashable] | None:
    """Return the cheapest numbers to hide so that ``one`` can be 0 to ``highest``; None: no way.

    The way leads from its end back to its start. As it grows, what is passed against its direction shrinks.
    """
    at: dict[Point, list[tuple[Number, Point]]] = defaultdict(list)
    for other in table:
        if other.key != one.key and (other.key in out or not other.total):
            # When this one shrinks to 0, what is passed along its direction shrinks with it.
            if other.count >= one.count:
                at[other.start].append((other, other.end))
            if other.count >= highest - one.count:
                at[other.end].append((other, other.start))
    costs: dict[Point, int] = {one.end: 0}
    came: dict[Point, tuple[Number, Point]] = {}
    waiting: list[tuple[int, int, Point]] = [(0, 0, one.end)]
    nth = 0
    while waiting:
        cost, _, point = heappop(waiting)
        if cost > costs[point]:
            continue
        for other, there in at[point]:
            paid = cost + (0 if other.key in out else other.count + 1)
            if there not in costs or paid < costs[there]:
                costs[there], came[there] = paid, (other, point)
                nth += 1
                heappush(waiting, (paid, nth, there))
    if one.start not in costs:
        return None
    way: set[Hashable] = set()
    point = one.start
    while point != one.end:
        other, point = came[point]
        way.add(other.key)
    return frozenset(way)
