"""The painted part of a board: draws what a viewport shows, and again only what became different."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from facilitator.domain.board import Box, Touched
from facilitator.domain.entities import Note
from facilitator.ui.board.flash import Flash
from facilitator.ui.board.marks import Marks
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.over_paint import OverPainter
from facilitator.ui.board.scene import EDGE, Scene, Words
from facilitator.ui.board.viewport import Viewport
from facilitator.ui.kit.painting import painting
from facilitator.ui.kit.theme import Theme

_SOON_MS = 16
_FEW = 40
"""More rectangles than this are painted as one."""


_EACH = 60_000
"""Painting one more rectangle costs as much as so many pixels."""


class BoardSurface(QWidget):
    """Paints a ``BoardModel``; lengths called pixels are logical pixels of this widget."""

    def __init__(self, theme: Theme, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.model = model
        self._view = Viewport(theme.scale)
        self._marks = Marks(chosen=frozenset(model.chosen), current=model.current, hits=model.hits)
        words = Words(
            here=self.tr("Put down here"),
            not_here=self.tr("Cannot lie here"),
            empty=self.tr("No notes yet. Drag some here."),
        )
        self._scene = Scene(theme, model, self._view, self._marks, words)
        self._over = OverPainter(self._scene)
        self._moving = False
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self.update)
        self._flash = Flash(self._marks, self._update_flash, self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        model.changed.connect(self._on_changed)
        model.chosen_changed.connect(self._on_chosen)
        model.current_changed.connect(self._on_current)
        model.hits_changed.connect(self._on_hits)
        model.states_changed.connect(self._on_states)

    # what is where

    def to_board(self, point: QPointF) -> tuple[float, float]:
        """Return the place on the board at a pixel."""
        return self._view.to_board(point.x(), point.y())

    def to_view(self, box: Box) -> QRectF:
        """Return where a box of the board is seen, in pixels."""
        return self._scene.rect(box)

    def item_at(self, point: QPoint) -> str:
        """Return the note under a pixel, else the area, else the frame, else an empty text."""
        x, y = self.to_board(QPointF(point))
        plan = self.model.plan
        area = plan.area_at(x, y) or ""
        if area.startswith(("flow:", "free")):
            area = ""
        return plan.at(x, y) or area or plan.frame_at(x, y) or ""

    def visible_box(self) -> Box:
        """Return the part of the board that is seen."""
        return self._view.seen()

    def set_tint(self, tint: Callable[[Note], str]) -> None:
        """Tell which code of paper a note has from afar, where no face is made for it."""
        self._scene.far.tint = tint
        self._scene.overview.renew()
        self.update()

    # marks that come and go

    def set_drop(self, item: str, allowed: bool = True) -> None:
        """Light up where the dragged cards would land; an empty text for nowhere."""
        marks = self._marks
        if (item, allowed) == (marks.drop, marks.allowed):
            return
        before = self._drop_reach()
        marks.drop, marks.allowed = item, allowed
        self._update_all(before + self._drop_reach())

    def set_drag(self, ids: Sequence[str], offset: QPointF | None) -> None:
        """Show cards in hand, ``offset`` pixels from where they lie; None puts them back.

        The first of ``ids`` is the one that was gripped.
        """
        marks = self._marks
        before = [place.toAlignedRect() for place in self._over.hand_reach()]
        was = marks.lifted
        marks.dragged = tuple(ids) if offset is not None else ()
        marks.offset = offset
        if was != (now := frozenset(marks.dragged)):
            marks.lifted = now
            self._update_items(was ^ now)
        self._update_all(before + [place.toAlignedRect() for place in self._over.hand_reach()])

    def set_band(self, band: QRectF | None) -> None:
        """Show the rubber band, in pixels; None takes it away."""
        both = [place.toAlignedRect() for place in (self._marks.band, band) if place is not None]
        self._marks.band = band
        self._update_all([place.adjusted(-2, -2, 2, 2) for place in both])

    def _drop_reach(self) -> list[QRect]:
        box = self.model.plan.box(self._marks.drop) if self._marks.drop else None
        return [] if box is None else [self._over.target_reach(self.to_view(box)).toAlignedRect()]

    @Slot()
    def _update_flash(self) -> None:
        reach = self._over.flash_reach()
        if reach is not None:
            self.update(reach.toAlignedRect())

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._scene.begin()
            for rect in _parts(event.region()):
                painter.setClipRect(rect)
                self._scene.paint(painter, rect, moving=self._moving)
                self._over.paint(painter, rect)
        if self._scene.starved:
            # While somebody zooms the next frame comes by itself.
            self._more.start(_SOON_MS if self._moving else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._marks.active = True
        self._update_marked()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._marks.active = False
        self._update_marked()
        super().focusOutEvent(event)

    # the model

    @Slot(object)
    def _on_changed(self, touched: Touched) -> None:
        self._marks.chosen = frozenset(self.model.chosen)
        if touched.everything:
            self._scene.overview.renew()
            self.update()
        elif touched.box is not None:
            self._scene.overview.touch(touched.box)
            self._update_box(touched.box)

    @Slot()
    def _on_chosen(self) -> None:
        before, self._marks.chosen = self._marks.chosen, frozenset(self.model.chosen)
        self._scene.chosen_changed(before)
        self._update_items(before ^ self._marks.chosen)

    @Slot(str)
    def _on_current(self, current: str) -> None:
        before, self._marks.current = self._marks.current, current
        self._update_items((before, current))

    @Slot()
    def _on_hits(self) -> None:
        self._marks.hits = self.model.hits
        self._scene.overview.renew()
        self.update()

    @Slot(object)
    def _on_states(self, ids: Iterable[str]) -> None:
        self._update_items(ids)

    def _update_marked(self) -> None:
        self._update_items((*self._marks.chosen, self._marks.current))

    def _update_items(self, items: Iterable[str]) -> None:
        found = [item for item in items if item]
        if len(found) > _FEW:
            self.update()
            return
        plan = self.model.plan
        for item in found:
            places = [plan.box(item)] if item in plan.areas or item in plan.frames else plan.boxes(item)
            for box in places:
                if box is not None:
                    self._update_box(box)

    def _update_box(self, box: Box) -> None:
        self._update_all([self.to_view(box).adjusted(-EDGE, -EDGE, EDGE, EDGE).toAlignedRect()])

    def _update_all(self, places: Iterable[QRect]) -> None:
        for place in places:
            self.update(place & self.rect())


def _parts(region: QRegion) -> list[QRect]:
    """Return the rectangles to paint: each by itself when that is less than all between them."""
    # PySide gives its rectangles one by one, which its stubs do not tell.
    parts = list(cast("Iterable[QRect]", region))
    whole = region.boundingRect()
    if len(parts) > _FEW or sum(_area(part) for part in parts) > 0.7 * _area(whole):
        return [whole]
    merged: list[QRect] = []
    for part in parts:
        rect, cost = part, _area(part) + _EACH
        for other in list(merged):
            both = rect.united(other)
            if _area(both) + _EACH <= cost + _area(other) + _EACH:
                merged.remove(other)
                rect, cost = both, _area(both) + _EACH
        merged.append(rect)
    return merged


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()
