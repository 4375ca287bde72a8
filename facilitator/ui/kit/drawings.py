"""A logo from a file: a picture of dots, or a drawing made into one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from facilitator import paths
from facilitator.content.drawings import SIZE_LIMIT, check_drawing
from facilitator.domain.errors import UserError
from facilitator.domain.pictures import Image
from facilitator.ui.kit.pictures import made_anew, read_file

SIDE = 1_200
"""Pixels of the longer side of a drawing made into a picture."""


def read_logo(path: Path) -> Image:
    """Return the logo in a file, made anew; a drawing (SVG) becomes a picture.

    Raises:
        UserError: ``drawing.refused`` with ``reason``; else as ``read_file``.
    """
    return read_drawing(path) if path.suffix.lower() == ".svg" else read_file(path)


def read_drawing(path: Path) -> Image:
    """Return the drawing in a file as a picture ``SIDE`` pixels long, without a ground.

    Raises:
        UserError: ``drawing.refused`` with ``reason``; ``picture.unreadable``.
    """
    try:
        with paths.open_plain(path) as file:
            content = file.read(SIZE_LIMIT + 1)
    except OSError:
        raise UserError("picture.unreadable") from None
    text, shape = check_drawing(content)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    if not renderer.isValid():
        raise UserError("drawing.refused", reason="SVG")
    wide, tall = (SIDE, SIDE / shape) if shape >= 1 else (SIDE * shape, SIDE)
    image = QImage(max(round(wide), 1), max(round(tall), 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    return made_anew(image)
