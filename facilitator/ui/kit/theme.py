"""The look as data: colour tokens, the spacing and type scale, and the palette made from them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from facilitator import paths
from facilitator.ui.kit.stylesheet import build_sheet

THEMES = ("light", "dark", "contrast")
CHOICES = ("system", *THEMES)
SMALL, BODY, LEAD, TITLE, QUESTION, AUDIENCE = 13, 15, 18, 24, 32, 44
FAMILY = "Noto Sans"
FALLBACKS = ("Noto Sans Arabic", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Emoji")
SCALES = (100, 110, 125, 150, 175, 200)

_LETTERS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "experience": "E",
        "worry": "Z",
        "need": "B",
        "strength": "K",
        "wish": "W",
        "idea": "I",
        "quote": "C",
    },
    "en": {
        "experience": "E",
        "worry": "W",
        "need": "N",
        "strength": "S",
        "wish": "D",
        "idea": "I",
        "quote": "Q",
    },
}


@dataclass(frozen=True)
class Theme:
    """Everything a widget needs to look right; never changes, a new one is made instead.

    Attributes:
        name: One of ``THEMES``.
        scale: Text scale as a factor, 1.0..2.0.
        edge: Border of fields and boxes, at least 3:1 on page and surface.
        soft: Ground of what is chosen. ``track``: the empty part of a bar.
        against: Votes against, in bars.
    """

    name: str
    scale: float
    dark: bool
    page: QColor
    surface: QColor
    line: QColor
    edge: QColor
    ink: QColor
    quiet: QColor
    primary: QColor
    on_primary: QColor
    danger: QColor
    on_danger: QColor
    good: QColor
    soft: QColor
    track: QColor
    warning_ground: QColor
    danger_ground: QColor
    against: QColor
    shadow: QColor
    note_ink: QColor
    note_quiet: QColor
    notes: Mapping[str, QColor]

    @property
    def contrast(self) -> bool:
        """Tell whether this is the high-contrast theme."""
        return self.name == "contrast"

    def px(self, pixels: float) -> int:
        """Return a length at 100 % as pixels at this text scale."""
        return round(pixels * self.scale)

    def gap(self, pixels: int) -> int:
        """Return a space that grows half as fast as the text, so that pages still fit at 200 %."""
        return round(pixels * (1 + (self.scale - 1) / 2))

    def font(self, size: int = BODY, bold: bool = False) -> QFont:
        """Return the family at one of the six sizes, given at 100 %."""
        font = QFont([FAMILY, *FALLBACKS])
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    def note(self, kind: str) -> QColor:
        """Return the paper colour of a kind of note; white for an unknown kind."""
        return self.notes.get(kind, QColor("#FFFFFF"))

    def kind_letter(self, kind: str, language: str) -> str:
        """Return the letter that tells the kind apart without colour."""
        return _LETTERS.get(language, _LETTERS["nl"]).get(kind, kind[:1].upper())


def load_theme(name: str, text_scale: int = 100, folder: Path | None = None) -> Theme:
    """Return the theme ``name`` of ``CHOICES`` at ``text_scale`` percent (held within 100..200)."""
    chosen = system_theme() if name == "system" else name
    if chosen not in THEMES:
        chosen = THEMES[0]
    place = folder or paths.resources() / "themes"
    data = tomllib.loads((place / f"{chosen}.toml").read_text("utf-8"))
    colours = {key: QColor(value) for key, value in cast("dict[str, str]", data["colours"]).items()}
    notes = {key: QColor(value) for key, value in cast("dict[str, str]", data["notes"]).items()}
    scale = min(max(text_scale, SCALES[0]), SCALES[-1]) / 100
    return Theme(name=chosen, scale=scale, dark=bool(data["dark"]), notes=notes, **colours)


def system_theme() -> str:
    """Return the theme that fits what the operating system asks for."""
    if QGuiApplication.instance() is None:
        return "light"
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


@lru_cache(maxsize=1)
def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register the bundled fonts with Qt, once; return the families found."""
    families: list[str] = []
    for file in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.extend(QFontDatabase.applicationFontFamilies(number) if number >= 0 else [])
    return tuple(dict.fromkeys(families))


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of ``theme``, for everything the style sheet leaves alone."""
    role = QPalette.ColorRole
    made = QPalette()
    pairs = {
        role.Window: theme.page,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.page,
        role.Text: theme.ink,
        role.PlaceholderText: theme.quiet,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.page,
        role.Highlight: theme.primary,
        role.HighlightedText: theme.on_primary,
        role.Link: theme.primary,
        role.LinkVisited: theme.primary,
        role.Light: theme.surface,
        role.Midlight: theme.track,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Shadow: theme.ink,
        role.Accent: theme.primary,
    }
    for key, colour in pairs.items():
        made.setColor(key, colour)
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, theme.edge)
    return made


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: style, palette, font and style sheet."""
    load_fonts(paths.resources() / "fonts")
    # Below a style sheet the application no longer tells which style it has.
    if not app.property("wears_fusion"):
        app.setStyle("Fusion")
        app.setProperty("wears_fusion", True)
    app.setPalette(palette(theme))
    app.setFont(theme.font())
    colours = {key: _css(value) for key, value in vars(theme).items() if isinstance(value, QColor)}
    sheet = build_sheet(colours, theme.scale, paths.resources() / "themes" / theme.name)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"
