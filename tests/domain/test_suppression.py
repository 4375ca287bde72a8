"""No hidden number of a table can be worked out from what is printed."""

from __future__ import annotations

import itertools
from collections.abc import Hashable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.suppression import Number, hidden, hidden_in_line, reach
from facilitator.report.selection import suppressed

COUNTS = st.one_of(st.integers(0, 7), st.integers(0, 60))
SMALLEST = st.integers(2, 6)


def crossed(rows: list[list[int]]) -> list[Number]:
    """Return a table of two sides with the totals of rows and columns, and the whole."""
    numbers = [Number("whole", sum(map(sum, rows)), "end", "start", total=True)]
    for r, row in enumerate(rows):
        numbers.append(Number(("row", r), sum(row), "start", ("r", r)))
        numbers += [Number((r, c), count, ("r", r), ("c", c)) for c, count in enumerate(row)]
    for c, column in enumerate(zip(*rows, strict=True)):
        numbers.append(Number(("column", c), sum(column), ("c", c), "end"))
    return numbers


def tables() -> st.SearchStrategy[list[list[int]]]:
    sizes = st.tuples(st.integers(1, 5), st.integers(1, 5))
    return sizes.flatmap(
        lambda size: st.lists(
            st.lists(COUNTS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
        )
    )


def unsafe(numbers: list[Number], out: frozenset[Hashable], smallest: int) -> list[Hashable]:
    """Return what can be worked out, and the small ones that are known to be more or less than promised."""
    unsaid = set(out) | {one.key for one in numbers if not one.printed}
    found: list[Hashable] = []
    for one in numbers:
        if one.printed and one.key in unsaid:
            low, high = reach(numbers, unsaid, one.key)
            small = 0 < one.count < smallest
            if high == low or (small and (low > 0 or (high is not None and high < smallest))):
                found.append(one.key)
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=8), SMALLEST)
def test_in_one_line_every_hidden_number_can_be_anything_from_none_to_the_promise(
    counts: list[int], smallest: int
) -> None:
    out = hidden_in_line(dict(enumerate(counts)), smallest)
    together = sum(count for nth, count in enumerate(counts) if nth in out)
    assert {nth for nth, count in enumerate(counts) if 0 < count < smallest} <= out
    if sum(counts) >= smallest and out:
        # Whoever knows the total knows what the hidden ones are together, and nothing else.
        assert len(out) >= 2
        assert together >= smallest
    assert bool(out) == any(0 < count < smallest for count in counts)


@settings(max_examples=300, deadline=None)
@given(tables(), SMALLEST)
def test_in_a_table_with_totals_no_hidden_number_can_be_worked_out(
    rows: list[list[int]], smallest: int
) -> None:
    numbers = crossed(rows)
    out = hidden(numbers, smallest)
    assert {one.key for one in numbers if 0 < one.count < smallest} <= out
    if sum(map(sum, rows)) >= smallest:
        assert unsafe(numbers, out, smallest) == []


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(COUNTS, COUNTS).map(lambda two: (max(two), min(two))), min_size=1, max_size=6),
    SMALLEST,
)
def test_who_applied_and_who_came_hide_what_the_one_tells_of_the_other(
    counts: list[tuple[int, int]], smallest: int
) -> None:
    named = {str(nth): both for nth, both in enumerate(counts)}
    out = suppressed(named, smallest)
    numbers = [Number("all", sum(a for a, _ in counts), "all", "applied", total=True)]
    numbers.append(Number("panel", sum(c for _, c in counts), "came", "all", total=True))
    numbers.append(Number("rest", numbers[0].count - numbers[1].count, "away", "all", printed=False))
    for value, (applied, came) in named.items():
        numbers.append(Number((value, "applied"), applied, "applied", value))
        numbers.append(Number((value, "came"), came, value, "came"))
        numbers.append(Number((value, "away"), applied - came, value, "away", printed=False))
    if all(one.count == 0 or one.count >= smallest for one in numbers if one.total):
        assert unsafe(numbers, out, smallest) == []


def test_hiding_small_numbers_alone_is_seen_through() -> None:
    numbers = crossed([[3, 20], [30, 40]])
    alone = frozenset(one.key for one in numbers if 0 < one.count < 5)
    assert alone == {(0, 0)}
    assert unsafe(numbers, alone, 5) == [(0, 0)]
    assert unsafe(numbers, hidden(numbers, 5), 5) == []


@pytest.mark.parametrize("counts", [[3, 20, 40], [1, 1, 40], [4, 0, 9, 8], [2, 3, 40]])
def test_a_line_hides_the_next_smallest_and_no_more(counts: list[int]) -> None:
    out = hidden_in_line(dict(enumerate(counts)), 5)
    assert max(range(len(counts)), key=counts.__getitem__) not in out or len(counts) == len(out)
    assert 0 not in {count for nth, count in enumerate(counts) if nth in out}


def test_what_a_hidden_number_can_be_is_exact() -> None:
    rows = [[2, 3, 9], [4, 1, 7]]
    numbers = crossed(rows)
    unsaid = {(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (0, 2)}
    for r, c in itertools.product(range(2), range(3)):
        found = _every_table([sum(row) for row in rows], [sum(col) for col in zip(*rows, strict=True)], r, c)
        assert reach(numbers, unsaid, (r, c)) == (min(found), max(found))


def _every_table(rows: list[int], columns: list[int], r: int, c: int) -> set[int]:
    found: set[int] = set()
    for one, two in itertools.product(range(rows[0] + 1), repeat=2):
        first = [one, two, rows[0] - one - two]
        second = [total - count for total, count in zip(columns, first, strict=True)]
        if min(first) >= 0 and min(second) >= 0:
            found.add((first, second)[r][c])
    return found
