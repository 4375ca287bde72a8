"""Heads, grounds and labels of areas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from facilitator.ui.board.area_paint import AreaPainter, Label, drawn_at
from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.context import Context
from tests.helpers.ui import make_context
from tests.ui.board.boards import colours

LONG = "Begrepen worden in je eigen taal, ook aan de balie en aan de telefoon " * 3


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


class Sheet:
    def __init__(self, context: Context, width: int = 400, height: int = 120) -> None:
        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        self.image.fill(context.theme.surface)
        self.painter = QPainter(self.image)
        self.areas = AreaPainter(context.theme)

    def inks(self, rect: QRect) -> set[str]:
        return colours(self.image, rect)


def test_a_head_tells_title_count_and_mix_and_stays_in_its_box(qtbot: QtBot, context: Context) -> None:
    sheet = Sheet(context)
    face = AreaFace(LONG, "12 notities", "Fatima 6 · Mieke 2 · Youssef 1 · " * 4)
    sheet.areas.head(sheet.painter, QRectF(20, 10, 200, 56), face, goal=False)
    sheet.painter.end()
    surface = context.theme.surface.name()
    assert len(sheet.inks(QRect(20, 10, 200, 28))) > 1
    assert len(sheet.inks(QRect(20, 40, 80, 26))) > 1
    assert len(sheet.inks(QRect(110, 40, 110, 26))) > 1
    assert sheet.inks(QRect(222, 0, 170, 120)) == {surface}
    assert sheet.inks(QRect(0, 70, 400, 50)) == {surface}


def test_a_goal_has_its_number_in_a_disc_and_a_kind_its_letter_on_paper(
    qtbot: QtBot, context: Context
) -> None:
    sheet = Sheet(context)
    sheet.areas.head(sheet.painter, QRectF(10, 0, 300, 56), AreaFace("Doel", letter="2"), goal=True)
    sheet.areas.head(
        sheet.painter, QRectF(10, 60, 300, 56), AreaFace("Zorg", letter="Z", paper="worry"), goal=False
    )
    sheet.painter.end()
    assert context.theme.primary.name() in sheet.inks(QRect(10, 0, 40, 56))
    assert context.theme.note("worry").name() in sheet.inks(QRect(10, 60, 40, 56))


def test_what_is_no_insight_has_a_broken_edge(qtbot: QtBot, context: Context) -> None:
    def edge(kind: str) -> set[str]:
        sheet = Sheet(context)
        sheet.image.fill(context.theme.page)
        sheet.areas.area(sheet.painter, QRectF(10, 10, 300, 90), kind, sheet.image.rect())
        sheet.painter.end()
        return {sheet.image.pixelColor(x, 10).name() for x in range(40, 280)}

    assert len(edge("insight")) == 1
    assert len(edge("tray")) > 1
    assert edge("tray") == edge("parked")


def test_a_label_takes_a_second_line_only_when_it_needs_and_may(qtbot: QtBot, context: Context) -> None:
    areas = AreaPainter(context.theme)
    short = areas.label_size(Label("a", "Kort", 120))
    one, two = (areas.label_size(Label("a", LONG, 120, lines=n)) for n in (1, 2))
    assert short.width() < 80
    assert short.height() == one.height() < two.height()
    assert one.width() == two.width() == 120
    assert areas.label_size(Label("a", "Kort", 120, lines=2)) == short
    sheet = Sheet(context, 200, 60)
    areas.label(sheet.painter, two, Label("a", LONG, 120, lines=2))
    sheet.painter.end()
    assert len(sheet.inks(QRect(4, 20, 110, 18))) > 3
    assert sheet.inks(QRect(122, 0, 70, 60)) == {context.theme.surface.name()}


def test_titles_are_drawn_as_they_were_typed(qtbot: QtBot, context: Context) -> None:
    sheet = Sheet(context)
    ink = QColor("#ff0000")
    sheet.areas.words(sheet.painter, QRectF(0, 0, 300, 30), "<b>&amp;</b>\nregel", context.theme.font(), ink)
    sheet.painter.end()
    assert any(
        QColor(name).red() > 240 and QColor(name).green() < 90 for name in sheet.inks(QRect(70, 0, 60, 30))
    )


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_frame_is_seen_in_every_theme(qtbot: QtBot, theme: str) -> None:
    context = make_context(theme=theme)
    sheet = Sheet(context)
    sheet.image.fill(context.theme.page)
    sheet.areas.frame(sheet.painter, QRectF(10, 10, 300, 90), sheet.image.rect(), loose=False)
    sheet.areas.empty(sheet.painter, QRectF(20, 20, 200, 70), "Nog geen notities")
    sheet.areas.ring(sheet.painter, QRectF(230, 20, 60, 60), active=True)
    sheet.areas.here(sheet.painter, QRectF(230, 20, 60, 60))
    sheet.painter.end()
    assert context.theme.primary.name() in sheet.inks(QRect(150, 8, 20, 6))
    assert context.theme.primary.name() in sheet.inks(QRect(226, 40, 8, 20))
    assert len(sheet.inks(QRect(60, 40, 120, 30))) > 3


def test_places_are_whole_pixels() -> None:
    assert drawn_at(QPointF(1.6, 2.4), QSizeF(10.5, 3.2)) == QRectF(2, 2, 10, 3)
