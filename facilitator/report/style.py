"""House style as data: what the names of colours are on paper, how round corners are, where a logo stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from reportlab.lib.colors import HexColor

from facilitator.domain.choices import DEFAULT_STYLE
from facilitator.domain.errors import UserError
from facilitator.report.look import (
    AGAINST,
    BEFORE,
    FIELD,
    GAP_IN_BAR,
    INK,
    KIND_COLOURS,
    LABEL_ON_FIELD,
    LINE,
    ON_FIELD,
    ON_PRIMARY,
    PAGE,
    PRIMARY,
    QUIET,
    SCRIBBLE,
    SHADES,
    SHADOW_NARROW,
    SHADOW_WIDE,
    SOFT_ON_FIELD,
    SURFACE,
    TINT,
)

_T = TypeVar("_T")
FOLDER = Path("themes") / "report"
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""

LOGO_PLACES = ("right", "left", "none")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_NAMES = (
    *(PAGE, SURFACE, LINE, INK, QUIET, PRIMARY, ON_PRIMARY, TINT),
    *(FIELD, ON_FIELD, SOFT_ON_FIELD, LABEL_ON_FIELD),
    *(SCRIBBLE, BEFORE, AGAINST, GAP_IN_BAR, SHADOW_WIDE, SHADOW_NARROW, *SHADES[2:]),
    *KIND_COLOURS.values(),
)
_WORDS_ON = (
    *((INK, ground) for ground in (PAGE, *SHADES, *KIND_COLOURS.values())),
    *((PRIMARY, ground) for ground in (PAGE, SURFACE, TINT, *KIND_COLOURS.values())),
    *((QUIET, ground) for ground in (PAGE, SURFACE, TINT)),
    (ON_PRIMARY, PRIMARY),
    *((words, FIELD) for words in (ON_FIELD, SOFT_ON_FIELD, LABEL_ON_FIELD)),
)


@dataclass(frozen=True, slots=True)
class Style:
    """One house style.

    Attributes:
        colours: Name -> ``#RRGGBB``.
        roundness: What corner radii are multiplied by, 0.0..2.0.
        logo: One of ``LOGO_PLACES``, at the top of the first page.
        grey: Draw pictures without colour.
    """

    id: str
    names: dict[str, str]
    colours: dict[str, str]
    roundness: float
    logo: str
    grey: bool
    _inks: dict[str, object] = field(default_factory=dict[str, object], compare=False)

    def ink(self, colour: str) -> object:
        """Return the colour a name stands for; ``#RRGGBB`` stands for itself."""
        found = self._inks.get(colour)
        if found is None:
            value = self.colours.get(colour, colour)
            if self.grey and colour not in self.colours:
                value = _without_colour(value)
            found = self._inks[colour] = cast("Any", HexColor)(value)
        return found


UNCOLOURED = Style("", {}, dict.fromkeys(_NAMES, "#000000"), 1.0, "none", False)
"""Everything black: for drawings of shapes alone."""


def style_ids(resources: Path) -> list[str]:
    """Return the names of the house styles there are, the default first."""
    found = sorted(path.stem for path in (resources / FOLDER).glob("*.toml"))
    return sorted(found, key=lambda name: name != DEFAULT_STYLE)


@lru_cache(maxsize=16)
def load_style(resources: Path, name: str) -> Style:
    """Read and check one house style.

    Raises:
        UserError: ``report.style_missing`` with ``name`` and ``allowed``; ``report.style_bad`` with ``path``,
            ``line`` and ``reason``; ``report.style_contrast`` with ``path``, ``line``, ``words``, ``ground``
            and ``ratio``.
    """
    allowed = style_ids(resources)
    if name not in allowed:
        raise UserError("report.style_missing", name=name, allowed=", ".join(allowed))
    return read_style(resources / FOLDER / f"{name}.toml")


def read_style(path: Path) -> Style:
    """Read and check the house style in ``path``; raises as ``load_style``."""
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except (OSError, ValueError) as fault:
        raise UserError("report.style_bad", path=str(path), line=_line_in(fault), reason=str(fault)) from None
    source = _Source(path, text.splitlines())
    given = source.table(raw, "colours")
    colours = {name: source.colour(given, name) for name in _NAMES}
    for key in given.keys() - set(_NAMES):
        raise source.bad(key, f"unknown colour {key}")
    names = {language: str(words) for language, words in source.table(raw, "name").items()}
    style = Style(
        id=path.stem,
        names=names,
        colours=colours,
        roundness=source.number(raw, "roundness", 0.0, 2.0),
        logo=source.choice(raw, "logo", LOGO_PLACES),
        grey=source.choice(raw, "grey", (True, False)),
    )
    _check_contrast(style, source)
    return style


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours ``#RRGGBB``, 1.0..21.0 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _check_contrast(style: Style, source: _Source) -> None:
    for words, ground in _WORDS_ON:
        ratio = contrast(style.colours[words], style.colours[ground])
        if ratio < LEAST_CONTRAST:
            raise UserError(
                "report.style_contrast",
                path=str(source.path),
                line=source.line_of(ground),
                words=words,
                ground=ground,
                ratio=f"{ratio:.1f}",
            )


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a style was read from, to say what is wrong where."""

    path: Path
    lines: list[str]

    def line_of(self, key: str) -> int:
        """Return the line on which ``key`` is set, 1 when nowhere."""
        wanted = re.compile(rf"\s*\[?{re.escape(key)}\b")
        return next((number for number, line in enumerate(self.lines, 1) if wanted.match(line)), 1)

    def bad(self, key: str, reason: str) -> UserError:
        """Return the refusal of ``key``."""
        return UserError("report.style_bad", path=str(self.path), line=self.line_of(key), reason=reason)

    def table(self, raw: dict[str, Any], key: str) -> dict[str, Any]:
        """Return a table of the file."""
        if not isinstance(raw.get(key), dict):
            raise self.bad(key, f"[{key}] is missing")
        return cast("dict[str, Any]", raw[key])

    def colour(self, given: dict[str, Any], name: str) -> str:
        """Return a colour as ``#RRGGBB``."""
        value = given.get(name)
        if not isinstance(value, str) or not _HEX.fullmatch(value):
            raise self.bad(name, f"{name} must be #RRGGBB")
        return value

    def number(self, raw: dict[str, Any], key: str, least: float, most: float) -> float:
        """Return a number within bounds."""
        value = raw.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise self.bad(key, f"{key} must be {least}..{most}")
        return float(value)

    def choice(self, raw: dict[str, Any], key: str, allowed: tuple[_T, ...]) -> _T:
        """Return one of the values that are allowed."""
        value = raw.get(key)
        for one in allowed:
            if type(value) is type(one) and value == one:
                return one
        raise self.bad(key, f"{key} must be one of {', '.join(map(str, allowed))}")


def _line_in(fault: Exception) -> int:
    found = re.search(r"line (\d+)", str(fault))
    return int(found[1]) if found else 1


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _without_colour(value: str) -> str:
    """Return the grey that is as light as ``value``."""
    light = _luminance(value)
    grey = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(grey * 255):02X}" + f"{round(grey * 255):02X}" * 2
