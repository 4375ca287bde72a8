"""The map in the corner of a board: all of it small, with a frame around what is seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from facilitator.domain.board import Box
from facilitator.ui.board.overview import Overview
from facilitator.ui.kit.painting import painting
from facilitator.ui.kit.theme import Theme

_WIDE, _HIGH = 200, 132
_EDGE = 6
_THINNEST = 5.0
"""The frame around what is seen is never smaller than this, or it could not be found."""


class MiniMap(QWidget):
    """Shows the whole board and where one is.

    Signals:
        wanted: The place on the board that should come to the middle (x, y).
    """

    wanted = Signal(float, float)

    def __init__(self, theme: Theme, overview: Overview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._overview = overview
        self._seen = Box(0, 0, 1, 1)
        self._bounds = Box(0, 0, 1, 1)
        self._picture: QPixmap | None = None
        self._room = QSize(1920, 1080)
        self.setAccessibleName(self.tr("Map of the board"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        bounds = self._bounds
        theme = self._theme
        room_x = min(theme.gap(_WIDE), self._room.width() // 4)
        room_y = min(theme.gap(_HIGH), self._room.height() // 4)
        factor = min(room_x / max(bounds.w, 1), room_y / max(bounds.h, 1))
        wide = max(round(bounds.w * factor), theme.gap(40))
        high = max(round(bounds.h * factor), theme.gap(40))
        return QSize(wide + 2 * _EDGE, high + 2 * _EDGE)

    def set_room(self, room: QSize) -> None:
        """Tell how large the board's widget is: the map takes a quarter of it at most."""
        self._room = room

    def set_seen(self, seen: Box) -> None:
        """Tell which part of the board is seen."""
        if seen != self._seen:
            self._seen = seen
            self.update()

    def renew(self) -> None:
        """Draw the board anew from what the overview has painted."""
        self._bounds = self._overview.bounds
        self._picture = None
        self.update()

    def place(self) -> QRectF:
        """Return where the board lies within the map."""
        bounds = self._bounds
        room = self.rect().toRectF().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        factor = min(room.width() / max(bounds.w, 1), room.height() / max(bounds.h, 1))
        place = QRectF(0, 0, bounds.w * factor, bounds.h * factor)
        place.moveCenter(room.center())
        return place

    def frame(self) -> QRectF:
        """Return the frame around what is seen."""
        place, bounds, seen = self.place(), self._bounds, self._seen
        factor = place.width() / max(bounds.w, 1)
        frame = QRectF(
            place.left() + (seen.x - bounds.x) * factor,
            place.top() + (seen.y - bounds.y) * factor,
            seen.w * factor,
            seen.h * factor,
        ).intersected(self.rect().toRectF().adjusted(1, 1, -1, -1))
        middle = frame.center()
        frame.setSize(frame.size().expandedTo(QRectF(0, 0, _THINNEST, _THINNEST).size()))
        frame.moveCenter(middle)
        return frame

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painting(self) as painter:
            painter.setOpacity(1.0 if theme.contrast else 0.94)
            painter.drawPixmap(0, 0, self._drawn())
            painter.setOpacity(1.0)
            tint = QColor(theme.primary)
            tint.setAlphaF(0.16)
            painter.setBrush(tint)
            painter.setPen(QPen(theme.primary, 2))
            painter.drawRect(self.frame())

    def _drawn(self) -> QPixmap:
        """Return the map without the frame; drawn once for every board and size."""
        density = self.devicePixelRatioF()
        size = (self.size().toSizeF() * density).toSize()
        if self._picture is not None and self._picture.size() == size:
            return self._picture
        theme = self._theme
        picture = QPixmap(size)
        picture.setDevicePixelRatio(density)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(theme.edge, 1))
        painter.setBrush(theme.page)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        place = self.place()
        painter.setClipRect(place)
        self._overview.draw_map(painter, place, self._bounds)
        painter.end()
        self._picture = picture
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _go(self, point: QPointF) -> None:
        place, bounds = self.place(), self._bounds
        factor = place.width() / max(bounds.w, 1)
        if factor > 0:
            x, y = (point.x() - place.left()) / factor, (point.y() - place.top()) / factor
            self.wanted.emit(bounds.x + x, bounds.y + y)
