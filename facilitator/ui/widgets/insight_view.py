"""The insights as cards in columns, and the goals as a column of numbered cards."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.ui.kit.group_face import MIME_GOALS, MIME_INSIGHTS, GoalFace, GroupRole, InsightFace
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.kit.theme import Theme
from facilitator.ui.widgets.insight_cards import CardView
from facilitator.ui.widgets.insight_paint import CardPainter, CardState

Index = QModelIndex | QPersistentModelIndex
NARROWEST = 300


class _CardDelegate(QStyledItemDelegate):
    """What the delegates of both views share: the state of a card and the room around it."""

    def __init__(self, theme: Theme, view: CardView) -> None:
        super().__init__(view)
        self.cards = CardPainter(theme)
        self._view = view
        self.opened = ""

    def _state(self, index: Index) -> CardState:
        view = self._view
        return CardState(
            chosen=view.selectionModel().isSelected(cast("QModelIndex", index)),
            at=view.hasFocus() and view.currentIndex() == index,
            opened=bool(self.opened) and index.data(GroupRole.ID) == self.opened,
            target=index.row() == view.target_row,
        )

    def _draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(GroupRole.FACE) is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self.cards.theme.gap(6 if isinstance(self, _InsightDelegate) else 4)
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        self._draw(painter, box.adjusted(gap, gap, -gap, -gap), index)
        painter.restore()


class _InsightDelegate(_CardDelegate):
    cell = QSize(NARROWEST, NARROWEST)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.cell

    def _draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        face = cast("InsightFace", index.data(GroupRole.FACE))
        self.cards.insight(painter, box, face, self._state(index))


class _GoalDelegate(_CardDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        face = index.data(GroupRole.FACE)
        return QSize(width, self.cards.goal_height(face, width) if face is not None else 40)

    def _draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        face = cast("GoalFace", index.data(GroupRole.FACE))
        self.cards.goal(painter, box, face, self._state(index))


class InsightView(CardView):
    """Insights as equal cards; notes may be dropped on one or beside all, insights between two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, onto=(MIME_NOTES,), order=MIME_INSIGHTS, ground=True)
        self._delegate = _InsightDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self._fit()

    def set_opened(self, id: str) -> None:
        """Mark the card whose notes are shown beside; empty for none."""
        self._delegate.opened = id
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        # The width without a scroll bar coming or going, so that cards do not jump.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth() - 8
        columns = max(1, room // self.theme.gap(NARROWEST))
        cell = QSize(
            max(room // columns, self.theme.px(120)),
            self._delegate.cards.insight_height() + 2 * self.theme.gap(6),
        )
        if cell != self._delegate.cell or not self.gridSize().isValid():
            self._delegate.cell = cell
            self.setGridSize(cell)
            self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.gap(200), self.theme.px(80))


class GoalView(CardView):
    """Goals in order; insights may be dropped on one, goals between two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, onto=(MIME_INSIGHTS,), order=MIME_GOALS)
        self._delegate = _GoalDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def set_lit(self, id: str) -> None:
        """Mark the goal whose insights are shown; empty for none."""
        self._delegate.opened = id
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.gap(160), self.theme.px(80))
