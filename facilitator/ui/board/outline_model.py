"""A board as a tree: areas with their notes, kept in step with the model that the canvas shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel

from facilitator.domain.board import BY_HAND, Area, Touched
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.kit.note_face import MIME_NOTES, NoteRole
from facilitator.ui.kit.plain import tooltip_text

Index = QModelIndex | QPersistentModelIndex
ROW_BY_ROW = 100
"""More notes than this that changed at once are shown anew."""
_FEW = 16
_TOOLTIP_FROM = 60
"""Shorter words are nearly always seen whole."""
_INSIGHT = "insight:"
_ROOT = QModelIndex()


class OutlineRole(IntEnum):
    """Item roles beside those of ``NoteRole``."""

    ITEM = Qt.ItemDataRole.UserRole + 20
    AREA = Qt.ItemDataRole.UserRole + 21
    AREA_FACE = Qt.ItemDataRole.UserRole + 22


class OutlineModel(QStandardItemModel):
    """The areas of a board in reading order, each with its notes; only hits while something is looked for.

    The items are empty and only counted, so that a view which lays ten thousand of them out need not
    come to Python for it.

    While it is ``asleep`` because nobody sees it, it only remembers what changed.

    Attributes:
        changing: Rows come and go right now; what a view makes of that concerns nobody.
    """

    def __init__(self, board: BoardModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.changing = False
        self._asleep = self._all_missed = False
        self._missed: set[str] = set()
        self._missed_areas: set[str] = set()
        self._keys: list[str] = []
        self._rows: list[list[str]] = []
        self._coming_keys: list[tuple[str, list[str]]] = []
        self._coming: list[str] = []
        self.setColumnCount(1)
        # Connected before any view: until rows are gone views see the old ones, afterwards the new ones.
        self.rowsInserted.connect(self._put_down)
        self.rowsRemoved.connect(self._took_out)
        board.changed.connect(self._on_changed)
        board.hits_changed.connect(self._show_anew)
        board.states_changed.connect(self._on_states)
        self._show_anew()

    # Sleeping

    @property
    def asleep(self) -> bool:
        """Tell whether it only remembers what changed."""
        return self._asleep

    def sleep(self) -> None:
        """Follow nothing until ``wake``."""
        self._asleep = True

    def wake(self) -> None:
        """Catch up, and follow everything again."""
        self._asleep = False
        self.catch_up()

    def catch_up(self) -> None:
        """Show what changed during sleep; a few notes row by row."""
        asleep, self._asleep = self._asleep, False
        touched = Touched(self._all_missed, frozenset(self._missed), frozenset(self._missed_areas))
        self._forget_missed()
        self._on_changed(touched)
        self._asleep = asleep

    def _forget_missed(self) -> None:
        self._all_missed = False
        self._missed.clear()
        self._missed_areas.clear()

    def _miss(self, touched: Touched) -> None:
        self._all_missed = (
            self._all_missed or touched.everything or len(self._missed) + len(touched.notes) > ROW_BY_ROW
        )
        if self._all_missed:
            self._missed.clear()
            self._missed_areas.clear()
        else:
            self._missed |= touched.notes
            self._missed_areas |= touched.areas

    # What is asked

    def shown(self) -> list[tuple[str, list[str]]]:
        """Return the keys of the areas with their notes, as they are shown."""
        return [(key, list(ids)) for key, ids in zip(self._keys, self._rows, strict=True)]

    def key_of(self, index: Index) -> str:
        """Return the key of the area of a row, its own or that of its note; empty for none."""
        if not index.isValid():
            return ""
        above = index.parent()
        row = above.row() if above.isValid() else index.row()
        return self._keys[row] if 0 <= row < len(self._keys) else ""

    def item_of(self, index: Index) -> str:
        """Return the note or the key of the area of a row; empty for none."""
        if not index.isValid():
            return ""
        above = index.parent()
        if not above.isValid():
            return self.key_of(index)
        ids = self._rows[above.row()] if above.row() < len(self._rows) else []
        return ids[index.row()] if index.row() < len(ids) else ""

    def area_of(self, key: str) -> Area:
        """Return an area that is shown."""
        plan = self.board.plan
        return plan.by_hand() if key == BY_HAND else plan.areas[key]

    def index_of(self, item: str, inside: str = "") -> QModelIndex:
        """Return the row of an area or of a note, best in the area ``inside``; invalid for none."""
        if item in self._keys:
            return self.index(self._keys.index(item), 0)
        found = self.indexes_of(item)
        return next((row for row in found if self.key_of(row) == inside), found[0] if found else _ROOT)

    def indexes_of(self, item: str) -> list[QModelIndex]:
        """Return every row of an area or note."""
        if item in self._keys:
            return [self.index(self._keys.index(item), 0)]
        plan = self.board.plan
        found: list[QModelIndex] = []
        for key in (BY_HAND,) if item in plan.free else plan.areas_of(item):
            if key in self._keys:
                row = self._keys.index(key)
                if item in self._rows[row]:
                    found.append(self.index(self._rows[row].index(item), 0, self.index(row, 0)))
        return found

    def chosen_rows(self) -> QItemSelection:
        """Return the rows of all that is chosen, neighbours as one stretch."""
        found, chosen = QItemSelection(), self.board.is_chosen
        if len(self.board.chosen) <= _FEW:
            for item in self.board.chosen:
                for index in self.indexes_of(item):
                    found.select(index, index)
            return found
        for row, key in enumerate(self._keys):
            above = self.index(row, 0)
            if chosen(key):
                found.append(QItemSelectionRange(above))
            places = range(len(self._rows[row]))
            for on, group in groupby(places, key=lambda place, ids=self._rows[row]: chosen(ids[place])):
                if on:
                    stretch = list(group)
                    first, last = self.index(stretch[0], 0, above), self.index(stretch[-1], 0, above)
                    found.append(QItemSelectionRange(first, last))
        return found

    def items_in(self, selection: QItemSelection) -> list[str]:
        """Return the notes and keys of areas in the rows of a selection."""
        found: list[str] = []
        for nth in range(selection.count()):
            stretch = selection.at(nth)
            above = stretch.parent()
            rows = self._rows[above.row()] if above.isValid() else self._keys
            found.extend(rows[stretch.top() : stretch.bottom() + 1])
        return found

    # Staying in step

    def _wanted(self) -> list[tuple[str, Sequence[str]]]:
        board = self.board
        outline = board.plan.outline()
        if board.hits is None:
            return [(area.key, ids) for area, ids in outline]
        found = ((area.key, [id for id in ids if board.is_hit(id)]) for area, ids in outline)
        return [(key, ids) for key, ids in found if ids]

    @Slot()
    def _show_anew(self) -> None:
        if self._asleep:
            self._miss(Touched(everything=True))
            return
        self.changing = True
        self.beginResetModel()
        self.blockSignals(True)
        self.removeRows(0, self.rowCount())
        self._keys, self._rows = [], []
        for key, ids in self._wanted():
            self.appendRow(_branch(len(ids)))
            self._keys.append(key)
            self._rows.append(list(ids))
        self.blockSignals(False)
        self.endResetModel()
        self.changing = False

    @Slot(object)
    def _on_changed(self, touched: Touched) -> None:
        if self._asleep:
            self._miss(touched)
            return
        if touched.everything or len(touched.notes) > ROW_BY_ROW:
            self._show_anew()
            return
        if not touched.notes and not touched.areas:
            return
        self.changing = True
        self._match(touched)
        self.changing = False
        self._redraw(touched)

    def _match(self, touched: Touched) -> None:
        plan = self.board.plan
        if self.board.hits is None and not plan.free and self._keys == list(plan.areas):
            # As nearly always: the same areas, one or two of them with other notes.
            for key in touched.areas & plan.areas.keys():
                self._match_notes(self._keys.index(key), plan.areas[key].ids)
        else:
            wanted = self._wanted()
            self._match_areas(wanted)
            for row, (key, ids) in enumerate(wanted):
                if key in touched.areas or key == BY_HAND or self.board.hits is not None:
                    self._match_notes(row, ids)

    def _match_areas(self, wanted: list[tuple[str, Sequence[str]]]) -> None:
        start, gone, came = _span(self._keys, [key for key, _ids in wanted])
        if gone:
            self.removeRows(start, gone)
        self._coming_keys = [(key, list(ids)) for key, ids in wanted[start : start + came]]
        for nth, (_key, ids) in enumerate(list(self._coming_keys)):
            self.insertRow(start + nth, _branch(len(ids)))

    def _match_notes(self, row: int, wanted: Sequence[str]) -> None:
        start, gone, came = _span(self._rows[row], wanted)
        above = self.index(row, 0)
        if gone:
            self.removeRows(start, gone, above)
        if came:
            self._coming = list(wanted[start : start + came])
            self.insertRows(start, came, above)

    @Slot(QModelIndex, int, int)
    def _put_down(self, above: QModelIndex, first: int, last: int) -> None:
        if above.isValid():
            self._rows[above.row()][first:first] = self._coming
            self._coming = []
            return
        for row in range(first, last + 1):
            key, ids = self._coming_keys.pop(0)
            self._keys.insert(row, key)
            self._rows.insert(row, ids)

    @Slot(QModelIndex, int, int)
    def _took_out(self, above: QModelIndex, first: int, last: int) -> None:
        if above.isValid():
            del self._rows[above.row()][first : last + 1]
        else:
            del self._keys[first : last + 1], self._rows[first : last + 1]

    def _redraw(self, touched: Touched) -> None:
        for item in (*touched.notes, *touched.areas):
            for index in self.indexes_of(item):
                self.dataChanged.emit(index, index)

    @Slot(object)
    def _on_states(self, ids: Iterable[str]) -> None:
        if self._asleep:
            # Rows are drawn when they are seen: nothing is missed.
            return
        for id in ids:
            for index in self.indexes_of(id):
                self.dataChanged.emit(index, index, [NoteRole.STATE])

    # What Qt asks

    def removeRows(self, row: int, count: int, parent: Index = _ROOT) -> bool:
        # After a drag a view would take away the rows it gave; what is shown is what lies on the board.
        return self.changing and super().removeRows(row, count, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item_of(index)
        if role == OutlineRole.ITEM:
            return item
        if role == OutlineRole.AREA:
            return self.key_of(index)
        if not index.parent().isValid():
            return self._area_data(item, role) if item else None
        note = self.board.note(item)
        if note is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                part for part in (self.board.face(item).spoken, self.board.state_said(item)) if part
            )
        if role == NoteRole.FACE:
            return self.board.face(item)
        if role == NoteRole.STATE:
            return self.board.state(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(note.text) if len(note.text) >= _TOOLTIP_FROM else None
        return note if role == NoteRole.NOTE else None

    def _area_data(self, key: str, role: int) -> object:
        if role not in (
            OutlineRole.AREA_FACE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if key != BY_HAND and key not in self.board.plan.areas:
            return None
        face = self.board.area_face(self.area_of(key))
        if role == OutlineRole.AREA_FACE:
            return face
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(f"{face.title}\n{face.line}") if len(face.title) >= _TOOLTIP_FROM else None
        return face.title if role == Qt.ItemDataRole.DisplayRole else face.said

    def mimeTypes(self) -> list[str]:
        return [MIME_NOTES, MIME_INSIGHTS, "text/plain"]

    def mimeData(self, _indexes: Sequence[QModelIndex]) -> QMimeData:
        board, data = self.board, QMimeData()
        ids = board.chosen_notes()
        insights = [key.removeprefix(_INSIGHT) for key in board.chosen_areas() if key.startswith(_INSIGHT)]
        if ids:
            data.setData(MIME_NOTES, "\n".join(ids).encode())
            notes = (board.note(id) for id in ids)
            data.setText("\n".join(note.text for note in notes if note is not None))
        elif insights:
            data.setData(MIME_INSIGHTS, "\n".join(insights).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def _branch(count: int) -> QStandardItem:
    item = QStandardItem()
    item.setColumnCount(1)
    item.setRowCount(count)
    return item


def _span(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """Return where two lists part, and how many of the old give way to how many of the new there."""
    start, end = 0, 0
    shorter = min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - start - end, len(new) - start - end
