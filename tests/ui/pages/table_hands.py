"""Hands for the grouping table: real presses, moves and drops on the board of the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.store.session import SessionStore
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.pages.group_page import GroupPage
from tests.ui.pages.group_window import (
    living,
)

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def canvas(page: GroupPage) -> BoardCanvas:
    return page.desk.board.canvas


def head(page: GroupPage, key: str) -> QPoint:
    """Return a pixel in the title of an area or frame."""
    plan = page.desk.board.model.plan
    item = plan.areas.get(key) or plan.frames[key]
    box = item.box
    seen = canvas(page).to_view(box._replace(h=item.head))
    return (seen.topLeft() + QPointF(min(seen.width() / 2, 60), seen.height() / 2)).toPoint()


def middle(page: GroupPage, item: str) -> QPoint:
    box = page.desk.board.model.plan.box(item)
    assert box is not None
    return canvas(page).to_view(box).center().toPoint()


def ground(page: GroupPage) -> QPoint:
    """Return a pixel where nothing lies."""
    view, plan = canvas(page), page.desk.board.model.plan
    for y in range(4, view.height(), 12):
        for x in range(4, view.width(), 12):
            at = QPoint(x, y)
            place = view.to_board(QPointF(at))
            if not plan.area_at(*place) and not plan.frame_at(*place) and view.childAt(at) is None:
                return at
    raise AssertionError("the table is full")


def drag(page: GroupPage, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Press, move and let go, as a hand does."""
    view = canvas(page)
    QTest.mousePress(view, LEFT, held, start)
    for share in (0.1, 0.4, 0.8, 1.0):
        at = start + (end - start) * share
        QTest.mouseMove(view, at)
    QTest.mouseRelease(view, LEFT, held, end)
    QApplication.processEvents()


def drop(page: GroupPage, mime: str, ids: list[str], at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Drop what comes from another list."""
    view = canvas(page)
    data = QMimeData()
    data.setData(mime, "\n".join(ids).encode())
    QApplication.sendEvent(view, QDragEnterEvent(at, BOTH, data, LEFT, held))
    QApplication.sendEvent(view, QDragMoveEvent(at, BOTH, data, LEFT, held))
    QApplication.sendEvent(view, QDropEvent(QPointF(at), BOTH, data, LEFT, held))
    QApplication.processEvents()


def places(store: SessionStore, note: str) -> tuple[str, ...]:
    found = store.state.note(note)
    assert found is not None
    return found.insights


def is_taken_back(store: SessionStore, doing: Callable[[], object]) -> bool:
    """Tell whether a gesture changes something and one undo takes all of it back."""
    before = living(store.state)
    doing()
    changed = living(store.state) != before
    store.undo()
    return changed and living(store.state) == before


def on_note(page: GroupPage, note: str) -> None:
    canvas(page).setFocus()
    page.desk.board.model.choose([note], note)
