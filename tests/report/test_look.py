"""Every colour of words can be read on every ground it stands on (WCAG 2.2, 1.4.3: 4.5 to 1)."""

from __future__ import annotations

import pytest

from facilitator.report import look


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2 of ``#RRGGBB``."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = {
    "paper": look.SURFACE,
    "page": look.PAGE,
    "tint": look.TINT,
    **{kind: colour for kind, colour in look.KIND_COLOURS.items()},
}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", [look.INK, look.PRIMARY], ids=["ink", "primary"])
def test_words_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, GROUNDS[ground]) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "page", "tint"])
def test_quiet_words_can_be_read_where_they_stand(ground: str) -> None:
    assert contrast(look.QUIET, GROUNDS[ground]) >= 4.5


def test_words_on_the_field_of_colour_can_be_read() -> None:
    assert contrast(look.ON_PRIMARY, look.PRIMARY) >= 4.5
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
