"""Drawing cards from so far that words cannot be read: patches of colour, many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from facilitator.domain.board import Box
from facilitator.domain.entities import Note
from facilitator.ui.board.area_paint import AreaPainter, mixed
from facilitator.ui.board.marks import Marks
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.theme import Theme

MANY = 600
"""So many chosen cards are drawn one by one from afar; more are part of the painted squares."""
_DIM = 0.72
"""How much of the ground a card has that is not looked for."""
_LINED = 7
"""Pixels from which on a patch shows that there are words on it."""

Patches = dict[tuple[str, bool], list[QRect]]
"""Patches by code of paper and whether they are lit."""


def kind_of(note: Note) -> str:
    """Return the code of the paper of a note whose colour tells its kind."""
    return note.kind


class FarPainter:
    """Paints areas and cards as patches.

    Attributes:
        tint: Gives the code of the paper of a note.
    """

    def __init__(self, theme: Theme, model: BoardModel, marks: Marks, areas: AreaPainter) -> None:
        self._theme = theme
        self._model = model
        self._marks = marks
        self._areas = areas
        self.tint: Callable[[Note], str] = kind_of

    def paint(self, painter: QPainter, box: Box, scale: float) -> None:
        """Paint a part of the board; the painter's origin is that of the board, in pixels."""
        plan = self._model.plan
        clip = _scaled(box, scale).toAlignedRect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for frame in map(plan.frames.__getitem__, plan.frames_within(box)):
            self._areas.frame(painter, _scaled(frame.box, scale), clip, loose=frame.key == "goal:")
        for area in map(plan.areas.__getitem__, plan.areas_within(box)):
            if area.kind not in UNSEEN:
                self._areas.area(painter, _scaled(area.box, scale), area.kind, clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._cards(painter, plan.within(box), scale)

    def _cards(self, painter: QPainter, cards: list[tuple[str, Box]], scale: float) -> None:
        patches: Patches = defaultdict(list)
        chosen: list[QRect] = []
        note_of, tint, hits = self._model.plan.note, self.tint, self._marks.hits
        picked = self._marks.chosen if len(self._marks.chosen) > MANY else ()
        for note_id, (x, y, w, h) in cards:
            left, top = round(x * scale), round(y * scale)
            patch = QRect(
                left, top, max(1, round((x + w) * scale) - left), max(1, round((y + h) * scale) - top)
            )
            note = note_of(note_id)
            lit = hits is None or note_id in hits
            patches[tint(note) if note is not None else "", lit].append(patch)
            if note_id in picked:
                chosen.append(patch)
        painter.setPen(Qt.PenStyle.NoPen)
        for (paper, lit), rects in patches.items():
            self._patches(painter, rects, paper, lit=lit)
        if chosen:
            self.choose(painter, chosen)

    def _patches(self, painter: QPainter, rects: list[QRect], paper: str, *, lit: bool) -> None:
        theme = self._theme
        colour = theme.note(paper)
        if colour == theme.surface:
            # White on white is told by its edge.
            painter.setBrush(mixed(theme.edge, theme.surface, 0.4 if lit else 0.75))
            painter.drawRects(rects)
            painter.setBrush(colour)
            painter.drawRects([rect.adjusted(1, 1, -1, -1) for rect in rects if rect.width() > 3])
        else:
            painter.setBrush(colour if lit else mixed(colour, theme.page, _DIM))
            painter.drawRects(rects)
        if lit and self._marks.hits is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.primary)
            painter.drawRects([rect.adjusted(0, 0, -1, -1) for rect in rects])
            painter.setPen(Qt.PenStyle.NoPen)
        high = [rect for rect in rects if rect.height() >= 3 * _LINED]
        if high:
            self._lines(painter, high, lit=lit)

    def _lines(self, painter: QPainter, rects: list[QRect], *, lit: bool) -> None:
        """Draw strokes where the words are."""
        ink = QColor(self._theme.note_ink)
        ink.setAlphaF(0.28 if lit else 0.1)
        painter.setBrush(ink)
        strokes: list[QRect] = []
        for rect in rects:
            left, width, step = (
                rect.x() + rect.width() // 10,
                rect.width() * 8 // 10,
                max(3, rect.width() // 10),
            )
            last = rect.y() + rect.height() - 2 * step
            tops = range(rect.y() + step, last, step)
            strokes += [QRect(left, y, width, max(1, step // 3)) for y in tops[:-1]]
            strokes += [QRect(left, y, width * 2 // 3, max(1, step // 3)) for y in tops[-1:]]
        painter.drawRects(strokes)

    def choose(self, painter: QPainter, rects: list[QRect]) -> None:
        """Mark patches as chosen."""
        tone = self._theme.primary
        painter.setBrush(QColor(tone.red(), tone.green(), tone.blue(), 70))
        painter.setPen(tone)
        painter.drawRects([rect.adjusted(0, 0, -1, -1) for rect in rects])
        painter.setPen(Qt.PenStyle.NoPen)


UNSEEN = ("flow", "free")
"""Kinds of area that have no ground and no title: blocks of cards on the board itself."""


def _scaled(box: Box, scale: float) -> QRectF:
    left, top = round(box.x * scale), round(box.y * scale)
    return QRectF(left, top, max(1, round(box.right * scale) - left), max(1, round(box.bottom * scale) - top))
