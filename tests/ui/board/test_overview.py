"""The board from afar: squares painted once, anew only where something changed, and a map of it all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from facilitator.domain.board import Box
from facilitator.ui.board.overview import Overview, side_of
from facilitator.ui.board.viewport import Viewport

GROUND, CARD = QColor("#ffffff"), QColor("#ff0000")
BOARD = Box(0, 0, 20_000, 20_000)
RED = Box(10_000, 10_000, 4_000, 4_000)


class Painted:
    """An overview of a board with one red patch, and the boxes it was asked to paint."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.colour = CARD
        self.overview = Overview(self.paint, GROUND)
        self.overview.bounds = BOARD
        self.view = Viewport(1.0)
        self.view.resize(400, 400)
        self.view.zoom_about(0.02, 0, 0, 0.001)

    def paint(self, painter: QPainter, box: Box, scale: float) -> None:
        self.boxes.append(box)
        painter.fillRect(QRectF(*(value * scale for value in RED)), self.colour)

    def frame(self, *, moving: bool = False, patient: bool = True) -> QImage:
        image = QImage(400, 400, QImage.Format.Format_RGB32)
        image.fill(QColor("#000000"))
        painter = QPainter(image)
        self.overview.squares.patient = patient
        self.overview.squares.begin()
        self.overview.draw(painter, QRect(0, 0, 400, 400), self.view, 1.0, moving=moving)
        painter.end()
        return image


@pytest.fixture
def painted(qtbot: QtBot) -> Painted:
    return Painted()


def test_what_is_painted_lies_where_the_board_has_it(painted: Painted) -> None:
    image = painted.frame()
    inside, outside = painted.view.to_view(12_000, 12_000), painted.view.to_view(9_000, 12_000)
    assert image.pixelColor(*inside) == CARD
    assert image.pixelColor(*outside) == GROUND


def test_a_square_is_painted_once(painted: Painted) -> None:
    painted.frame()
    count = len(painted.boxes)
    assert count > 0
    painted.frame()
    assert len(painted.boxes) == count
    painted.view.pan(3, 3)
    painted.frame()
    assert len(painted.boxes) <= count + 16


def test_only_the_squares_of_a_change_are_painted_anew(painted: Painted) -> None:
    painted.frame()
    painted.boxes.clear()
    painted.colour = QColor("#00ff00")
    painted.overview.touch(Box(10_100, 10_100, 10, 10))
    image = painted.frame()
    assert 1 <= len(painted.boxes) <= 4
    assert all(box.meets(Box(10_100, 10_100, 10, 10)) for box in painted.boxes)
    assert image.pixelColor(*painted.view.to_view(10_150, 10_150)) == QColor("#00ff00")
    painted.boxes.clear()
    painted.overview.renew()
    painted.frame()
    assert len(painted.boxes) > 4
    painted.overview.forget()
    assert len(painted.overview.squares) == 0


def test_while_the_zoom_moves_squares_of_a_near_scale_are_used_again(painted: Painted) -> None:
    painted.frame(moving=True)
    count = len(painted.boxes)
    for step in range(1, 5):
        painted.view.zoom_about(0.02 * 1.01**step, 200, 200, 0.001)
        image = painted.frame(moving=True)
        assert image.pixelColor(*painted.view.to_view(12_000, 12_000)) == CARD
    assert len(painted.boxes) <= count + 20


def test_without_time_the_coarse_picture_of_the_whole_stands_in(painted: Painted) -> None:
    while painted.overview.build_base():
        pass
    assert not painted.overview.build_base()
    painted.overview.squares.seconds = -1.0
    painted.view.zoom_about(0.05, 0, 0, 0.001)
    painted.view.centre_on(12_000, 12_000)
    image = painted.frame(patient=False)
    assert painted.overview.squares.starved
    assert image.pixelColor(200, 200) == CARD


def test_the_map_shows_the_whole_board(painted: Painted) -> None:
    painted.overview.squares.patient = True
    painted.overview.build_base()
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painted.overview.draw_map(painter, QRectF(0, 0, 100, 100), BOARD)
    painter.end()
    assert image.pixelColor(60, 60) == CARD
    assert image.pixelColor(30, 60) == GROUND


@pytest.mark.parametrize("scale", [0.34, 0.1, 0.05, 0.02, 0.01])
def test_no_square_shows_more_than_can_be_painted_in_a_frame(scale: float) -> None:
    assert side_of(scale) in (256, 128, 64, 32)
    assert side_of(scale) / scale <= 6_400
