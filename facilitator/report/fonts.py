"""The bundled typefaces: registering them, which one has a character, and a right way back to text."""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from facilitator.domain.errors import UserError

REGULAR = "Facilitator"
BOLD = "Facilitator-Bold"
ITALIC = "Facilitator-Italic"

_TEXT_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf", ITALIC: "NotoSans-Italic.ttf"}
_FALLBACK_FILES = {
    "Facilitator-Arabic": "NotoSansArabic-Regular.ttf",
    "Facilitator-Hebrew": "NotoSansHebrew-Regular.ttf",
    "Facilitator-Emoji": "NotoEmoji-Regular.ttf",
    "Facilitator-Symbols2": "NotoSansSymbols2-Regular.ttf",
    "Facilitator-Symbols": "NotoSansSymbols-Regular.ttf",
    "Facilitator-Ethiopic": "NotoSansEthiopic-Regular.ttf",
    "Facilitator-Math": "NotoSansMath-Regular.ttf",
}
# ReportLab reads settings from the user's home folder; what the report leans on is set here.
_SETTINGS = {
    "invariant": 1,
    "pageCompression": 1,
    "useA85": 0,
    "ttfAsciiReadable": 1,
    "autoGenerateMissingTTFName": 0,
    "warnOnMissingFontGlyphs": 0,
    "trustedHosts": (),
    "trustedSchemes": (),
    "canvas_baseColor": None,
    "debug": 0,
    "pdfComments": 0,
    "pdfMultiLine": 0,
    "decimalSymbol": ".",
    "reserveTTFNotdef": 1,
}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Fonts:
    """Which registered font draws which character.

    Attributes:
        text: Font name -> code points it has, for the three text faces.
        fallback: Fonts to try when the text face lacks a character, in order.
    """

    text: dict[str, frozenset[int]]
    fallback: tuple[tuple[str, frozenset[int]], ...]

    def pick(self, face: str, code: int) -> str | None:
        """Return the font that draws ``code`` in this face, or None when no font has it."""
        if code in self.text[face]:
            return face
        return next((name for name, codes in self.fallback if code in codes), None)


@lru_cache(maxsize=4)
def load(resources: Path) -> Fonts:
    """Register the fonts of ``resources/fonts`` and return what they can draw.

    Raises:
        UserError: ``report.font_missing`` with ``path``.
    """
    folder = resources / "fonts"
    with _lock:
        for name, value in _SETTINGS.items():
            setattr(rl_config, name, value)
        text = {name: _register(name, folder / file) for name, file in _TEXT_FILES.items()}
        extra = [(name, folder / file) for name, file in _FALLBACK_FILES.items()]
        fallback = tuple((name, _register(name, path)) for name, path in extra if path.is_file())
        return Fonts(text, fallback)


def _register(name: str, path: Path) -> frozenset[int]:
    try:
        font = cast("Any", ttfonts.TTFont(name, str(path)))
    except (OSError, ttfonts.TTFError):
        raise UserError("report.font_missing", path=str(path)) from None
    cast("Any", pdfmetrics).registerFont(font)
    return frozenset(cast("dict[int, int]", font.face.charToGlyph))


@lru_cache(maxsize=200_000)
def width_of(text: str, font: str) -> float:
    """Return the width of ``text`` at size 1."""
    return cast("float", cast("Any", pdfmetrics).stringWidth(text, font, 1))


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """Write the map from glyph back to text; ReportLab's own is wrong above U+FFFF.

    Arabic presentation forms go back to the plain letters they stand for, so that searching works.
    """
    rows: list[str] = []
    for index, code in enumerate(subset):
        if code:
            text = chr(code)
            if 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF:
                text = unicodedata.normalize("NFKC", text)
            rows.append(f"<{index:02X}> <{text.encode('utf-16-be').hex().upper()}>")
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{fontname} def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


cast("Any", ttfonts).makeToUnicodeCMap = _to_unicode
