"""A list view of sticky notes: papers on a board or rows of a list, quick with ten thousand of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.ui.kit.note_face import NoteRole
from facilitator.ui.kit.note_paint import NotePainter
from facilitator.ui.kit.theme import BODY, SMALL, Theme

MODES = ("board", "list")
NARROWEST, WIDEST = 188, 256
BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Ways by which the focus comes from the keyboard."""
_KEYS = {
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "delete",
    Qt.Key.Key_P: "park",
    Qt.Key.Key_M: "move",
    Qt.Key.Key_S: "star",
    Qt.Key.Key_G: "new_insight",
}


class NoteDelegate(QStyledItemDelegate):
    """Draws the rows of any model that answers the roles of ``NoteRole``; all cells have one size."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._painter = NotePainter(theme)
        self._theme = theme
        self.as_list = False
        self.cell = QSize(NARROWEST, NARROWEST)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        face = index.data(NoteRole.FACE)
        if face is None:
            return
        view = self.parent()
        if not isinstance(view, NoteView):
            return
        chosen = view.selectionModel().isSelected(index)
        active = view.hasFocus()
        # One chosen note is where the keyboard is; a second mark would only be noise.
        is_current = active and view.currentIndex() == index and not (chosen and view.few_chosen)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._theme.gap(8)
        cell = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        box = cell.adjusted(gap, gap, -gap, -gap) if not self.as_list else cell.adjusted(gap, 4, -gap, -4)
        draw = self._painter.strip if self.as_list else self._painter.paper
        draw(
            painter, box, face, index.data(NoteRole.STATE) or "", chosen=chosen, at=is_current, active=active
        )
        painter.restore()


class NoteView(QListView):
    """Notes to look at, choose and act on; it changes nothing itself.

    Give it a model that answers ``NoteRole`` with ``setModel``; ids come from the note itself.

    Signals:
        opened: Id of a note, on Enter or a double click.
        asked: A wish about the chosen notes: ``delete``, ``park``, ``move``, ``also``, ``new_insight``,
            ``star`` or ``copy``.
        menu_wanted: Global place for a menu about the chosen notes.
        chosen_changed: The selection differs now.
    """

    opened = Signal(str)
    asked = Signal(str)
    menu_wanted = Signal(object)
    chosen_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, mode: str = "board") -> None:
        super().__init__(parent)
        self._theme = theme
        self._delegate = NoteDelegate(theme, self)
        self._ground = _dotted(theme)
        self.mode = ""
        self.few_chosen = True
        self.setItemDelegate(self._delegate)
        self.setProperty("bare", True)
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(False)
        self.verticalScrollBar().setSingleStep(theme.px(40))
        self.doubleClicked.connect(self._open)
        self.set_mode(mode)

    def set_mode(self, mode: str) -> None:
        """Show papers (``board``) or rows (``list``); selection and place stay."""
        if mode == self.mode or mode not in MODES:
            return
        self.mode = mode
        self._delegate.as_list = mode == "list"
        board = mode == "board"
        self.setFlow(QListView.Flow.LeftToRight if board else QListView.Flow.TopToBottom)
        self.setWrapping(board)
        self._fit()
        self.scrollTo(self.currentIndex())

    def selected_ids(self) -> list[str]:
        """Return the ids of the chosen notes in reading order."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row) if self.model() else []
        return [note.id for row in rows if (note := row.data(NoteRole.NOTE)) is not None]

    def select_rows(self, rows: Sequence[int]) -> None:
        """Choose exactly these rows; the last becomes the current one and is scrolled to."""
        model = self.model()
        chosen = QItemSelection()
        for row in rows:
            index = model.index(row, 0)
            chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            last = model.index(rows[-1], 0)
            self.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(last)

    def reveal_row(self, row: int) -> None:
        """Scroll until the row is seen; the selection stays as it is."""
        if row >= 0:
            self.scrollTo(self.model().index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def allow_drag(self, *, out: bool = True, onto: bool = False) -> None:
        """Let notes be dragged away from here, or be dropped here."""
        self.setDragEnabled(out)
        self.setAcceptDrops(onto)
        self.setDragDropMode(
            QAbstractItemView.DragDropMode.DragDrop if onto else QAbstractItemView.DragDropMode.DragOnly
        )

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            self.selectionModel().selectionChanged.connect(self._tell_chosen)

    @Slot()
    def _tell_chosen(self) -> None:
        self.few_chosen = len(self.selectionModel().selectedIndexes()) < 2
        self.chosen_changed.emit()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        note = index.data(NoteRole.NOTE)
        if note is not None:
            self.opened.emit(note.id)

    def _fit(self) -> None:
        theme = self._theme
        body = ceil(QFontMetricsF(theme.font(BODY)).lineSpacing())
        small = QFontMetrics(theme.font(SMALL)).height()
        # The view keeps room for its scroll bar when it wraps, whether the bar shows or not.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        room = self.maximumViewportSize().width() - bar - 1
        if self.mode == "list":
            height = max(2 * body + 2 * theme.px(4) + 12, small + 16)
            self._set_cell(QSize(max(room, theme.px(120)), height), fixed=False)
            return
        gap = 2 * theme.gap(8)
        columns = max(1, room // (theme.px(NARROWEST) + gap))
        width = min(room // columns, theme.px(WIDEST) + gap)
        height = theme.px(12) + 4 * body + theme.px(6) + theme.px(20) + theme.px(8) + gap
        self._set_cell(QSize(max(width, theme.px(100)), height), fixed=True)

    def _set_cell(self, cell: QSize, *, fixed: bool) -> None:
        if self._delegate.cell == cell and fixed == self.gridSize().isValid():
            return
        self._delegate.cell = cell
        # Setting the grid also forgets the uniform size the view has cached.
        self.setGridSize(cell if fixed else QSize())
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.mode == "board" and not self._ground.isNull():
            painter = QPainter(self.viewport())
            offset = QPoint(
                0, self.verticalOffset() % max(1, round(self._ground.deviceIndependentSize().height()))
            )
            painter.drawTiledPixmap(self.viewport().rect(), self._ground, offset)
            painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEY and not self.selectionModel().hasSelection():
            # Who comes by keyboard sees where, and keys such as F2 have something to work on.
            cell = self._delegate.cell
            seen = self.indexAt(QPoint(cell.width() // 2, cell.height() // 2))
            row = seen.row() if seen.isValid() else 0
            if row < self.model().rowCount():
                self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.asked.emit("copy")
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._open(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_M and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.asked.emit("also")
            return
        if plain and event.key() in _KEYS:
            self.asked.emit(_KEYS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands here, and jumping about would surprise."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.select_rows([index.row()])
            self.menu_wanted.emit(place)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.gap(NARROWEST), self._theme.px(60))

    def choose_ids(self, ids: Iterable[str]) -> None:
        """Choose the notes with these ids, as far as they are here; for small models or few ids."""
        wanted = set(ids)
        model = self.model()
        rows = range(model.rowCount()) if wanted else ()
        found = [row for row in rows if getattr(model.index(row, 0).data(NoteRole.NOTE), "id", "") in wanted]
        self.select_rows(found)


def _dotted(theme: Theme) -> QPixmap:
    """Return the tile of the quiet dotted ground; none in the contrast theme."""
    if theme.contrast:
        return QPixmap()
    side = theme.px(24)
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.track)
    painter.drawEllipse(QRectF(2, 2, 2, 2))
    painter.end()
    return tile
