"""A disk that fails at random, a few times; ``make soak`` lets it fail much more."""

from __future__ import annotations

import pytest

from benchmarks import soak_faults
from facilitator.store.keys import random_key
from tests.helpers import vfs

pytestmark = pytest.mark.skipif(bool(vfs.refusal()), reason=vfs.refusal() or "-")


def test_whatever_the_disk_refuses_nothing_is_gone() -> None:
    found = soak_faults.simulated(8, 1)
    assert found.struck >= 8
    assert found.kept >= 1
    assert (found.lost, found.broken, found.untrue, found.late) == (0, 0, 0, 0)


def test_encrypted_dialogues_neither() -> None:
    found = soak_faults.simulated(4, 50_000, key=random_key())
    assert found.struck >= 4
    assert found.bad == 0


def test_a_writer_that_does_not_heed_errors_is_found() -> None:
    with soak_faults.unheeded():
        assert soak_faults.simulated(6, 90_000).bad > 0
