"""A board under test: real notes in a plan, a canvas that is shown, and ears for what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.domain.board import Area, Box, Frame, Plan, flow_plan, table_plan
from facilitator.domain.changes import ChangeSet, RowChange
from facilitator.domain.entities import Note
from facilitator.domain.schema import ENTITY_TYPES
from facilitator.domain.state import State
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.kit.theme import load_theme
from tests.helpers.ui import dress

FLOW = "all|*"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
SIGNALS = ("opened", "edited", "renamed", "asked", "moved", "dropped", "areas_dropped", "menu_wanted", "left")


def face(note: Note) -> NoteFace:
    return NoteFace(note.text, note.kind, "E", note.persona, note.starred, False, f"{note.text}. ervaring")


class Table(QWidget):
    """A window with a board and a field beside it; a small dialogue stands behind it.

    Attributes:
        told: What the board told: name of the signal and what it carried.
    """

    def __init__(self, theme: str = "light", scale: int = 100) -> None:
        super().__init__()
        look = load_theme(theme, scale)
        dress(look)
        self.state = State({name: {} for name in ENTITY_TYPES})
        self.model = BoardModel(face, self._area_face, self)
        self.canvas = BoardCanvas(look, self.model, self)
        self.canvas.setAccessibleName("Bord")
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Veld")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.field)
        self.told: list[tuple[Any, ...]] = []
        for name in SIGNALS:
            signal = getattr(self.canvas, name)
            signal.connect(lambda *what, name=name: self.told.append((name, *what)))

    def _area_face(self, area: Area | Frame) -> AreaFace:
        found = self.state.insight(area.group) or self.state.goal(area.group)
        title = found.title if found is not None else area.key
        number = len(area.ids) if isinstance(area, Area) else len(area.areas)
        return AreaFace(title, f"{number} notities")

    def put(self, kind: type[Any], id: str, /, **fields: object) -> RowChange:
        """Write one entity."""
        table = self.state.tables[kind.__name__.lower()]
        before = table.get(id)
        after = replace(before or kind(id=id, alive=True), **fields)
        table[id] = after
        return RowChange(kind.__name__.lower(), id, before, after)

    def change(self, *rows: RowChange) -> None:
        """Let the board follow."""
        self.model.apply(ChangeSet("note.changed", "edit", rows))

    def plan(self, key: str = FLOW, arrangement: str = "rows") -> Plan:
        if key == "table":
            return table_plan(self.state, with_tray=True)
        notes = self.state.notes
        return flow_plan(self.state, key, notes, lambda _note: True, arrangement, "kind")

    def at(self, item: str) -> QPoint:
        """Return the pixel to press for a note, or the head of an area or frame."""
        plan = self.model.plan
        if item in plan.areas:
            return self.pixel(plan.areas[item].head_box)
        if item in plan.frames:
            frame = plan.frames[item]
            return self.pixel(Box(frame.x, frame.y, frame.w, frame.head))
        box = plan.box(item)
        assert box is not None
        return self.pixel(box)

    def pixel(self, box: Box) -> QPoint:
        return self.canvas.to_view(box).center().toPoint()

    def ground(self) -> QPoint:
        """Return a pixel of the board with nothing there."""
        bounds = self.model.plan.bounds
        return self.pixel(Box(bounds.x - 12, bounds.y - 12, 2, 2))

    def drag(
        self, start: QPoint, *way: QPoint, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        """Press, go along a way, and let go at its end."""
        self.press(start, held=held, button=button)
        self.go(*way, held=held, button=button)
        QTest.mouseRelease(self.canvas, button, held, way[-1])

    def press(
        self, start: QPoint, *, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        QTest.mousePress(self.canvas, button, held, start)

    def go(self, *way: QPoint, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        window = self.windowHandle()
        for point in way:
            for step in (point + QPoint(1, 0), point):
                # QTest moves without a button in hand; a window tells which one is held.
                place = self.canvas.mapTo(self, step)
                QTest.mouseMove(window, place)
                send_move(self.canvas, step, held, button)

    def heard(self, name: str) -> list[tuple[Any, ...]]:
        """Return what a signal told."""
        return [what[1:] for what in self.told if what[0] == name]


def send_move(widget: QWidget, at: QPoint, held: Qt.KeyboardModifier, button: Qt.MouseButton) -> None:
    """Move the mouse with a button held, as the system tells it."""

    place, globally = QPointF(at), QPointF(widget.mapToGlobal(at))
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, place, globally, none, button, held))


def show(table: Table, qtbot: QtBot, plan: Plan, size: Sequence[int] = (1100, 800)) -> Table:
    """Show the window with a plan, the keyboard on the board."""
    qtbot.addWidget(table)
    table.model.show(plan)
    table.resize(*size)
    with qtbot.waitActive(table):
        table.show()
    table.canvas.full()
    table.canvas.home()
    table.canvas.setFocus()
    QApplication.processEvents()
    return table


def flow(qtbot: QtBot, notes: int = 12, arrangement: str = "rows", **look: Any) -> Table:
    """Return a board of captured notes n0, n1 …"""
    table = Table(**look)
    for number in range(notes):
        kind = e.KINDS[number % 2]
        table.put(e.Note, f"n{number}", text=f"notitie {number}", seq=number, kind=kind)
    return show(table, qtbot, table.plan(arrangement=arrangement))


def grouping(qtbot: QtBot, **look: Any) -> Table:
    """Return a grouping table: insights i0 and i1 under goal g0, i2 without; two notes each; two loose."""
    table = Table(**look)
    table.put(e.Goal, "g0", title="Dichtbij", seq=0)
    table.put(e.Goal, "g1", title="Op tijd", seq=1)
    for number, goals in enumerate((("g0",), ("g0",), ())):
        table.put(e.Insight, f"i{number}", title=f"Inzicht {number}", goals=goals, seq=number)
    for number in range(8):
        insights = (f"i{number // 2}",) if number < 6 else ()
        table.put(e.Note, f"n{number}", text=f"notitie {number}", seq=number, insights=insights)
    table = show(table, qtbot, table.plan("table"), (1500, 1000))
    table.canvas.fit()
    return table
