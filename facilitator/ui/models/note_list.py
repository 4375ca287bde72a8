"""Notes as rows, kept in reading order and changed row by row, so that ten thousand of them stay quick."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Slot

from facilitator.domain.changes import RowChange
from facilitator.domain.entities import Note
from facilitator.ui.kit.note_face import MIME_NOTES, NoteFace, NoteRole
from facilitator.ui.kit.plain import tooltip_text

Describe = Callable[[Note], NoteFace]
Index = QModelIndex | QPersistentModelIndex
ROW_BY_ROW = 100
"""How many changes are taken over one by one."""
_ROOT = QModelIndex()
_TOOLTIP_FROM = 80
"""Shorter notes are always seen whole."""


class NoteListModel(QStringListModel):
    """Notes in order of ``seq`` and id; ``describe`` tells how one is drawn, when it is drawn.

    The strings are empty and only counted: a view asks for the number of rows once for every row it
    lays out, and this base answers that without coming to Python.
    """

    def __init__(self, describe: Describe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._notes: list[Note] = []
        self._keys: list[tuple[int, str]] = []
        self._key_of: dict[str, tuple[int, str]] = {}
        self._states: dict[str, str] = {}
        self._coming: Note | None = None
        self._going = False
        self.rowsRemoved.connect(self._took_out)
        self.rowsInserted.connect(self._put_down)

    def show(self, notes: Iterable[Note]) -> None:
        """Show exactly these notes, all anew."""
        self._notes = sorted(notes, key=_key)
        self._keys = [_key(note) for note in self._notes]
        self._key_of = {note.id: key for note, key in zip(self._notes, self._keys, strict=True)}
        self.setStringList([""] * len(self._notes))

    def apply(self, changes: Iterable[RowChange], belongs: Callable[[Note], bool]) -> list[str]:
        """Take over changed notes one row at a time; return the ids of those that appeared here.

        Very many at once are shown anew: a view moves all rows below for each row that comes or goes.
        """
        every = list(changes)
        if len(every) > ROW_BY_ROW:
            return self._apply_anew(every, belongs)
        appeared: list[str] = []
        for change in every:
            note = change.after
            if not isinstance(note, Note):
                continue
            wanted = note.alive and belongs(note)
            row = self.row_of(note.id)
            if row >= 0 and wanted and self._keys[row] == _key(note):
                self._notes[row] = note
                index = self.index(row)
                self.dataChanged.emit(index, index)
                continue
            if row >= 0:
                self._take_out(row)
            if wanted:
                self._put_in(note)
                if row < 0:
                    appeared.append(note.id)
        return appeared

    def _apply_anew(self, changes: list[RowChange], belongs: Callable[[Note], bool]) -> list[str]:
        notes = {note.id: note for note in self._notes}
        appeared: list[str] = []
        for change in changes:
            note = change.after
            if not isinstance(note, Note):
                continue
            if note.alive and belongs(note):
                if note.id not in notes:
                    appeared.append(note.id)
                notes[note.id] = note
            else:
                notes.pop(note.id, None)
        self.show(notes.values())
        return appeared

    def _take_out(self, row: int) -> None:
        self._going = True
        self.removeRows(row, 1)
        self._going = False

    def removeRows(self, row: int, count: int, parent: Index = _ROOT) -> bool:
        # After a drag a view would take away the rows it gave; the dialogue says which there are.
        return self._going and super().removeRows(row, count, parent)

    @Slot(QModelIndex, int, int)
    def _took_out(self, _parent: QModelIndex, first: int, last: int) -> None:
        # Told before any view is: until the row is gone they see the old rows, afterwards the new ones.
        for note in self._notes[first : last + 1]:
            del self._key_of[note.id]
        del self._notes[first : last + 1]
        del self._keys[first : last + 1]

    def _put_in(self, note: Note) -> None:
        self._coming = note
        self.insertRows(bisect_left(self._keys, _key(note)), 1)
        self._coming = None

    @Slot(QModelIndex, int, int)
    def _put_down(self, _parent: QModelIndex, row: int, _last: int) -> None:
        note = self._coming
        if note is not None:
            self._notes.insert(row, note)
            self._keys.insert(row, _key(note))
            self._key_of[note.id] = _key(note)

    def row_of(self, id: str) -> int:
        """Return the row of a note, -1 when it is not here."""
        key = self._key_of.get(id)
        return -1 if key is None else bisect_left(self._keys, key)

    def note_at(self, row: int) -> Note | None:
        """Return the note of a row, or None."""
        return self._notes[row] if 0 <= row < len(self._notes) else None

    def ids(self) -> list[str]:
        """Return the ids of all rows in order."""
        return [note.id for note in self._notes]

    def set_state(self, ids: Iterable[str], state: str) -> None:
        """Mark how far notes are on their way to the disk, as ``BoardModel.set_state``."""
        for id in ids:
            if state:
                self._states[id] = state
            else:
                self._states.pop(id, None)
            row = self.row_of(id)
            if row >= 0:
                index = self.index(row)
                self.dataChanged.emit(index, index, [NoteRole.STATE])

    def show_unsaved(self, ids: frozenset[str], state: str) -> None:
        """Mark these as ``kept`` or ``unsaved``, and no others."""
        marked = {id for id, mark in self._states.items() if mark in ("kept", "unsaved")}
        self.set_state(marked - ids, "")
        self.set_state(ids, state)

    def redescribe(self) -> None:
        """Draw all rows again, for when names of personas changed."""
        if self._notes:
            self.dataChanged.emit(self.index(0), self.index(len(self._notes) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        note = self.note_at(index.row()) if index.isValid() else None
        if note is None:
            return None
        if role == NoteRole.FACE:
            return self._describe(note)
        if role == NoteRole.STATE:
            return self._states.get(note.id, "")
        if role == NoteRole.NOTE:
            return note
        if role == Qt.ItemDataRole.DisplayRole:
            return note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = {"kept": self.tr("kept on this laptop"), "unsaved": self.tr("not saved yet")}
            state = said.get(self._states.get(note.id, ""), "")
            return ", ".join(part for part in (self._describe(note).spoken, state) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(note.text) if len(note.text) >= _TOOLTIP_FROM else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return [MIME_NOTES, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        notes = [note for index in indexes if (note := self.note_at(index.row())) is not None]
        data = QMimeData()
        data.setData(MIME_NOTES, "\n".join(note.id for note in notes).encode())
        data.setText("\n".join(note.text for note in notes))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def _key(note: Note) -> tuple[int, str]:
    return note.seq, note.id
