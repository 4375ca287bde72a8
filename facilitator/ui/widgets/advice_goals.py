"""The goals as chapters to choose from: number, title, how much advice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.ui.kit.theme import BODY, SMALL, Theme

_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal as the list shows it."""

    id: str
    number: int
    title: str
    detail: str


class _Rows(QStyledItemDelegate):
    """Draws number, title on at most two lines, and the quiet detail."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def _lines(self, title: str, width: float) -> list[str]:
        layout = QTextLayout(title, self._theme.font(BODY, bold=True))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        found: list[str] = []
        while len(found) < 2:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            rest = title[line.textStart() :]
            last = len(found) == 1
            cut = title[line.textStart() : line.textStart() + line.textLength()].strip()
            metrics = QFontMetrics(layout.font())
            found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, int(width)) if last else cut)
        layout.endLayout()
        return found

    def _text_width(self) -> float:
        return self._view.viewport().width() - self._theme.px(36) - self._theme.gap(24)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # pyright: ignore[reportIncompatibleMethodOverride]
        theme, goal = self._theme, index.data(_ROLE)
        lines = len(self._lines(goal.title, self._text_width())) or 1
        body = QFontMetrics(theme.font(BODY, bold=True)).height()
        small = QFontMetrics(theme.font(SMALL)).height()
        return QSize(theme.px(120), lines * body + small + theme.gap(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        theme, goal = self._theme, index.data(_ROLE)
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft)
            painter.drawRoundedRect(box, theme.px(8), theme.px(8))
            painter.setBrush(theme.primary)
            painter.drawRoundedRect(QRectF(box.left(), box.top(), theme.px(4), box.height()), 2, 2)
        if chosen and self._view.hasFocus():
            painter.setPen(theme.primary)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(8), theme.px(8))
        bold = theme.font(BODY, bold=True)
        high = QFontMetrics(bold).height()
        left, top = box.left() + theme.gap(12), box.top() + theme.gap(6)
        painter.setFont(bold)
        painter.setPen(theme.primary)
        painter.drawText(
            QRectF(left, top, theme.px(32), high), int(Qt.AlignmentFlag.AlignLeft), str(goal.number)
        )
        painter.setPen(theme.ink)
        x, width = left + theme.px(32), self._text_width()
        for line in self._lines(goal.title, width):
            painter.drawText(QRectF(x, top, width + theme.px(8), high), int(Qt.AlignmentFlag.AlignLeft), line)
            top += high
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.quiet)
        painter.drawText(QRectF(x, top, width, high), int(Qt.AlignmentFlag.AlignLeft), goal.detail)
        painter.restore()


class AdviceGoals(QListWidget):
    """A list of goals of which one is chosen.

    Signals:
        goal_chosen: Id of the goal.
    """

    goal_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[GoalRow, ...] = ()
        self.setProperty("bare", True)
        self.setItemDelegate(_Rows(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(self._tell)

    def set_goals(self, rows: Sequence[GoalRow], chosen: str) -> None:
        """Show these goals with ``chosen`` chosen; tells nobody."""
        self.blockSignals(True)
        if tuple(rows) != self._rows:
            self._fill(rows)
        place = next((n for n, goal in enumerate(rows) if goal.id == chosen), -1)
        self.setCurrentRow(place)
        self.blockSignals(False)

    def _fill(self, rows: Sequence[GoalRow]) -> None:
        self._rows = tuple(rows)
        self.clear()
        for goal in rows:
            item = QListWidgetItem()
            item.setData(_ROLE, goal)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{goal.number}. {goal.title}, {goal.detail}")
            self.addItem(item)

    def chosen(self) -> str:
        """Return the id of the chosen goal, or an empty text."""
        item = self.currentItem()
        return item.data(_ROLE).id if item is not None else ""

    @Slot()
    def _tell(self, *_: object) -> None:
        if self.chosen():
            self.goal_chosen.emit(self.chosen())
