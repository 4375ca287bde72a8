"""A list of rows of two lines each, drawn by hand, as quick with thousands of rows as with ten."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.ui.kit.theme import BODY, SMALL, Theme

ROW = Qt.ItemDataRole.UserRole + 1
"""Role under which a model gives what its row shows."""


class TwoLineRows(QStyledItemDelegate):
    """Draws ground and mark of the current row; what stands in it is drawn by ``draw_words``.

    Attributes:
        high: Height of a row in pixels: ``space`` at 100 % beside a line of body and one of small text.
    """

    def __init__(self, theme: Theme, parent: QListView, space: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self.high = sum(QFontMetrics(theme.font(size)).height() for size in (BODY, SMALL)) + theme.gap(space)

    def draw_words(self, painter: QPainter, box: QRectF, face: object) -> None:
        """Draw what one row shows."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # pyright: ignore[reportIncompatibleMethodOverride]
        return QSize(self._theme.px(200), self.high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        face, view = index.data(ROW), self.parent()
        if face is None or not isinstance(view, QListView):
            return
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)  # pyright: ignore[reportAttributeAccessIssue]
        if view.currentIndex() == index:
            painter.setPen(QPen(theme.primary, 2) if view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        inner = box.adjusted(theme.gap(12), theme.gap(6), -theme.gap(12), -theme.gap(6))
        self.draw_words(painter, inner, face)
        painter.restore()


class TwoLineList(QListView):
    """Shows a model of such rows; nothing is edited in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def draw_with(self, rows: TwoLineRows) -> None:
        """Draw with ``rows``, at least two of them in sight."""
        self.setItemDelegate(rows)
        self.setMinimumHeight(2 * rows.high + 8)
