"""The tree an outline is shown in: how it folds and how its rows look."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_model import OutlineModel
from facilitator.ui.board.outline_paint import OutlineDelegate
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.theme import Theme


class OutlineTree(QTreeView):
    """Areas with their notes, each unfolded until somebody folds it; folded ones stay so when rows change.

    Attributes:
        rows: The rows shown.
        delegate: Draws them.

    Signals:
        resized: The rows are wider or narrower now.
    """

    resized = Signal()

    def __init__(self, theme: Theme, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.board = model
        self._folded: set[str] = set()
        self.rows = OutlineModel(model, self)
        self.delegate = OutlineDelegate(theme, model, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Notes by group"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(theme.px(28))
        self.setProperty("bare", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.verticalScrollBar().setSingleStep(theme.px(40))
        self.rows.modelReset.connect(self._unfold)
        self.rows.rowsInserted.connect(self._on_rows)
        self.collapsed.connect(self._on_folded)
        self.expanded.connect(self._on_unfolded)
        self._unfold()

    def last_row(self) -> QModelIndex:
        """Return the lowest row that is seen."""
        last = self.rows.index(self.rows.rowCount() - 1, 0)
        if last.isValid() and self.isExpanded(last) and self.rows.hasChildren(last):
            return self.rows.index(self.rows.rowCount(last) - 1, 0, last)
        return last

    def save_view(self) -> dict[str, object]:
        """Return which areas are folded and how far down one has scrolled."""
        return {"folded": sorted(self._folded), "scroll": self.verticalScrollBar().value()}

    def restore_view(self, view: dict[str, object]) -> None:
        """Fold and scroll as ``save_view`` found it."""
        folded = view.get("folded")
        self._folded = {str(key) for key in folded} if isinstance(folded, list) else set()
        self._unfold()
        scroll = view.get("scroll")
        if isinstance(scroll, int):
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scroll)

    @Slot()
    def _unfold(self) -> None:
        # While a layout is on its way, unfolding is only remembered and costs nothing.
        self.scheduleDelayedItemsLayout()
        self._on_rows(QModelIndex(), 0, self.rows.rowCount() - 1)

    @Slot(QModelIndex, int, int)
    def _on_rows(self, above: QModelIndex, first: int, last: int) -> None:
        if above.isValid():
            return
        for row in range(first, last + 1):
            index = self.rows.index(row, 0)
            self.setExpanded(index, self.rows.key_of(index) not in self._folded)

    @Slot(QModelIndex)
    def _on_folded(self, index: QModelIndex) -> None:
        self._folded.add(self.rows.key_of(index))

    @Slot(QModelIndex)
    def _on_unfolded(self, index: QModelIndex) -> None:
        self._folded.discard(self.rows.key_of(index))

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Without the band a style lays under a whole row: the marks of our own say what is chosen.
        cell = self.visualRect(index)
        option.rect = cell  # pyright: ignore[reportAttributeAccessIssue]
        self.delegate.paint(painter, option, index)
        if not index.parent().isValid() and self.rows.hasChildren(index):
            side = self.theme.px(18)
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            drawn = pixmap(name, self.theme.ink, side, self.devicePixelRatioF())
            painter.drawPixmap(cell.left() - side - self.theme.px(4), cell.center().y() - side // 2, drawn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.gap(240), self.theme.px(120))
