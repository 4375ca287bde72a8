"""Notes and insights that are dragged onto a board from another list, or back onto it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.board import CARD, GAP, HEIGHTS
from facilitator.ui.board.drag import GRID, EdgeScroll, Landing, Told, area_landing, landing
from facilitator.ui.board.ground import Ground, is_flow
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.kit.note_face import MIME_NOTES

_COPY = Qt.KeyboardModifier.ControlModifier


class DropIn(QObject):
    """Takes what is dropped on one board from outside."""

    def __init__(self, ground: Ground, widget: QWidget, told: Told) -> None:
        super().__init__(widget)
        self._ground, self._told = ground, told
        self._scroll = EdgeScroll(ground, widget, self._wait)

    def enter(self, event: QDragEnterEvent) -> bool:
        """Tell whether this may come in; what is not ours is left to the window."""
        if not self._ids(event)[0]:
            return False
        self.move(event)
        event.accept()
        return True

    def move(self, event: QDragMoveEvent) -> bool:
        """Show where it would land."""
        ids, areas = self._ids(event)
        if not ids:
            return False
        where = self._landing(event, ids, areas)
        self._ground.set_drop(where.key, where.allowed)
        self._scroll.watch(event.position())
        if (where.key and where.allowed) or where.laid:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        return True

    def leave(self, event: QDragLeaveEvent) -> bool:
        """Forget about it."""
        self._scroll.stop()
        self._ground.set_drop("")
        return True

    def drop(self, event: QDropEvent) -> bool:
        """Take it."""
        ids, areas = self._ids(event)
        self._scroll.stop()
        self._ground.set_drop("")
        if not ids:
            return False
        where = self._landing(event, ids, areas)
        if where.laid:
            x, y = self._ground.to_board(event.position())
            self._ground.moved.emit(spread(ids, x, y))
        elif not where.key or not where.allowed:
            event.ignore()
            return True
        elif areas:
            self._ground.areas_dropped.emit(ids, where.key)
            self._told(ids, where.key)
        else:
            self._ground.dropped.emit(ids, where.key, self._also(event))
            self._told(ids, where.key)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        return True

    def _wait(self) -> None:
        """Let the view move; where it lands is told with the next movement."""

    def _also(self, event: QDropEvent) -> bool:
        return bool(event.modifiers() & _COPY) and not is_flow(self._ground.model)

    def _landing(self, event: QDropEvent, ids: Sequence[str], areas: bool) -> Landing:
        x, y = self._ground.to_board(event.position())
        if areas:
            return area_landing(self._ground, ids, x, y)
        return landing(self._ground, ids, x, y, also=self._also(event))

    def _ids(self, event: QDropEvent) -> tuple[list[str], bool]:
        """Return what is carried as far as it can land here, and whether these are areas."""
        data, plan = event.mimeData(), self._ground.model.plan
        if data.hasFormat(MIME_NOTES):
            ids = _lines(data.data(MIME_NOTES).data())
            return ([id for id in ids if plan.has(id)] if is_flow(self._ground.model) else ids), False
        if data.hasFormat(MIME_INSIGHTS):
            keys = [f"insight:{id}" for id in _lines(data.data(MIME_INSIGHTS).data())]
            return [key for key in keys if key in plan.areas], True
        return [], False


def _lines(data: bytes | bytearray | memoryview) -> list[str]:
    return [id for id in bytes(data).decode("utf-8", "replace").split("\n") if id]


def spread(ids: Sequence[str], x: float, y: float) -> dict[str, tuple[int, int]]:
    """Return places in a near square for notes that come from elsewhere, on the grid from ``x``, ``y`` on."""
    columns = min(6, ceil(sqrt(len(ids))))
    pitch_x, pitch_y = CARD + GAP, HEIGHTS[-1] + GAP
    left, top = round((x - CARD / 2) / GRID) * GRID, round(y / GRID) * GRID
    return {id: (left + at % columns * pitch_x, top + at // columns * pitch_y) for at, id in enumerate(ids)}
