"""The hands on a board: all that people do with mouse, wheel, keys, fingers and dragged things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from facilitator.ui.board.accessible import Voice
from facilitator.ui.board.carry import Carry
from facilitator.ui.board.drag import Drag
from facilitator.ui.board.drop_in import DropIn
from facilitator.ui.board.ground import Ground, card_box, under
from facilitator.ui.board.keys import ASKED, follow, wish
from facilitator.ui.board.note_editor import NoteEditor
from facilitator.ui.board.pointer import Pointer, lift_areas, lift_notes
from facilitator.ui.board.touch import Touch

BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_TOLD_FROM, _TOLD_TO, _CLEAR = 60, 1500, 0.8
"""Characters from which and up to which a card is told in a tooltip; always below this zoom."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Control)


class Hands(QObject):
    """Turns events of one board into choices, wishes and movements of the view.

    Attributes:
        readonly: Nothing may be changed: cards stay where they lie, and nobody writes on them.
    """

    def __init__(self, ground: Ground) -> None:
        widget = cast("QWidget", ground)
        super().__init__(widget)
        self._ground, self._widget = ground, widget
        self.readonly = False
        self._awaited: tuple[tuple[str, ...], str] | None = None
        self.voice = Voice(ground, widget)
        self.editor = NoteEditor(ground, widget)
        self.drag = Drag(ground, widget, self._expect)
        self.carry = Carry(ground, widget, self._expect)
        self.pointer = Pointer(ground, widget, self.drag, self._may_change)
        self.touch = Touch(ground, widget, self.drag, self)
        self.drop_in = DropIn(ground, widget, self._expect)
        ground.model.changed.connect(self._on_changed)
        self._takers = self._all_takers()
        self._doers: dict[str, Callable[[], object]] = {
            "edit": self.edit,
            "open": self.open,
            "release": self._release,
            "menu": self._menu_by_key,
            "zoom_in": ground.zoom_in,
            "zoom_out": ground.zoom_out,
            "fit": ground.fit,
            "full": ground.full,
        }
        widget.setAcceptDrops(True)
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.installEventFilter(self)

    def _all_takers(self) -> dict[QEvent.Type, Callable[[Any], bool]]:
        kind = QEvent.Type
        return {
            kind.MouseButtonPress: self._press,
            kind.MouseMove: self.pointer.move,
            kind.MouseButtonRelease: self.pointer.release,
            kind.MouseButtonDblClick: self._twice,
            kind.Wheel: self.pointer.wheel,
            kind.Leave: self.pointer.leave,
            kind.ShortcutOverride: self._override,
            kind.KeyPress: self._key,
            kind.KeyRelease: self._key_up,
            kind.FocusIn: self._focus_in,
            kind.FocusOut: self._focus_out,
            kind.ContextMenu: self._menu,
            kind.ToolTip: self._tell,
            kind.TouchBegin: self.touch.handle,
            kind.TouchUpdate: self.touch.handle,
            kind.TouchEnd: self.touch.handle,
            kind.TouchCancel: self.touch.handle,
            kind.NativeGesture: self.touch.pinch,
            kind.DragEnter: self._come_in,
            kind.DragMove: self.drop_in.move,
            kind.DragLeave: self.drop_in.leave,
            kind.Drop: self.drop_in.drop,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A board nobody holds any more is still told things by Qt while Python clears it up.
        take = self.__dict__.get("_takers", {}).get(event.type())
        return take is not None and take(event)

    def _may_change(self) -> bool:
        return not self.readonly

    def _come_in(self, event: QDragEnterEvent) -> bool:
        return not self.readonly and self.drop_in.enter(event)

    # what the keyboard is on

    def edit(self) -> None:
        """Write on the current note, or open the current area as a list."""
        current = self._ground.model.current
        if current in self._ground.model.plan.areas:
            self._ground.opened.emit(current)
        elif current and not self.readonly:
            self.editor.start(current)
        elif current:
            self._ground.opened.emit(current)

    def open(self) -> None:
        """Show everything about the current note, or write the title of the current insight."""
        model = self._ground.model
        area = model.plan.areas.get(model.current)
        if area is not None and area.kind == "insight" and not self.readonly:
            self.editor.start(area.key)
        elif model.current:
            self._ground.opened.emit(model.current)

    def _release(self) -> None:
        model = self._ground.model
        if model.chosen:
            model.choose([])
        else:
            self._ground.left.emit()

    # mouse

    def _press(self, event: QMouseEvent) -> bool:
        self.carry.finish()
        self.editor.finish()
        self._widget.setFocus(Qt.FocusReason.MouseFocusReason)
        return self.pointer.press(event)

    def _twice(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._enter(event.position())
        return True

    def _enter(self, at: QPointF) -> None:
        found = under(self._ground, at)
        if found.what in ("note", "head"):
            self._ground.model.choose([found.item], found.item, found.area)
            self.edit()
        elif found.what == "frame":
            self._ground.opened.emit(found.item)

    def _menu(self, event: QContextMenuEvent) -> bool:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._menu_by_key()
            return True
        found = under(self._ground, QPointF(event.pos()))
        if found.what not in ("note", "head"):
            return False
        if self._ground.model.is_chosen(found.item):
            self._ground.model.set_current(found.item, found.area)
        else:
            self.pointer.choose_only(found)
        self._ground.menu_wanted.emit(event.globalPos())
        return True

    def _menu_by_key(self) -> None:
        model = self._ground.model
        box = card_box(model, model.current) if model.current else None
        if box is None:
            return
        if not model.is_chosen(model.current) and not model.chosen:
            model.choose([model.current])
        place = self._ground.to_view(box).center().toPoint()
        self._ground.menu_wanted.emit(self._widget.mapToGlobal(place))

    def _tell(self, event: QHelpEvent) -> bool:
        found = under(self._ground, QPointF(event.pos()))
        note = self._ground.model.note(found.item) if found.what == "note" else None
        if note is None or (len(note.text) < _TOLD_FROM and self._ground.zoom >= _CLEAR):
            QToolTip.hideText()
            return True
        text = note.text if len(note.text) <= _TOLD_TO else note.text[:_TOLD_TO] + "…"
        # Escaped by hand: a tooltip would otherwise guess mark-up in what people said.
        QToolTip.showText(
            event.globalPos(), f"<p style='white-space:pre-wrap'>{escape(text)}</p>", self._widget
        )
        return True

    # fingers

    def tap(self, at: QPointF, *, twice: bool) -> None:
        """Choose what is touched; touched twice it opens for writing."""
        self.editor.finish()
        self._widget.setFocus(Qt.FocusReason.MouseFocusReason)
        if twice:
            self._enter(at)
        else:
            self.pointer.choose_only(under(self._ground, at))

    def lift(self, at: QPointF) -> bool:
        """Take in hand what a finger holds."""
        found = under(self._ground, at)
        self.editor.finish()
        if self.readonly:
            return found.what in ("note", "head")
        if found.what == "note":
            lift_notes(self._ground, self.drag, found.item, at)
        elif found.what == "head" and found.item.startswith("insight:"):
            lift_areas(self._ground, self.drag, found.item, at)
        else:
            return found.what == "head"
        return True

    def add(self, at: QPointF) -> None:
        """Choose one more, or one less: it was held and not moved."""
        found = under(self._ground, at)
        if found.what in ("note", "head"):
            self._ground.model.toggle(found.item)

    # keys

    def _override(self, event: QKeyEvent) -> bool:
        """Keep from the window exactly the keys that do something here."""
        wanted = wish(event)
        if not wanted or (wanted.startswith("carry:") and not self._may_carry()):
            return False
        event.accept()
        return True

    def _may_carry(self) -> bool:
        return not self.readonly and self.carry.can()

    def _key(self, event: QKeyEvent) -> bool:
        wanted = wish(event)
        if event.key() == Qt.Key.Key_Space and wanted == "toggle":
            self._hold_space(event)
            return True
        if event.key() == Qt.Key.Key_Escape and (self.pointer.give_up() or self.carry.give_up()):
            return True
        if wanted.startswith("carry:"):
            if self._may_carry():
                self.carry.step(wanted.partition(":")[2])
            return True
        if not wanted:
            return False
        self.carry.finish()
        self._do(wanted)
        return True

    def _do(self, wanted: str) -> None:
        before = self._ground.model.current
        doer = self._doers.get(wanted)
        if doer is not None:
            doer()
        elif follow(self._ground.model, wanted):
            current = self._ground.model.current
            if current and current != before:
                self._ground.reveal(current)
        elif wanted in ASKED:
            self._ground.asked.emit(wanted)

    def _hold_space(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.carry.finish()
            self.pointer.grips, self.pointer.gripped = True, False
            self.pointer.show_grip()

    def _key_up(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return False
        if event.key() == Qt.Key.Key_Space and self.pointer.grips:
            self.pointer.grips = False
            self.pointer.show_grip()
            if not self.pointer.gripped:
                self._do("toggle")
            return True
        if event.key() in _ARROWS:
            self.carry.finish()
        return False

    def _focus_in(self, event: QFocusEvent) -> bool:
        model = self._ground.model
        if event.reason() in BY_KEY and not model.current:
            # Who comes by keyboard sees where, and keys such as F2 have something to work on.
            seen = next(iter(model.plan.within(self._ground.visible_box())), None)
            if seen is not None:
                model.choose([seen[0]], seen[0])
            else:
                model.go("first")
        self.voice.say_focus()
        return False

    def _focus_out(self, _event: QFocusEvent) -> bool:
        if self.carry.active:
            self.carry.finish()
        if self.pointer.grips:
            self.pointer.grips = False
            self.pointer.show_grip()
        return False

    # what became of it

    def _expect(self, items: Sequence[str], target: str) -> None:
        """Tell a screen reader that something moved, as soon as it has."""
        self._awaited = (tuple(items), target)
        self._on_changed(None)

    @Slot(object)
    def _on_changed(self, _touched: object) -> None:
        if self._awaited is None:
            return
        items, target = self._awaited
        plan = self._ground.model.plan
        group = plan.areas.get(target) or plan.frames.get(target)
        if group is None:
            self._awaited = None
            return
        frame = plan.frames.get(target)
        there = frame.areas if frame is not None else ()
        if all(item in there or target in plan.areas_of(item) for item in items):
            self._awaited = None
            title = self._ground.model.area_title(group)
            told = self.tr("%n moved to {place}", "", len(items)).format(place=title)
            self.voice.announce(told)
