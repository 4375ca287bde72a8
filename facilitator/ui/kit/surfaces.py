"""Grounds to put things on: cards, panels, bars, scrolling columns, and a layout that wraps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from facilitator.ui.kit.theme import Theme

SURFACES = (
    "card",
    "tint",
    "panel",
    "top",
    "bottom",
    "left",
    "right",
    "page",
    "info",
    "warning",
    "error",
    "drop",
    "line",
)


class Surface(QFrame):
    """A plain ground of one kind of ``SURFACES``; ``left`` and ``right`` have a line on the inner side."""

    def __init__(self, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def set_chosen(self, on: bool) -> None:
        """Show it as the chosen one, or not."""
        if self.property("chosen") != on:
            self.setProperty("chosen", on)
            self.style().unpolish(self)
            self.style().polish(self)


def column(owner: QWidget, theme: Theme, margins: tuple[int, ...] = (0,), spacing: int = 8) -> QVBoxLayout:
    """Give ``owner`` a vertical layout; margins as in CSS (1, 2 or 4 numbers) and spacing at 100 %."""
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(_margins(theme, margins))
    layout.setSpacing(theme.gap(spacing))
    return layout


def row(
    owner: QWidget | None, theme: Theme, margins: tuple[int, ...] = (0,), spacing: int = 8
) -> QHBoxLayout:
    """Make a horizontal layout, for ``owner`` or to be nested; margins as in CSS, spacing at 100 %."""
    layout = QHBoxLayout(owner) if owner is not None else QHBoxLayout()
    layout.setContentsMargins(_margins(theme, margins))
    layout.setSpacing(theme.gap(spacing))
    return layout


def _margins(theme: Theme, values: tuple[int, ...]) -> QMargins:
    sides = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 4: (0, 1, 2, 3)}[len(values)]
    top, right, bottom, left = (theme.gap(values[side]) for side in sides)
    return QMargins(left, top, right, bottom)


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a thin horizontal line."""
    line = Surface("line", parent)
    line.setFixedHeight(1)
    return line


class _Inner(QWidget):
    """What scrolls: as high as its words need at the width they get, not at the narrowest there is."""

    def minimumSizeHint(self) -> QSize:
        wanted = super().minimumSizeHint()
        return QSize(wanted.width(), 0) if self.hasHeightForWidth() else wanted


class ScrollColumn(QScrollArea):
    """A column that scrolls when it does not fit: put things in ``body`` (a QVBoxLayout)."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, margins: tuple[int, ...] = (0,), spacing: int = 8
    ) -> None:
        super().__init__(parent)
        self.inner = inner = _Inner()
        inner.setObjectName("scrolled")
        self.body = column(inner, theme, margins, spacing)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.inner and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Show no bar where all fits without one; beside a bar words wrap sooner, and would ask for it."""
        inner, most = self.inner, self.maximumViewportSize()
        fits = inner.hasHeightForWidth() and inner.heightForWidth(most.width()) <= most.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def minimumSizeHint(self) -> QSize:
        wanted = self.inner.minimumSizeHint().width()
        return QSize(wanted + self.verticalScrollBar().sizeHint().width(), 60)


class FlowLayout(QLayout):
    """Lays its items in rows from left to right (mirrored for right-to-left) and wraps."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        x, y, height = area.x(), area.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().boundedTo(QSize(max(area.width(), 1), 16_777_215))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if x > area.x() and x + size.width() > area.x() + area.width():
                x, y, height = area.x(), y + height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        return y + height - rect.y() + self.contentsMargins().bottom()
