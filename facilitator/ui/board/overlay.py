"""What stands in the corners of a board and does not move along: scroll bars, zoom, the map."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollBar, QWidget

from facilitator.domain.board import Box
from facilitator.ui.board.minimap import MiniMap
from facilitator.ui.board.scene import Scene
from facilitator.ui.board.viewport import MARGIN
from facilitator.ui.board.zoom_bar import ZoomBar

_SOON_MS = 60
_GAP = 10
_STEP = 40
"""Pixels an arrow of a scroll bar moves."""
_FEW = 30
"""Fewer cards than this are found without a map, which would only lie on top of them."""


class Overlay(QObject):
    """Keeps the corner widgets in step with a viewport.

    Signals:
        panned: The view should move by so many pixels (x, y).
    """

    panned = Signal(int, int)

    def __init__(self, canvas: QWidget, scene: Scene) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scene = scene
        self._faded = False
        self.zoom_bar = ZoomBar(scene.theme, canvas)
        self.map = MiniMap(scene.theme, scene.overview, canvas)
        self.across = QScrollBar(Qt.Orientation.Horizontal, canvas)
        self.down = QScrollBar(Qt.Orientation.Vertical, canvas)
        for bar, name in ((self.across, self.tr("Left and right")), (self.down, self.tr("Up and down"))):
            bar.setAccessibleName(name)
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.setCursor(Qt.CursorShape.ArrowCursor)
            bar.hide()
        self.map.hide()
        self.across.valueChanged.connect(self._scrolled_across)
        self.down.valueChanged.connect(self._scrolled_down)
        self.zoom_bar.map_toggled.connect(self.open_map)
        self._build = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._build.timeout.connect(self._build_map)

    @property
    def map_open(self) -> bool:
        """Tell whether the map is wanted (it hides with few cards and while everything is in view)."""
        return self.zoom_bar.map.isChecked()

    @Slot(bool)
    def open_map(self, on: bool) -> None:
        """Show or fold away the map."""
        self.zoom_bar.map.setChecked(on)
        self.follow()

    def fade(self, on: bool) -> None:
        """Make way while something is dragged: nothing of the board is covered then."""
        self._faded = on
        self.zoom_bar.setVisible(not on)
        self.follow()

    def follow(self) -> None:
        """Show where the view is now."""
        view, bounds = self._scene.view, self._scene.overview.bounds
        self.zoom_bar.set_zoom(view.zoom)
        scale = view.scale
        self._sync(self.across, view.left, view.width, bounds.x * scale, bounds.right * scale)
        self._sync(self.down, view.top, view.height, bounds.y * scale, bounds.bottom * scale)
        seen = view.seen()
        helps = bounds.w > 0 and not inside(bounds, seen) and self._many()
        wanted = self.map_open and helps and not self._faded
        self.map.set_seen(seen)
        if wanted != self.map.isVisibleTo(self._canvas):
            self.map.setVisible(wanted)
            self.lay_out()
            if wanted:
                self._build.start(_SOON_MS)

    def _many(self) -> bool:
        """Tell whether there are enough cards for a map; looks no further than it must."""
        plan = self._scene.model.plan
        found = len(plan.free)
        areas = iter(plan.areas.values())
        while found < _FEW and (area := next(areas, None)) is not None:
            found += len(area.ids)
        return found >= _FEW

    @Slot()
    def rebuild(self) -> None:
        """Follow a board that changed."""
        self.follow()
        self._build.start(_SOON_MS)

    def settle(self) -> None:
        """Finish the map now."""
        while self._scene.overview.build_base():
            pass
        self._build.stop()
        self._show_map()

    def lay_out(self) -> None:
        """Put everything in its corner."""
        canvas = self._canvas
        thick = self.down.sizeHint().width()
        wide, high = canvas.width(), canvas.height()
        self.down.setGeometry(wide - thick, 0, thick, high - thick)
        self.across.setGeometry(0, high - thick, wide - thick, thick)
        self.zoom_bar.adjustSize()
        bar = self.zoom_bar.size()
        right, bottom = wide - thick - _GAP, high - thick - _GAP
        self.zoom_bar.move(right - bar.width(), bottom - bar.height())
        self.map.set_room(canvas.size())
        size = self.map.sizeHint()
        above = bottom - bar.height() - _GAP
        self.map.setGeometry(right - size.width(), above - size.height(), size.width(), size.height())

    def covers(self, place: QRectF) -> QPointF:
        """Return how much further the view must move so that nothing here hides ``place``."""
        widgets = (self.map, self.zoom_bar)
        hidden = [widget.geometry() for widget in widgets if widget.isVisibleTo(self._canvas)]
        met = [rect for rect in hidden if rect.toRectF().intersects(place)]
        if not met:
            return QPointF(0, 0)
        top = min(rect.top() for rect in met)
        room = top - 2 * MARGIN
        return QPointF(0, place.bottom() - top + MARGIN) if place.height() < room else QPointF(0, 0)

    def places(self) -> list[QRect]:
        """Return where something stands now."""
        widgets = (self.map, self.zoom_bar, self.across, self.down)
        return [widget.geometry() for widget in widgets if widget.isVisibleTo(self._canvas)]

    def _sync(self, bar: QScrollBar, start: int, room: int, low: float, high: float) -> None:
        least, most = min(int(low) - MARGIN, start), max(int(high) + MARGIN - room, start)
        needed = start > low or start + room < high
        bar.blockSignals(True)
        bar.setRange(least, most)
        bar.setPageStep(room)
        bar.setSingleStep(_STEP)
        bar.setValue(start)
        bar.blockSignals(False)
        if needed != bar.isVisibleTo(self._canvas):
            bar.setVisible(needed)

    @Slot(int)
    def _scrolled_across(self, value: int) -> None:
        self.panned.emit(value - self._scene.view.left, 0)

    @Slot(int)
    def _scrolled_down(self, value: int) -> None:
        self.panned.emit(0, value - self._scene.view.top)

    @Slot()
    def _build_map(self) -> None:
        if not self._canvas.isVisible():
            return
        if self._scene.overview.build_base():
            self._build.start(0)
        else:
            self._show_map()

    def _show_map(self) -> None:
        size = self.map.size()
        self.map.renew()
        if self.map.sizeHint() != size:
            self.lay_out()


def inside(box: Box, other: Box) -> bool:
    """Tell whether ``box`` lies wholly in ``other``."""
    return box.united(other) == other
