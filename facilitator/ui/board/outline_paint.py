"""Drawing the rows of an outline: heads of areas and notes as strips."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from facilitator.ui.board.area_paint import AreaPainter
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_model import OutlineRole
from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.note_face import NoteFace, NoteRole
from facilitator.ui.kit.note_paint import NotePainter
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme


class OutlineDelegate(QStyledItemDelegate):
    """Draws every row equally high.

    Attributes:
        drop: Key of the area something hangs above, or empty.
    """

    def __init__(self, theme: Theme, board: BoardModel, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._board = board
        self._view = view
        self._notes = NotePainter(theme)
        self._areas = AreaPainter(theme)
        self.drop = ""
        body = ceil(QFontMetricsF(theme.font(BODY)).lineSpacing())
        head = QFontMetricsF(theme.font(LEAD, bold=True)).height() + QFontMetricsF(theme.font(SMALL)).height()
        self._height = max(2 * body + 2 * theme.px(4) + 12, ceil(head) + 12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(160), self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        item = str(index.data(OutlineRole.ITEM))
        active = self._view.hasFocus()
        chosen = self._board.is_chosen(item)
        here = active and self._view.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face, area = index.data(NoteRole.FACE), index.data(OutlineRole.AREA_FACE)
        if isinstance(face, NoteFace):
            box = cell.adjusted(4, 4, -self._theme.gap(8), -4)
            state = str(index.data(NoteRole.STATE) or "")
            # One chosen note is where the keyboard is; a second mark would only be noise.
            at = here and not (chosen and len(self._board.chosen) < 2)
            self._notes.strip(painter, box, face, state, chosen=chosen, at=at, active=active)
        elif isinstance(area, AreaFace):
            self._head(painter, cell, area, item, chosen=chosen, here=here, active=active)
        painter.restore()

    def _head(
        self,
        painter: QPainter,
        cell: QRectF,
        face: AreaFace,
        key: str,
        *,
        chosen: bool,
        here: bool,
        active: bool,
    ) -> None:
        theme = self._theme
        box = cell.adjusted(0, 3, -theme.gap(8), -3)
        dropping = key == self.drop
        painter.setBrush(theme.soft if chosen or dropping else theme.page)
        painter.setPen(QPen(theme.primary if dropping else theme.line, 3 if dropping else 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        self._areas.head(painter, box.adjusted(theme.px(10), 2, -theme.px(10), -2), face, goal=False)
        if chosen:
            self._areas.ring(painter, box.adjusted(2, 2, -2, -2), active=active)
        if here:
            self._areas.here(painter, box)
