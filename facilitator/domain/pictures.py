"""A picture on its way to a note: bytes made anew, and how large they may be."""

from __future__ import annotations

from dataclasses import dataclass

PIXEL_LIMIT = 40_000_000
"""Pixels a picture may have to be read at all."""
LONG_SIDE = 1_600
"""Pixels of the longer side of a picture as it is kept."""
TEXT_LIMIT = 4 * 1024 * 1024
"""Characters of base64 a kept picture may have."""


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a picture file, made anew by whoever read the original.

    Attributes:
        format: ``png`` or ``jpeg``.
        width, height: In pixels.
        description: What is seen, for those who cannot see it.
    """

    data: bytes
    format: str
    width: int
    height: int
    description: str = ""
