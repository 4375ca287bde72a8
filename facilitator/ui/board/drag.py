"""Cards and areas in hand: what is carried, where it would land, and what that means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from facilitator.domain.board import Box
from facilitator.ui.board.ground import Ground, is_flow
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.kit.theme import LEAD, Theme

GRID = 24
"""Board units between two places where a card snaps."""
_NEAR_EDGE, _FASTEST = 36, 28
_TARGETS = frozenset({"insight", "tray", "parked", "group"})

Told = Callable[[Sequence[str], str], None]


@dataclass(frozen=True, slots=True)
class Landing:
    """Where something would land: key of an area or frame, or empty; ``laid`` on the ground itself."""

    key: str = ""
    allowed: bool = True
    laid: bool = False


def landing(ground: Ground, notes: Sequence[str], x: float, y: float, *, also: bool = False) -> Landing:
    """Return where notes would land when let go at a place of the board."""
    plan = ground.model.plan
    key = plan.area_at(x, y) or ""
    area = plan.areas.get(key)
    if is_flow(ground.model):
        # What was laid by hand is only laid elsewhere, even above a group.
        other = area is not None and any(key not in plan.areas_of(id) for id in notes if id not in plan.free)
        if area is not None and area.kind in _TARGETS and other:
            return Landing(key)
        return Landing(laid=True)
    if area is not None and area.kind in _TARGETS:
        here = all(plan.areas_of(id) == (key,) or (also and key in plan.areas_of(id)) for id in notes)
        return Landing() if here else Landing(key, allowed=not also or area.kind == "insight")
    frame = plan.frame_at(x, y) or ""
    # A goal takes notes as an insight of it; on empty ground a new insight begins.
    return Landing(frame) if frame in plan.frames and plan.frames[frame].group else Landing(laid=True)


def area_landing(ground: Ground, keys: Sequence[str], x: float, y: float) -> Landing:
    """Return on which goal areas would land when let go at a place of the board."""
    plan = ground.model.plan
    frame = plan.frame_at(x, y) or ""
    if not frame or all(key in plan.frames[frame].areas for key in keys):
        return Landing()
    return Landing(frame)


def snapped(box: Box, dx: float, dy: float) -> tuple[int, int]:
    """Return the move that brings the corner of ``box`` onto the grid, close to the one given."""
    return round((box.x + dx) / GRID) * GRID - box.x, round((box.y + dy) / GRID) * GRID - box.y


class EdgeScroll(QObject):
    """Moves the view while something is held near its edge; ``then`` is called after each step."""

    def __init__(self, ground: Ground, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._ground, self._widget, self._then = ground, widget, then
        self._timer = QTimer(self, interval=16)
        self._timer.timeout.connect(self._step)
        self._at = QPointF()

    def watch(self, at: QPointF) -> None:
        """Scroll when ``at`` is near the edge, for as long as it is."""
        self._at = at
        if self._speed() == (0, 0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Scroll no longer."""
        self._timer.stop()

    def is_active(self) -> bool:
        """Tell whether the view is moving."""
        return self._timer.isActive()

    def _speed(self) -> tuple[int, int]:
        return _push(self._at.x(), self._widget.width()), _push(self._at.y(), self._widget.height())

    @Slot()
    def _step(self) -> None:
        self._ground.pan(*self._speed())
        self._then()


def _push(at: float, room: int) -> int:
    """Return by how many pixels the view moves in one step."""
    near = min(_NEAR_EDGE, room / 4)
    if at < near:
        return -round(min((near - at) / near, 1.0) * _FASTEST)
    if at > room - near:
        return round(min((at - room + near) / near, 1.0) * _FASTEST)
    return 0


class Drag(QObject):
    """What is dragged over one board, by mouse or finger.

    Attributes:
        told: Called with what was dropped and where, after the board's signal.
    """

    def __init__(self, ground: Ground, widget: QWidget, told: Told) -> None:
        super().__init__(widget)
        self._ground, self._widget, self._told = ground, widget, told
        self._items: tuple[str, ...] = ()
        self._areas = False
        self._lead = Box(0, 0, 0, 0)
        self._start = (0.0, 0.0)
        self._at = QPointF()
        self._held = Qt.KeyboardModifier.NoModifier
        self._landing = Landing()
        self._scroll = EdgeScroll(ground, widget, self._again)

    @property
    def active(self) -> bool:
        """Tell whether something is in hand."""
        return bool(self._items)

    @property
    def carries_areas(self) -> bool:
        """Tell whether what is in hand are areas."""
        return self._areas and self.active

    def lift(self, items: Sequence[str], at: QPointF, *, areas: bool = False) -> None:
        """Take notes in hand, the one under the pointer first, or areas."""
        box = self._ground.model.plan.box(items[0]) if items else None
        if box is None:
            return
        self._items, self._areas, self._lead = tuple(items), areas, box
        self._start, self._at = self._ground.to_board(at), at
        self._ground.set_drag(self._items, QPointF(0, 0))

    def move(self, at: QPointF, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Follow the pointer."""
        if not self.active:
            return
        self._at, self._held = at, held
        self._scroll.watch(at)
        self._again()

    def give_up(self) -> tuple[str, ...]:
        """Put everything back where it lay; return what was in hand."""
        items, self._items = self._items, ()
        self._scroll.stop()
        if items:
            self._ground.set_drag((), None)
            self._ground.set_drop("")
        return items

    def drop(self, at: QPointF, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Let go: tell where it landed."""
        if not self.active:
            return
        self._at, self._held = at, held
        self._again()
        where, move, areas = self._landing, self._by(), self._areas
        items = self.give_up()
        if where.key and where.allowed and areas:
            self._ground.areas_dropped.emit(list(items), where.key)
            self._told(items, where.key)
        elif where.key and where.allowed:
            self._ground.dropped.emit(list(items), where.key, self._also())
            self._told(items, where.key)
        elif where.laid and move != (0, 0):
            self._ground.moved.emit(shifted(self._ground, items, *move))

    def _also(self) -> bool:
        return bool(self._held & Qt.KeyboardModifier.ControlModifier) and not is_flow(self._ground.model)

    def _by(self) -> tuple[int, int]:
        """Return the move in board units."""
        x, y = self._ground.to_board(self._at)
        dx, dy = x - self._start[0], y - self._start[1]
        if self._landing.laid and not self._held & Qt.KeyboardModifier.AltModifier:
            return snapped(self._lead, dx, dy)
        return round(dx), round(dy)

    def _again(self) -> None:
        """Work out where it would land, and show it."""
        ground = self._ground
        x, y = ground.to_board(self._at)
        if self._areas:
            self._landing = area_landing(ground, self._items, x, y)
        else:
            self._landing = landing(ground, self._items, x, y, also=self._also())
        dx, dy = self._by()
        scale = ground.zoom * ground.theme.scale
        ground.set_drag(self._items, QPointF(dx * scale, dy * scale))
        ground.set_drop(self._landing.key, self._landing.allowed)


def shifted(ground: Ground, notes: Sequence[str], dx: int, dy: int) -> dict[str, tuple[int, int]]:
    """Return where notes would lie when moved by board units."""
    places = {id: box for id in notes if (box := ground.model.plan.box(id)) is not None}
    return {id: (box.x + dx, box.y + dy) for id, box in places.items()}


def mime_of(ground: Ground, items: Sequence[str], *, areas: bool) -> QMimeData:
    """Return notes or areas as other lists take them."""
    data = QMimeData()
    model = ground.model
    if areas:
        found = [model.plan.areas[key] for key in items if key in model.plan.areas]
        data.setData(MIME_INSIGHTS, "\n".join(area.group for area in found).encode())
        data.setText("\n".join(model.area_title(area) for area in found))
    else:
        notes = [note for id in items if (note := model.note(id)) is not None]
        data.setData(MIME_NOTES, "\n".join(note.id for note in notes).encode())
        data.setText("\n".join(note.text for note in notes))
    return data


def carry_out(ground: Ground, widget: QWidget, items: Sequence[str], *, areas: bool) -> Qt.DropAction:
    """Carry notes or areas on to other lists, until they are let go."""
    drag = QDrag(widget)
    drag.setMimeData(mime_of(ground, items, areas=areas))
    drag.setPixmap(_pile(ground.theme, len(items), widget.devicePixelRatioF()))
    drag.setHotSpot(QPointF(12, 12).toPoint())
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    return drag.exec(actions, Qt.DropAction.MoveAction)


def _pile(theme: Theme, count: int, density: float) -> QPixmap:
    """Draw a small pile with the number of cards."""
    font = theme.font(LEAD, bold=True)
    side = max(theme.px(52), QFontMetrics(font).horizontalAdvance(str(count)) + theme.px(24))
    drawn = QPixmap(round((side + 8) * density), round((side + 8) * density))
    drawn.setDevicePixelRatio(density)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.edge)
    painter.setBrush(theme.note("experience"))
    for off in (6, 3, 0) if count > 1 else (0,):
        painter.drawRoundedRect(QRectF(off + 1, off + 1, side - 1, side - 1), 4, 4)
    painter.setPen(theme.note_ink)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, str(count))
    painter.end()
    return drawn
