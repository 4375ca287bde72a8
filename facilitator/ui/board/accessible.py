"""A board for screen readers: what is only painted is told as groups of notes, made when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import ref

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from shiboken6 import isValid

from facilitator.domain.board import BY_HAND, Area, Box
from facilitator.ui.board.ground import Ground, under

_BOARD_CLASS = "BoardCanvas"
_INSTALLED = "boards_are_told"


class Voice(QObject):
    """What a screen reader is told of one board.

    The system asks by pointer, so every part that was made is held here until the board goes.
    """

    def __init__(self, ground: Ground, widget: QWidget) -> None:
        super().__init__(widget)
        self.ground, self.widget = ground, widget
        self._board: BoardVoice | None = None
        self._parts: dict[tuple[str, str], tuple[int, PartVoice]] = {}
        model = ground.model
        model.current_changed.connect(self.say_focus)
        model.chosen_changed.connect(self._say_chosen)
        model.changed.connect(self._on_changed)
        install()

    def __del__(self) -> None:
        self._forget_all()

    def board(self) -> BoardVoice:
        """Return the board itself."""
        if self._board is None or not isValid(self._board):
            self._board = BoardVoice(self)
        return self._board

    def part(self, area: str, note: str = "") -> PartVoice | None:
        """Return an area, or a note in it, when it is there."""
        if not self.is_here(area, note):
            return None
        known = self._parts.get((area, note))
        if known is None or not isValid(known[1]):
            made = PartVoice(self, area, note)
            known = self._parts[area, note] = (QAccessible.registerAccessibleInterface(made), made)
        return known[1]

    @property
    def count(self) -> int:
        """Return how many parts are held."""
        return len(self._parts)

    def keys(self) -> list[str]:
        """Return the keys of the areas in reading order."""
        plan = self.ground.model.plan
        return [*plan.areas, BY_HAND] if plan.free else [*plan.areas]

    def area(self, key: str) -> Area | None:
        """Return an area, what was laid by hand as one."""
        plan = self.ground.model.plan
        return plan.by_hand() if key == BY_HAND else plan.areas.get(key)

    def notes(self, key: str) -> list[str]:
        """Return the notes of an area in reading order."""
        plan = self.ground.model.plan
        if key == BY_HAND:
            return plan.by_hand_in_rows()
        area = plan.areas.get(key)
        return area.ids if area is not None else []

    def is_here(self, area: str, note: str) -> bool:
        """Tell whether an area, or a note in it, is still there."""
        plan = self.ground.model.plan
        if not note:
            return area in plan.areas or (area == BY_HAND and bool(plan.free))
        return note in plan.free if area == BY_HAND else area in plan.areas_of(note)

    def current(self) -> PartVoice | None:
        """Return where the keyboard is."""
        model = self.ground.model
        item = model.current
        if item in model.plan.areas:
            return self.part(item)
        places = model.plan.areas_of(item)
        inside = model.inside if model.inside in places else next(iter(places), BY_HAND)
        return self.part(inside, item) if item else None

    def box(self, area: str, note: str) -> Box | None:
        """Return where a part lies on the board."""
        plan = self.ground.model.plan
        if not self.is_here(area, note):
            return None
        if area == BY_HAND:
            return plan.free[note] if note else plan.by_hand().box
        found = plan.areas[area]
        return found.box_of(plan.index_in(area, note)) if note else found.box

    # what is told without being asked

    @Slot(str)
    def say_focus(self, _item: str = "") -> None:
        """Tell where the keyboard has gone."""
        if QAccessible.isActive() and self.widget.hasFocus():
            part = self.current()
            if part is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))

    @Slot()
    def _say_chosen(self) -> None:
        if not QAccessible.isActive():
            return
        part = self.current()
        if part is not None and len(self.ground.model.chosen) < 2:
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Selection))
        else:
            QAccessible.updateAccessibility(QAccessibleEvent(self.widget, QAccessible.Event.SelectionWithin))

    def announce(self, text: str) -> None:
        """Tell something that happened."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.widget, text))

    # letting go

    @Slot(object)
    def _on_changed(self, _touched: object) -> None:
        for area, note in [key for key in self._parts if not self.is_here(*key)]:
            self._forget(area, note)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.widget, QAccessible.Event.ObjectReorder))

    def _forget(self, area: str, note: str) -> None:
        number, part = self._parts.pop((area, note))
        if isValid(part):
            QAccessible.deleteAccessibleInterface(number)

    def _forget_all(self) -> None:
        for key in list(self._parts):
            self._forget(*key)
        board, self._board = self._board, None
        if board is not None and isValid(board):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(board))


class PartVoice(QAccessibleInterface):
    """One area as a group, or one note as an item of it."""

    def __init__(self, voice: Voice, area: str, note: str) -> None:
        super().__init__()
        self._voice = voice
        self.area, self.note = area, note

    def isValid(self) -> bool:
        return isValid(self._voice.widget) and self._voice.is_here(self.area, self.note)

    def object(self) -> QObject | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return None

    def window(self) -> QWindow | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._voice.widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        if self.note:
            return self._voice.part(self.area)
        return QAccessible.queryAccessibleInterface(self._voice.widget)

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        notes = self._notes()
        return self._voice.part(self.area, notes[index]) if 0 <= index < len(notes) else None

    def childCount(self) -> int:
        return len(self._notes())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        notes = self._notes()
        if isinstance(child, PartVoice) and child.area == self.area and child.note in notes:
            return notes.index(child.note)
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        found = None if self.note else part_at(self._voice, x, y)
        return found if found is not None and found.note and found.area == self.area else None

    def focusChild(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        found = self._voice.current() if not self.note and self._voice.widget.hasFocus() else None
        return found if found is not None and found.area == self.area else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem if self.note else QAccessible.Role.Grouping

    def state(self) -> QAccessible.State:
        state, model = QAccessible.State(), self._voice.ground.model
        current = self._voice.current()
        # Bit fields of Qt: they are not in its stubs.
        state.focusable = state.selectable = True  # pyright: ignore[reportAttributeAccessIssue]
        here = current is not None and (current.area, current.note) == (self.area, self.note)
        state.focused = here and self._voice.widget.hasFocus()  # pyright: ignore[reportAttributeAccessIssue]
        state.selected = model.is_chosen(self.note or self.area)  # pyright: ignore[reportAttributeAccessIssue]
        box = self._voice.box(self.area, self.note)
        if box is None or not box.meets(self._voice.ground.visible_box()):
            state.offscreen = True  # pyright: ignore[reportAttributeAccessIssue]
        return state

    def rect(self) -> QRect:
        box = self._voice.box(self.area, self.note)
        if box is None:
            return QRect()
        seen = self._voice.ground.to_view(box).toRect()
        return QRect(self._voice.widget.mapToGlobal(seen.topLeft()), seen.size())

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        model = self._voice.ground.model
        if kind == QAccessible.Text.Name:
            if self.note:
                return model.face(self.note).spoken
            area = self._voice.area(self.area)
            return model.area_face(area).said if area is not None else ""
        if kind == QAccessible.Text.Description and self.note:
            return model.state_said(self.note)
        if kind == QAccessible.Text.Description:
            frames = model.plan.frames.values()
            return "; ".join(model.area_title(frame) for frame in frames if self.area in frame.areas)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: notes are written by Enter."""

    def _notes(self) -> list[str]:
        return [] if self.note else self._voice.notes(self.area)


class BoardVoice(QAccessibleWidget):
    """The whole board as a list; real widgets that lie on it come after what is painted."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice.widget, QAccessible.Role.List, "")
        # Qt never lets go of what a factory made: it must not hold the board.
        self._heard = ref(voice)

    @property
    def _voice(self) -> Voice:
        voice = self._heard()
        assert voice is not None
        return voice

    def childCount(self) -> int:
        return len(self._voice.keys()) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        keys = self._voice.keys()
        if 0 <= index < len(keys):
            return self._voice.part(keys[index])
        return super().child(index - len(keys))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        keys = self._voice.keys()
        if isinstance(child, PartVoice):
            return keys.index(child.area) if child.area in keys and not child.note else -1
        place = super().indexOfChild(child)
        return place + len(keys) if place >= 0 else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        for widget in widgets_on(self._voice.widget):
            if QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()).contains(x, y):
                return QAccessible.queryAccessibleInterface(widget)
        found = part_at(self._voice, x, y)
        return self._voice.part(found.area) if found is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        board, focus = self._voice.widget, QApplication.focusWidget()
        if focus is board:
            return self._voice.current()
        if focus is not None and board.isAncestorOf(focus):
            return QAccessible.queryAccessibleInterface(focus)
        return None

    def state(self) -> QAccessible.State:
        state = super().state()
        state.extSelectable = True  # pyright: ignore[reportAttributeAccessIssue]
        return state


def widgets_on(board: QWidget) -> Iterator[QWidget]:
    """Yield the real widgets that are seen on a board."""
    for child in board.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child


def part_at(voice: Voice, x: int, y: int) -> PartVoice | None:
    """Return the note, else the area, at a place of the screen."""
    point = QPointF(voice.widget.mapFromGlobal(QPoint(x, y)))
    if not voice.widget.rect().contains(point.toPoint()):
        return None
    found = under(voice.ground, point)
    if found.what == "note":
        return voice.part(found.area or BY_HAND, found.item)
    return voice.part(found.area) if found.area else None


def install() -> None:
    """Let Qt ask here for the voice of boards; once is enough."""
    app = QCoreApplication.instance()
    if app is not None and not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_voice_of)


def _voice_of(kind: str, asked: QObject) -> QAccessibleInterface | None:
    if kind != _BOARD_CLASS:
        return None
    voice = getattr(getattr(asked, "hands", None), "voice", None)
    return voice.board() if isinstance(voice, Voice) else None
