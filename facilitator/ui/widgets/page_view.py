"""The pages of a PDF beside and below each other, drawn when they come into view."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from facilitator.ui.kit.tasks import Handle, Task, TaskRunner
from facilitator.ui.kit.theme import SMALL, Theme

ZOOMS = (25, 33, 50, 67, 80, 100, 125, 150, 200, 300)
FIT = 0
"""Zoom value for pages as wide as the view allows."""
SHARPEST = 6.0
"""Pixels a point beyond which a page is drawn coarser: A4 then takes 60 MB."""
_KEPT_AROUND = 6
"""Pages above and below the view whose pictures are kept; fewer when the pictures are large."""
_POINTS_TO_PIXELS = 96 / 72

Picture = tuple[int, int, int, bytes]


class Sheets(Protocol):
    """What can give pages as pictures; ``image`` is called on another thread, one page at a time."""

    @property
    def count(self) -> int:
        """Return the number of pages."""
        ...

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height in points."""
        ...

    def image(self, page: int, scale: float) -> Picture:
        """Return width, height, bytes per line and RGBA bytes."""
        ...

    def close(self) -> None:
        """Let go of the file."""


class PageView(QAbstractScrollArea):
    """Shows pages; arrows scroll, PageUp and PageDown turn, Home and End go to the first and last.

    Signals:
        page_changed: Number of the page on top, from 1.
        zoom_changed: Percent of paper size that is shown now.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(int)

    def __init__(self, theme: Theme, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._sheets: Sheets | None = None
        self._open: list[Sheets] = []
        self._sizes: list[tuple[float, float]] = []
        self._places: list[QRect] = []
        self._images: dict[int, tuple[float, QImage]] = {}
        self._task: Task[tuple[Sheets, int, float, Picture]] | None = None
        self._zoom = FIT
        self._page = 1
        self._waiting = ""
        self._content = QSize()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setMinimumSize(theme.px(120), theme.px(120))
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.destroyed.connect(partial(_close, self._open))

    # ── data in ─────────────────────────────────────────────────────────────

    def set_waiting(self, text: str) -> None:
        """Say what is going on while there are no pages yet."""
        self._waiting = text
        self.viewport().update()

    def show_sheets(self, sheets: Sheets) -> None:
        """Show other pages at the same place; pictures of the old ones stay until the new are drawn."""
        self._open.append(sheets)
        self._sheets = sheets
        self._sizes = [sheets.size(n) for n in range(sheets.count)]
        self._images = {n: (0.0, image) for n, (_, image) in self._images.items() if n < sheets.count}
        self._close_retired()
        page = min(self._page, max(sheets.count, 1))
        had_pages = bool(self._places)
        self._arrange()
        self._page = page
        if not had_pages:
            self.go_to(page)
        self.page_changed.emit(self._page)

    def close_sheets(self) -> None:
        """Let go of the pages."""
        self._sheets = None
        self._sizes, self._images = [], {}
        self._close_retired()
        self._arrange()

    @property
    def count(self) -> int:
        """Return the number of pages shown."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """Return the number of the page on top, from 1."""
        return self._page

    def is_drawn(self, page: int) -> bool:
        """Tell whether ``page`` (from 1) is on screen as sharp as it should be."""
        drawn = self._images.get(page - 1)
        return drawn is not None and drawn[0] == self._density()

    def zoom(self) -> int:
        """Return the chosen zoom: ``FIT`` or percent."""
        return self._zoom

    def shown_zoom(self) -> int:
        """Return the zoom in percent of paper size."""
        return round(self._scale() / _POINTS_TO_PIXELS * 100)

    @Slot(int)
    def set_zoom(self, percent: int) -> None:
        """Show pages at ``percent`` of paper size, or as wide as fits for ``FIT``; the page on top stays."""
        page = self._page
        self._zoom = percent if percent == FIT else min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self._arrange()
        self.go_to(page)

    def step_zoom(self, count: int) -> None:
        """Take the next larger or smaller zoom."""
        shown = self.shown_zoom()
        wanted = [zoom for zoom in ZOOMS if (zoom - shown) * count > 0]
        if wanted:
            self.set_zoom(wanted[0] if count > 0 else wanted[-1])

    @Slot(int)
    def go_to(self, page: int) -> None:
        """Scroll ``page`` (from 1) to the top."""
        if 1 <= page <= len(self._places):
            # The page is marked first: near the end it cannot come to the top.
            self.verticalScrollBar().setValue(self._places[page - 1].top() - self._gap())
            self._tell_page(page)

    def start_at(self, page: int) -> None:
        """Begin at ``page`` when the first pages come."""
        self._page = max(page, 1)
        self.go_to(self._page)

    # ── arranging ───────────────────────────────────────────────────────────

    def _gap(self) -> int:
        return self._theme.gap(20)

    def _columns(self, scale: float) -> int:
        widest = max((size[0] for size in self._sizes), default=595.0) * scale
        return max(1, min(len(self._sizes), int((self._room() + self._gap()) // (widest + self._gap()))))

    def _room(self) -> int:
        return max(self.viewport().width() - 2 * self._gap(), 1)

    def _scale(self) -> float:
        """Return pixels a point."""
        if self._zoom != FIT:
            return self._zoom / 100 * _POINTS_TO_PIXELS
        widest = max((size[0] for size in self._sizes), default=595.0)
        pair = (self._room() - self._gap()) / 2
        # Two beside each other while their body text stays readable.
        wide = pair if pair >= self._theme.px(360) and len(self._sizes) > 1 else self._room()
        return min(wide / widest, 2 * _POINTS_TO_PIXELS)

    def _density(self) -> float:
        return min(self._scale() * self.devicePixelRatioF(), SHARPEST)

    def _arrange(self) -> None:
        gap, scale = self._gap(), self._scale()
        columns = self._columns(scale + 1e-9 if self._zoom else scale - 1e-6)
        shapes = [QSize(round(width * scale), round(height * scale)) for width, height in self._sizes]
        widest = max((shape.width() for shape in shapes), default=0)
        whole = columns * widest + (columns - 1) * gap
        left = max((self.viewport().width() - whole) // 2, gap)
        self._places = []
        top = gap
        for start in range(0, len(shapes), columns):
            line = shapes[start : start + columns]
            for n, shape in enumerate(line):
                self._places.append(QRect(QPoint(left + n * (widest + gap), top), shape))
            top += max(shape.height() for shape in line) + gap
        self._content = QSize(whole + 2 * gap if shapes else 0, top if shapes else 0)
        self._set_bars()
        self.zoom_changed.emit(self.shown_zoom())
        self._draw_next()
        self.viewport().update()

    def _set_bars(self) -> None:
        view = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(self._content.width() - view.width(), 0))
        across.setPageStep(view.width())
        across.setSingleStep(self._theme.px(48))
        down.setRange(0, max(self._content.height() - view.height(), 0))
        down.setPageStep(view.height())
        down.setSingleStep(self._theme.px(48))

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_view(self) -> list[int]:
        view = QRect(self._offset(), self.viewport().size())
        return [n for n, place in enumerate(self._places) if place.intersects(view)]

    @Slot()
    def _scrolled(self) -> None:
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        above = [n for n, place in enumerate(self._places) if place.top() <= top]
        if above:
            row_top = self._places[above[-1]].top()
            self._tell_page(next(n for n in above if self._places[n].top() == row_top) + 1)
        self._draw_next()

    def _tell_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # ── drawing ─────────────────────────────────────────────────────────────

    def _draw_next(self) -> None:
        """Have the first page in view that is not sharp drawn on a thread, then the ones beside it."""
        sheets = self._sheets
        if sheets is None or self._task is not None or not self.isVisible():
            return
        seen = self._in_view()
        if not seen:
            return
        density = self._density()
        soon = [*seen, seen[-1] + 1, seen[-1] + 2, seen[0] - 1]
        wanted = [n for n in soon if 0 <= n < self.count and not self.is_drawn(n + 1)]
        if not wanted:
            return
        self._forget_far(seen)
        page = wanted[0]

        def draw(handle: Handle) -> tuple[Sheets, int, float, Picture]:
            return sheets, page, density, sheets.image(page, density)

        self._task = self._tasks.start(draw)
        self._task.succeeded.connect(self._take_picture)
        self._task.finished.connect(self._drawn)

    def _forget_far(self, seen: list[int]) -> None:
        around = max(1, min(_KEPT_AROUND, int(_KEPT_AROUND * 4 / self._density() ** 2)))
        low, high = seen[0] - around, seen[-1] + around
        self._images = {n: kept for n, kept in self._images.items() if low <= n <= high}

    @Slot(object)
    def _take_picture(self, made: tuple[Sheets, int, float, Picture]) -> None:
        sheets, page, density, (width, height, stride, raw) = made
        if sheets is not self._sheets:
            return
        image = QImage(raw, width, height, stride, QImage.Format.Format_RGBX8888).copy()
        self._images[page] = (density, image)
        self.viewport().update()

    @Slot()
    def _drawn(self) -> None:
        self._task = None
        self._close_retired()
        self._draw_next()

    def _close_retired(self) -> None:
        # A page of the old report may just be under way on its thread.
        if self._task is None:
            old = [sheets for sheets in self._open if sheets is not self._sheets]
            _close(old)
            self._open[:] = [sheets for sheets in self._open if sheets not in old]

    # ── events ──────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.page)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._places:
            painter.setPen(theme.quiet)
            painter.setFont(theme.font())
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            room = self.viewport().rect().adjusted(self._gap(), 0, -self._gap(), 0)
            painter.drawText(room, words, self._waiting)
        painter.translate(-self._offset())
        for n in self._in_view():
            self._paint_page(painter, n)
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(theme.primary, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, n: int) -> None:
        theme, place = self._theme, self._places[n]
        shade = QColor(theme.shadow)
        painter.fillRect(place.adjusted(0, 2, 2, 3), shade)
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(QColor("white"))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        drawn = self._images.get(n)
        if drawn is not None and drawn[0] == self._scale() * self.devicePixelRatioF():
            # Dot for dot: fitting the last half pixel in would blur the letters.
            drawn[1].setDevicePixelRatio(self.devicePixelRatioF())
            painter.setClipRect(place)
            painter.drawImage(place.topLeft(), drawn[1])
            painter.setClipping(False)
        elif drawn is not None:
            painter.drawImage(place, drawn[1])
        else:
            painter.setPen(QColor("#6B6B6B"))
            painter.setFont(theme.font(SMALL))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(n + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._page
        self._arrange()
        if page > 1:
            self.go_to(page)

    def showEvent(self, event: object) -> None:
        self._draw_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        key, step = event.key(), down.singleStep()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            down.setValue(down.value() + (step if key == Qt.Key.Key_Down else -step))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            across.setValue(across.value() + (step if key == Qt.Key.Key_Right else -step))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.go_to(self.count)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(FIT)
        else:
            super().keyPressEvent(event)

    def turn(self, count: int) -> None:
        """Go to the next or previous row of pages."""
        tops = sorted({place.top() for place in self._places})
        if not tops:
            return
        here = tops.index(self._places[self._page - 1].top())
        top = tops[min(max(here + count, 0), len(tops) - 1)]
        self.go_to(next(n for n, place in enumerate(self._places) if place.top() == top) + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def focusInEvent(self, event: object) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        self.viewport().update()


def _close(all_of: Iterable[Sheets]) -> None:
    for sheets in all_of:
        sheets.close()
