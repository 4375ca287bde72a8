"""House styles: every colour of words can be read on every ground; what is wrong is told with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.report import look
from facilitator.report.render import render
from facilitator.report.style import contrast, load_style, read_style, style_ids
from tests.report.builders import RESOURCES, report_of, small_state

IDS = style_ids(RESOURCES)
CALM = (RESOURCES / "themes" / "report" / "calm.toml").read_text(encoding="utf-8")


def refused(tmp_path: Path, text: str) -> UserError:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_style(path)
    assert caught.value.details["path"] == str(path)
    return caught.value


def test_the_calm_one_comes_first_of_several() -> None:
    assert IDS[0] == "calm"
    assert {"contrast", "ink-saving"} <= set(IDS)


@pytest.mark.parametrize("name", IDS)
def test_words_can_be_read_on_every_ground(name: str) -> None:
    colours = load_style(RESOURCES, name).colours
    grounds = (look.PAGE, look.SURFACE, look.TINT, *look.KIND_COLOURS.values())
    for ground in grounds:
        assert contrast(colours[look.INK], colours[ground]) >= 4.5
        assert contrast(colours[look.PRIMARY], colours[ground]) >= 4.5
    for ground in look.SHADES:
        assert contrast(colours[look.INK], colours[ground]) >= 4.5
    assert contrast(colours[look.ON_PRIMARY], colours[look.PRIMARY]) >= 4.5
    for words in (look.ON_FIELD, look.SOFT_ON_FIELD, look.LABEL_ON_FIELD):
        assert contrast(colours[words], colours[look.FIELD]) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_words_that_cannot_be_read_are_refused_with_the_line(tmp_path: Path) -> None:
    text = CALM.replace('tint = "#E7EFEE"', 'tint = "#7A8A88"')
    error = refused(tmp_path, text)
    assert error.code == "report.style_contrast"
    assert text.splitlines()[int(str(error.details["line"])) - 1].startswith("tint")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('ink = "#1F2933"', 'ink = "navy"'),
        ("roundness = 1.0", "roundness = 9"),
        ('logo = "right"', 'logo = "centre"'),
        ("grey = false", "grey = 1"),
        ('line = "#D9D3C7"', 'line = "#D9D3C7"\nglow = "#FFFFFF"'),
        ("[colours]", "[colour"),
    ],
)
def test_what_is_wrong_is_refused_with_the_line(tmp_path: Path, old: str, new: str) -> None:
    text = CALM.replace(old, new)
    error = refused(tmp_path, text)
    assert error.code == "report.style_bad"
    assert text.splitlines()[int(str(error.details["line"])) - 1] in new


def test_a_style_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match=r"report\.style_missing"):
        load_style(RESOURCES, "../calm")


def test_the_same_dialogue_in_another_style_has_the_same_words_and_other_colours(tmp_path: Path) -> None:
    data = report_of(small_state())
    found = {render(data, tmp_path / "calm.pdf", RESOURCES).pages}
    for name in IDS[1:]:
        styled = replace(data, style=name)
        found.add(render(styled, tmp_path / f"{name}.pdf", RESOURCES).pages)
        assert (tmp_path / f"{name}.pdf").read_bytes() != (tmp_path / "calm.pdf").read_bytes()
    assert len(found) == 1
