"""A light pen for the landscape: shapes as SVG paths, a little uneven like a line drawn by hand.

Colours are classes (``c-roof``), so that the style sheet decides by day, by night and on paper.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from facilitator.report.plate_html import Markup, el

Point = tuple[float, float]


class Sketch:
    """Collects shapes drawn in the coordinates of one place: its foot in the middle is 0, 0, up is negative.

    The same shapes at the same place always come out the same.
    """

    def __init__(self, x: float = 0, y: float = 0, scale: float = 1, seed: int = 0) -> None:
        self._x, self._y, self._scale = x, y, scale
        self._random = Random(seed)
        self._parts: list[Markup] = []

    def markup(self) -> Markup:
        """Return everything drawn so far."""
        return Markup("".join(self._parts))

    def adopt(self, other: Sketch) -> None:
        """Take over everything drawn in ``other``."""
        self._parts += other._parts

    def poly(self, colour: str, *numbers: float, wobble: float = 1.4) -> None:
        """Draw a closed shape through the points ``x, y, x, y, ...``."""
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        words = [f"M{self._at(*points[0])}"]
        for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
            middle = ((x0 + x1) / 2 + self._shake(wobble), (y0 + y1) / 2 + self._shake(wobble))
            words.append(f"Q{self._at(*middle)} {self._at(x1, y1)}")
        self._add("".join(words) + "Z", colour)

    def box(self, colour: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle with its left upper corner at ``x, y``."""
        self.poly(colour, x, y, x + width, y, x + width, y + height, x, y + height)

    def blob(self, colour: str, x: float, y: float, rx: float, ry: float = 0, bumps: int = 0) -> None:
        """Draw an ellipse around ``x, y``, with ``bumps`` along the rim like a tree."""
        ry = ry or rx
        count = bumps or 8
        ring = [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in _angles(count)]
        words = [f"M{self._at(*ring[0])}"]
        out = 1.42 if bumps else 1.0 / math.cos(math.pi / count)
        for place, end in enumerate([*ring[1:], ring[0]]):
            angle = (place + 0.5) * math.tau / count
            far = out + self._shake(0.06)
            middle = (x + rx * far * math.cos(angle), y + ry * far * math.sin(angle))
            words.append(f"Q{self._at(*middle)} {self._at(*end)}")
        self._add("".join(words) + "Z", colour)

    def line(self, colour: str, *numbers: float) -> None:
        """Draw a line through the points ``x, y, x, y, ...``."""
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        words = [f"M{self._at(*points[0])}"]
        for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
            middle = ((x0 + x1) / 2 + self._shake(1.5), (y0 + y1) / 2 + self._shake(1.5))
            words.append(f"Q{self._at(*middle)} {self._at(x1, y1)}")
        self._add("".join(words), colour)

    def smooth(self, colour: str, points: Sequence[Point], closed: bool = False) -> None:
        """Draw a flowing line, or a shape, through ``points``."""
        self._add(flowing([(self._x + x, self._y + y) for x, y in points], closed), colour)

    def shape(self, colour: str, points: Sequence[Point]) -> None:
        """Draw a shape with straight sides through ``points``, without a tremble."""
        corners = "L".join(f"{self._x + x:.1f} {self._y + y:.1f}" for x, y in points)
        self._add(f"M{corners}Z", colour)

    def _at(self, x: float, y: float) -> str:
        return f"{self._x + x * self._scale:.1f} {self._y + y * self._scale:.1f}"

    def _shake(self, most: float) -> float:
        return (self._random.random() * 2 - 1) * most

    def _add(self, d: str, colour: str) -> None:
        self._parts.append(el("path", class_=" ".join(f"c-{name}" for name in colour.split()), d=d))


def _angles(count: int) -> list[float]:
    return [place * math.tau / count for place in range(count)]


def flowing(points: Sequence[Point], closed: bool = False) -> str:
    """Return path data of a smooth curve through ``points``."""
    count = len(points)
    ends = count if closed else count - 1
    words = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for place in range(ends):
        p0 = points[place - 1] if closed or place else points[0]
        p1, p2 = points[place], points[(place + 1) % count]
        p3 = points[(place + 2) % count] if closed or place + 2 < count else p2
        a = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        b = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        words.append(f"C{a[0]:.1f} {a[1]:.1f} {b[0]:.1f} {b[1]:.1f} {p2[0]:.1f} {p2[1]:.1f}")
    return "".join(words) + ("Z" if closed else "")
