from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.ui.kit.icons import icon, icon_names, pixmap


def inks(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_one_colour_and_leaves_ink(qtbot: QtBot, name: str) -> None:
    assert inks(pixmap(name, QColor("#a4262c"), 48).toImage()) == {"#a4262c"}


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn_on_the_same_grid(name: str) -> None:
    root = ElementTree.parse(paths.resources() / "icons" / f"{name}.svg").getroot()
    drawn = {key: root.get(key) for key in ("viewBox", "stroke", "stroke-width", "stroke-linecap")}
    assert drawn == {
        "viewBox": "0 0 24 24",
        "stroke": "currentColor",
        "stroke-width": "1.8",
        "stroke-linecap": "round",
    }


def test_no_icon_lies_unused(root: Path) -> None:
    code = "".join(path.read_text("utf-8") for path in (root / "facilitator" / "ui").rglob("*.py"))
    assert [name for name in icon_names() if f'"{name}"' not in code] == []


def test_an_icon_is_sharp_on_a_dense_screen(qtbot: QtBot) -> None:
    dense = pixmap("star", QColor("black"), 20, 2.0)
    assert (dense.width(), dense.devicePixelRatio()) == (40, 2.0)
    assert len(icon("star", QColor("black"), 20).availableSizes()) >= 1


def test_a_see_through_colour_stays_so(qtbot: QtBot) -> None:
    image = pixmap("star-filled", QColor(255, 0, 0, 100), 40).toImage()
    assert 80 <= image.pixelColor(20, 20).alpha() <= 120
