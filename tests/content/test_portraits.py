"""Portraits: plain shapes pass, everything that could act, fetch or hide is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.portraits import DEPTH_LIMIT, ELEMENT_LIMIT, SIZE_LIMIT, check_portrait
from facilitator.domain.errors import UserError
from tests.content.helpers import CIRCLE, RESOURCES, SVG

PORTRAITS = sorted((RESOURCES / "personas").glob("*/*.svg"))
PATH = '<path d="{}"/>'

HOSTILE = {
    "script": SVG.format("<script>alert(1)</script>"),
    "event": SVG.format('<circle r="1" onclick="x()"/>'),
    "link": SVG.format('<a href="file:///etc/passwd"><circle r="1"/></a>'),
    "picture": SVG.format('<image href="file:///etc/passwd" width="9" height="9"/>'),
    "xlink": SVG.format('<circle r="1" xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>'),
    "use": SVG.format('<use href="#a"/>'),
    "style": SVG.format("<style>*{fill:url(http://x)}</style>"),
    "style attribute": SVG.format('<circle r="1" style="fill:url(http://x)"/>'),
    "paint from elsewhere": SVG.format('<circle r="1" fill="url(http://x)"/>'),
    "text": SVG.format("<text>x</text>"),
    "loose text": SVG.format("x"),
    "foreign element": SVG.format('<circle xmlns="http://example.org" r="1"/>'),
    "drawing in a drawing": SVG.format(CIRCLE),
    "doctype": '<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + CIRCLE,
    "entity": '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"),
    "character reference": SVG.format('<circle r="&#49;"/>'),
    "hidden data": SVG.format("<![CDATA[x]]>"),
    "style sheet": '<?xml-stylesheet href="http://x"?>' + CIRCLE,
    "late declaration": CIRCLE.replace("><", "><?xml version='1.0'?><", 1),
    "second declaration": "<?xml version='1.0'?><?php x?>" + CIRCLE,
    "huge": CIRCLE + " " * SIZE_LIMIT,
    "many shapes": SVG.format('<circle r="1"/>' * ELEMENT_LIMIT),
    "deep": SVG.format("<g>" * DEPTH_LIMIT + "</g>" * DEPTH_LIMIT),
    "very deep": SVG.format("<g>" * 9000 + "</g>" * 9000),
    "slow to read": SVG.format('<g transform="scale(1)' + " " * 60_000 + 'x"/>'),
    "slow path": SVG.format(PATH.format("M" + " " * 60_000 + "x")),
    "not a drawing": "<html/>",
    "no namespace": CIRCLE.replace(' xmlns="http://www.w3.org/2000/svg"', ""),
    "not closed": CIRCLE[:-3],
    "empty": "",
    "nothing at all": "\0",
    "no view box": CIRCLE.replace(' viewBox="0 0 10 10"', ""),
    "view box of three": CIRCLE.replace("0 0 10 10", "0 0 10"),
    "endless number": SVG.format('<circle r="1e999"/>'),
    "no number": SVG.format('<circle r="nan"/>'),
    "foreign digits": SVG.format('<circle r="٣"/>'),
    "foreign digits in a path": SVG.format(PATH.format("M٣ ٣")),
    "percentage": SVG.format('<circle r="50%"/>'),
    "shearing": SVG.format('<g transform="skewX(3)"/>'),
    "arc": SVG.format(PATH.format("M0 0 A5 5 0 0 1 9 9")),
    "path from nowhere": SVG.format(PATH.format("L 1 1")),
    "path of numbers": SVG.format(PATH.format("1 2 3")),
    "path cut off": SVG.format(PATH.format("M0 0 C1 2 3")),
    "path with one number": SVG.format(PATH.format("M0")),
    "path with a big number": SVG.format(PATH.format("M0 123456")),
    "closing with numbers": SVG.format(PATH.format("M0 0 Z 5")),
}


@pytest.mark.parametrize("path", PORTRAITS, ids=lambda path: path.stem)
def test_every_shipped_portrait_passes(path: Path) -> None:
    svg = path.read_text("utf-8")
    assert check_portrait(svg) == svg.strip()
    assert 'viewBox="0 0 160 160"' in svg


def test_there_are_thirteen_different_portraits() -> None:
    assert len({path.read_text("utf-8") for path in PORTRAITS}) == 13


@pytest.mark.parametrize("svg", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_and_broken_drawings_are_refused(svg: str) -> None:
    with pytest.raises(UserError) as caught:
        check_portrait(svg)
    assert caught.value.code == "portrait.refused"
    assert caught.value.details["reason"]


@pytest.mark.parametrize(
    "svg",
    [
        '<?xml version="1.0" encoding="UTF-8"?>\n' + CIRCLE,
        SVG.format(
            '<g transform="translate(2 3) rotate(45,5,5) scale(1.5)"><rect width="4" height="4" rx="1"/></g>'
        ),
        SVG.format(PATH.format("M1-2.5l.5.5 3,4h5V6c1 2 3 4 5 6S1 2 3 4q1 2 3 4zm1 1 2 2")),
        SVG.format(
            '<ellipse rx="3" ry="2" fill="none" stroke="#ABC" stroke-width="1.5" stroke-linecap="round"/>'
        ),
    ],
    ids=["declaration", "transforms", "path", "stroke"],
)
def test_plain_drawings_pass_unchanged(svg: str) -> None:
    assert check_portrait(svg) == svg
