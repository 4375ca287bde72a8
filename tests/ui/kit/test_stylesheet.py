from __future__ import annotations

import re
from pathlib import Path

from facilitator import paths
from facilitator.ui.kit.stylesheet import build_sheet
from facilitator.ui.kit.theme import THEMES, load_theme

COLOURS = dict.fromkeys(
    (name for name, value in vars(load_theme("light")).items() if hasattr(value, "lightness")), "#123456"
)


def test_every_place_marker_is_filled() -> None:
    sheet = build_sheet(COLOURS, 1.0, Path("/marks"))
    assert "$" not in sheet


def test_lengths_follow_the_scale() -> None:
    assert "min-height: 24px" in build_sheet(COLOURS, 1.0, Path("/m"))
    assert "min-height: 48px" in build_sheet(COLOURS, 2.0, Path("/m"))


def test_fonts_are_left_to_the_widgets() -> None:
    """A font in the sheet would overrule ``setFont``."""
    assert "font" not in build_sheet(COLOURS, 1.0, Path("/m"))


def test_every_mark_it_names_is_there_for_every_theme() -> None:
    for theme in THEMES:
        folder = paths.resources() / "themes" / theme
        named = re.findall(r'url\("([^"]+)"\)', build_sheet(COLOURS, 1.0, folder))
        assert named
        assert not [name for name in named if not Path(name).is_file()]
