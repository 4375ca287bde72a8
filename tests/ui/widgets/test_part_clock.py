"""The clock of a part: counts down, pauses, and survives a rebuild."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.part_clock import PartClock


class Time:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


def test_a_clock_counts_only_while_it_runs(qtbot: QtBot, time: Time) -> None:
    clock = PartClock(now=time)
    clock.set_minutes(1)
    time.now += 30
    assert clock.left == 60
    clock.start()
    time.now += 20
    clock.pause()
    time.now += 99
    assert clock.left == 40
    clock.start()
    time.now += 15
    assert clock.left == 25
    assert not clock.over
    clock.pause()


def test_the_end_is_told_once_and_nothing_stops(qtbot: QtBot, time: Time) -> None:
    clock = PartClock(now=time)
    ends: list[None] = []
    clock.ended.connect(lambda: ends.append(None))
    clock.set_minutes(1)
    clock.start()
    time.now += 61
    clock.look()
    clock.look()
    assert len(ends) == 1
    assert clock.running
    assert clock.over
    assert clock.left == 0
    clock.pause()


def test_a_running_clock_goes_on_while_it_is_put_away(qtbot: QtBot, time: Time) -> None:
    clock = PartClock(now=time)
    clock.set_minutes(1)
    clock.start()
    time.now += 10
    kept = clock.save()
    clock.pause()
    time.now += 5
    again = PartClock(now=time)
    again.set_minutes(1)
    again.restore(kept)
    assert again.running
    assert again.left == 45
    again.pause()
