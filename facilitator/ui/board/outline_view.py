"""The twin of the canvas for keyboards and screen readers: the same board as a tree."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facilitator.ui.board.ground import is_flow
from facilitator.ui.board.keys import ASKED, follow, wish
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_moves import carried, is_ours, landing
from facilitator.ui.board.outline_sheet import RowSheet
from facilitator.ui.board.outline_tree import OutlineTree
from facilitator.ui.kit.theme import Theme

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_SELECT = QItemSelectionModel.SelectionFlag
_ON_CANVAS = frozenset({"zoom_in", "zoom_out", "fit", "full"})


class OutlineView(OutlineTree):
    """Shows a ``BoardModel`` as areas with their notes; what people do with it is told by signals.

    Choice and place of the keyboard are those of the model, so they go along to the canvas and back.

    Signals:
        opened: Everything about a note is wanted, or an area as a list: its id or key.
        edited: Id of a note and its new text.
        renamed: Key of an area and its new title.
        asked: A wish about what is chosen, such as ``delete`` or ``park``.
        dropped: Ids of notes, key of where they were dropped, whether they also stay where they are.
        areas_dropped: Keys of areas, key of the frame where they were dropped.
        menu_wanted: Global place for a menu about what is chosen.
        left: The keyboard wants to leave the board.
    """

    opened = Signal(str)
    edited = Signal(str, str)
    renamed = Signal(str, str)
    asked = Signal(str)
    dropped = Signal(object, str, bool)
    areas_dropped = Signal(object, str)
    menu_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self.readonly = False
        self._in_step = False
        self.sheet = RowSheet(self, self.edited, self.renamed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.doubleClicked.connect(self._on_twice)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.chosen_changed.connect(self._show_chosen)
        model.current_changed.connect(self._show_current)
        # Behind the rows, which follow the same signal.
        model.changed.connect(self._on_changed)
        model.hits_changed.connect(self._on_changed)
        self._on_changed()

    # What is seen

    def restore_view(self, view: dict[str, object]) -> None:
        self._catch_up()
        super().restore_view(view)

    def reveal(self, item: str, flash: bool = False) -> None:
        """Scroll to a note or area, and unfold the area it is in; with ``flash`` the keyboard goes there."""
        self._catch_up()
        index = self.rows.index_of(item, self.board.inside)
        if index.isValid():
            self.expand(index.parent())
            self.scrollTo(index)
            if flash:
                self.board.set_current(item, self.rows.key_of(index))

    def shown(self) -> list[tuple[str, list[str]]]:
        """Return the keys of the areas with their notes, as they are shown."""
        self._catch_up()
        return self.rows.shown()

    # Seen or not

    def sleep(self) -> None:
        """Follow nothing while nobody sees this; it falls asleep by itself when it goes off the screen."""
        self.rows.sleep()

    def wake(self) -> None:
        """Show everything as it is now."""
        if self.rows.asleep:
            self.rows.wake()
            self._on_changed()

    def _catch_up(self) -> None:
        if self.rows.asleep:
            self.wake()
            self.sleep()

    def showEvent(self, event: QShowEvent) -> None:
        self.wake()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.sleep()

    # In step with the canvas

    @Slot()
    @Slot(object)
    def _on_changed(self, _touched: object = None) -> None:
        self._show_chosen()
        self._show_current(self.board.current)

    @Slot()
    def _show_chosen(self) -> None:
        if self._in_step or self.rows.asleep:
            return
        self._in_step = True
        self.selectionModel().select(self.rows.chosen_rows(), _SELECT.ClearAndSelect)
        self._in_step = False
        self.viewport().update()

    @Slot(str)
    def _show_current(self, item: str) -> None:
        if self._in_step or self.rows.asleep:
            return
        index = self.rows.index_of(item, self.board.inside) if item else QModelIndex()
        if index != self.currentIndex():
            self._in_step = True
            self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
            self._in_step = False
            if index.isValid():
                self.scrollTo(index)

    @Slot(object, object)
    def _on_selection(self, _came: object, _went: object) -> None:
        if self._in_step or self.rows.changing:
            return
        items = self.rows.items_in(self.selectionModel().selection())
        self._in_step = True
        if len(items) == 1:
            current = self.currentIndex()
            self.board.choose(items, self.rows.item_of(current), self.rows.key_of(current))
        else:
            self.board.choose(items)
        self._in_step = False
        if any(len(self.board.plan.areas_of(item)) > 1 for item in items[:64]):
            # A note with several places is chosen in all of them.
            self._show_chosen()
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._in_step or self.rows.changing or not current.isValid():
            return
        self._in_step = True
        self.board.set_current(self.rows.item_of(current), self.rows.key_of(current))
        self._in_step = False

    # Keys

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            wanted = wish(event)
            if wanted and wanted not in _ON_CANVAS and self._may(wanted):
                event.accept()
                return True
        return super().event(event)

    def _may(self, wanted: str) -> bool:
        return not wanted.startswith("carry:") or (
            not self.readonly and carried(self.board, wanted) is not None
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = wish(event)
        what, _colon, direction = wanted.partition(":")
        if what in ("go", "extend"):
            self._go(direction, extend=what == "extend")
        elif what == "carry":
            self._carry(wanted)
        elif wanted == "edit":
            self._edit(self.board.current)
        elif wanted == "open":
            self._open(self.board.current)
        elif wanted == "menu":
            self._ask_menu()
        elif wanted == "release" and not self.board.chosen:
            self.left.emit()
        elif wanted and follow(self.board, wanted):
            pass
        elif wanted in ASKED:
            self.asked.emit(wanted)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands here, and jumping about would surprise."""

    def _go(self, direction: str, *, extend: bool) -> None:
        """Go to the row above or below; sideways fold, unfold, and go between an area and its notes."""
        here = self.currentIndex()
        if direction == "left" and here.isValid():
            if not here.parent().isValid():
                self.collapse(here)
                return
            target = here.parent()
        elif (
            direction == "right"
            and here.isValid()
            and not self.isExpanded(here)
            and self.rows.hasChildren(here)
        ):
            self.expand(here)
            return
        elif direction == "last":
            target = self.last_row()
        elif direction == "first" or not here.isValid():
            target = self.rows.index(0, 0)
        else:
            target = self.indexAbove(here) if direction == "up" else self.indexBelow(here)
        if target.isValid():
            self._arrive(self.rows.item_of(target), self.rows.key_of(target), extend=extend)

    def _arrive(self, item: str, inside: str, *, extend: bool) -> None:
        if not self.board.plan.has(item):
            if extend:
                self.board.set_current(item)
            else:
                self.board.choose([], item)
        elif extend:
            self.board.extend_to(item, inside)
        else:
            self.board.choose([item], item, inside)

    def _edit(self, item: str) -> None:
        """Write on a note; open an area as a list."""
        if item in self.board.plan.areas or self.readonly:
            self.opened.emit(item)
        elif item:
            self.sheet.start(item)

    def _open(self, item: str) -> None:
        """Show everything about a note; write the title of an insight."""
        area = self.board.plan.areas.get(item)
        if area is not None and area.kind == "insight" and not self.readonly:
            self.sheet.start(item)
        elif item:
            self.opened.emit(item)

    def _ask_menu(self) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        if not self.board.chosen:
            self.board.choose([self.board.current])
        self.scrollTo(index)
        self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))

    def _carry(self, wanted: str) -> None:
        found = None if self.readonly else carried(self.board, wanted)
        if found is None:
            return
        items, target = found
        if target in self.board.plan.frames:
            self.areas_dropped.emit(items, target)
        else:
            self.dropped.emit(items, target, False)

    # Mouse

    @Slot(QModelIndex)
    def _on_twice(self, index: QModelIndex) -> None:
        self._edit(self.rows.item_of(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu()
            return
        index = self.indexAt(event.pos())
        item = self.rows.item_of(index)
        if item:
            if self.board.is_chosen(item):
                self.board.set_current(item, self.rows.key_of(index))
            else:
                self.board.choose([item], item, self.rows.key_of(index))
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and not self.board.current and self.rows.rowCount():
            # Who comes by keyboard sees where, and keys such as F2 have something to work on.
            seen = self.indexAt(QPoint(self.width() // 2, 4))
            index = seen if seen.isValid() else self.rows.index(0, 0)
            self._arrive(self.rows.item_of(index), self.rows.key_of(index), extend=False)

    # Drag and drop

    def startDrag(self, actions: Qt.DropAction) -> None:
        if not self.readonly:
            super().startDrag(actions)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)
        if not self.readonly and is_ours(event.mimeData()):
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # The base scrolls when the pointer is near an edge; whether it may be dropped, we know better.
        super().dragMoveEvent(event)
        _items, target = self._landing(event)
        self._light(self.rows.key_of(self.indexAt(event.position().toPoint())) if target else "")
        if target:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light("")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        items, target = self._landing(event)
        self._light("")
        if not target:
            event.ignore()
            return
        # Not as a move of ours: the base would take the rows away before the board has changed.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if target in self.board.plan.frames:
            self.areas_dropped.emit(items, target)
        else:
            self.dropped.emit(items, target, self._also(event))

    def _light(self, key: str) -> None:
        if key != self.delegate.drop:
            self.delegate.drop = key
            self.viewport().update()

    def _also(self, event: QDropEvent) -> bool:
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and not is_flow(self.board)

    def _landing(self, event: QDropEvent) -> tuple[list[str], str]:
        """Return what is carried and where it would land; nowhere when it cannot."""
        if self.readonly:
            return [], ""
        key = self.rows.key_of(self.indexAt(event.position().toPoint()))
        return landing(self.board, event.mimeData(), key, also=self._also(event))
