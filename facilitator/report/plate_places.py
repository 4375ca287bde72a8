"""The places in the landscape: twelve small drawings, and which goal gets which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.domain.text import fold
from facilitator.report.plate_sketch import Sketch
from facilitator.report.strings import Strings

Drawing = Callable[[Sketch], None]


def kinds_for(titles: Sequence[str], words: Strings) -> list[str]:
    """Return the kind of place per title: one whose words the title holds, else one still free."""
    chosen: list[str] = []
    for title in titles:
        free = [kind for kind in KINDS if kind not in chosen]
        found = [
            (at, kind) for kind in free if (at := _spoken(title, words.t(f"praatplaat.place.{kind}"))) >= 0
        ]
        chosen.append(min(found)[1] if found else "")
    left = [kind for kind in KINDS if kind not in chosen]
    for place, kind in enumerate(chosen):
        if not kind:
            chosen[place] = left.pop(0) if left else KINDS[place % len(KINDS)]
    return chosen


def _spoken(title: str, stems: str) -> int:
    text = f" {fold(title)}"
    return min((at for stem in stems.split() if (at := text.find(f" {fold(stem)}")) >= 0), default=-1)


def _person(s: Sketch, x: float, y: float, coat: str, size: float = 1.0) -> None:
    s.poly(
        f"{coat} line",
        x - 6 * size,
        y,
        x - 4 * size,
        y - 20 * size,
        x + 4 * size,
        y - 20 * size,
        x + 6 * size,
        y,
    )
    s.blob("skin line", x, y - 26 * size, 5.5 * size)


def _tree(s: Sketch, x: float, y: float, size: float = 1.0, leaf: str = "leaf") -> None:
    s.box("wood line", x - 3 * size, y - 26 * size, 6 * size, 26 * size)
    s.blob(f"{leaf} line", x, y - 42 * size, 19 * size, 21 * size, bumps=7)


def _house(s: Sketch, x: float, width: float, height: float, roof: str) -> None:
    s.box("wall line", x, -height, width, height)
    peak = height + width * 0.42
    s.poly(f"{roof} line", x - 7, -height, x + width / 2, -peak, x + width + 7, -height)


def _windows(s: Sketch, x: float, y: float, across: int, step: float, size: float = 11) -> None:
    for place in range(across):
        s.box("window line", x + place * step, y, size, size * 1.15)


def together(s: Sketch) -> None:
    """Draw a long table under a large tree, people around it."""
    s.box("wood line", -7, -62, 14, 58)
    s.blob("leaf line", 0, -88, 50, 36, bumps=9)
    s.blob("leaf2", -16, -98, 18, 12)
    for x, coat in ((-46, "roof"), (-24, "blue"), (22, "plum"), (46, "gold")):
        _person(s, x, -8, coat)
    s.poly("wood line", -58, -14, 58, -14, 62, -6, -62, -6)
    s.line("stroke", -46, -6, -48, 8)
    s.line("stroke", 46, -6, 48, 8)


def bus(s: Sketch) -> None:
    """Draw a bus at its stop."""
    s.box("gold line", -62, -52, 96, 42)
    s.poly("gold line", 34, -52, 46, -46, 50, -10, 34, -10)
    s.box("window line", -54, -45, 18, 16)
    s.box("window line", -31, -45, 18, 16)
    s.box("window line", -8, -45, 18, 16)
    s.box("wall line", 17, -45, 14, 35)
    s.poly("roof", -62, -25, 16, -25, 16, -20, -62, -20)
    for x in (-40, 30):
        s.blob("dark line", x, -8, 10)
        s.blob("wall", x, -8, 4)
    s.line("stroke", 66, 0, 66, -74)
    s.box("blue line", 55, -88, 23, 22)
    _person(s, 82, 0, "plum")


def ambulance(s: Sketch) -> None:
    """Draw the post for urgent help with its ambulance."""
    s.box("wall line", -66, -78, 74, 78)
    s.poly("roof line", -74, -78, -66, -96, 8, -96, 16, -78)
    s.box("dark line", -54, -48, 50, 48)
    s.poly(
        "red",
        -34,
        -90,
        -26,
        -90,
        -26,
        -86,
        -22,
        -86,
        -22,
        -80,
        -26,
        -80,
        -26,
        -78,
        -34,
        -78,
        -34,
        -80,
        -38,
        -80,
        -38,
        -86,
        -34,
        -86,
        wobble=0.4,
    )
    s.poly("wall line", -14, -42, 38, -42, 38, -30, 56, -28, 62, -8, -14, -8)
    s.poly("window line", 40, -38, 48, -38, 54, -27, 40, -27)
    s.poly("red", -14, -24, 58, -24, 59, -19, -14, -19, wobble=0.5)
    s.box("blue line", 20, -50, 12, 8)
    for x in (2, 44):
        s.blob("dark line", x, -7, 9)
        s.blob("wall", x, -7, 3.5)


def clinic(s: Sketch) -> None:
    """Draw a hospital of several floors."""
    s.box("wall line", -70, -62, 46, 62)
    s.box("wall line", 24, -74, 48, 74)
    s.box("cream line", -28, -112, 56, 112)
    s.poly("roof line", -34, -112, -28, -121, 28, -121, 34, -112)
    s.blob("wall line", 0, -94, 12)
    s.poly(
        "red",
        -3,
        -102,
        3,
        -102,
        3,
        -97,
        8,
        -97,
        8,
        -91,
        3,
        -91,
        3,
        -86,
        -3,
        -86,
        -3,
        -91,
        -8,
        -91,
        -8,
        -97,
        -3,
        -97,
        wobble=0.3,
    )
    for y in (-72, -52):
        _windows(s, -21, y, 3, 16)
    for y in (-52, -32):
        _windows(s, -64, y, 2, 18)
    for y in (-64, -44, -24):
        _windows(s, 32, y, 2, 18)
    s.box("blue line", -13, -27, 26, 27)
    s.line("stroke", 0, -27, 0, 0)


def school(s: Sketch) -> None:
    """Draw a school with a bell, people on their way in."""
    s.box("brick line", -68, -54, 136, 54)
    s.poly("roof line", -76, -54, -56, -82, 56, -82, 76, -54)
    s.box("brick line", -20, -98, 40, 98)
    s.poly("roof2 line", -26, -98, 0, -124, 26, -98)
    s.blob("wall line", 0, -84, 10)
    s.line("stroke", 0, -84, 0, -91)
    s.line("stroke", 0, -84, 5, -82)
    _windows(s, -60, -42, 2, 18, 13)
    _windows(s, 30, -42, 2, 18, 13)
    s.box("wood line", -11, -34, 22, 34)
    _person(s, -36, 6, "blue")
    _person(s, 34, 6, "gold", 0.9)


def garden(s: Sketch) -> None:
    """Draw a garden with beds, fruit trees and a greenhouse."""
    s.poly("soil", -78, 2, -60, -20, 70, -20, 82, 2)
    for x in (-52, -24, 4):
        for y in (-13, -4):
            s.blob("leaf2 line", x + y, y, 8, 6, bumps=5)
    _tree(s, -62, -18, 1.1)
    for x, y in ((-70, -66), (-54, -58), (-60, -76)):
        s.blob("red", x, y, 3.4)
    s.poly("glass line", 18, -16, 18, -48, 44, -68, 70, -48, 70, -16)
    for x in (31, 44, 57):
        s.line("stroke thin", x, -16, x, -57)
    s.line("stroke thin", 18, -48, 70, -48)
    _person(s, -14, -22, "roof")
    s.line("stroke", -6, -22, -6, -48)


def home(s: Sketch) -> None:
    """Draw two houses side by side and neighbours on a bench."""
    _house(s, -66, 62, 56, "roof")
    _house(s, 4, 58, 48, "roof2")
    s.box("brick line", -52, -96, 10, 20)
    s.box("blue line", -44, -30, 18, 30)
    _windows(s, -59, -48, 1, 0, 13)
    _windows(s, -22, -48, 1, 0, 13)
    s.box("wood line", 34, -30, 17, 30)
    _windows(s, 13, -38, 1, 0, 14)
    _person(s, -4, -4, "plum")
    _person(s, 10, -4, "gold", 0.92)
    s.poly("wood line", -18, -12, 24, -12, 26, -6, -20, -6)
    s.line("stroke", -14, -6, -14, 6)
    s.line("stroke", 20, -6, 20, 6)
    _tree(s, 78, 2, 0.8, "leaf2")


def lab(s: Sketch) -> None:
    """Draw a workshop of tomorrow with a wind turbine and a balloon."""
    s.poly("cream line", -60, 0, -60, -40, -30, -62, -30, -40, 0, -62, 0, -40, 30, -62, 30, 0)
    _windows(s, -52, -32, 4, 20, 13)
    s.poly("blue", -27, -42, -4, -58, -4, -52, -27, -36, wobble=0.4)
    s.poly("blue", 3, -42, 26, -58, 26, -52, 3, -36, wobble=0.4)
    s.poly("wall line", 53, 0, 56, -104, 60, -104, 63, 0)
    for x, y in ((58, -146), (94, -84), (22, -84)):
        s.poly("wall line", 55, -103, x - 3, y, x + 3, y + 1, 61, -103)
    s.blob("gold line", 58, -104, 5)
    s.blob("roof line", -52, -112, 21, 23)
    s.poly("gold", -57, -134, -47, -134, -46, -90, -58, -90)
    s.line("stroke thin", -66, -96, -57, -80)
    s.line("stroke thin", -38, -96, -47, -80)
    s.box("wood line", -58, -80, 12, 9)


def market(s: Sketch) -> None:
    """Draw market stalls with striped roofs."""
    for left, first in ((-72, "roof"), (6, "blue")):
        s.box("wood line", left + 4, -24, 58, 22)
        for x in (left + 5, left + 60):
            s.line("stroke", x, 0, x, -50)
        s.poly(f"{first} line", left - 4, -46, left + 8, -66, left + 58, -66, left + 70, -46)
        for x in (left + 12, left + 36):
            s.poly("wall", x, -47, x + 4, -65, x + 13, -65, x + 12, -47, wobble=0.5)
        for place, colour in enumerate(("red", "gold", "leaf", "plum")):
            s.blob(colour, left + 13 + place * 13, -27, 5.5)
    _person(s, -4, 6, "gold")


def farm(s: Sketch) -> None:
    """Draw a farmhouse with a low roof and a cow in front."""
    s.box("brick line", -62, -40, 100, 40)
    s.poly("thatch line", -74, -34, -46, -88, 22, -88, 50, -34)
    s.box("leaf line", -26, -34, 30, 34)
    _windows(s, -54, -30, 1, 0, 12)
    _windows(s, 16, -30, 1, 0, 12)
    s.poly("wall line", 44, -10, 44, -26, 74, -26, 82, -34, 88, -26, 80, -18, 76, -10)
    s.blob("dark", 58, -20, 6, 4)
    for x in (49, 71):
        s.line("stroke", x, -10, x, 2)


def library(s: Sketch) -> None:
    """Draw a reading house with columns and an open book above the door."""
    s.box("cream line", -60, -62, 120, 62)
    s.poly("roof2 line", -70, -62, 0, -98, 70, -62)
    s.poly("wall line", -18, -80, 0, -75, 18, -80, 18, -67, 0, -62, -18, -67)
    s.line("stroke", 0, -75, 0, -62)
    for x in (-48, -24, 16, 40):
        s.box("wall line", x, -56, 9, 56)
    s.box("wood line", -10, -38, 20, 38)
    s.poly("stone line", -68, 0, -64, -7, 64, -7, 68, 0)


def village(s: Sketch) -> None:
    """Draw a square with a church tower and houses."""
    s.box("brick line", -20, -84, 26, 84)
    s.poly("roof2 line", -26, -84, -7, -138, 12, -84)
    s.blob("wall line", -7, -68, 7)
    _house(s, -70, 42, 40, "roof")
    _house(s, 12, 52, 44, "roof")
    s.box("wood line", -16, -26, 17, 26)
    _windows(s, -62, -30, 1, 0, 12)
    s.box("blue line", -46, -24, 12, 24)
    _windows(s, 20, -34, 2, 20, 12)
    _tree(s, 78, 2, 0.75)


DRAWINGS: dict[str, Drawing] = {
    "together": together,
    "bus": bus,
    "ambulance": ambulance,
    "clinic": clinic,
    "school": school,
    "garden": garden,
    "home": home,
    "lab": lab,
    "village": village,
    "market": market,
    "farm": farm,
    "library": library,
}
KINDS = tuple(DRAWINGS)


def tree(s: Sketch, size: float, leaf: str) -> None:
    """Draw a tree that stands by itself."""
    _tree(s, 0, 0, size, leaf)
