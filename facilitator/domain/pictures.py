"""A picture on its way to a note: bytes made anew, and how large they may be."""

from __future__ import annotations

import struct
from collections.abc import Iterator
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


_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_PARTS = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"}
)
"""What makes the picture; texts, times, camera data and profiles are no part of it."""
_JPEG_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_JPEG_SCAN, _JPEG_END = 0xDA, 0xD9
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_TOLD = frozenset({0xE1, *range(0xE2, 0xEE), 0xEF, 0xFE})
"""Segments that tell about the picture: camera, place, profile, remarks; 0xE0, 0xEE say how it is coded."""


def told_size(raw: bytes) -> tuple[str, int, int] | None:
    """Return format, width and height as the head of a picture tells them; None when it is none."""
    if raw.startswith(_PNG):
        first = next(_png_parts(raw), None)
        if first is None or first[0] != b"IHDR" or len(first[1]) != 25:
            return None
        width, height = struct.unpack(">II", first[1][8:16])
        return ("png", width, height) if width and height else None
    if raw.startswith(_JPEG):
        for kind, part in _jpeg_parts(raw):
            if kind in _JPEG_SIZES and len(part) >= 9:
                height, width = struct.unpack(">HH", part[5:9])
                return ("jpeg", width, height) if width and height else None
    return None


def bare_picture(raw: bytes) -> bytes:
    """Return a PNG or JPEG without what is told about it; anything else, and a broken one, as nothing."""
    if raw.startswith(_PNG):
        parts = list(_png_parts(raw))
        if not parts or parts[-1][0] != b"IEND":
            return b""
        return _PNG + b"".join(part for name, part in parts if name in _PNG_PARTS)
    if raw.startswith(_JPEG):
        found = list(_jpeg_parts(raw))
        if not found or found[-1][0] != _JPEG_END:
            return b""
        return _JPEG + b"".join(part for kind, part in found if kind not in _JPEG_TOLD)
    return b""


def _png_parts(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give name and bytes of each chunk up to the last; what hangs behind it is not given."""
    at = len(_PNG)
    while at + 12 <= len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        end = at + 12 + length
        if end > len(raw):
            return
        name = raw[at + 4 : at + 8]
        yield name, raw[at:end]
        if name == b"IEND":
            return
        at = end


def _jpeg_parts(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Give kind and bytes of each segment, the coded picture with the one it follows, up to the end mark."""
    at = len(_JPEG)
    while at + 2 <= len(raw) and raw[at] == 0xFF:
        kind = raw[at + 1]
        if kind == 0xFF:
            at += 1
            continue
        if kind == _JPEG_END or kind in _JPEG_ALONE:
            end = at + 2
        elif at + 4 <= len(raw):
            end = at + 2 + struct.unpack(">H", raw[at + 2 : at + 4])[0]
        else:
            return
        if kind == _JPEG_SCAN:
            end = _scan_end(raw, end)
        if end > len(raw):
            return
        yield kind, raw[at:end]
        if kind == _JPEG_END:
            return
        at = end


def _scan_end(raw: bytes, at: int) -> int:
    """Return where the coded picture ends: at a mark that is neither a filled-in zero nor a restart."""
    while True:
        at = raw.find(b"\xff", at)
        if at < 0 or at + 1 >= len(raw):
            return len(raw)
        if raw[at + 1] == 0 or 0xD0 <= raw[at + 1] <= 0xD7:
            at += 2
        else:
            return at
