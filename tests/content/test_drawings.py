"""Drawings of others: what is drawn safely comes in, whatever else is in the file stays out."""

from __future__ import annotations

import pytest

from facilitator.content.drawings import SIZE_LIMIT, check_drawing
from facilitator.domain.errors import UserError

_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
BOX = 'viewBox="0 0 40 20">'


def svg(inside: str, box: str = BOX) -> bytes:
    return f"{_OPEN}{box}{inside}</svg>".encode()


def test_a_drawing_of_a_drawing_program_comes_in_without_what_is_not_drawn() -> None:
    content = (
        b'<?xml version="1.0" encoding="utf-8"?>\n'
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    ) + svg(
        '<title>Logo</title><metadata><x:y xmlns:x="urn:x" secret="1"/></metadata><!-- wie -->'
        "<defs><style><![CDATA[.a{fill:url(#g);}]]></style>"
        '<linearGradient id="f"><stop offset="0" stop-color="red"/></linearGradient>'
        '<linearGradient id="g" xlink:href="#f"/></defs>'
        '<g clip-path="none"><path class="a" d="M0 0h40v20A1 1 0 0 1 0 20z"/></g>'
    )
    text, shape = check_drawing(content)
    assert shape == 2.0
    assert "secret" not in text
    assert "wie" not in text
    assert 'xlink:href="#f"' in text
    assert text.startswith("<svg ")
    assert check_drawing(text.encode())[1] == 2.0


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="file:///etc/passwd"/>',
        '<image xlink:href="data:image/png;base64,AAAA"/>',
        "<foreignObject/>",
        "<text>Woord</text>",
        '<use xlink:href="#a"/>',
        "<filter id='f'/>",
        "<pattern id='p'/>",
        "<animate/>",
        '<rect onclick="x()"/>',
        '<rect fill="url(http://example.org/x)"/>',
        "<rect style=\"fill: url( 'http://example.org/x')\"/>",
        "<style>@import 'http://example.org/x';</style>",
        "<style>.a{f\\69ll:red}</style>",
        '<path stroke-dasharray="0.001" d="M0 0h9"/>',
        '<path style="stroke-dasharray:0.001" d="M0 0h9"/>',
        '<g clip-path="url(#c)"/>',
        '<linearGradient xlink:href="http://example.org/x"/>',
        '<linearGradient id="a" xlink:href="#b"/><linearGradient id="b" xlink:href="#a"/>',
        "<g>" * 60 + "</g>" * 60,
        "<rect/>" * 6000,
        '<svg viewBox="0 0 1 1"><rect/></svg>',
        f'<path d="M{"1 2.5-3e1.5 " * 3000}"/>',
        f'<polyline stroke="red" points="{"1 2 " * 700}"/>',
        f'<g style="stroke: #000"><path d="M{"1 2 " * 700}"/></g>',
    ],
)
def test_what_runs_asks_or_never_ends_is_refused(inside: str) -> None:
    with pytest.raises(UserError) as caught:
        check_drawing(svg(inside))
    assert caught.value.code == "drawing.refused"
    assert caught.value.details["reason"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen beeld",
        b"\xff\xfe<\x00",
        b"<html/>",
        b"<svg/>",
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("&b;"),
        b'<?xml-stylesheet href="http://example.org/x"?>' + svg("<rect/>"),
        svg("<rect/>", ">"),
        svg("<rect/>", 'viewBox="0 0 0 20">'),
        svg("<rect/>", 'viewBox="0 0 nan 20">'),
        svg("<rect/>", 'viewBox="0 0 4000 1">'),
        svg("<rect/>", 'width="100%" height="20">'),
        svg(" " * SIZE_LIMIT),
    ],
)
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(UserError) as caught:
        check_drawing(content)
    assert caught.value.code == "drawing.refused"


def test_a_logo_of_many_curves_comes_in_when_it_draws_no_lines() -> None:
    assert check_drawing(svg(f'<path style="stroke:none" stroke="none" d="M{"1 2 " * 3000}z"/>'))[1] == 2.0


def test_sizes_say_the_shape_when_there_is_no_box() -> None:
    assert check_drawing(svg("<rect/>", 'width="30mm" height="10mm">'))[1] == 3.0
