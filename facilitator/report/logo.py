"""A logo on the first page: only pixels that were decoded here, never what else a file carries."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from facilitator.report.blocks import Block
from facilitator.report.lines import Setter
from facilitator.report.pen import Pen
from facilitator.report.tags import Node

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
SIDE = 1200
"""Pixels of the longest side that are kept: enough for print."""

WIDE, TALL = 150.0, 46.0
"""Points a logo may take."""


def cleaned_logo(content: bytes) -> bytes:
    """Return a PNG or JPEG drawn anew as PNG on white, at most ``SIDE`` pixels a side.

    Raises:
        ValueError: When it is no picture of these, or too large.
    """
    if len(content) > MOST_BYTES:
        raise ValueError("too large")
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise ValueError("too large")
            picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as fault:
        raise ValueError(str(fault)) from None
    picture.thumbnail((SIDE, SIDE))
    # No see-through parts: lasting files would need them told apart.
    paper = Image.new("RGB", picture.size, "#FFFFFF")
    paper.paste(picture, mask=picture.getchannel("A"))
    out = BytesIO()
    paper.save(out, "PNG")
    return out.getvalue()


class Logo(Block):
    """A logo where the house style wants it; without ``alt``, what it shows, it is decoration."""

    keep = True

    def __init__(self, content: bytes, alt: str) -> None:
        self._image: Any = cast("Any", ImageReader)(BytesIO(content))
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
