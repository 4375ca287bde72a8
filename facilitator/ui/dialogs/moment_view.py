"""The list of the evening's moments: time, what was done and where; what was undone is struck through."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.ui.dialogs.moment_rows import ROW, MomentFace
from facilitator.ui.kit.theme import BODY, SMALL, Theme


class _Rows(QStyledItemDelegate):
    """Draws one moment."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self.high = sum(QFontMetrics(theme.font(size)).height() for size in (BODY, SMALL)) + theme.gap(14)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # pyright: ignore[reportIncompatibleMethodOverride]
        return QSize(self._theme.px(200), self.high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        face, view = index.data(ROW), self.parent()
        if not isinstance(face, MomentFace) or not isinstance(view, QListView):
            return
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)  # pyright: ignore[reportAttributeAccessIssue]
        if view.currentIndex() == index:
            painter.setPen(QPen(theme.primary, 2) if view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        self._words(painter, box.adjusted(theme.gap(12), theme.gap(6), -theme.gap(12), -theme.gap(6)), face)
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, face: MomentFace) -> None:
        theme, align = self._theme, Qt.AlignmentFlag
        small, bold = theme.font(SMALL), theme.font(BODY, bold=True)
        painter.setFont(small)
        painter.setPen(theme.quiet)
        times = QFontMetrics(small).horizontalAdvance("00 mmm 00:00")
        painter.drawText(box, align.AlignLeft | align.AlignTop, face.time)
        left = box.adjusted(times + theme.gap(12), 0, 0, 0)
        room = left.width()
        if face.mark:
            wide = QFontMetrics(small).horizontalAdvance(face.mark) + theme.px(16)
            self._mark(painter, QRectF(box.right() - wide, box.top(), wide, 0), face)
            room -= wide + theme.gap(12)
        bold.setStrikeOut(face.undone)
        painter.setFont(bold)
        painter.setPen(theme.quiet if face.undone else theme.ink)
        self._line(painter, left, face.what, room, align.AlignTop)
        painter.setFont(small)
        painter.setPen(theme.quiet)
        where = " · ".join(part for part in (face.laptop, face.where) if part)
        self._line(painter, left, where, left.width(), align.AlignBottom)

    def _mark(self, painter: QPainter, at: QRectF, face: MomentFace) -> None:
        theme = self._theme
        box = QRectF(at.left(), at.top(), at.width(), QFontMetrics(theme.font(SMALL)).height() + theme.px(2))
        painter.setBrush(theme.primary if face.here else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.primary if face.here else theme.edge, 1))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setPen(theme.on_primary if face.here else theme.quiet)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, face.mark)

    def _line(
        self, painter: QPainter, box: QRectF, text: str, room: float, upright: Qt.AlignmentFlag
    ) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(int(room), 0))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | upright, shown)


class MomentView(QListView):
    """Shows a model of moments; thousands of rows cost what is on screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        rows = _Rows(theme, self)
        self.setItemDelegate(rows)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(2 * rows.high + 8)
