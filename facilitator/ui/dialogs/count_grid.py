"""The table in which one operator counts: arrows go, number keys type, Enter adds a pile and goes on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.ui.dialogs.count_model import FACE, CountFace, CountModel, Index
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme

DIGITS = 6
WIDE, TITLES, WIDEST = 108, 300, 640
EXACTLY = "="
STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class _Cells(QStyledItemDelegate):
    """Draws the sum of a cell with its piles, or what is being typed into it."""

    def __init__(self, theme: Theme, parent: CountGrid) -> None:
        super().__init__(parent)
        self._theme = theme
        lines = sum(QFontMetrics(theme.font(size)).height() for size in (LEAD, SMALL))
        self.size = QSize(theme.gap(WIDE), lines + theme.gap(12))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        face, grid = index.data(FACE), self.parent()
        if not isinstance(face, CountFace) or not isinstance(grid, CountGrid):
            return
        theme, align = self._theme, Qt.AlignmentFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        current = grid.currentIndex() == index
        if current:
            painter.setBrush(theme.soft)
            painter.setPen(QPen(theme.primary, 3) if grid.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), theme.px(4), theme.px(4))
        inner = box.adjusted(theme.gap(10), theme.gap(4), -theme.gap(10), -theme.gap(4))
        number = "·" if face.total is None else str(face.total)
        typed = grid.typed() if current else ""
        painter.setFont(theme.font(LEAD, bold=face.total is not None or bool(typed)))
        painter.setPen(theme.primary if typed else theme.quiet if face.total is None else theme.ink)
        piles = [*face.piles, typed] if typed and not typed.startswith(EXACTLY) else [*face.piles]
        upright = align.AlignTop if len(piles) > 1 else align.AlignVCenter
        painter.drawText(inner, align.AlignRight | upright, f"{typed}▏" if typed else number)
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.quiet)
        if len(piles) > 1:
            words = " + ".join(str(pile) for pile in piles)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideLeft, int(inner.width()))
            painter.drawText(inner, align.AlignRight | align.AlignBottom, shown)
        painter.restore()


class _Titles(QHeaderView):
    """Draws what is voted on in two lines: it is to be found again on the wall."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        theme, view = self._theme, self.parent()
        model = self.model()
        here = isinstance(view, QTableView) and view.currentIndex().row() == logicalIndex
        painter.save()
        painter.fillRect(rect, theme.surface)
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme.font(BODY, bold=here))
        painter.setPen(theme.ink)
        inner = rect.adjusted(theme.gap(10), 0, -theme.gap(10), 0)
        text = str(model.headerData(logicalIndex, Qt.Orientation.Vertical) or "")
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, align, "\n".join(two_lines(text, painter.fontMetrics(), inner.width())))
        painter.restore()


def two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Break a text into at most two lines of ``width`` pixels; what does not fit ends in "…"."""
    words = text.split()
    count = next((n for n in range(len(words), 0, -1) if fits(" ".join(words[:n]), metrics, width)), 1)
    lines = [" ".join(words[:count]), " ".join(words[count:])]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line]


def fits(text: str, metrics: QFontMetrics, width: int) -> bool:
    """Tell whether a line is no wider than ``width`` pixels."""
    return metrics.horizontalAdvance(text) <= width


class CountGrid(QTableView):
    """Counts by keyboard.

    Signals:
        added: Target, unit, choice and how many are in the pile.
        recounted: The same; the number is all there are.
        taken: Target, unit and choice of which the last pile is to go.
        moved: The keyboard is in another cell.
    """

    added = Signal(str, str, str, int)
    recounted = Signal(str, str, str, int)
    taken = Signal(str, str, str)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typed = ""
        self._readonly = False
        self.cells = CountModel(self)
        self.setModel(self.cells)
        drawn = _Cells(theme, self)
        self.setItemDelegate(drawn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumHeight(round(2.5 * drawn.size.height()))
        self.setVerticalHeader(_Titles(theme, self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(theme.font(BODY, bold=True))
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        align = Qt.AlignmentFlag
        self.horizontalHeader().setDefaultAlignment(align.AlignRight | align.AlignVCenter)
        self._fit_titles()
        self.verticalHeader().setDefaultSectionSize(drawn.size.height())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultSectionSize(drawn.size.width())
        self.horizontalHeader().setMinimumSectionSize(drawn.size.width())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _fit_titles(self) -> None:
        """Give the titles the room that the columns leave."""
        columns = self.cells.columnCount() * self.horizontalHeader().minimumSectionSize()
        left = self.width() - columns - 2 * self.verticalScrollBar().sizeHint().width()
        least, most = self._theme.gap(TITLES), self._theme.gap(WIDEST)
        self.verticalHeader().setFixedWidth(min(max(left, least), most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_titles()
        super().resizeEvent(event)

    def typed(self) -> str:
        """Return what is being typed into the current cell."""
        return self._typed

    def set_readonly(self, on: bool) -> None:
        """Let nothing be counted, or let it."""
        self._readonly = on
        self._typed = ""
        self.viewport().update()

    def go_to_first(self) -> None:
        """Stand on the first cell when the keyboard is in none."""
        self._fit_titles()
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(0, 0))

    def commit(self) -> None:
        """Count what is being typed."""
        self._commit(self.currentIndex())

    def _commit(self, index: Index) -> None:
        typed, self._typed = self._typed, ""
        cell = self.cells.cell(index)
        digits = typed.removeprefix(EXACTLY)
        if cell is not None and digits:
            (self.recounted if typed.startswith(EXACTLY) else self.added).emit(*cell, int(digits))
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        # Going to another cell counts what stood in this one, as in any sheet.
        self._commit(previous)
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.commit()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self._go_on()
        elif plain and key in STEPS:
            self._step(*STEPS[key])
        elif plain and not self._readonly and self._type(key, text):
            self.viewport().update()
        elif key == Qt.Key.Key_Escape and self._typed:
            self._typed = ""
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def _type(self, key: Qt.Key, text: str) -> bool:
        """Take a key that counts; False when it is none of those."""
        if len(text) == 1 and text in "0123456789":
            if len(self._typed) < DIGITS:
                self._typed += text
        elif text == EXACTLY:
            self._typed = EXACTLY
        elif text == "+":
            self.commit()
        elif key == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
        elif key == Qt.Key.Key_Delete:
            cell = self.cells.cell(self.currentIndex())
            if self._typed:
                self._typed = ""
            elif cell is not None:
                self.taken.emit(*cell)
        else:
            return False
        return True

    def _step(self, down: int, right: int) -> None:
        index = self.currentIndex()
        row = min(max(index.row() + down, 0), self.cells.rowCount() - 1)
        column = min(max(index.column() + right, 0), self.cells.count_columns - 1)
        if row >= 0 and column >= 0:
            self.setCurrentIndex(self.cells.index(row, column))

    def _go_on(self) -> None:
        """Go to the next cell down, and from the last one to the top of the next column."""
        index = self.currentIndex()
        if index.row() + 1 < self.cells.rowCount():
            self._step(1, 0)
        elif index.column() + 1 < self.cells.count_columns:
            self.setCurrentIndex(self.cells.index(0, index.column() + 1))
