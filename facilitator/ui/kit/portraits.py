"""Portraits of personas: SVG text to pictures in a circle, with initials where there is none."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.kit.theme import FALLBACKS, FAMILY, Theme


def initials(name: str) -> str:
    """Return one or two capitals that stand for ``name``; "?" for an empty one."""
    words = [word for word in name.split() if word[:1].isalnum()]
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def portrait(theme: Theme, svg: str, name: str, size: int, density: float = 1.0) -> QPixmap:
    """Return a round picture ``size`` logical pixels wide; initials when ``svg`` is empty or broken."""
    colours = (theme.soft.name(), theme.primary.name())
    return _drawn(svg, initials(name), size, density, colours)


@lru_cache(maxsize=256)
def _drawn(
    svg: str,
    letters: str,
    size: int,
    density: float,
    colours: tuple[str, str],
) -> QPixmap:
    side = max(1, round(size * density))
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QPainterPath()
    circle.addEllipse(QRectF(0, 0, side, side))
    painter.setClipPath(circle)
    painter.fillPath(circle, QColor(colours[0]))
    renderer = QSvgRenderer(QByteArray(svg.encode())) if svg.strip() else None
    if renderer is not None and renderer.isValid():
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(painter, QRectF(0, 0, side, side))
    else:
        font = QFont([FAMILY, *FALLBACKS])
        font.setBold(True)
        font.setPixelSize(max(1, round(side * 0.4)))
        painter.setFont(font)
        painter.setPen(QColor(colours[1]))
        painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, letters)
    painter.end()
    drawn.setDevicePixelRatio(density)
    return drawn


class Portrait(QWidget):
    """A round portrait of a fixed size."""

    def __init__(self, theme: Theme, size: int, parent: QWidget | None = None) -> None:
        """Make an empty one; ``size`` at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._svg = ""
        self._name = ""
        self._side = theme.px(size)
        self.setFixedSize(self._side, self._side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, svg: str, name: str) -> None:
        """Show this person."""
        self._svg, self._name = svg, name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = portrait(self._theme, self._svg, self._name, self._side, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, picture)
