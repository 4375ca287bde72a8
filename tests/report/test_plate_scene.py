from __future__ import annotations

from itertools import pairwise

import pytest

from facilitator.report.plate_places import KINDS
from facilitator.report.plate_scene import HEIGHT, WIDTH, rows_of, scene, survey
from tests.helpers.html import read_page

COUNTS = range(17)


@pytest.mark.parametrize("count", COUNTS)
def test_every_goal_has_a_place_inside_the_picture(count: int) -> None:
    land = survey(count)
    assert len(land.places) == sum(rows_of(count)) == count
    for place in land.places:
        assert 90 < place.x < WIDTH - 90
        assert 250 < place.y < HEIGHT - 80


@pytest.mark.parametrize("count", COUNTS)
def test_places_do_not_cover_one_another(count: int) -> None:
    places = survey(count).places
    for n, one in enumerate(places):
        for other in places[n + 1 :]:
            assert abs(one.x - other.x) > 150 or abs(one.y - other.y) > 130


@pytest.mark.parametrize("count", COUNTS)
def test_the_road_passes_the_places_in_order(count: int) -> None:
    land = survey(count)
    seen = [land.road.index((p.x, p.y + 14 * p.scale)) for p in land.places]
    assert seen == sorted(seen)
    assert land.road[0][0] < 0
    assert land.road[-1][1] < 250


@pytest.mark.parametrize("count", range(1, 17))
def test_the_river_comes_to_the_front_and_there_is_a_bridge_in_each_row(count: int) -> None:
    land = survey(count)
    assert all(y1 > y0 for (_, y0), (_, y1) in pairwise(land.river))
    assert len(land.bridges) == len(rows_of(count))
    for bridge in land.bridges:
        assert all(abs(bridge.x - p.x) > 90 or abs(bridge.y - p.y) > 60 for p in land.places)


@pytest.mark.parametrize("count", [0, 1, 8, 16])
def test_the_drawing_is_one_picture_with_words(count: int) -> None:
    kinds = [KINDS[n % len(KINDS)] for n in range(count)]
    page = read_page(scene(survey(count), kinds, [f"at-{n}" for n in range(count)], "Een land"))
    (picture,) = page.all("svg")
    assert (picture.get("role"), picture.get("aria-label")) == ("img", "Een land")
    assert len(page.all("g", "lot")) == count
    assert not [element for element in picture.all() if element.name not in ("g", "path")]


def test_the_same_number_of_goals_gives_the_same_land() -> None:
    kinds = list(KINDS[:8])
    assert scene(survey(8), kinds, [""] * 8, "x") == scene(survey(8), kinds, [""] * 8, "x")
