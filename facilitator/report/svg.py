"""Portraits: a small, strict reader of the SVG the personas are drawn in, and a painter onto the page.

Read are ``svg g circle ellipse rect path`` with fill, stroke, stroke-width, opacity and transform.
Anything else makes ``read`` refuse the whole drawing, so that a half portrait is never printed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

Matrix = tuple[float, float, float, float, float, float]
Segment = tuple[str, tuple[float, ...]]

LIMIT = 200_000
"""Longest SVG text that is read, in characters."""

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PATH_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[^\s,]")
_TRANSFORM = re.compile(r"\s*(translate|rotate|scale)\s*\(([^()]*)\)[\s,]*")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NAMED = {"black": "#000000", "white": "#FFFFFF"}
_IGNORED = {"title", "desc", "metadata", "defs"}
_CURVE = 4 * (math.sqrt(2) - 1) / 3
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}


class Unreadable(ValueError):
    """The drawing holds something outside the subset."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline in the coordinates of the drawing; colours are ``#RRGGBB`` or None."""

    segments: tuple[Segment, ...]
    fill: str | None
    stroke: str | None
    stroke_width: float
    opacity: float
    round_caps: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A portrait: its view box and shapes, back to front."""

    left: float
    top: float
    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class _Style:
    fill: str | None = "#000000"
    stroke: str | None = None
    stroke_width: float = 1.0
    opacity: float = 1.0
    round_caps: bool = False
    matrix: Matrix = _IDENTITY


@lru_cache(maxsize=256)
def portrait(text: str) -> Drawing | None:
    """Return the drawing in ``text``, or None when it is empty or not readable."""
    try:
        return read(text) if text.strip() else None
    except Unreadable:
        return None


def read(text: str) -> Drawing:
    """Read SVG ``text``.

    Raises:
        Unreadable: when anything lies outside the subset.
    """
    if len(text) > LIMIT or "<!" in text.replace("<!--", ""):
        raise Unreadable("too long, or a document type")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as fault:
        raise Unreadable(str(fault)) from None
    if _tag(root) != "svg":
        raise Unreadable("no svg")
    box = _numbers(root.get("viewBox", "")) or [
        0.0,
        0.0,
        _length(root, "width", 100),
        _length(root, "height", 100),
    ]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        raise Unreadable("view box")
    return Drawing(box[0], box[1], box[2], box[3], tuple(_shapes(root, _Style(), 0)))


def _shapes(node: ElementTree.Element, style: _Style, depth: int) -> Iterator[Shape]:
    if depth > 20:
        raise Unreadable("too deep")
    style = _styled(node, style)
    tag = _tag(node)
    if tag in ("svg", "g"):
        for child in node:
            yield from _shapes(child, style, depth + 1)
    elif tag not in _IGNORED:
        outline = _OUTLINES.get(tag)
        if outline is None:
            raise Unreadable(tag)
        segments = tuple((op, _moved(points, style.matrix)) for op, points in outline(node))
        a, b, c, d, _, _ = style.matrix
        scale = math.sqrt(abs(a * d - b * c))
        yield Shape(
            segments, style.fill, style.stroke, style.stroke_width * scale, style.opacity, style.round_caps
        )


def _tag(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _styled(node: ElementTree.Element, above: _Style) -> _Style:
    if node.get("style") or node.get("class") or node.get("clip-path") or node.get("mask"):
        raise Unreadable("style sheet or clipping")
    opacity = _length(node, "opacity", 1) * (
        _length(node, "fill-opacity", 1) if node.get("fill-opacity") else 1
    )
    return _Style(
        _colour(node.get("fill"), above.fill),
        _colour(node.get("stroke"), above.stroke),
        _length(node, "stroke-width", above.stroke_width),
        above.opacity * max(0.0, min(1.0, opacity)),
        (node.get("stroke-linecap") or ("round" if above.round_caps else "")) == "round",
        _transform(node.get("transform", ""), above.matrix),
    )


def _colour(value: str | None, above: str | None) -> str | None:
    value = (value or "").strip()
    if not value or value == "inherit":
        return above
    if value in ("none", "transparent"):
        return None
    value = _NAMED.get(value.lower(), value)
    if not _COLOUR.fullmatch(value):
        raise Unreadable(f"colour {value}")
    return value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])


def _length(node: ElementTree.Element, name: str, default: float) -> float:
    value = node.get(name)
    if value is None:
        return default
    match = re.fullmatch(rf"({_NUMBER.pattern})(px|%)?", value.strip())
    if match is None or abs(float(match[1])) > 1e6:
        raise Unreadable(f"{name} {value}")
    return float(match[1]) / (100 if match[2] == "%" else 1)


def _numbers(text: str) -> list[float]:
    values = [float(number) for number in _NUMBER.findall(text)]
    if any(abs(value) > 1e6 for value in values):
        raise Unreadable("number too large")
    return values


def _transform(text: str, matrix: Matrix) -> Matrix:
    place = 0
    while place < len(text.rstrip()):
        match = _TRANSFORM.match(text, place)
        if match is None:
            raise Unreadable("transform")
        matrix = _times(matrix, _step(match[1], _numbers(match[2])))
        place = match.end()
    return matrix


def _step(name: str, n: list[float]) -> Matrix:
    if name == "translate" and len(n) in (1, 2):
        return (1, 0, 0, 1, n[0], n[1] if len(n) == 2 else 0)
    if name == "scale" and len(n) in (1, 2):
        return (n[0], 0, 0, n[-1], 0, 0)
    if name == "rotate" and len(n) in (1, 3):
        cos, sin = math.cos(math.radians(n[0])), math.sin(math.radians(n[0]))
        x, y = (n[1], n[2]) if len(n) == 3 else (0.0, 0.0)
        return (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
    raise Unreadable("transform")


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    )


def _moved(points: tuple[float, ...], m: Matrix) -> tuple[float, ...]:
    pairs = zip(points[::2], points[1::2], strict=True)
    return tuple(
        value for x, y in pairs for value in (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
    )


def _round(x: float, y: float, rx: float, ry: float) -> list[Segment]:
    kx, ky = rx * _CURVE, ry * _CURVE
    return [
        ("M", (x + rx, y)),
        ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        ("Z", ()),
    ]


def _circle(node: ElementTree.Element) -> list[Segment]:
    r = _length(node, "r", 0)
    return _round(_length(node, "cx", 0), _length(node, "cy", 0), r, r)


def _ellipse(node: ElementTree.Element) -> list[Segment]:
    return _round(*(_length(node, name, 0) for name in ("cx", "cy", "rx", "ry")))


def _rect(node: ElementTree.Element) -> list[Segment]:
    x, y, w, h = (_length(node, name, 0) for name in ("x", "y", "width", "height"))
    rx = _length(node, "rx", _length(node, "ry", 0))
    ry = min(_length(node, "ry", rx), h / 2)
    rx = min(rx, w / 2)
    if rx <= 0 or ry <= 0:
        return [("M", (x, y)), ("L", (x + w, y)), ("L", (x + w, y + h)), ("L", (x, y + h)), ("Z", ())]
    kx, ky = rx * (1 - _CURVE), ry * (1 - _CURVE)
    return [
        ("M", (x + rx, y)),
        ("L", (x + w - rx, y)),
        ("C", (x + w - kx, y, x + w, y + ky, x + w, y + ry)),
        ("L", (x + w, y + h - ry)),
        ("C", (x + w, y + h - ky, x + w - kx, y + h, x + w - rx, y + h)),
        ("L", (x + rx, y + h)),
        ("C", (x + kx, y + h, x, y + h - ky, x, y + h - ry)),
        ("L", (x, y + ry)),
        ("C", (x, y + ky, x + kx, y, x + rx, y)),
        ("Z", ()),
    ]


def _path(node: ElementTree.Element) -> list[Segment]:
    tokens = _PATH_TOKEN.findall(node.get("d", ""))
    walker = _Walker()
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].upper() in _ARGUMENTS:
            command, place = tokens[place], place + 1
        elif not command or command in "Zz":
            raise Unreadable("path")
        count = _ARGUMENTS[command.upper()]
        arguments = tokens[place : place + count]
        if len(arguments) < count or not all(_NUMBER.fullmatch(argument) for argument in arguments):
            raise Unreadable("path")
        walker.step(command, _numbers(" ".join(arguments)))
        place += count
        command = {"M": "L", "m": "l"}.get(command, command)
    return walker.segments


class _Walker:
    """Turns path commands into absolute M, L, C and Z."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._x: float = 0.0
        self._y: float = 0.0
        self._start_x: float = 0.0
        self._start_y: float = 0.0
        self._control: tuple[str, float, float] = ("", 0.0, 0.0)

    def step(self, command: str, n: list[float]) -> None:
        """Take one command with its numbers."""
        name = command.upper()
        if command.islower():
            shift = {"H": (self._x,), "V": (self._y,)}.get(name, (self._x, self._y))
            n = [value + shift[place % len(shift)] for place, value in enumerate(n)]
        if name == "Z":
            self.segments.append(("Z", ()))
            self._x, self._y, self._control = self._start_x, self._start_y, ("", 0, 0)
            return
        if name in "HV":
            n = [n[0], self._y] if name == "H" else [self._x, n[0]]
        if name in "CSQT":
            self._curve(name, n)
        else:
            self.segments.append(("M" if name == "M" else "L", (n[0], n[1])))
            self._control = ("", 0, 0)
        self._x, self._y = n[-2], n[-1]
        if name == "M":
            self._start_x, self._start_y = self._x, self._y

    def _mirrored(self, kind: str) -> tuple[float, float]:
        last, x, y = self._control
        return (2 * self._x - x, 2 * self._y - y) if last == kind else (self._x, self._y)

    def _curve(self, name: str, n: list[float]) -> None:
        if name in "CS":
            first = (n[0], n[1]) if name == "C" else self._mirrored("C")
            second, end = (n[-4], n[-3]), (n[-2], n[-1])
            self._control = ("C", *second)
        else:
            middle = (n[0], n[1]) if name == "Q" else self._mirrored("Q")
            end = (n[-2], n[-1])
            first = (self._x + 2 / 3 * (middle[0] - self._x), self._y + 2 / 3 * (middle[1] - self._y))
            second = (end[0] + 2 / 3 * (middle[0] - end[0]), end[1] + 2 / 3 * (middle[1] - end[1]))
            self._control = ("Q", *middle)
        self.segments.append(("C", (*first, *second, *end)))


_OUTLINES = {"circle": _circle, "ellipse": _ellipse, "rect": _rect, "path": _path}
