"""Insights or goals as rows that keep selection and scroll while rows come, go and change places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.ui.kit.group_face import GroupRole

Index = QModelIndex | QPersistentModelIndex


class Face(Protocol):
    """What this model needs of the faces it hands on."""

    @property
    def title(self) -> str:
        """Return the shown title."""
        ...

    @property
    def spoken(self) -> str:
        """Return the words for a screen reader."""
        ...


class RowsModel(QAbstractListModel):
    """Ids in an order; ``describe`` turns an id into its face when a row is drawn, once per change."""

    def __init__(self, describe: Callable[[str], Face], mime: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._mime = mime
        self._ids: list[str] = []
        self._faces: dict[str, Face] = {}

    def show(self, ids: Iterable[str]) -> None:
        """Show exactly these ids in this order; rows that stay keep their selection."""
        wanted = list(ids)
        staying = set(wanted)
        for row in range(len(self._ids) - 1, -1, -1):
            if self._ids[row] not in staying:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._faces.pop(self._ids.pop(row), None)
                self.endRemoveRows()
        known = set(self._ids)
        for row, id in enumerate(wanted):
            if row < len(self._ids) and self._ids[row] == id:
                continue
            if id in known:
                self._move(self._ids.index(id, row), row)
            else:
                self.beginInsertRows(QModelIndex(), row, row)
                self._ids.insert(row, id)
                self.endInsertRows()

    def _move(self, source: int, target: int) -> None:
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        self._ids.insert(target, self._ids.pop(source))
        self.endMoveRows()

    def redescribe(self, ids: Iterable[str] | None = None) -> None:
        """Draw these rows anew, all of them without ``ids``."""
        if ids is None:
            self._faces.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        for id in ids:
            # A row nobody has drawn yet has no face to forget.
            if self._faces.pop(id, None) is not None and (row := self.row_of(id)) >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def ids(self) -> list[str]:
        """Return all ids in order."""
        return list(self._ids)

    def row_of(self, id: str) -> int:
        """Return the row of an id, -1 when it is not here."""
        return self._ids.index(id) if id in self._ids else -1

    def id_at(self, row: int) -> str:
        """Return the id of a row, empty when there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        id = self.id_at(index.row()) if index.isValid() else ""
        if not id:
            return None
        if role == GroupRole.ID:
            return id
        if role == GroupRole.FACE:
            return self._face(id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._face(id).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._face(id).spoken
        return None

    def _face(self, id: str) -> Face:
        if id not in self._faces:
            self._faces[id] = self._describe(id)
        return self._faces[id]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        both = flag.ItemIsDragEnabled | flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren | both

    def mimeTypes(self) -> list[str]:
        return [self._mime]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(self._mime, "\n".join(self.id_at(row) for row in rows).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
