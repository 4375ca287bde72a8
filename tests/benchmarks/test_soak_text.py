"""A few hundred texts of any kind through every way out; ``make soak`` tries three thousand."""

from __future__ import annotations

import pytest

from benchmarks.soak_text import WAYS, caught_without_escape, texts, tried

TOLD = texts(150)


@pytest.mark.parametrize("name", WAYS)
def test_every_text_comes_out_as_itself(name: str, qapp: object) -> None:
    found = tried(WAYS[name], TOLD)
    assert (found.wrong, found.faults) == ([], [])


def test_the_readers_catch_what_goes_out_without_its_escape(qapp: object) -> None:
    assert len(TOLD) == 150
    assert caught_without_escape(TOLD) > 20


def test_a_way_out_that_breaks_is_told_with_the_text_that_broke_it() -> None:
    def way(told: list[str]) -> list[str]:
        return [text for text in told if 1 / (text != "kwaad") < 0]

    found = tried(way, ["goed", "kwaad"])  # pyright: ignore[reportArgumentType]
    assert [fault.split(":")[0] for fault in found.faults] == ["'kwaad'"]
