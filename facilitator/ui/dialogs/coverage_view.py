"""Who was heard where as a table: numbers with a quiet bar, and words where nobody was heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.ui.kit.theme import BODY, SMALL, Theme

CELL = Qt.ItemDataRole.UserRole + 1
WIDE = 148
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CellFace:
    """What one cell shows.

    Attributes:
        number: Voices; the bar is this part of the most there are in the table.
        words: What was imagined, or empty.
        silence: That nobody was heard, or could have been yet; empty beside a number.
        silent: Nobody was heard here, and somebody could have been.
        spoken: What a screen reader says.
    """

    number: int
    words: str
    silence: str
    silent: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``detail`` is its whole name, for the tooltip."""

    id: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Line:
    """One persona with its cells."""

    id: str
    title: str
    cells: tuple[CellFace, ...]


class CoverageModel(QAbstractTableModel):
    """The lines of the table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self.most = 1

    def show(self, columns: Sequence[Column], lines: Sequence[Line]) -> None:
        """Show these; a table of the same shape keeps its place."""
        wanted = tuple(columns), tuple(lines)
        same = (len(self.columns), len(self.lines)) == (len(columns), len(lines))
        if not same:
            self.beginResetModel()
        self.columns, self.lines = wanted
        self.most = max((cell.number for line in lines for cell in line.cells), default=0) or 1
        if not same:
            self.endResetModel()
        elif self.lines and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(lines) - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def cell(self, index: Index) -> CellFace:
        """Return what a cell shows."""
        return self.lines[index.row()].cells[index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == CELL:
            return self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index).spoken
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if section >= len(self.columns if across else self.lines):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title if across else self.lines[section].title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.columns[section].detail if across else self.lines[section].title
        return None


class _Cells(QStyledItemDelegate):
    """Draws number, bar and words of one cell."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self.size = QSize(
            theme.gap(WIDE),
            sum(QFontMetrics(theme.font(size)).height() for size in (BODY, SMALL)) + theme.gap(18),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        cell, view, model = index.data(CELL), self.parent(), index.model()
        if not isinstance(cell, CellFace) or not isinstance(view, QTableView):
            return
        theme, align = self._theme, Qt.AlignmentFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        if view.currentIndex() == index:
            painter.setBrush(theme.soft)
            painter.setPen(QPen(theme.primary, 2) if view.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), theme.px(4), theme.px(4))
        inner = box.adjusted(theme.gap(12), theme.gap(6), -theme.gap(12), -theme.gap(6))
        painter.setPen(theme.ink if cell.number else theme.quiet)
        painter.setFont(theme.font(BODY, bold=True))
        number = ("○" if cell.silent else "–") if not cell.number else str(cell.number)
        painter.drawText(inner, align.AlignLeft | align.AlignTop, number)
        painter.setPen(theme.quiet)
        painter.setFont(theme.font(SMALL))
        below = cell.silence or cell.words
        shown = painter.fontMetrics().elidedText(below, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, align.AlignLeft | align.AlignBottom, shown)
        if cell.silence:
            painter.drawText(inner, align.AlignRight | align.AlignTop, cell.words)
        if cell.number and isinstance(model, CoverageModel):
            self._bar(painter, inner, cell.number / model.most)
        painter.restore()

    def _bar(self, painter: QPainter, inner: QRectF, part: float) -> None:
        theme = self._theme
        left = inner.left() + theme.px(44)
        top = inner.top() + QFontMetrics(theme.font(BODY)).height() / 2 - theme.px(4)
        whole = QRectF(left, top, max(inner.right() - left, 0), theme.px(8))
        painter.fillRect(whole, theme.track)
        painter.fillRect(
            QRectF(left, top, max(whole.width() * part, theme.px(3)), whole.height()), theme.primary
        )


class CoverageView(QTableView):
    """The table; arrows go through the cells, Enter or a click leads to the notes of one.

    Signals:
        chosen: Id of the persona and of the column.
    """

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CoverageModel(self)
        self.setModel(self.rows)
        cells = _Cells(theme, self)
        self.setItemDelegate(cells)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumHeight(3 * cells.size.height())
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(theme.font(BODY, bold=True))
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(cells.size.height())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(cells.size.width())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._choose)

    def show_table(self, columns: Sequence[Column], lines: Sequence[Line]) -> None:
        """Show these lines; the cell one stands on stays where that is possible."""
        self.rows.show(columns, lines)
        if not self.currentIndex().isValid() and lines and columns:
            self.setCurrentIndex(self.rows.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.rows.lines[index.row()].id, self.rows.columns[index.column()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)
