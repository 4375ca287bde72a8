"""Pulled sticks, two of them; ``make soak`` pulls many more."""

from __future__ import annotations

import pytest

from benchmarks import soak_stick

pytestmark = pytest.mark.skipif(bool(soak_stick.refusal()), reason=soak_stick.refusal() or "-")


def test_a_pulled_stick_takes_nothing_along() -> None:
    found = soak_stick.pulls(2, 3)
    assert found.ticked >= 2 * soak_stick.ENOUGH
    assert (found.lost, found.damaged, found.not_kept, found.not_healed) == (0, 0, 0, 0)
    assert found.codes["store.damaged"] == 0


def test_without_syncs_loss_is_found() -> None:
    found = soak_stick.pulls(2, 5, synchronous=0)
    assert found.lost + found.damaged > 0
