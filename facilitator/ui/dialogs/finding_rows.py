"""The findings of the publication check as rows, the words they are about marked in their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from facilitator.ui.dialogs.two_line_rows import ROW, TwoLineList, TwoLineRows
from facilitator.ui.kit.theme import BODY, SMALL, Theme

Index = QModelIndex | QPersistentModelIndex
_STEP = 6


@dataclass(frozen=True, slots=True)
class FindingFace:
    """What one row shows.

    Attributes:
        what: Kind in a word or two, such as "Telefoonnummer".
        where: The way there in words, may be empty.
        words: The sentence on one line; ``mark`` is the place of the words found in it.
        done: What was decided, or empty; "later" leaves it waiting.
        spoken: What a screen reader says.
    """

    what: str
    where: str
    words: str
    mark: tuple[int, int]
    done: str
    waits: bool
    spoken: str


class FindingRows(QAbstractListModel):
    """Rows over faces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: Sequence[FindingFace] = ()

    def set_faces(self, faces: Sequence[FindingFace]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._faces = faces
        self.endResetModel()

    def face(self, row: int) -> FindingFace:
        """Return what a row shows."""
        return self._faces[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._faces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._faces):
            return None
        if role == ROW:
            return self._faces[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._faces[index.row()].spoken
        return None


def fitted(words: str, mark: tuple[int, int], font: QFont, room: float) -> tuple[str, tuple[int, int]]:
    """Return ``words`` cut at both ends so that the marked ones stay in view, and their new place."""
    metrics = QFontMetricsF(font)
    start, end = mark
    cut = 0
    while cut < start and metrics.horizontalAdvance("…" + words[cut:end]) > room * 0.8:
        cut = min(cut + _STEP, start)
    if cut:
        # Begin with a whole word where that is not far.
        space = words.find(" ", cut, min(cut + 2 * _STEP, start))
        cut = space + 1 if space >= 0 else cut
    shown = ("…" + words[cut:]) if cut else words
    shift = 1 - cut if cut else 0
    last = len(shown)
    while last > end + shift and metrics.horizontalAdvance(shown[:last] + "…") > room:
        last -= 1 if last - (end + shift) < 2 * _STEP else _STEP
    shown = shown if last == len(shown) else shown[:last].rstrip() + "…"
    return shown, (start + shift, end + shift)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Rows(TwoLineRows):
    """Draws one finding."""

    def draw_words(self, painter: QPainter, box: QRectF, face: object) -> None:
        assert isinstance(face, FindingFace)
        theme, align = self._theme, Qt.AlignmentFlag
        small, bold = theme.font(SMALL), theme.font(SMALL, bold=True)
        kind = QFontMetricsF(bold).horizontalAdvance(face.what)
        painter.setFont(bold)
        painter.setPen(theme.ink if face.waits else theme.quiet)
        painter.drawText(box, align.AlignLeft | align.AlignTop, face.what)
        painter.setFont(small)
        painter.setPen(theme.quiet if face.waits else theme.good)
        side = face.done or face.where
        room = max(box.width() - kind - theme.gap(16), 0.0)
        shown = painter.fontMetrics().elidedText(side, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(box, align.AlignRight | align.AlignTop, shown)
        self._sentence(painter, box, face)

    def _sentence(self, painter: QPainter, box: QRectF, face: FindingFace) -> None:
        theme, font = self._theme, self._theme.font(BODY)
        shown, (start, end) = fitted(face.words, face.mark, font, box.width())
        layout = QTextLayout(shown, font)
        if end > start:
            marked = QTextLayout.FormatRange()
            look = QTextCharFormat()
            look.setBackground(theme.note("worry"))
            look.setForeground(theme.note_ink)
            # A line as well: colour alone tells nothing to some.
            look.setFontUnderline(True)
            # Qt counts in units of two bytes; an emoji has two of them.
            first, length = _units(shown[:start]), _units(shown[start:end])
            marked.start, marked.length, marked.format = first, length, look  # pyright: ignore[reportAttributeAccessIssue]
            layout.setFormats([marked])
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(10 * max(box.width(), 1.0))
        layout.endLayout()
        painter.save()
        painter.setClipRect(box)
        painter.setPen(theme.ink if face.waits else theme.quiet)
        high = line.height() if line.isValid() else 0.0
        layout.draw(painter, QPointF(box.left(), box.bottom() - high))
        painter.restore()


class FindingView(TwoLineList):
    """Shows findings; thousands of rows cost what is on screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draw_with(_Rows(theme, self, 16))
