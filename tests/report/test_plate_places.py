from __future__ import annotations

import re

import pytest

from facilitator.report import strings
from facilitator.report.plate_places import DRAWINGS, KINDS, kinds_for
from facilitator.report.plate_sketch import Sketch
from tests.report.builders import RESOURCES, example_state


def test_the_goals_of_the_example_lie_at_places_that_fit_them() -> None:
    titles = [goal.title for goal in example_state().goals]
    words = strings.load(RESOURCES, "nl")
    assert kinds_for(titles, words) == [
        "together",
        "bus",
        "ambulance",
        "clinic",
        "school",
        "garden",
        "home",
        "lab",
    ]


def test_goals_that_say_nothing_get_the_places_that_are_free() -> None:
    kinds = kinds_for(["x", "Emergency care stays", "y"], strings.load(RESOURCES, "en"))
    assert kinds == ["together", "ambulance", "bus"]


def test_more_goals_than_kinds_of_place_begin_again() -> None:
    kinds = kinds_for(["x"] * 16, strings.load(RESOURCES, "nl"))
    assert len(kinds) == 16
    assert set(kinds) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_place_is_drawn_on_its_own_ground(kind: str) -> None:
    s = Sketch(500, 500)
    DRAWINGS[kind](s)
    numbers = [float(n) for d in re.findall(r' d="([^"]+)"', s.markup()) for n in re.findall(r"-?\d+\.\d", d)]
    assert 390 < min(numbers[::2]) < max(numbers[::2]) < 610
    assert 340 < min(numbers[1::2]) < max(numbers[1::2]) < 515


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_place_has_words_in_each_language(language: str) -> None:
    words = strings.load(RESOURCES, language)
    assert all(words.t(f"praatplaat.place.{kind}") for kind in KINDS)
