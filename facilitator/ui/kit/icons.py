"""Our one-colour line icons, tinted when loaded."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from facilitator import paths

_DENSITIES = (1, 2)


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


def pixmap(name: str, colour: QColor, size: int, density: float = 1.0) -> QPixmap:
    """Return the icon ``size`` pixels square in ``colour``; ``density`` as of a dense screen."""
    return _pixmap(name, colour.name(QColor.NameFormat.HexArgb), size, density)


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, density: float) -> QPixmap:
    tint = QColor(colour)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", tint.name()).encode()))
    side = max(1, round(size * density))
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setOpacity(tint.alphaF())
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(density)
    return drawn


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """Return the icon ``name`` of ``resources/icons`` in ``colour``, sharp on dense screens too."""
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(pixmap(name, colour, size, density))
    return made


def icon_names() -> list[str]:
    """Return the names of all icons, sorted."""
    return sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg"))
