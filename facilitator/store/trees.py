"""The trees of a file that is not encrypted, as they lie in its bytes (SQLite file format, 1.6 and 2.1).

Tells which pages need no second look: those whose rows all came out when their table was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

PAGE = 4096
INNER = 2
LEAF = 10
_DEEPEST = 20


def kind(raw: bytes | bytearray, page: int) -> int:
    """Return what kind a page says it is; 0 where there is none."""
    start = (page - 1) * PAGE
    return raw[start] if 0 <= start < len(raw) else 0


def cells(raw: bytes | bytearray, page: int) -> int:
    """Return how many rows a page says it has."""
    start = (page - 1) * PAGE
    return int.from_bytes(raw[start + 3 : start + 5], "big")


def came_out(raw: bytes | bytearray, root: int, ahead: int, back: int, odd: Collection[int]) -> set[int]:
    """Return the pages of a tree of which every row came out.

    Args:
        root: The page it begins with.
        ahead: Number of rows read from its beginning on, ``back`` from its end.
        odd: Which rows from the beginning (0, 1, …) or from the end (-1, -2, …) did not look right.
    """
    read: Counter[int] = Counter()
    _count(raw, root, ahead, {n for n in odd if n >= 0}, read, back=False)
    _count(raw, root, back, {-1 - n for n in odd if n < 0}, read, back=True)
    return {page for page, rows in read.items() if rows >= cells(raw, page)}


def _count(
    raw: bytes | bytearray, root: int, rows: int, odd: set[int], read: Counter[int], *, back: bool
) -> None:
    place = 0
    for page, count in _in_order(raw, root, set(), 0, back=back):
        if place >= rows:
            break
        here = range(place, place + count)
        place += count
        if place <= rows and not (odd and odd.intersection(here)):
            read[page] += count


def _in_order(
    raw: bytes | bytearray, page: int, seen: set[int], depth: int, *, back: bool
) -> Iterator[tuple[int, int]]:
    """Give the pages in the order of their rows, each with how many rows of it come next."""
    if page in seen or depth > _DEEPEST:
        return
    seen.add(page)
    start = (page - 1) * PAGE
    if kind(raw, page) == LEAF:
        yield page, cells(raw, page)
    elif kind(raw, page) == INNER:
        places = range(start + 12, min(start + 12 + 2 * cells(raw, page), start + PAGE), 2)
        begins = [start + int.from_bytes(raw[place : place + 2], "big") for place in places]
        children = [int.from_bytes(raw[at : at + 4], "big") for at in [*begins, start + 8]]
        for number, child in enumerate(reversed(children) if back else children):
            if number:
                yield page, 1
            yield from _in_order(raw, child, seen, depth + 1, back=back)
