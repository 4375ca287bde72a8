from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.store.thinning import thinned

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)


def days(*times: str) -> list[datetime]:
    """Return times such as ``-3 09:00``: the day before or after today, and the hour."""
    found: list[datetime] = []
    for time_ in times:
        day, hour = time_.split(" ")
        at = datetime.strptime(hour, "%H:%M")
        found.append(NOW.replace(hour=at.hour, minute=at.minute) + timedelta(days=int(day)))
    return found


THINNED: dict[str, tuple[list[str], list[str]]] = {
    "nothing": ([], []),
    "one": (["0 09:00"], []),
    "all of today stay": (["0 00:00", "0 09:00", "0 09:05", "0 15:30"], []),
    "a clock that was ahead": (["+1 03:00", "+400 09:00", "0 09:00"], []),
    "one a day": (["0 09:00", "-1 09:00", "-1 12:00", "-1 23:59", "-2 09:00"], ["-1 09:00", "-1 12:00"]),
    "midnight parts days": (["0 00:00", "-1 23:59", "-1 23:58"], ["-1 23:58"]),
    "fourteen days": (
        ["0 09:00", "-13 09:00", "-14 09:00", "-15 09:00", "-40 09:00"],
        ["-15 09:00", "-40 09:00"],
    ),
    "only old ones: the newest stays": (["-30 09:00", "-30 10:00", "-31 10:00"], ["-30 09:00", "-31 10:00"]),
    "before today, however old": (["0 09:00", "-90 09:00", "-91 09:00"], ["-91 09:00"]),
    "in any order": (["-2 09:00", "0 09:00", "-2 10:00", "-20 09:00"], ["-2 09:00", "-20 09:00"]),
}


@pytest.mark.parametrize(("times", "gone"), THINNED.values(), ids=THINNED.keys())
def test_thinning_keeps_today_then_one_a_day_for_fourteen_days(times: list[str], gone: list[str]) -> None:
    found = thinned(days(*times), NOW)
    assert [times[place] for place in found] == gone


BAD: dict[str, tuple[list[str], set[str], list[str]]] = {
    "the newest of a day is bad": (
        ["0 09:00", "-1 09:00", "-1 10:00", "-1 11:00"],
        {"-1 11:00"},
        ["-1 09:00", "-1 11:00"],
    ),
    "all of a day are bad": (["0 09:00", "-1 09:00", "-1 10:00"], {"-1 09:00", "-1 10:00"}, []),
    "the only good one is old": (
        ["0 09:00", "-1 09:00", "-2 09:00", "-60 09:00", "-61 09:00"],
        {"0 09:00", "-1 09:00", "-2 09:00"},
        ["-61 09:00"],
    ),
    "an old bad one goes when there is a good one": (
        ["-1 09:00", "-60 09:00"],
        {"-60 09:00"},
        ["-60 09:00"],
    ),
    "nothing is good: nothing goes": (
        ["-1 09:00", "-1 10:00", "-60 09:00"],
        {"-1 09:00", "-1 10:00", "-60 09:00"},
        [],
    ),
}


@pytest.mark.parametrize(("times", "bad", "gone"), BAD.values(), ids=BAD.keys())
def test_a_damaged_backup_never_makes_a_good_one_go(times: list[str], bad: set[str], gone: list[str]) -> None:
    found = thinned(days(*times), NOW, lambda place: times[place] not in bad)
    assert [times[place] for place in found] == gone


def test_whatever_there_is_the_newest_good_one_stays_and_thinning_twice_is_thinning_once() -> None:
    times = [NOW - timedelta(hours=7 * n) for n in range(150)]
    for bad in range(0, 150, 7):
        gone = thinned(times, NOW, lambda place, bad=bad: place >= bad)
        assert bad not in gone
        left = [n for n in range(150) if n not in gone]
        again = thinned([times[n] for n in left], NOW, lambda place, bad=bad, left=left: left[place] >= bad)
        assert again == []
