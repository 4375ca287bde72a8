"""The look of the report: page, grid, colours and type."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.report.fonts import BOLD, ITALIC, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, TOP, BOTTOM = 60.0, 74.0, 64.0
WIDTH = PAGE_WIDTH - 2 * LEFT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

PAGE = "#FAF7F2"
SURFACE = "#FFFFFF"
LINE = "#D9D3C7"
INK = "#1F2933"
QUIET = "#52606D"
PRIMARY = "#0F5C63"
ON_PRIMARY = "#FFFFFF"
TINT = "#E7EFEE"
AGAINST = "#EBA28E"
DANGER = "#A4262C"
GOOD = "#2B6B3F"
KIND_COLOURS = {
    "experience": "#FFE58A",
    "worry": "#FFC2B3",
    "need": "#BFE0F5",
    "strength": "#CBE8B8",
    "wish": "#DFD0F3",
    "idea": "#FFD6A8",
    "quote": "#FFFFFF",
}


@dataclass(frozen=True, slots=True)
class Type:
    """One text style; sizes in points."""

    size: float
    leading: float
    face: str = REGULAR
    colour: str = INK


BODY = Type(10, 15)
LEAD = Type(12.5, 18.5)
SMALL = Type(8.5, 12.2)
QUIET_SMALL = Type(8.5, 12.2, colour=QUIET)
BOLD_SMALL = Type(8.5, 12.2, BOLD)
LABEL = Type(8.5, 12, BOLD, PRIMARY)
CHAPTER = Type(27, 33, BOLD)
SECTION = Type(13.5, 18, BOLD)
SUBSECTION = Type(10.5, 15, BOLD)
ADVICE = Type(11, 16)
QUOTE = Type(10.5, 15)
TRACE = Type(8.5, 12.2, colour=PRIMARY)
ASIDE = Type(10, 15, ITALIC, QUIET)
NOTE = Type(9, 12.8)
TINY = Type(7.5, 10.5, colour=QUIET)
