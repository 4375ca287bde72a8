"""The landscape of the talking picture: a road past one place per goal, from the foreground to the hills.

Everything follows from the number of goals and their kinds of place: same dialogue, same land.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from facilitator.report.plate_html import Markup, el
from facilitator.report.plate_places import DRAWINGS, tree
from facilitator.report.plate_sketch import Point, Sketch

WIDTH, HEIGHT = 1200, 900
_EDGE = 60
_HORIZON = 150
_ROWS = {
    1: ((640, 1.45),),
    2: ((750, 1.28), (420, 0.98)),
    3: ((780, 1.06), (545, 0.88), (328, 0.74)),
    4: ((790, 0.86), (618, 0.76), (450, 0.68), (292, 0.6)),
}
"""Number of rows -> (height of the foot, scale) from the front to the back."""


_WILD: list[Point] = [(930, 760), (760, 520), (880, 300)]
"""How the river runs where no place lies yet, front first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one goal lies: the foot of its drawing, in units of the picture."""

    x: float
    y: float
    scale: float


@dataclass(frozen=True, slots=True)
class Land:
    """The lie of the land: places in order, the road past them, the river from back to front, the bridges."""

    places: tuple[Place, ...]
    road: tuple[Point, ...]
    river: tuple[Point, ...]
    bridges: tuple[Place, ...]


def rows_of(count: int) -> list[int]:
    """Return how many places each row holds, front row first."""
    if count == 0:
        return []
    rows = 1 if count <= 2 else 2 if count <= 5 else 3 if count <= 10 else 4
    return [count // rows + (row < count % rows) for row in range(rows)]


def survey(count: int) -> Land:
    """Lay out a land for ``count`` goals, 0 or more; more than 16 get crowded."""
    rows = rows_of(count)
    heights = _ROWS[len(rows)] if rows else ()
    crossings = _crossings(rows)
    places: list[Place] = []
    bridges: list[Place] = []
    road: list[Point] = [(-40, HEIGHT - 12)]
    shake = Random(count)
    for row, (wide, (y, size), water) in enumerate(zip(rows, heights, crossings, strict=True)):
        cell = (WIDTH - 2 * _EDGE) / wide
        scale = size * min(1.0, cell / 250)
        here = [
            Place(_EDGE + (n + 0.5) * cell if wide > 1 else WIDTH * 0.4, y + shake.uniform(-9, 9), scale)
            for n in range(wide)
        ]
        way: list[Point] = [(place.x, place.y + 14 * scale) for place in here]
        bridge = Place(water, y + 18 * scale, scale)
        bridges.append(bridge)
        way = sorted([*way, (bridge.x, bridge.y)])
        if row % 2:
            here.reverse()
            way.reverse()
        places += here
        road += way
        if row + 1 < len(rows):
            edge = WIDTH - 22 if row % 2 == 0 else 22
            road.append((edge, (y + heights[row + 1][0]) / 2 + 6))
    road += _home_stretch(road[-1], len(rows))
    far = (WIDTH * 0.62, _HORIZON + 44)
    water = [(x, y + 8) for x, (y, _) in zip(crossings, heights, strict=True)] or _WILD
    if len(water) == 1:
        water.append((water[0][0] - 130, 400))
    river = [far, *reversed(water)]
    return Land(tuple(places), tuple(road), (*river, (river[-1][0] - 70, HEIGHT + 40)), tuple(bridges))


def _crossings(rows: Sequence[int]) -> list[float]:
    """Return per row, front first, where the river passes between two places."""
    found: list[float] = []
    before = WIDTH * 0.62
    for row in reversed(range(len(rows))):
        wide = rows[row]
        cell = (WIDTH - 2 * _EDGE) / wide
        wish = before + (190 if (len(rows) - row) % 2 == 0 else -190)
        gaps = [_EDGE + n * cell for n in range(1, wide)] or [WIDTH * 0.72]
        before = min(gaps, key=lambda x: abs(x - wish))
        found.append(before)
    return found[::-1]


def _home_stretch(last: Point, rows: int) -> list[Point]:
    """Return the road from the last place to the hills, on its own side of the river."""
    if not rows:
        return [(WIDTH * 0.3, 730), (WIDTH * 0.5, 560), (WIDTH * 0.3, 380), (WIDTH * 0.42, _HORIZON + 44)]
    right = last[0] > WIDTH / 2
    edge = WIDTH - 50 if right else 50
    middle = (last[1] + _HORIZON) / 2
    end = 815 if right else 640
    return [(edge, middle + 34), (end + (65 if right else -100), _HORIZON + 66), (end, _HORIZON + 50)]


def scene(land: Land, kinds: Sequence[str], marks: Sequence[str], words: str) -> Markup:
    """Return the drawing; ``marks`` are the classes of each place, ``words`` describe the picture."""
    parts = [_sky(), _hills(), _river(land), _road(land), _bridges(land), _trees(land)]
    order = sorted(range(len(land.places)), key=lambda n: land.places[n].y)
    for n in order:
        place = land.places[n]
        ground = Sketch(place.x, place.y, place.scale, seed=n + 1)
        ground.blob("glow", 0, -44, 122, 86)
        ground.blob("grass", 0, 0, 98, 17)
        ground.blob("ring", 0, 1, 104, 20)
        drawn = Sketch(place.x, place.y, place.scale, seed=n + 40)
        DRAWINGS[kinds[n]](drawn)
        house = el("g", drawn.markup(), class_="house")
        parts.append(el("g", ground.markup(), house, class_=f"lot {marks[n]}".strip()))
    parts.append(_foreground())
    return el(
        "svg",
        *parts,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=words,
        focusable="false",
        class_="land",
    )


def _sky() -> Markup:
    s = Sketch(seed=3)
    s.box("sky", -5, -5, WIDTH + 10, _HORIZON + 90)
    s.blob("sunrise", 940, 128, 170)
    s.blob("sunrise", 940, 128, 116)
    s.blob("sun", 940, 128, 58)
    for x, y, size in ((170, 62, 0.9), (480, 44, 0.7), (700, 78, 0.5), (1110, 58, 0.8)):
        s.blob("cloud", x, y, 62 * size, 17 * size)
        s.blob("cloud", x - 24 * size, y - 12 * size, 26 * size, 18 * size)
        s.blob("cloud", x + 18 * size, y - 15 * size, 32 * size, 22 * size)
    for x, y in ((60, 40), (300, 100), (380, 28), (590, 96), (620, 24), (790, 40), (1010, 22), (1160, 110)):
        s.blob("star", x, y, 2.4)
    for x, y in ((300, 74), (332, 60), (356, 80)):
        s.line("stroke thin", x - 11, y - 5, x, y, x + 11, y - 5)
    return s.markup()


def _hills() -> Markup:
    s = Sketch(seed=5)
    rim: list[Point] = [(-60, 200), (90, 122), (260, 158), (430, 104), (640, 160), (830, 122), (1010, 156)]
    rim.append((1260, 104))
    s.smooth("hill3", [*rim, (1300, 420), (-100, 420)], closed=True)
    rim = [(-60, 186), (150, 178), (330, 144), (560, 184), (790, 166), (980, 140), (1260, 186)]
    s.smooth("hill2", [*rim, (1300, 480), (-100, 480)], closed=True)
    _far_village(s)
    rim = [(-60, 212), (180, 196), (420, 212), (700, 190), (940, 206), (1260, 190)]
    s.smooth("meadow", [*rim, (1320, HEIGHT + 160), (-120, HEIGHT + 160)], closed=True)
    s.smooth(
        "meadow2",
        [
            (-80, 470),
            (260, 404),
            (620, 452),
            (900, 410),
            (1290, 470),
            (1290, 640),
            (700, 590),
            (300, 640),
            (-80, 590),
        ],
        closed=True,
    )
    s.smooth(
        "meadow3", [(-80, 720), (300, 660), (720, 716), (1280, 650), (1300, 1000), (-90, 1000)], closed=True
    )
    for left, top in ((70, 236), (1010, 226)):
        for n in range(6):
            x = left + n * 26
            s.line("furrow", x, top, x - 22 + n * 4, top + 54)
    return s.markup()


def _far_village(s: Sketch) -> None:
    far = Sketch(330, 158, 0.42, seed=8)
    far.box("brick line", -10, -70, 20, 70)
    far.poly("roof2 line", -14, -70, 0, -118, 14, -70)
    for x, roof in ((-74, "roof"), (-42, "roof2"), (18, "roof"), (52, "roof")):
        far.box("wall line", x, -30, 32, 30)
        far.poly(f"{roof} line", x - 4, -30, x + 16, -50, x + 36, -30)
    mill = Sketch(600, 184, 0.55, seed=9)
    mill.poly("brick line", -18, 0, -11, -62, 11, -62, 18, 0)
    mill.poly("roof2 line", -13, -62, 0, -80, 13, -62)
    for x, y in ((-44, -96), (44, -38), (-34, -24), (34, -110)):
        mill.line("stroke", 0, -66, x, y)
    s.adopt(far)
    s.adopt(mill)


def _banks(river: Sequence[Point], width: float) -> list[Point]:
    """Return the outline of a river that grows from a thread to ``width`` towards the front."""
    low, high = river[0][1], river[-1][1]
    half = [width * (0.09 + 0.91 * ((y - low) / (high - low)) ** 1.15) / 2 for _, y in river]
    left = [(x - wide, y) for (x, y), wide in zip(river, half, strict=True)]
    right = [(x + wide, y) for (x, y), wide in zip(river, half, strict=True)]
    return [*left, *right[::-1]]


def _river(land: Land) -> Markup:
    s = Sketch(seed=11)
    s.smooth("bank", _banks(land.river, 132), closed=True)
    s.smooth("river", _banks(land.river, 108), closed=True)
    middles = [((x0 + x1) / 2, (y0 + y1) / 2) for (x0, y0), (x1, y1) in pairwise(land.river[1:])]
    for x, y in middles:
        s.line("ripple", x - 16, y - 8, x - 2, y - 11, x + 12, y - 8)
    signs = [(place.x, place.y + 58) for place in land.places] or [(0.0, 0.0)]
    x, y = max(middles, key=lambda middle: min(math.dist(middle, sign) for sign in signs))
    boat = Sketch(x + 4, y - 26, 0.8, seed=12)
    boat.poly("roof line", -30, -8, 30, -8, 20, 8, -20, 8)
    boat.line("stroke", 0, -8, 0, -58)
    boat.poly("wall line", 4, -54, 30, -14, 4, -14)
    s.adopt(boat)
    return s.markup()


def _road(land: Land) -> Markup:
    s = Sketch(seed=13)
    way = _sampled(land.road)
    s.shape("verge", _beside(way, 42))
    s.shape("road", _beside(way, 35))
    s.smooth("track", land.road)
    return s.markup()


def _sampled(points: Sequence[Point]) -> list[Point]:
    """Return many points along the smooth curve through ``points``."""
    found: list[Point] = []
    for n in range(len(points) - 1):
        p0, p1, p2, p3 = points[max(0, n - 1)], points[n], points[n + 1], points[min(n + 2, len(points) - 1)]
        for step in range(10):
            u = step / 10
            found.append((_along(p0[0], p1[0], p2[0], p3[0], u), _along(p0[1], p1[1], p2[1], p3[1], u)))
    return [*found, points[-1]]


def _along(a: float, b: float, c: float, d: float, u: float) -> float:
    """Return where the Catmull-Rom curve from ``b`` to ``c`` is at ``u``, 0..1."""
    return b + u * ((c - a) + u * ((2 * a - 5 * b + 4 * c - d) + u * (3 * (b - c) + d - a))) / 2


def _beside(way: Sequence[Point], width: float) -> list[Point]:
    """Return the outline of a road along ``way``, ``width`` wide in front and narrow in the distance."""
    left: list[Point] = []
    right: list[Point] = []
    for n, (x, y) in enumerate(way):
        (x0, y0), (x1, y1) = way[max(0, n - 1)], way[min(n + 1, len(way) - 1)]
        long = math.hypot(x1 - x0, y1 - y0) or 1.0
        depth = max(0.0, (y - _HORIZON - 40) / (HEIGHT - _HORIZON))
        half = width * (0.12 + 0.88 * depth**0.6) / 2
        across = ((y0 - y1) / long * half, (x1 - x0) / long * half)
        left.append((x + across[0], y + across[1]))
        right.append((x - across[0], y - across[1]))
    return [*left, *right[::-1]]


def _bridges(land: Land) -> Markup:
    s = Sketch(seed=17)
    for bridge in land.bridges:
        wide = 34 + 46 * (bridge.y / HEIGHT)
        b = Sketch(bridge.x, bridge.y, 1, seed=18)
        b.smooth("deck", [(-wide, 6), (0, -7), (wide, 6)])
        b.smooth("rail", [(-wide, -12), (0, -25), (wide, -12)])
        for x in (-wide * 0.8, -wide * 0.4, 0, wide * 0.4, wide * 0.8):
            b.line("stroke", x, 2 - 8 * (1 - abs(x) / wide), x, -12 - 12 * (1 - abs(x) / wide))
        s.adopt(b)
    return s.markup()


def _trees(land: Land) -> Markup:
    """Return trees where nothing else is: not on the road, in the water, under a sign or before a place."""
    s, dice = Sketch(seed=19), Random(7)
    taken = [(p.x, p.y - 20, 165.0 * p.scale) for p in land.places]
    taken += [(p.x, p.y + 88, 165.0) for p in land.places]
    taken += [(x, y, 62.0) for x, y in _between(land.road)] + [(x, y, 84.0) for x, y in _between(land.river)]
    grown: list[tuple[float, float, float]] = []
    for _ in range(420):
        x, y = dice.uniform(20, WIDTH - 20), dice.uniform(_HORIZON + 70, HEIGHT - 20)
        size = 0.35 + 0.75 * (y - _HORIZON) / (HEIGHT - _HORIZON)
        if any(abs(x - a) < r and abs(y - b) < r * 0.55 for a, b, r in taken):
            continue
        taken.append((x, y, 46 * size + 8))
        grown.append((y, x, size))
        if len(grown) >= 34:
            break
    for n, (y, x, size) in enumerate(sorted(grown)):
        one = Sketch(x, y, 1, seed=n)
        if n % 5 == 3:
            _sheep(one, size)
        else:
            tree(one, size, "leaf2" if n % 3 == 1 else "leaf")
        s.adopt(one)
    return s.markup()


def _between(points: Sequence[Point]) -> list[Point]:
    """Return ``points`` with two more between each pair."""
    found: list[Point] = []
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        found += [(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part) for part in (0, 0.25, 0.5, 0.75)]
    return [*found, points[-1]]


def _sheep(s: Sketch, size: float) -> None:
    for x in (-8, 8):
        s.line("stroke", x * size, 0, x * size, -8 * size)
    s.blob("wall line", 0, -14 * size, 15 * size, 10 * size, bumps=7)
    s.blob("dark", 17 * size, -18 * size, 6 * size, 5 * size)


def _foreground() -> Markup:
    s, dice = Sketch(seed=23), Random(23)
    for n in range(26):
        x, y = 16 + n * 46 + dice.uniform(-12, 12), HEIGHT - dice.uniform(4, 30)
        s.line("blade", x - 6, y - 16, x, y, x + 5, y - 19)
        if n % 2:
            s.blob(("gold", "red", "wall", "plum")[n // 2 % 4], x + 5, y - 21, 4.2)
    return s.markup()
