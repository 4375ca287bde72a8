"""Loose notes in one column: small papers to choose, drag away and drop back on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from facilitator.ui.kit.note_face import MIME_NOTES, NoteRole
from facilitator.ui.kit.theme import Theme
from facilitator.ui.widgets.insight_paint import CardPainter
from facilitator.ui.widgets.note_view import NoteDelegate, NoteView

_LINES = 3

Index = QModelIndex | QPersistentModelIndex


class _TrayDelegate(NoteDelegate):
    """Draws a note as a small paper over the whole width."""

    def __init__(self, theme: Theme, view: NoteView, foot_lines: int) -> None:
        super().__init__(theme, view)
        self._view = view
        self._cards = CardPainter(theme)
        self._foot_lines = foot_lines

    def height(self) -> int:
        """Return the height of every cell."""
        cards = self._cards
        words = _LINES * cards.line + self._foot_lines * cards.small_line
        return round(words + 3 * cards.theme.gap(6) + 2 * cards.theme.gap(5)) + 4

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face = index.data(NoteRole.FACE)
        if face is None:
            return
        view = self._view
        at = view.hasFocus() and view.currentIndex() == index
        chosen = view.selectionModel().isSelected(view.model().index(index.row(), 0))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._cards.theme.gap(5)
        box = QRectF(option.rect).adjusted(gap, gap, -gap, -gap)  # pyright: ignore[reportAttributeAccessIssue]
        self._cards.loose(painter, box, face, self._foot_lines, chosen=chosen, at=at)
        painter.restore()


class TrayView(NoteView):
    """Notes under each other; takes notes that are dropped here.

    Signals:
        notes_dropped: Ids of notes that came from another view.
        left: Escape was pressed.
    """

    notes_dropped = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, foot_lines: int = 1) -> None:
        super().__init__(theme, parent, mode="list")
        self._paper = _TrayDelegate(theme, self, foot_lines)
        self._delegate = self._paper
        self.setItemDelegate(self._paper)
        self._over = False
        self.allow_drag(out=True, onto=True)
        self.setDropIndicatorShown(False)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setSpacing(0)
        self._fit()

    def _fit(self) -> None:
        if not hasattr(self, "_paper"):
            return
        self._set_cell(QSize(self._theme.px(120), self._paper.height()), fixed=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._weigh(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        taken = self._weigh(event)
        self._set_over(False)
        self.setState(QAbstractItemView.State.NoState)
        if taken:
            text = bytes(event.mimeData().data(MIME_NOTES).data()).decode("utf-8", "replace")
            self.notes_dropped.emit([id for id in text.split("\n") if id])

    def _weigh(self, event: QDragEnterEvent | QDragMoveEvent | QDropEvent) -> bool:
        wanted = event.mimeData().hasFormat(MIME_NOTES) and event.source() is not self
        self._set_over(wanted)
        if wanted:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        return wanted

    def _set_over(self, over: bool) -> None:
        if over != self._over:
            self._over = over
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.primary, 3, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.viewport().rect().adjusted(2, 2, -2, -2), 8, 8)
            painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.gap(160), self._theme.px(60))
