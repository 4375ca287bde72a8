"""Choosing where something goes: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.domain.text import fold
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.theme import BODY, SMALL, Theme

_TARGET = Qt.ItemDataRole.UserRole + 1
_ROWS = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS,
    Qt.Key.Key_PageUp: -_ROWS,
}


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go to; ``detail`` is a quiet second line, ``aside`` a short word at the right."""

    id: str
    title: str
    detail: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """What was chosen: the id of a target, or with an empty id the title of a new one."""

    id: str
    new_title: str = ""


class _Lines(QStyledItemDelegate):
    """Draws a target on one or two lines."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # pyright: ignore[reportIncompatibleMethodOverride]
        theme = self._theme
        target = index.data(_TARGET)
        height = QFontMetrics(theme.font(BODY)).height() + theme.px(14)
        if isinstance(target, Target) and target.detail:
            height += QFontMetrics(theme.font(SMALL)).height()
        return QSize(theme.px(120), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        target = index.data(_TARGET)
        view = self.parent()
        if not isinstance(target, Target) or not isinstance(view, QListWidget):
            return
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)  # pyright: ignore[reportAttributeAccessIssue]
        if view.currentIndex() == index:
            painter.setBrush(theme.soft)
            painter.setPen(QPen(theme.primary, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        inner = box.adjusted(theme.px(10), theme.px(5), -theme.px(10), -theme.px(5))
        side = Qt.AlignmentFlag
        small = theme.font(SMALL)
        painter.setFont(small)
        painter.setPen(theme.quiet)
        aside = QFontMetrics(small).horizontalAdvance(target.aside) + theme.px(8) if target.aside else 0
        painter.drawText(inner, side.AlignRight | side.AlignVCenter, target.aside)
        inner.setRight(inner.right() - aside)
        if target.detail:
            line = " ".join(target.detail[:300].split())
            shown = QFontMetrics(small).elidedText(line, Qt.TextElideMode.ElideRight, int(inner.width()))
            painter.drawText(inner, side.AlignLeft | side.AlignBottom, shown)
        body = theme.font(BODY, bold=not target.id)
        painter.setFont(body)
        painter.setPen(theme.primary if not target.id else theme.ink)
        line = " ".join(target.title[:300].split())
        shown = QFontMetrics(body).elidedText(line, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(
            inner, side.AlignLeft | (side.AlignTop if target.detail else side.AlignVCenter), shown
        )
        painter.restore()


class MoveDialog(Dialog):
    """A field to type in and a list that narrows while typing."""

    def __init__(
        self,
        context: Context,
        title: str,
        targets: Sequence[Target],
        verb: str,
        new_label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, title, parent)
        self._targets = tuple((target, fold(f"{target.title} {target.detail}")) for target in targets)
        self._new_label = new_label
        self.field = LineField(self.theme, self)
        self.field.setPlaceholderText(self.tr("Type a few letters …"))
        self.field.setAccessibleName(self.tr("Search for a place"))
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Lines(self.theme, self.list))
        self.list.setAccessibleName(self.tr("Places to choose from"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = QFontMetrics(self.theme.font(BODY)).height() + self.theme.px(14)
        self.list.setMinimumHeight(min(_ROWS, max(3, len(targets))) * line + 8)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self._take = self.add_buttons(verb, self.tr("Cancel"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._narrow)
        self.list.itemDoubleClicked.connect(self.accept)
        self.list.currentRowChanged.connect(self._look)
        self._narrow("")
        self.field.setFocus()

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        words = fold(typed).split()
        self.list.clear()
        found = [target for target, folded in self._targets if all(word in folded for word in words)]
        # What begins with the typed letters is what is meant most of the time.
        found.sort(key=lambda target: not fold(target.title).startswith(" ".join(words)))
        for target in found:
            self._add(target)
        title = " ".join(typed.split())
        if self._new_label and title:
            self._add(Target("", f"{self._new_label}: {title}"))
        self.list.setCurrentRow(0)
        self._look()

    def _add(self, target: Target) -> None:
        item = QListWidgetItem(target.title)
        item.setData(_TARGET, target)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{target.title}. {target.detail} {target.aside}".strip()
        )
        self.list.addItem(item)

    @Slot()
    def _look(self) -> None:
        self._take.setEnabled(self.list.currentItem() is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While typing, the arrows go through the list; the scrolling ground would take them otherwise.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            row = self.list.currentRow() + _STEPS[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)

    def value(self) -> MoveChoice | None:
        """Return what is chosen now."""
        item = self.list.currentItem()
        target = item.data(_TARGET) if item is not None else None
        if not isinstance(target, Target):
            return None
        return MoveChoice(target.id, "" if target.id else " ".join(self.field.text().split()))

    @classmethod
    def ask(
        cls,
        context: Context,
        parent: QWidget,
        title: str,
        targets: Sequence[Target],
        verb: str,
        new_label: str = "",
    ) -> MoveChoice | None:
        """Return where it goes, or None; with ``new_label`` a new place can be named by typing."""
        dialog = cls(context, title, targets, verb, new_label, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
