"""The board: cards on a ground that is panned and zoomed, painted by ourselves and only where it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.board import Box, Plan, Touched, around
from facilitator.ui.board.far_paint import UNSEEN
from facilitator.ui.board.hands import Hands
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.overlay import Overlay
from facilitator.ui.board.surface import BoardSurface
from facilitator.ui.board.viewport import LOWEST, MARGIN
from facilitator.ui.kit.theme import Theme

_REST_MS = 120
"""After so long without another zoom everything is drawn sharp."""


class BoardCanvas(BoardSurface):
    """Shows a ``BoardModel``; what people do with it is told by signals, nothing changes by itself.

    Lengths called pixels are logical pixels of this widget.

    Signals:
        opened: Everything about a note is wanted, or an area as a list: its id or key.
        edited: Id of a note and its new text.
        renamed: Key of an area or frame and its new title.
        asked: A wish about what is chosen, such as ``delete`` or ``park``.
        moved: Notes laid elsewhere: id to place on the board.
        dropped: Ids of notes, key of where they were dropped, whether they also stay where they are.
        areas_dropped: Keys of areas, key of where they were dropped.
        menu_wanted: Global place for a menu about what is chosen.
        left: The keyboard wants to leave the board.
        view_changed: Zoom or place is another now.
    """

    opened = Signal(str)
    edited = Signal(str, str)
    renamed = Signal(str, str)
    asked = Signal(str)
    moved = Signal(object)
    dropped = Signal(object, str, bool)
    areas_dropped = Signal(object, str)
    menu_wanted = Signal(object)
    left = Signal()
    view_changed = Signal()

    def __init__(self, theme: Theme, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self._key = ""
        self._placed = False
        self._sized = False
        self._edge = 0
        self._waiting: tuple[float, float] | None = None
        self._kept: tuple[float, float] | None = None
        self._bounds = Box(0, 0, 0, 0)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._come_to_rest)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.overlay = Overlay(self, self._scene)
        self._connect_overlay()
        self._take_plan()
        model.changed.connect(self._follow)
        model.hits_changed.connect(self.overlay.rebuild)
        self.hands = Hands(self)

    def _connect_overlay(self) -> None:
        bar = self.overlay.zoom_bar
        bar.in_wanted.connect(self.zoom_in)
        bar.out_wanted.connect(self.zoom_out)
        bar.full_wanted.connect(self.full)
        bar.fit_wanted.connect(self.fit)
        self.overlay.panned.connect(self.pan)
        self.overlay.map.wanted.connect(self.centre_on)

    # zoom and place

    @property
    def zoom(self) -> float:
        """Return the zoom; 1.0 is 100 %."""
        return self._view.zoom

    @property
    def bounds(self) -> Box:
        """Return the smallest box around the whole board."""
        return self._bounds

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom, held within 5 %..400 %; the place under pixel ``about`` stays.

        Without ``about`` that of the middle, as far as the board fills the view.
        """
        view = self._view
        point = about if about is not None else QPointF(view.width / 2, view.height / 2)
        if view.zoom_about(zoom, point.x(), point.y(), self._lowest()):
            self._kept = None
            self._moving = True
            self._rest.start()
            self._show_place(close=about is None)

    @Slot()
    def zoom_in(self) -> None:
        """Zoom in by one step about the middle."""
        self.set_zoom(self._view.step(1))

    @Slot()
    def zoom_out(self) -> None:
        """Zoom out by one step about the middle."""
        self.set_zoom(self._view.step(-1))

    @Slot()
    def full(self) -> None:
        """Zoom to 100 %."""
        self.set_zoom(1.0)

    @Slot()
    def fit(self) -> None:
        """Show the whole board."""
        bounds = self._bounds
        self.set_zoom(self._view.fitting(bounds))
        self.centre_on(bounds.x + bounds.w / 2, bounds.y + bounds.h / 2)

    def home(self) -> None:
        """Show the upper left corner of the board."""
        self._view.corner_on(self._bounds.x, self._bounds.y)
        self._show_place()

    def begin_at(self, zoom: float) -> None:
        """Show the upper left corner at a zoom, however the size changes, until somebody moves the view."""
        self._view.zoom_about(zoom, 0, 0, self._lowest())
        self.home()
        self._placed = False

    @Slot(float, float)
    def centre_on(self, x: float, y: float) -> None:
        """Bring a place of the board to the middle."""
        # Without a size there is no middle yet.
        self._waiting = None if self._sized else (x, y)
        self._kept = None
        self._view.centre_on(x, y)
        self._show_place()

    @Slot(int, int)
    def pan(self, dx: float, dy: float) -> None:
        """Move the view over the board by pixels: positive goes right and down."""
        before = (self._view.left, self._view.top)
        self._view.pan(dx, dy)
        self._view.hold(self._bounds)
        shift = QPoint(before[0] - self._view.left, before[1] - self._view.top)
        if shift.isNull():
            return
        self._placed = True
        self._kept = None
        if self._can_scroll(shift):
            self._scroll(shift)
        else:
            self.update()
        self.overlay.follow()
        self.view_changed.emit()

    def reveal(self, item: str, flash: bool = False) -> None:
        """Move the view as little as needed to see a note, area or frame; ``flash`` points it out."""
        box = self.model.plan.box(item) if item else None
        if box is None:
            return
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        seen = self.to_view(box)
        dx = _way(seen.left(), seen.right(), room.left(), room.right())
        dy = _way(seen.top(), seen.bottom(), room.top(), room.bottom())
        covered = self.overlay.covers(seen.translated(-dx, -dy))
        self.pan(dx + covered.x(), dy + covered.y())
        if flash:
            self._flash.start(item)

    def _lowest(self) -> float:
        return min(LOWEST, self._view.fitting(self._bounds))

    def _show_place(self, *, close: bool = False) -> None:
        self._placed = self._sized
        self._view.hold(self._bounds, close=close)
        self.update()
        self.overlay.follow()
        self.view_changed.emit()

    def _can_scroll(self, shift: QPoint) -> bool:
        # On screens with a broken density whole pixels here are none there.
        whole = self.devicePixelRatioF().is_integer()
        return whole and self.isVisible() and abs(shift.x()) < self.width() and abs(shift.y()) < self.height()

    def _scroll(self, shift: QPoint) -> None:
        """Shift what is painted, and paint what came into view and what does not shift along."""
        self.scroll(shift.x(), shift.y(), self.rect())
        fixed = [
            child.geometry() for child in self.findChildren(QWidget, options=_DIRECT) if child.isVisible()
        ]
        fixed += [place.toAlignedRect() for place in self._over.hand_reach()]
        if self._marks.band is not None:
            fixed.append(self._marks.band.toAlignedRect().adjusted(-2, -2, 2, 2))
        if self._marks.drop:
            fixed += self._drop_reach()
        for place in fixed:
            self.update(place.united(place.translated(shift)))

    @Slot()
    def _come_to_rest(self) -> None:
        self._moving = False
        self.update()

    def set_drag(self, ids: Sequence[str], offset: QPointF | None) -> None:
        super().set_drag(ids, offset)
        self.overlay.fade(bool(self._marks.dragged))

    # all together

    def settle(self) -> None:
        """Paint until everything in sight is as it should be."""
        self._rest.stop()
        self._moving = False
        self._scene.be_patient(True)
        if self.isVisible():
            self.repaint()
        else:
            self.grab()
        self._scene.be_patient(False)
        self._more.stop()
        self.overlay.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view.resize(self.width(), self.height())
        density = self.devicePixelRatioF()
        self._scene.make_room(round(self.width() * self.height() * density * density * 4))
        self._sized = True
        top = self.mapTo(self.window(), QPoint(0, 0)).y()
        down, self._edge = top - self._edge, top
        kept = self._kept
        if kept is not None or self._waiting is not None:
            self.centre_on(*(kept or self._waiting or (0, 0)))
            self._kept = kept
        elif self._placed:
            if down == event.oldSize().height() - self.height():
                # A notice came or went above: the cards stay where the hand is.
                self._view.pan(0, down)
            self._show_place()
        else:
            self.home()
            self._placed = False
        self.overlay.lay_out()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._scene.give_back()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.overlay.lay_out()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        # In large letters everything around a board grows; the board gives way first.
        return QSize(self.theme.px(160), self.theme.px(60))

    def _take_plan(self) -> None:
        plan = self.model.plan
        self._bounds = _content(plan)
        self._scene.overview.bounds = self._bounds
        if plan.key != self._key:
            self._key = plan.key
            self._placed = False
            self._scene.overview.forget()
            self.home()
            self._placed = False

    @Slot(object)
    def _follow(self, _touched: Touched) -> None:
        self._take_plan()
        self.overlay.rebuild()

    # from one evening to the next

    def save_view(self) -> dict[str, Any]:
        """Return zoom and place."""
        x, y = self._view.centre()
        return {"zoom": self._view.zoom, "x": x, "y": y, "map": self.overlay.map_open}

    def restore_view(self, view: dict[str, Any]) -> None:
        """Show the place ``save_view`` returned, however the size changes, until somebody moves the view."""
        self.overlay.open_map(bool(view.get("map", True)))
        if {"zoom", "x", "y"} <= view.keys():
            self.set_zoom(float(view["zoom"]))
            place = float(view["x"]), float(view["y"])
            self.centre_on(*place)
            self._kept = place


_COUNTED = 300
"""Up to so many cards it is asked where each one lies."""
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _content(plan: Plan) -> Box:
    """Return the smallest box around what is seen of a board: a block of few cards is wider than they are."""
    bounds = plan.bounds
    if plan.count > _COUNTED or any(area.kind not in UNSEEN for area in plan.areas.values()):
        return bounds
    return around(box for _id, box in plan.within(bounds)) or bounds


def _way(start: float, end: float, low: float, high: float) -> float:
    """Return how far to move so that ``start``..``end`` lies in ``low``..``high``; its start goes first."""
    if start < low or end - start > high - low:
        return start - low
    return max(0.0, end - high)
