"""Writing in a row of an outline: what the editor of the canvas needs to know of the row it lies on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal, SignalInstance

from facilitator.domain.board import Box
from facilitator.ui.board.note_editor import NoteEditor
from facilitator.ui.board.outline_tree import OutlineTree

_PATCH = 44
"""Width of the coloured patch at the left of a note, in pixels at 100 %; it stays in sight."""


class RowSheet(QObject):
    """Puts the editor on the row of one note or area, and keeps it there while the tree scrolls.

    Attributes:
        edited, renamed: Signals of the outline that tell what was written.
        editor: The field itself.
    """

    view_changed = Signal()

    def __init__(self, tree: OutlineTree, edited: SignalInstance, renamed: SignalInstance) -> None:
        super().__init__(tree)
        self.theme, self.model = tree.theme, tree.board
        self.edited, self.renamed = edited, renamed
        self._tree = tree
        self._item = ""
        self._row = QRectF()
        self.editor = NoteEditor(self, tree.viewport())
        tree.verticalScrollBar().valueChanged.connect(self.view_changed)
        tree.resized.connect(self.view_changed)

    @property
    def zoom(self) -> float:
        """Return 1: rows are always as large."""
        return 1.0

    def start(self, item: str) -> bool:
        """Write on the row of a note or area; False when it is not shown."""
        index = self._tree.rows.index_of(item, self.model.inside)
        if not index.isValid():
            return False
        self._tree.scrollTo(index)
        self._item = item
        return self.editor.start(item)

    def to_view(self, _box: Box) -> QRectF:
        """Return where the row that is written on is seen; where it was last while it is not."""
        index = self._tree.rows.index_of(self._item, self.model.inside)
        cell = QRectF(self._tree.visualRect(index)) if index.isValid() else QRectF()
        if not cell.isEmpty():
            patch = self.theme.px(_PATCH) if index.parent().isValid() else 0
            self._row = cell.adjusted(4 + patch, 4, -self.theme.gap(8), -4)
        return self._row

    def set_zoom(self, _zoom: float, _about: QPointF | None = None) -> None:
        """Leave rows as they are."""

    def pan(self, _dx: float, dy: float) -> None:
        """Scroll by so many pixels."""
        bar = self._tree.verticalScrollBar()
        bar.setValue(bar.value() + round(dy))
