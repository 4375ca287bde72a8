from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, cast

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from facilitator.report.fonts import BOLD, REGULAR
from facilitator.report.lines import Span
from facilitator.report.look import BODY, PAGE_HEIGHT, PAGE_WIDTH
from facilitator.report.pen import Pen
from tests.report.builders import setter

FACE = '<svg viewBox="0 0 10 10"><rect width="10" height="10" fill="#FF0000"/></svg>'


def page(draw: Callable[[Pen], None]) -> pypdfium2.PdfPage:
    words = setter()
    canvas = cast("Any", Canvas)(BytesIO(), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), initialFontName=REGULAR)
    draw(Pen(canvas, words, {}))
    canvas.showPage()
    return pypdfium2.PdfDocument(canvas.getpdfdata())[0]


def colour_at(sheet: pypdfium2.PdfPage, x: int, y: int) -> tuple[int, ...]:
    image = sheet.render(scale=1, rev_byteorder=True)
    start = y * image.stride + x * image.n_channels
    return tuple(bytes(image.buffer)[start : start + 3])


def test_y_runs_down_from_the_top() -> None:
    sheet = page(lambda pen: pen.rect(100, 50, 20, 10, "#0000FF"))
    assert colour_at(sheet, 110, 55) == (0, 0, 255)
    assert colour_at(sheet, 110, 65) == (255, 255, 255)


@pytest.mark.parametrize(("align", "left"), [("left", 300), ("center", 290), ("right", 279)])
def test_words_stand_where_asked(align: str, left: float) -> None:
    sheet = page(lambda pen: pen.text("zorg", 300, 100, BODY, align))
    box = sheet.get_textpage().get_charbox(0)
    assert box[0] == pytest.approx(left, abs=2)
    assert PAGE_HEIGHT - 115 < box[1] < PAGE_HEIGHT - 100


def test_lines_follow_each_other_down() -> None:
    lines = setter().break_lines([Span("een\ntwee", BOLD)], 10, 100)
    text = page(lambda pen: pen.lines(lines, 60, 60, BODY)).get_textpage()
    assert text.get_text_range() == "een \r\ntwee"
    assert text.get_charbox(0)[1] - text.get_charbox(6)[1] == pytest.approx(BODY.leading, abs=1)


def test_a_portrait_is_drawn_inside_its_circle() -> None:
    sheet = page(lambda pen: pen.portrait(FACE, "Truus", 100, 100, 60))
    assert colour_at(sheet, 130, 130) == (255, 0, 0)
    assert colour_at(sheet, 102, 102) == (255, 255, 255)


@pytest.mark.parametrize(("name", "initials"), [("Truus", "T"), ("Tante Annie De Bruin", "TA"), ("", "?")])
def test_without_a_readable_portrait_there_are_initials(name: str, initials: str) -> None:
    sheet = page(lambda pen: pen.portrait("<svg><script/></svg>", name, 100, 100, 60))
    assert sheet.get_textpage().get_text_range() == initials


def test_turning_ends_with_its_block() -> None:
    def draw(pen: Pen) -> None:
        with pen.turned(100, 100, 45):
            pen.rect(300, 300, 5, 5, "#00FF00")
        pen.rect(200, 200, 10, 10, "#0000FF")

    sheet = page(draw)
    assert colour_at(sheet, 205, 205) == (0, 0, 255)
    assert colour_at(sheet, 302, 302) == (255, 255, 255)
