"""A list view of cards to choose, open, put in order and drop things on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
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
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.ui.kit.group_face import GroupRole
from facilitator.ui.kit.theme import Theme
from facilitator.ui.widgets.note_view import BY_KEY

LARGE_TEXT = 1.4
"""From this text scale on headings go and buttons are drawings, so that the notes keep their room."""

Dragged = QDragEnterEvent | QDragMoveEvent | QDropEvent


class CardView(QListView):
    """Cards of one kind; it changes nothing itself.

    ``onto`` are drag formats that may be dropped on a card, ``order`` that of the cards themselves,
    which may be dropped between two of them. With ``ground`` the first ``onto`` format may also be
    dropped beside all cards; the card's id is empty then. ``also`` tells whether Control was held.

    Signals:
        opened: Id of a card, on Enter or a double click.
        chosen_changed: The selection or the current card differs now.
        left: Escape was pressed.
        delete_asked: Delete was pressed.
        menu_wanted: Global place for a menu about the chosen cards.
        dropped: Drag format, id of the card it fell on, and the dragged ids.
        moved: Ids of dragged cards and the row they were dropped before.
    """

    opened = Signal(str)
    chosen_changed = Signal()
    left = Signal()
    delete_asked = Signal()
    menu_wanted = Signal(object)
    dropped = Signal(str, str, object)
    moved = Signal(object, int)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        onto: tuple[str, ...] = (),
        order: str = "",
        ground: bool = False,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._onto, self._order, self._ground = onto, order, ground
        self.target_row = -1
        self.before_row = -1
        self.over_ground = False
        self.also = False
        self.setProperty("bare", True)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.verticalScrollBar().setSingleStep(theme.px(40))
        self.doubleClicked.connect(self._open)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            self.selectionModel().selectionChanged.connect(self._tell)
            self.selectionModel().currentChanged.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.chosen_changed.emit()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(str(index.data(GroupRole.ID)))

    def selected_ids(self) -> list[str]:
        """Return the ids of the chosen cards in order."""
        if self.model() is None:
            return []
        rows = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [str(row.data(GroupRole.ID)) for row in rows]

    def current_id(self) -> str:
        """Return the id of the card where the keyboard is, or an empty text."""
        index = self.currentIndex()
        return str(index.data(GroupRole.ID)) if index.isValid() else ""

    def choose_ids(self, ids: Iterable[str]) -> None:
        """Choose exactly the cards with these ids that are here; the last becomes the current one."""
        wanted = set(ids)
        model = self.model()
        chosen = QItemSelection()
        last = QModelIndex()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(GroupRole.ID) in wanted:
                chosen.select(index, index)
                last = index
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if last.isValid():
            self.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(last)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEY and not self.selectionModel().hasSelection():
            # Who comes by keyboard sees where, and keys have something to work on.
            model, room = self.model(), self.viewport().rect()
            rows = [model.index(row, 0) for row in range(model.rowCount())]
            seen = next((row for row in rows if room.contains(self.visualRect(row).topLeft())), None)
            if rows:
                self.setCurrentIndex(seen or rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.choose_ids([str(index.data(GroupRole.ID))])
            self.menu_wanted.emit(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls by itself near an edge
        self._weigh(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._forget_target()

    def dropEvent(self, event: QDropEvent) -> None:
        kind = self._weigh(event)
        target, before, ground = self.target_row, self.before_row, self.over_ground
        self.also = _with_control(event)
        self._forget_target()
        self.setState(QAbstractItemView.State.NoState)
        if not kind:
            return
        ids = [
            id
            for id in bytes(event.mimeData().data(kind).data()).decode("utf-8", "replace").split("\n")
            if id
        ]
        if before >= 0:
            self.moved.emit(ids, before)
        elif target >= 0 or ground:
            index = self.model().index(target, 0)
            self.dropped.emit(kind, str(index.data(GroupRole.ID)) if index.isValid() else "", ids)

    def _weigh(self, event: Dragged) -> str:
        """Find out what would happen here, show it, and return the drag format that counts (or none)."""
        data = event.mimeData()
        place = event.position().toPoint()
        index = self.indexAt(place)
        kind = next((mime for mime in self._onto if data.hasFormat(mime)), "")
        target = before = -1
        ground = False
        if kind:
            target = index.row() if index.isValid() else -1
            ground = target < 0 and self._ground and kind == self._onto[0]
        elif self._order and data.hasFormat(self._order):
            kind = self._order
            before = self._row_before(place)
        if (target, before, ground) != (self.target_row, self.before_row, self.over_ground):
            self.target_row, self.before_row, self.over_ground = target, before, ground
            self.viewport().update()
        if target < 0 and before < 0 and not ground:
            event.ignore()
            return ""
        event.setDropAction(Qt.DropAction.CopyAction if _with_control(event) else Qt.DropAction.MoveAction)
        event.accept()
        return kind

    def _row_before(self, place: QPoint) -> int:
        model = self.model()
        sideways = self.isWrapping()
        for row in range(model.rowCount()):
            box = self.visualRect(model.index(row, 0))
            if sideways and box.top() <= place.y() <= box.bottom() and place.x() < box.center().x():
                return row
            if not sideways and place.y() < box.center().y():
                return row
            if sideways and place.y() < box.top():
                return row
        return model.rowCount()

    def _forget_target(self) -> None:
        self.target_row = self.before_row = -1
        self.over_ground = False
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.before_row < 0 and not self.over_ground:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.over_ground:
            painter.setPen(QPen(self.theme.primary, 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.viewport().rect().adjusted(3, 3, -3, -3), 8, 8)
        else:
            painter.fillRect(self._gap_rect(), self.theme.primary)
        painter.end()

    def _gap_rect(self) -> QRect:
        """Return the bar that shows between which cards the dragged ones would go."""
        model = self.model()
        after = self.before_row >= model.rowCount()
        box = self.visualRect(model.index(min(self.before_row, model.rowCount() - 1), 0))
        thick = max(3, self.theme.px(3))
        if self.isWrapping():
            return QRect(
                box.right() - thick if after else box.left(), box.top() + 6, thick, box.height() - 12
            )
        return QRect(box.left() + 6, box.bottom() - thick if after else box.top(), box.width() - 12, thick)


def _with_control(event: Dragged) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
