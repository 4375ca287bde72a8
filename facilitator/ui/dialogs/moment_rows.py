"""The moments of the evening as rows, newest first; what they touched is read when they come on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.domain.text import fold
from facilitator.store.session import Moment
from facilitator.ui.dialogs.two_line_rows import ROW

AROUND = 60
"""So many rows are described at once: what is on screen and a little more."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class MomentFace:
    """What one row shows.

    Attributes:
        mark: Word beside it: "teruggedraaid", "nu"; or empty.
        spoken: What a screen reader says.
    """

    time: str
    what: str
    where: str
    laptop: str
    mark: str
    undone: bool
    here: bool
    spoken: str


Describe = Callable[[Sequence[Moment]], Sequence[MomentFace]]


class MomentRows(QAbstractListModel):
    """Rows over moments; ``describe`` gives the faces of several of them."""

    def __init__(self, describe: Describe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._all: tuple[Moment, ...] = ()
        self._shown: Sequence[Moment] = ()
        self._faces: dict[tuple[str, int], MomentFace] = {}

    def show(self, moments: Sequence[Moment]) -> None:
        """Show these moments, given oldest first."""
        self.beginResetModel()
        self._all = self._shown = tuple(reversed(moments))
        self._faces = {}
        self.endResetModel()

    def seek(self, typed: str) -> None:
        """Show only the moments in whose words every word typed occurs."""
        wanted = fold(typed).split()
        if wanted:
            self._know(self._all)
        self.beginResetModel()
        self._shown = self._all if not wanted else [m for m in self._all if self._fits(m, wanted)]
        self.endResetModel()

    def _fits(self, moment: Moment, wanted: Sequence[str]) -> bool:
        text = fold(self._faces[moment.edit.source, moment.edit.stamp].spoken)
        return all(word in text for word in wanted)

    def _know(self, moments: Sequence[Moment]) -> None:
        unknown = [m for m in moments if (m.edit.source, m.edit.stamp) not in self._faces]
        for moment, face in zip(unknown, self._describe(unknown) if unknown else (), strict=True):
            self._faces[moment.edit.source, moment.edit.stamp] = face

    def moment(self, row: int) -> Moment | None:
        """Return the moment of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of_here(self) -> int:
        """Return the row of where the dialogue stands now, -1 when it is not shown."""
        places = (n for n, m in enumerate(self._shown) if m.point is not None and not m.steps)
        return next(places, -1)

    def face(self, row: int) -> MomentFace:
        """Return what a row shows."""
        moment = self._shown[row]
        key = (moment.edit.source, moment.edit.stamp)
        if key not in self._faces:
            self._know(self._shown[max(row - AROUND // 3, 0) : row + AROUND])
        return self._faces[key]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == ROW:
            return self.face(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.face(index.row()).spoken
        return None
