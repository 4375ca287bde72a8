"""What is set apart from garbage collection, and that it is given back."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from facilitator.ui.shell import collecting


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def test_nothing_is_collected_while_a_dialogue_is_read_and_afterwards_it_is_again() -> None:
    def read() -> None:
        with collecting.loading():
            assert not gc.isenabled()
            raise ValueError("read")

    with pytest.raises(ValueError, match="read"):
        read()
    assert gc.isenabled()


def test_collection_stays_off_for_whoever_had_it_off() -> None:
    gc.disable()
    try:
        with collecting.loading():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_large_dialogue_is_set_apart_until_it_is_closed_and_a_small_one_never() -> None:
    gc.unfreeze()
    collecting.loaded(collecting.MANY - 1)
    assert gc.get_freeze_count() == 0
    notes = [[n] for n in range(1_000)]
    collecting.loaded(collecting.MANY)
    assert gc.get_freeze_count() > len(notes)
    garbage: list[object] = []
    garbage.append(garbage)
    gc.freeze()
    before = gc.get_freeze_count()
    del garbage
    collecting.closed(collecting.MANY)
    assert gc.get_freeze_count() < before


def test_the_program_itself_is_set_apart_once_its_window_is_made() -> None:
    gc.unfreeze()
    collecting.begin()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] > 700
