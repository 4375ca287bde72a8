"""The mouse on a board: choosing, the rubber band, dragging, moving and zooming the view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.board import Box
from facilitator.ui.board.drag import Drag, EdgeScroll, carry_out
from facilitator.ui.board.ground import Ground, Under, under

_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NOTCH, _NOTCH_PIXELS, _ZOOM_BASE = 120, 60, 1.2


class Pointer(QObject):
    """Reads what a mouse does on one board.

    Attributes:
        grips: The space bar is held: the left button moves the view.
        gripped: The view was moved since the space bar went down.
    """

    def __init__(self, ground: Ground, widget: QWidget, drag: Drag, may_drag: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._ground, self._widget, self._drag = ground, widget, drag
        self._may_drag = may_drag
        self.grips = self.gripped = False
        self._doing = ""
        self._start = self._last = QPointF()
        self._found = Under("ground")
        self._band_from = (0.0, 0.0)
        self._kept: tuple[str, ...] = ()
        self._scroll = EdgeScroll(ground, widget, self._stretch)

    @property
    def doing(self) -> str:
        """Return ``press``, ``pan``, ``band``, ``drag`` or nothing."""
        return self._doing

    def press(self, event: QMouseEvent) -> bool:
        """Begin something."""
        if self._doing:
            return True
        self._start = self._last = event.position()
        if event.button() == _MIDDLE or (event.button() == _LEFT and self.grips):
            self._doing = "pan"
            self.gripped = True
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == _LEFT:
            self._found = under(self._ground, event.position())
            self._doing = "press"
            self._choose(event.modifiers())
        else:
            return False
        event.accept()
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Go on with it."""
        at = event.position()
        if self._doing == "press" and self._is_far(at):
            self._begin(event.modifiers())
        if self._doing == "pan":
            self._ground.pan(self._last.x() - at.x(), self._last.y() - at.y())
        self._last = at
        if self._doing == "band":
            self._scroll.watch(at)
            self._stretch()
        elif self._doing == "drag" and not self._widget.rect().contains(at.toPoint()):
            self._carry_out()
        elif self._doing == "drag":
            self._drag.move(at, event.modifiers())
        return bool(self._doing)

    def release(self, event: QMouseEvent) -> bool:
        """End it."""
        doing, self._doing = self._doing, ""
        self._scroll.stop()
        if doing == "pan":
            self.show_grip()
        elif doing == "band":
            self._choose_band()
            self._ground.set_band(None)
        elif doing == "drag":
            self._drag.drop(event.position(), event.modifiers())
        elif doing == "press" and not event.modifiers() & (_CTRL | _SHIFT):
            # A press on one of many chosen might have become a drag of all of them.
            self.choose_only(self._found)
        return bool(doing)

    def give_up(self) -> bool:
        """Stop halfway; False when nothing was going on."""
        doing, self._doing = self._doing, ""
        self._scroll.stop()
        self._drag.give_up()
        if doing == "band":
            self._ground.set_band(None)
            self._ground.model.choose(self._kept)
        elif doing == "pan":
            self.show_grip()
        return doing in ("band", "drag", "pan")

    def wheel(self, event: QWheelEvent) -> bool:
        """Scroll, or zoom about the pointer with Ctrl."""
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & _CTRL:
            turned = angle.y() or angle.x()
            if turned:
                self._ground.set_zoom(self._ground.zoom * _ZOOM_BASE ** (turned / _NOTCH), event.position())
        elif event.modifiers() & _SHIFT:
            # Some systems turn the wheel sideways by themselves.
            across = (pixels.x() or pixels.y()) or (angle.x() or angle.y()) * _NOTCH_PIXELS / _NOTCH
            self._ground.pan(-across, 0)
        elif not pixels.isNull():
            self._ground.pan(-pixels.x(), -pixels.y())
        else:
            share = _NOTCH_PIXELS / _NOTCH
            self._ground.pan(-angle.x() * share, -angle.y() * share)
        if self._doing == "drag":
            self._drag.move(self._last, event.modifiers())
        event.accept()
        return True

    def show_grip(self) -> None:
        """Show whether the left button would move the view."""
        if self.grips:
            self._widget.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._widget.unsetCursor()

    def choose_only(self, found: Under) -> None:
        """Choose what lies there and nothing else."""
        model = self._ground.model
        if found.what in ("note", "head"):
            model.choose([found.item], found.item, found.area)
        else:
            model.choose([])

    def _choose(self, held: Qt.KeyboardModifier) -> None:
        model, found = self._ground.model, self._found
        self._kept = model.chosen if held & (_CTRL | _SHIFT) else ()
        if found.what not in ("note", "head"):
            return
        if held & _SHIFT and found.what == "note":
            model.extend_to(found.item, found.area)
        elif held & (_CTRL | _SHIFT):
            model.toggle(found.item)
        elif model.is_chosen(found.item):
            model.set_current(found.item, found.area)
        else:
            self.choose_only(found)

    def _is_far(self, at: QPointF) -> bool:
        return (at - self._start).manhattanLength() >= QApplication.startDragDistance()

    def _begin(self, held: Qt.KeyboardModifier) -> None:
        """Turn a press into what it is: dragging what was pressed, or stretching a band."""
        if self._found.what == "note":
            if self._may_drag():
                # Ctrl had taken it out of the choice, but what is dragged is chosen.
                if not self._ground.model.is_chosen(self._found.item):
                    self._ground.model.toggle(self._found.item)
                self._doing = "drag"
                lift_notes(self._ground, self._drag, self._found.item, self._start)
                self._drag.move(self._start, held)
        elif self._found.what == "head" and self._found.item.startswith("insight:"):
            if self._may_drag():
                self._doing = "drag"
                lift_areas(self._ground, self._drag, self._found.item, self._start)
        else:
            self._doing = "band"
            self._band_from = self._ground.to_board(self._start)

    def _stretch(self) -> None:
        """Draw the band from where it began on the board, wherever the view has gone since."""
        x, y = self._band_from
        corner = self._ground.to_view(Box(round(x), round(y), 1, 1)).topLeft()
        self._ground.set_band(QRectF(corner, self._last).normalized())
        self._choose_band()

    def _choose_band(self) -> None:
        ground = self._ground
        x, y = self._band_from
        at_x, at_y = ground.to_board(self._last)
        left, top = int(min(x, at_x) // 1), int(min(y, at_y) // 1)
        box = Box(left, top, round(abs(at_x - x)) + 1, round(abs(at_y - y)) + 1)
        model = ground.model
        found = [id for id, _card in model.plan.within(box) if model.is_hit(id)]
        model.choose(dict.fromkeys((*self._kept, *found)))

    def _carry_out(self) -> None:
        """Let other lists take what is dragged out of the board."""
        areas = self._drag.carries_areas
        items = self._drag.give_up()
        self._doing = ""
        if items:
            carry_out(self._ground, self._widget, items, areas=areas)

    def leave(self, _event: QEvent) -> bool:
        """Forget the space bar when its release may be heard elsewhere."""
        if self.grips and not self._doing:
            self.grips = False
            self.show_grip()
        return False


def lift_notes(ground: Ground, drag: Drag, grabbed: str, at: QPointF) -> None:
    """Take all chosen notes in hand, the grabbed one first."""
    chosen = ground.model.chosen_notes()
    rest = [id for id in chosen if id != grabbed] if grabbed in chosen else []
    drag.lift([grabbed, *rest], at)


def lift_areas(ground: Ground, drag: Drag, grabbed: str, at: QPointF) -> None:
    """Take all chosen insights in hand, the grabbed one first."""
    areas = ground.model.plan.areas
    chosen = [key for key in ground.model.chosen_areas() if areas[key].kind == "insight"]
    rest = [key for key in chosen if key != grabbed] if grabbed in chosen else []
    drag.lift([grabbed, *rest], at, areas=True)
