"""The outcome of a round as large bars with numbers, the highest first: readable from the back of a room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import column, row
from facilitator.ui.kit.theme import LEAD, QUESTION, TITLE, Theme


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line of the outcome.

    Attributes:
        parts: Lengths of the parts of the bar, of 1 in all at most: chosen or in favour, then against.
        number: The large number. ``words``: more about it, below; may be empty.
    """

    title: str
    parts: tuple[float, ...]
    number: str
    words: str = ""


class ResultBar(QWidget):
    """A bar in one or two parts; the numbers stand beside it."""

    def __init__(self, theme: Theme, parts: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = tuple(parts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.fillRect(whole, theme.track)
        at = 0.0
        for part, colour in zip(self._parts, (theme.primary, theme.against), strict=False):
            painter.fillRect(QRectF(at, 0, whole.width() * part, whole.height()), colour)
            at += whole.width() * part
        if theme.contrast:
            painter.setPen(QPen(theme.ink, 1))
            painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))


class ResultRows(QWidget):
    """The lines under each other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[ResultRow, ...] = ()
        self._layout = column(self, theme, spacing=16)
        self._layout.addStretch(1)

    def rows(self) -> tuple[ResultRow, ...]:
        """Return what is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[ResultRow]) -> None:
        """Show these lines in this order."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        while self._layout.count() > 1:
            item = self._layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, shown in enumerate(self._rows):
            line = self._line(shown)
            self._layout.insertWidget(place, line)
            line.show()

    def _line(self, shown: ResultRow) -> QWidget:
        theme = self._theme
        line = QWidget(self)
        across = row(line, theme, spacing=16)
        number = PlainLabel(shown.number, line, font=theme.font(QUESTION, bold=True))
        number.setMinimumWidth(theme.px(88))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(number)
        words = QWidget(line)
        inside = column(words, theme, spacing=4)
        inside.addWidget(PlainLabel(shown.title, words, font=theme.font(TITLE, bold=True), wrap=True))
        inside.addWidget(ResultBar(theme, shown.parts, words))
        if shown.words:
            inside.addWidget(PlainLabel(shown.words, words, font=theme.font(LEAD), tone="quiet", wrap=True))
        across.addWidget(words, 1)
        return line
