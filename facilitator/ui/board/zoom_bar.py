"""The small bar in the corner of a board: out, how far, in, everything, and the map."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.plain import plain_tooltip
from facilitator.ui.kit.theme import SMALL, Theme


class _Corner(IconButton):
    """Grows half as fast as the text, or the bar would cover half a board at large text sizes."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(theme, icon, name, parent)
        self._side = theme.gap(36)
        # The style sheet sets a least height when it dresses a button.
        self.ensurePolished()
        self.setFixedSize(self._side, self._side)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)


class ZoomBar(QWidget):
    """Buttons that zoom; the one in the middle says how far and goes to 100 %.

    Signals:
        out_wanted, in_wanted, full_wanted, fit_wanted: The button was pressed.
        map_toggled: Whether the map should be seen.
    """

    out_wanted = Signal()
    in_wanted = Signal()
    full_wanted = Signal()
    fit_wanted = Signal()
    map_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Zoom"))
        self.map = _Corner(theme, "map", self.tr("Map of the whole board"), self)
        self.map.setCheckable(True)
        self.map.setChecked(True)
        self.smaller = _Corner(theme, "minus", self.tr("Zoom out"), self)
        self.percent = Button(theme, "100 %", self, variant="quiet")
        self.percent.setFont(theme.font(SMALL))
        self.larger = _Corner(theme, "plus", self.tr("Zoom in"), self)
        self.fit = _Corner(theme, "fit", self.tr("Show the whole board"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(0)
        for button in (self.map, self.smaller, self.percent, self.larger, self.fit):
            # Clicking here leaves the keyboard on the board; Tab still comes by.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(button)
        self.percent.ensurePolished()
        self.percent.setFixedSize(self.percent.sizeHint().width(), theme.gap(36))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_zoom(1.0)
        self.smaller.clicked.connect(self.out_wanted)
        self.larger.clicked.connect(self.in_wanted)
        self.percent.clicked.connect(self.full_wanted)
        self.fit.clicked.connect(self.fit_wanted)
        self.map.toggled.connect(self._tell_map)

    def set_zoom(self, zoom: float) -> None:
        """Show how far the board is zoomed."""
        share = 100 * zoom
        words = f"{share:.0f} %" if share >= 1 else f"{share:.1f} %"
        if self.percent.words() != words or not self.percent.accessibleName():
            self.percent.set_words(words)
            name = self.tr("{percent}, show at 100 %").format(percent=words)
            self.percent.setAccessibleName(name)
            plain_tooltip(self.percent, name)

    @Slot(bool)
    def _tell_map(self, on: bool) -> None:
        self.map_toggled.emit(on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.line, 1))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
