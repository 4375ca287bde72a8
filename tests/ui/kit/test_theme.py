from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.domain.entities import KINDS
from facilitator.ui.kit.theme import FAMILY, THEMES, Theme, apply_theme, load_fonts, load_theme, palette


def luminance(colour: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = part(colour.redF()), part(colour.greenF()), part(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    for ground in (theme.page, theme.surface, theme.soft, theme.warning_ground, theme.danger_ground):
        assert contrast(theme.ink, ground) >= 7
    for ground in (theme.page, theme.surface):
        assert contrast(theme.quiet, ground) >= 4.5
        assert contrast(theme.danger, ground) >= 4.5
        assert contrast(theme.good, ground) >= 4.5
    assert contrast(theme.on_primary, theme.primary) >= 4.5
    assert contrast(theme.on_danger, theme.danger) >= 4.5


def test_every_note_can_be_read(theme: Theme) -> None:
    for kind in KINDS:
        assert contrast(theme.note_ink, theme.note(kind)) >= 7
        assert contrast(theme.note_quiet, theme.note(kind)) >= 4.5


def test_edges_of_fields_and_the_focus_ring_stand_out(theme: Theme) -> None:
    for ground in (theme.page, theme.surface):
        assert contrast(theme.edge, ground) >= 3
        assert contrast(theme.primary, ground) >= 3


@pytest.mark.parametrize("language", ["nl", "en"])
def test_kinds_differ_in_letter_as_well_as_colour(language: str) -> None:
    letters = {load_theme("light").kind_letter(kind, language) for kind in KINDS}
    assert len(letters) == len(KINDS)


def test_lengths_and_letters_grow_with_the_text() -> None:
    large = load_theme("light", 200)
    assert (large.px(13), large.gap(16)) == (26, 24)
    assert large.font(18, bold=True).pixelSize() == 36


@pytest.mark.parametrize(("asked", "given"), [(50, 1.0), (135, 1.35), (900, 2.0)])
def test_the_scale_stays_within_its_bounds(asked: int, given: float) -> None:
    assert load_theme("dark", asked).scale == given


def test_an_unknown_theme_is_the_light_one() -> None:
    assert load_theme("paars").name == "light"


def test_the_system_gives_light_or_dark(qapp: QApplication) -> None:
    assert load_theme("system").name in {"light", "dark"}


def test_the_bundled_family_is_loaded(qapp: QApplication) -> None:
    assert FAMILY in load_fonts(paths.resources() / "fonts")


def test_the_application_wears_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    theme = load_theme("dark", 150)
    apply_theme(qapp, theme)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.page
    assert qapp.font().pixelSize() == 22
    assert theme.primary.name() in qapp.styleSheet() or "rgba(91,184,191,255)" in qapp.styleSheet()
    assert palette(theme).color(QPalette.ColorRole.Highlight) == theme.primary
