from __future__ import annotations

import json
from typing import Any

import pytest

from facilitator import paths
from facilitator.report import svg


def drawing(body: str, head: str = 'viewBox="0 0 10 10"') -> svg.Drawing:
    return svg.read(f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{body}</svg>')


def test_every_shipped_portrait_is_read() -> None:
    raw: dict[str, Any] = json.loads(paths.example().read_text(encoding="utf-8"))
    drawings = [svg.portrait(persona["portrait"]) for persona in raw["personas"]]
    assert len(drawings) == 10
    assert all(found and len(found.shapes) > 4 for found in drawings)


@pytest.mark.parametrize(
    "path", sorted((paths.resources() / "personas").rglob("*.svg")), ids=lambda path: path.stem
)
def test_every_portrait_file_is_read(path: Any) -> None:
    assert svg.portrait(path.read_text(encoding="utf-8")) is not None


def test_commands_become_absolute() -> None:
    (shape,) = drawing('<path d="m1 1 h2 v2 l-1,1 z m5 5L8-1"/>').shapes
    assert shape.segments == (
        ("M", (1, 1)),
        ("L", (3, 1)),
        ("L", (3, 3)),
        ("L", (2, 4)),
        ("Z", ()),
        ("M", (6, 6)),
        ("L", (8, -1)),
    )


def test_smooth_curves_mirror_the_handle_before() -> None:
    (shape,) = drawing('<path d="M0 0 C0 1 1 2 2 2 S4 3 4 4 s1 1 2 2"/>').shapes
    assert shape.segments[2] == ("C", (3, 2, 4, 3, 4, 4))
    assert shape.segments[3] == ("C", (4, 5, 5, 5, 6, 6))


def test_a_quadratic_curve_becomes_a_cubic_one() -> None:
    (shape,) = drawing('<path d="M0 0 Q3 3 6 0"/>').shapes
    assert shape.segments[1] == ("C", pytest.approx((2, 2, 4, 2, 6, 0)))


def test_transforms_apply_from_the_outside_in() -> None:
    (shape,) = drawing(
        '<g transform="translate(10 20)"><rect transform="scale(2)" width="1" height="1"/></g>'
    ).shapes
    assert shape.segments[2] == ("L", (12, 22))
    (turned,) = drawing('<path transform="rotate(90 1 1)" d="M2 1"/>').shapes
    assert turned.segments[0][1] == pytest.approx((1, 2))


def test_colours_and_opacity_go_down_to_the_shapes() -> None:
    (shape,) = drawing('<g fill="#abc" opacity=".5"><circle r="2" stroke="black" opacity="0.5"/></g>').shapes
    assert (shape.fill, shape.stroke, shape.opacity) == ("#aabbcc", "#000000", 0.25)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no svg",
        "<html/>",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>',
        '<svg viewBox="0 0 1 1"><script/></svg>',
        '<svg viewBox="0 0 1 1"><image href="file:///etc/passwd"/></svg>',
        '<svg viewBox="0 0 1 1"><path d="M0 0 A1 1 0 0 0 2 2"/></svg>',
        '<svg viewBox="0 0 1 1"><path d="M0"/></svg>',
        '<svg viewBox="0 0 1 1"><rect fill="url(#x)" width="1" height="1"/></svg>',
        '<svg viewBox="0 0 1 1"><g transform="matrix(1 0 0 1 0 0)"/></svg>',
        '<svg viewBox="0 0 0 0"/>',
        '<svg viewBox="0 0 1 1"><circle r="1e99"/></svg>',
        "<svg viewBox='0 0 1 1'>" + "<g>" * 40 + "</g>" * 40 + "</svg>",
    ],
)
def test_anything_else_is_refused_whole(text: str) -> None:
    assert svg.portrait(text) is None
