from __future__ import annotations

import re

from facilitator.report.plate_sketch import Sketch, flowing
from tests.helpers.html import read_page


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+\.\d", text)]


def test_the_same_seed_draws_the_same_line() -> None:
    def drawn(seed: int) -> str:
        s = Sketch(seed=seed)
        s.box("wall line", 0, 0, 10, 10)
        s.blob("leaf", 0, 0, 5, bumps=7)
        return s.markup()

    assert drawn(1) == drawn(1) != drawn(2)


def test_shapes_lie_where_the_place_is_and_as_large() -> None:
    s = Sketch(100, 200, 2)
    s.poly("wall", -10, -10, 10, -10, 10, 0, wobble=0)
    (path,) = read_page(s.markup()).all("path")
    assert numbers(path.get("d"))[:2] == [80, 180]
    assert max(numbers(path.get("d"))[::2]) == 120
    assert path.classes == {"c-wall"}


def test_a_flowing_line_passes_through_its_points() -> None:
    d = flowing([(0, 0), (10, 20), (30, 5)])
    assert [part.split()[-2:] for part in d.split("C")[1:]] == [["10.0", "20.0"], ["30.0", "5.0"]]
    assert flowing([(0, 0), (10, 20), (30, 5)], closed=True).endswith("0.0 0.0Z")


def test_what_another_drew_is_taken_over_in_order() -> None:
    one, two = Sketch(), Sketch()
    one.line("stroke", 0, 0, 1, 1)
    two.shape("road", [(0, 0), (5, 0), (5, 5)])
    one.adopt(two)
    assert [path.get("class") for path in read_page(one.markup()).all("path")] == ["c-stroke", "c-road"]
