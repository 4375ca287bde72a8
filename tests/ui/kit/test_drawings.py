"""A logo from a file: pictures as they are, drawings as sharp pictures."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.ui.kit.drawings import SIDE, read_logo


def write(path: Path, inside: str, box: str = "0 0 40 20") -> Path:
    links = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    path.write_text(f'<svg {links} viewBox="{box}">{inside}</svg>', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("inside", "colour"),
    [
        ('<rect width="20" height="20" fill="#c01040"/>', (0xC0, 0x10, 0x40)),
        ('<style>.a{fill:#c01040}</style><rect class="a" width="20" height="20"/>', (0xC0, 0x10, 0x40)),
        (
            '<defs><linearGradient id="f"><stop stop-color="#c01040"/></linearGradient>'
            '<linearGradient id="g" xlink:href="#f"/></defs><rect fill="url(#g)" width="20" height="20"/>',
            (0xC0, 0x10, 0x40),
        ),
        ('<path fill="#c01040" d="M0 0H20V20A1 1 0 0 1 0 20z"/>', (0xC0, 0x10, 0x40)),
    ],
)
def test_a_drawing_is_drawn_sharp_and_its_ground_stays_open(
    qtbot: QtBot, tmp_path: Path, inside: str, colour: tuple[int, int, int]
) -> None:
    image = read_logo(write(tmp_path / "a.SVG", inside))
    assert (image.width, image.height, image.format) == (SIDE, SIDE // 2, "png")
    with Image.open(BytesIO(image.data)) as seen:
        pixels = seen.convert("RGBA")
    assert pixels.getpixel((300, 300)) == (*colour, 255)
    assert pixels.getpixel((900, 300))[3] == 0  # pyright: ignore[reportOptionalSubscript, reportIndexIssue]


def test_a_tall_drawing_is_as_high_as_a_wide_one_is_wide(qtbot: QtBot, tmp_path: Path) -> None:
    image = read_logo(write(tmp_path / "a.svg", "<rect width='1' height='9'/>", "0 0 10 40"))
    assert (image.width, image.height) == (SIDE // 4, SIDE)


def test_a_picture_is_read_as_a_picture(qtbot: QtBot, tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "#C01040").save(tmp_path / "logo.png")
    assert read_logo(tmp_path / "logo.png").width == 40


@pytest.mark.parametrize(("name", "code"), [("weg.svg", "picture.unreadable"), ("a.svg", "drawing.refused")])
def test_what_cannot_be_drawn_is_refused(qtbot: QtBot, tmp_path: Path, name: str, code: str) -> None:
    write(tmp_path / "a.svg", "<image href='file:///etc/passwd'/>")
    with pytest.raises(UserError) as caught:
        read_logo(tmp_path / name)
    assert caught.value.code == code
