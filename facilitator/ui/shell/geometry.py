"""Size and place of the window: remembered, and fitting the screen the first time."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMargins, QSize
from PySide6.QtWidgets import QWidget

FIRST_SIZE = QSize(1366, 768)
_FRAME_ROOM = QMargins(8, 40, 8, 8)
"""What the title bar and edges of a window may take."""


def restore(window: QWidget, kept: str) -> None:
    """Give the window the size and place that ``packed`` told, or its first size."""
    geometry = QByteArray.fromBase64(kept.encode("ascii", "ignore"))
    if geometry.isEmpty() or not window.restoreGeometry(geometry):
        window.resize(FIRST_SIZE)


def present(window: QWidget, *, first_time: bool) -> None:
    """Show the window; the first time it fills a screen that has no room to spare."""
    room = window.screen().availableSize()
    wanted = FIRST_SIZE.grownBy(_FRAME_ROOM)
    if not first_time or (room.width() >= wanted.width() and room.height() >= wanted.height()):
        window.show()
        return
    window.resize(room.shrunkBy(_FRAME_ROOM).boundedTo(FIRST_SIZE))
    window.showMaximized()


def packed(window: QWidget) -> str:
    """Return size and place of the window as text for the settings."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")
