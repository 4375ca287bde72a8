"""Drawing the text of a note: literal, in its own direction, cut only when it does not fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.context import Context
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.kit.note_paint import NotePainter, draw_text, is_right_to_left
from facilitator.ui.kit.theme import BODY, SMALL
from tests.helpers.ui import make_context


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


def painted(context: Context, text: str, width: int, height: int) -> tuple[QImage, bool]:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    cut = draw_text(painter, QRect(0, 0, width, height).toRectF(), text, context.theme.font(BODY))
    painter.end()
    return image, cut


def ink(image: QImage, columns: range) -> bool:
    return any(image.pixelColor(x, y).lightness() < 128 for x in columns for y in range(image.height()))


def test_only_text_that_does_not_fit_is_cut(qtbot: QtBot, context: Context) -> None:
    assert not painted(context, "kort", 200, 84)[1]
    assert not painted(context, "een\ntwee\ndrie\nvier", 200, 84)[1]
    assert painted(context, "een\ntwee\ndrie\nvier\nvijf", 200, 84)[1]
    assert painted(context, "heel veel woorden " * 30, 200, 84)[1]
    assert painted(context, "kort" + "\n" * 700, 200, 84)[1]


def test_markup_is_drawn_as_it_was_typed(qtbot: QtBot, context: Context) -> None:
    plain, _cut = painted(context, "<b>i</b>", 200, 30)
    alone, _cut = painted(context, "i", 200, 30)
    assert ink(plain, range(20, 60))
    assert not ink(alone, range(20, 60))


def test_arabic_stands_at_the_right(qtbot: QtBot, context: Context) -> None:
    image, _cut = painted(context, "مرحبا", 300, 40)
    assert ink(image, range(250, 300))
    assert not ink(image, range(100))
    assert is_right_to_left("123 مرحبا")
    assert not is_right_to_left("abc مرحبا")
    assert not is_right_to_left("123")


def test_a_note_with_several_insights_bears_a_mark(qtbot: QtBot, context: Context) -> None:
    def sheet(places: int) -> QImage:
        image = QImage(220, 160, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        face = NoteFace("tekst", "idea", "I", "Fatima", False, False, "tekst", places=places)
        box = QRect(10, 10, 200, 140).toRectF()
        NotePainter(context.theme).paper(painter, box, face, "", chosen=False, at=False, active=False)
        painter.end()
        return image

    assert sheet(0) == sheet(0)
    assert sheet(2) != sheet(0)


class Red:
    """A picture as a face holds it."""

    def pixmap(self, room: QSize, density: float) -> QPixmap:
        made = QPixmap(min(40, room.width()), min(30, room.height()))
        made.fill(QColor("#ff0000"))
        return made


def test_a_picture_hangs_above_the_text_and_colour_follows_the_paper(qtbot: QtBot, context: Context) -> None:
    image = QImage(220, 160, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    face = NoteFace("tekst", "idea", "I", "Fatima", False, False, "tekst", paper="need", picture=Red())
    box = QRect(10, 10, 200, 140).toRectF()
    NotePainter(context.theme).paper(painter, box, face, "", chosen=False, at=False, active=False)
    painter.end()
    assert image.pixelColor(30, 30) == QColor("#ff0000")
    assert image.pixelColor(100, 80) == context.theme.note("need")


def test_a_long_text_gets_smaller_letters_and_then_a_turned_corner(qtbot: QtBot, context: Context) -> None:
    def sheet(text: str) -> QImage:
        image = QImage(220, 148, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        face = NoteFace(text, "need", "B", "", False, False, text)
        box = QRect(10, 10, 200, 128).toRectF()
        NotePainter(context.theme).paper(painter, box, face, "", chosen=False, at=False, active=False)
        painter.end()
        return image

    paper = context.theme.note("need")
    for lines, turned in ((4, False), (6, True)):
        drawn = sheet("\n".join(["woord"] * lines))
        assert (drawn.pixelColor(204, 13) != paper) == turned
    font = context.theme.font(BODY)
    small = context.theme.font(SMALL)
    image = QImage(200, 90, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    text = "vijf regels van twintig letters " * 4
    assert draw_text(painter, QRect(0, 0, 170, 84).toRectF(), text, font)
    assert not draw_text(painter, QRect(0, 0, 200, 90).toRectF(), text, font, small)
    painter.end()
