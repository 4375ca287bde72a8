"""A kill at any moment loses no note whose id was printed: the long trial ``soak_kill``, cut short."""

from __future__ import annotations

import sys

import pytest

from benchmarks.soak_kill import FAULTY, kill_capture
from facilitator.store.keys import random_key
from tests.cli.program import PROGRAM


def test_every_printed_id_is_there_after_a_kill() -> None:
    count = kill_capture(PROGRAM, 3, 1)
    assert (count.kills, count.bad, count.faults) == (3, 0, [])
    assert count.acknowledged >= 3


def test_every_printed_id_is_in_an_encrypted_dialogue_after_a_kill() -> None:
    key = random_key()
    count = kill_capture([*FAULTY, (key.raw + key.salt).hex()], 2, 2, key)
    assert (count.bad, count.faults) == (0, [])
    assert count.acknowledged >= 2


def test_this_trial_catches_a_program_that_prints_too_early() -> None:
    assert any(kill_capture([*FAULTY, "early"], 1, seed).lost for seed in range(6))


def test_this_trial_catches_a_program_that_writes_an_edit_in_pieces() -> None:
    assert any(kill_capture([*FAULTY, "pieces"], 1, seed).torn for seed in range(6))


def test_this_trial_catches_a_program_that_does_not_start() -> None:
    count = kill_capture([sys.executable, "-c", "raise SystemExit('kapot')"], 2, 7)
    assert count.refused
    assert "kapot" in count.faults[0]
    assert not all(row.ok for row in count.rows("capture"))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 104))
def test_every_printed_id_is_there_after_many_kills(seed: int) -> None:
    assert kill_capture(PROGRAM, 12, seed).bad == 0
