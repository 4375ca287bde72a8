"""A logo on the first page: the one given for this report, else the one the dialogue keeps."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

from PIL import Image
from reportlab.lib.utils import ImageReader

from facilitator.report.blocks import Block
from facilitator.report.facts import Facts
from facilitator.report.lines import Setter
from facilitator.report.pen import Pen
from facilitator.report.pictures import decoded
from facilitator.report.tags import Node

SIDE = 1200
"""Pixels of the longest side that are kept: enough for print."""

WIDE, TALL = 150.0, 46.0
"""Points a logo may take."""


def cleaned_logo(content: bytes) -> bytes:
    """Return a PNG or JPEG drawn anew as PNG on white, at most ``SIDE`` pixels a side.

    Raises:
        ValueError: When it is no picture of these, or too large.
    """
    out = BytesIO()
    decoded(content, SIDE).save(out, "PNG")
    return out.getvalue()


def logo_of(facts: Facts) -> Logo | None:
    """Return the logo for a report; None without one, and when the kept one cannot be read."""
    data, kept = facts.data, facts.state.dialogue.logo
    if data.logo:
        return Logo(data.logo, data.logo_alt)
    pixels = facts.pictures.shared(kept, SIDE)
    return Logo(pixels, facts.pictures.told(kept)) if pixels is not None else None


class Logo(Block):
    """A logo where the house style wants it; without ``alt``, what it shows, it is decoration."""

    keep = True

    def __init__(self, picture: bytes | Image.Image, alt: str) -> None:
        source = BytesIO(picture) if isinstance(picture, bytes) else picture
        self._image: Any = cast("Any", ImageReader)(source)
        self._alt = alt
        self._size = (0.0, 0.0)
        self._node: Node | None = None

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.width = width
        wide, tall = self._image.getSize()
        scale = min(WIDE / wide, TALL / tall)
        self._size = wide * scale, tall * scale
        self.height = self._size[1]
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        place = pen.style.logo
        if place == "none":
            return
        wide, tall = self._size
        left = x if place == "left" else x + self.width - wide
        with pen.picture(self._node, left, y, wide, tall):
            pen.image(self._image, left, y, wide, tall)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        if self._alt:
            self._node = parent.add("Figure", alt=self._alt)
