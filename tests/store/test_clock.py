"""The clock never runs backwards and ids are always new."""

from __future__ import annotations

import itertools
import re

from facilitator.store.clock import HybridClock, Uuid7, system_now


def test_the_clock_follows_the_laptop_but_never_goes_back() -> None:
    times = iter([100, 200, 50, 50, 300])
    clock = HybridClock(lambda: next(times))
    assert [clock.tick() for _ in range(5)] == [100, 200, 201, 202, 300]


def test_the_clock_is_past_all_it_has_seen() -> None:
    clock = HybridClock(lambda: 10, seen=500)
    assert clock.tick() == 501
    clock.saw(900)
    clock.saw(3)
    assert clock.tick() == 901


def test_ids_are_uuid7_texts_that_sort_by_age_even_when_the_clock_stands_still() -> None:
    ids = Uuid7(lambda: 1_760_000_000_000_000)
    made = [ids() for _ in range(5000)]
    assert made == sorted(set(made))
    pattern = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    assert all(pattern.fullmatch(id) for id in made)


def test_ids_carry_the_millisecond_of_making() -> None:
    counter = itertools.count(1_760_000_000_123_000)
    id = Uuid7(lambda: next(counter))()
    assert int(id.replace("-", "")[:12], 16) == 1_760_000_000_123
    assert system_now() > 1_700_000_000_000_000
