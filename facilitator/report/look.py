"""The look of the report: sheet, grid, names of colours, and type.

A colour is a name here; what it is on paper the house style says (``style.py``).
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.report.fonts import BOLD, ITALIC, REGULAR


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper and its margins, in points."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def room(self) -> tuple[float, float]:
        """Return width and height between the margins."""
        return self.width - 2 * self.side, self.height - self.top - self.bottom


A4 = Sheet(595.28, 841.89, 60, 74, 64)
PAGE_WIDTH, PAGE_HEIGHT = A4.width, A4.height
LEFT, TOP, BOTTOM = A4.side, A4.top, A4.bottom
WIDTH, HEIGHT = A4.room

PAGE, SURFACE, LINE = "page", "surface", "line"
INK, QUIET = "ink", "quiet"
PRIMARY, ON_PRIMARY = "primary", "on_primary"
FIELD, ON_FIELD = "field", "on_field"
SOFT_ON_FIELD, LABEL_ON_FIELD = "soft_on_field", "label_on_field"
TINT, SCRIBBLE, BEFORE = "tint", "scribble", "before"
AGAINST, GAP_IN_BAR = "against", "gap_in_bar"
SHADOW_WIDE, SHADOW_NARROW = "shadow_wide", "shadow_narrow"
SHADES = (SURFACE, TINT, "shade_2", "shade_3", "shade_4")
"""Grounds from nothing said to most said; ink is readable on each."""
NOTE_KINDS = ("experience", "worry", "need", "strength", "wish", "idea", "quote")
KIND_COLOURS = {kind: f"note_{kind}" for kind in NOTE_KINDS}
NOTE_OTHER = "note_quote"


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
