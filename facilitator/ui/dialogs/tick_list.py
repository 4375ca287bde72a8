"""A list of lines to tick, for dialogs that ask which ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.ui.kit.theme import BODY, Theme

_ID = Qt.ItemDataRole.UserRole + 1
_SHOWN = 160
_STATES = {None: Qt.CheckState.PartiallyChecked, True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class TickList(QListView):
    """Lines with a box before them; Space or a click turns one over.

    Signals:
        changed: A box was turned over.
    """

    changed = Signal()

    def __init__(self, theme: Theme, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font(BODY))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        line = QFontMetrics(self.font()).height() + theme.px(16)
        self.setMinimumHeight(min(max(rows, 2), 7) * line + theme.px(12))
        self._lines = QStandardItemModel(self)
        self.setModel(self._lines)
        self._lines.itemChanged.connect(self.changed)
        self.clicked.connect(self._turn)
        self._pressed_state: object = None

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def set_lines(self, lines: Sequence[tuple[str, str]], states: Sequence[bool | None]) -> None:
        """Show lines as (id, words); a state of None is "some of them"."""
        self._lines.blockSignals(True)
        self._lines.clear()
        for (id, words), state in zip(lines, states, strict=True):
            short = " ".join(words[:400].split())
            item = QStandardItem(short if len(short) <= _SHOWN else short[:_SHOWN].rstrip() + " …")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(id, _ID)
            item.setData(_STATES[state], Qt.ItemDataRole.CheckStateRole)
            item.setData(short, Qt.ItemDataRole.AccessibleTextRole)
            self._lines.appendRow(item)
        self._lines.blockSignals(False)
        if lines:
            self.setCurrentIndex(self._lines.index(0, 0))

    def _turn(self, index: QModelIndex) -> None:
        # The items are not checkable for Qt, so that a click anywhere on the line counts, once.
        item = self._lines.itemFromIndex(index)
        if item is not None:
            on = item.checkState() != Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn(self.currentIndex())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the dialog's button
            return
        super().keyPressEvent(event)

    def states(self) -> dict[str, bool | None]:
        """Return for each id whether it is ticked; None where some were and nobody touched it."""
        found: dict[str, bool | None] = {}
        for row in range(self._lines.rowCount()):
            item = self._lines.item(row)
            state = item.checkState()
            partly = state == Qt.CheckState.PartiallyChecked
            found[str(item.data(_ID))] = None if partly else state == Qt.CheckState.Checked
        return found

    def ticked(self) -> list[str]:
        """Return the ids of the ticked lines in order."""
        return [id for id, on in self.states().items() if on]

    def tick(self, ids: Iterable[str]) -> None:
        """Tick exactly these lines."""
        wanted = set(ids)
        for row in range(self._lines.rowCount()):
            item = self._lines.item(row)
            on = item.data(_ID) in wanted
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
