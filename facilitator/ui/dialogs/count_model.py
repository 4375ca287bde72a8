"""A round of voting as a table: what is voted on down, where and what across, and a column of sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.domain.tally import Tally

FACE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CountFace:
    """What one cell shows.

    Attributes:
        total: None while nothing was counted here.
        piles: The piles it is the sum of, oldest first.
        summed: It is a sum of the row, in which nothing is counted.
    """

    total: int | None
    piles: tuple[int, ...] = ()
    summed: bool = False


@dataclass(frozen=True, slots=True)
class CountWords:
    """The words of the table.

    Attributes:
        titles: Target -> what is voted on. ``columns``: (unit, choice) -> heading.
        checks: Unit -> what the control total says below the heading, perhaps empty.
        total: Heading of the sums. ``uncounted``: what is said of an empty cell.
    """

    titles: Mapping[str, str]
    columns: Mapping[tuple[str, str], str]
    checks: Mapping[str, str]
    total: str
    uncounted: str


class CountModel(QAbstractTableModel):
    """The cells; the last column, when there are several, holds the sums."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tally: Tally | None = None
        self._words = CountWords({}, {}, {}, "", "")
        self._columns: list[tuple[str, str]] = []
        self._sums: Counter[str] = Counter()

    def show(self, tally: Tally, words: CountWords) -> None:
        """Show a round as it is counted so far; a table of the same shape keeps its place."""
        columns = [(unit, choice) for unit in tally.units for choice in tally.choices]
        known = self._tally
        same = known is not None and known.targets == tally.targets and columns == self._columns
        if not same:
            self.beginResetModel()
        self._tally, self._words, self._columns = tally, words, columns
        self._sums = Counter()
        for (target, _unit, _choice), number in tally.counts.items():
            self._sums[target] += number
        if not same:
            self.endResetModel()
        elif tally.targets:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @property
    def count_columns(self) -> int:
        """Return how many columns are counted in."""
        return len(self._columns)

    def cell(self, index: Index) -> tuple[str, str, str] | None:
        """Return target, unit and choice of a cell that is counted in."""
        if self._tally is None or not index.isValid() or index.column() >= len(self._columns):
            return None
        unit, choice = self._columns[index.column()]
        return self._tally.targets[index.row()], unit, choice

    def place_of(self, target: str, unit: str, choice: str) -> QModelIndex:
        """Return where a cell is; an invalid index for an unknown one."""
        tally = self._tally
        if tally is None or target not in tally.targets or (unit, choice) not in self._columns:
            return QModelIndex()
        return self.index(tally.targets.index(target), self._columns.index((unit, choice)))

    def face(self, index: Index) -> CountFace:
        """Return what a cell shows."""
        cell = self.cell(index)
        if self._tally is None:
            return CountFace(None)
        if cell is None:
            return CountFace(self._sums[self._tally.targets[index.row()]], summed=True)
        return CountFace(self._tally.counts.get(cell), self._tally.piles.get(cell, ()))

    def rowCount(self, parent: Index | None = None) -> int:
        return (
            0
            if self._tally is None or (parent is not None and parent.isValid())
            else len(self._tally.targets)
        )

    def columnCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._columns) + (len(self._columns) > 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and index.column() < len(self._columns):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._tally is None:
            return None
        if role == FACE:
            return self.face(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index)
        return None

    def _spoken(self, index: Index) -> str:
        face = self.face(index)
        if face.total is None:
            number = self._words.uncounted
        elif len(face.piles) > 1:
            number = f"{' + '.join(str(n) for n in face.piles)} = {face.total}"
        else:
            number = str(face.total)
        cell = self.cell(index)
        heading = self._words.total if cell is None else self._words.columns[cell[1], cell[2]]
        target = self._tally.targets[index.row()] if self._tally is not None else ""
        return f"{self._words.titles.get(target, '')}, {heading}: {number}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._tally is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            targets = self._tally.targets
            return self._words.titles.get(targets[section], "") if section < len(targets) else None
        if section >= len(self._columns):
            return self._words.total
        unit, choice = self._columns[section]
        check = self._words.checks.get(unit, "")
        heading = self._words.columns[unit, choice]
        return f"{heading}\n{check}" if check else heading
