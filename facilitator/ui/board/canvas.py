"""The board: cards on a ground that is panned and zoomed, painted by ourselves and only where it is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.board import Box
from facilitator.ui.board.marks import Marks
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.scene import EDGE, Scene
from facilitator.ui.board.viewport import LOWEST, Viewport
from facilitator.ui.kit.theme import Theme

_REST_MS = 120


class BoardCanvas(QWidget):
    """Shows a ``BoardModel``; what people do with it is told by signals, nothing changes by itself.

    Lengths called "pixels" are logical pixels of this widget.

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
        super().__init__(parent)
        self.theme = theme
        self.model = model
        self._view = Viewport(theme.scale)
        self._marks = Marks()
        self._scene = Scene(theme, model, self._view, self._marks)
        self._placed = False
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self.update)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._come_to_rest)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        model.changed.connect(self._on_changed)
        model.chosen_changed.connect(self._on_chosen)
        model.current_changed.connect(self._on_current)
        model.hits_changed.connect(self._on_hits)
        model.states_changed.connect(self._on_states)

    # where

    @property
    def zoom(self) -> float:
        """Return the zoom; 1.0 is 100 %."""
        return self._view.zoom

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom, held within 5 %..400 %; the place under pixel ``about`` (else the middle) stays."""
        view = self._view
        point = about if about is not None else QPointF(view.width / 2, view.height / 2)
        if view.zoom_about(zoom, point.x(), point.y(), self._lowest()):
            self._scene.cards.moving = True
            self._rest.start()
            self._moved_view()

    def zoom_in(self) -> None:
        """Zoom to the next step about the middle."""
        self.set_zoom(self._view.step(1))

    def zoom_out(self) -> None:
        """Zoom out to the next step about the middle."""
        self.set_zoom(self._view.step(-1))

    def full(self) -> None:
        """Zoom to 100 %."""
        self.set_zoom(1.0)

    def fit(self) -> None:
        """Show the whole board."""
        bounds = self.model.plan.bounds
        self.set_zoom(self._view.fitting(bounds))
        self.centre_on(bounds.x + bounds.w / 2, bounds.y + bounds.h / 2)

    def home(self) -> None:
        """Show the upper left corner of the board."""
        bounds = self.model.plan.bounds
        self._view.corner_on(bounds.x, bounds.y)
        self._moved_view()

    def centre_on(self, x: float, y: float) -> None:
        """Bring a place of the board to the middle."""
        self._view.centre_on(x, y)
        self._moved_view()

    def pan(self, dx: float, dy: float) -> None:
        """Move the view over the board by pixels: positive goes right and down."""
        self._view.pan(dx, dy)
        self._moved_view()

    def reveal(self, item: str, flash: bool = False) -> None:
        """Move the view as little as needed to see a note, area or frame."""
        box = self.model.plan.box(item)
        if box is not None:
            self.centre_on(box.x + box.w / 2, box.y + box.h / 2)

    def _lowest(self) -> float:
        return min(LOWEST, self._view.fitting(self.model.plan.bounds))

    def _moved_view(self) -> None:
        self._placed = True
        self._view.hold(self.model.plan.bounds)
        self.update()
        self.view_changed.emit()

    @Slot()
    def _come_to_rest(self) -> None:
        self._scene.cards.moving = False
        self.update()

    # what is where

    def to_board(self, point: QPointF) -> tuple[float, float]:
        """Return the place on the board at a pixel."""
        return self._view.to_board(point.x(), point.y())

    def to_view(self, box: Box) -> QRectF:
        """Return where a box of the board is seen, in pixels."""
        return self._scene.rect(box)

    def item_at(self, point: QPoint) -> str:
        """Return the note under a pixel, else the area, else the frame, else ""."""
        x, y = (int(value // 1) for value in self.to_board(QPointF(point)))
        plan = self.model.plan
        return plan.at(x, y) or plan.area_at(x, y) or plan.frame_at(x, y) or ""

    def visible_box(self) -> Box:
        """Return the part of the board that is seen."""
        return self._view.seen()

    # marks that come and go

    def set_drop(self, item: str, allowed: bool = True) -> None:
        """Light up where the dragged cards would land; "" for nowhere."""
        self._marks.drop, self._marks.allowed = item, allowed
        self.update()

    def set_drag(self, ids: Sequence[str], offset: QPointF | None) -> None:
        """Show cards in hand, ``offset`` pixels from where they lie; None puts them back."""
        self._marks.dragged = tuple(ids) if offset is not None else ()
        self._marks.lifted = frozenset(self._marks.dragged)
        self._marks.offset = offset
        self.update()

    def set_band(self, band: QRectF | None) -> None:
        """Show the rubber band, in pixels; None takes it away."""
        self._marks.band = band
        self.update()

    # painting

    def settle(self) -> None:
        """Paint until every card in sight is as it should be."""
        self._rest.stop()
        self._scene.cards.moving = False
        self._scene.cards.patient = True
        self.repaint() if self.isVisible() else self.grab()
        self._scene.cards.patient = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._marks.active = self.hasFocus()
        self._scene.cards.begin()
        self._scene.paint(painter, event.rect())
        self._scene.paint_over(painter)
        painter.end()
        if self._scene.cards.starved:
            self._more.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view.resize(self.width(), self.height())
        if not self._placed:
            self.home()
            self._placed = False
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(120))

    # the model

    @Slot(object)
    def _on_changed(self, touched: Any) -> None:
        if touched.everything or touched.box is None:
            self.update()
            return
        self._update_box(touched.box)

    @Slot()
    def _on_chosen(self) -> None:
        self._marks.chosen = frozenset(self.model.chosen)
        self.update()

    @Slot(str)
    def _on_current(self, current: str) -> None:
        before, self._marks.current = self._marks.current, current
        self._update_items((before, current))

    @Slot()
    def _on_hits(self) -> None:
        self._marks.hits = self.model.hits
        self.update()

    @Slot(object)
    def _on_states(self, ids: Iterable[str]) -> None:
        self._update_items(ids)

    def _update_items(self, items: Iterable[str]) -> None:
        for item in items:
            box = self.model.plan.box(item) if item else None
            if box is not None:
                self._update_box(box)

    def _update_box(self, box: Box) -> None:
        self.update(self._scene.rect(box).adjusted(-EDGE, -EDGE, EDGE, EDGE).toAlignedRect())

    # from one evening to the next

    def save_view(self) -> dict[str, Any]:
        """Return zoom and place."""
        x, y = self._view.centre()
        return {"zoom": self._view.zoom, "x": x, "y": y}

    def restore_view(self, view: dict[str, Any]) -> None:
        """Show the place ``save_view`` returned."""
        self.set_zoom(float(view.get("zoom", 1.0)))
        self.centre_on(float(view.get("x", 0.0)), float(view.get("y", 0.0)))
