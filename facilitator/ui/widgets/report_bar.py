"""The bar above the pages: which page, how large, and whether new pages are being made."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from facilitator.ui.kit.boxes import NumberBox
from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, row
from facilitator.ui.kit.theme import SMALL, Theme

LARGE_TEXT = 1.5
"""Text scale from which the field stands without its word, for want of room."""


class ReportBar(Surface):
    """Page number, state, zoom.

    Signals:
        page_chosen: Number from 1.
        zoom_stepped: 1 or -1.
        fit_requested: Pages as wide as the view allows.
    """

    page_chosen = Signal(int)
    zoom_stepped = Signal(int)
    fit_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self._theme = theme
        line = row(self, theme, (6, 16), spacing=8)
        self._label = PlainLabel(self.tr("Page"), font=theme.font())
        self.number = NumberBox(self)
        self.number.setObjectName("page_number")
        self.number.setFont(theme.font())
        self.number.setKeyboardTracking(False)
        self.number.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
        self.number.setFixedWidth(theme.px(84))
        self.number.setAccessibleName(self.tr("Page number"))
        self._label.setBuddy(self.number)
        self._label.setHidden(theme.scale >= LARGE_TEXT)
        self._of = PlainLabel("", font=theme.font(), tone="quiet")
        self._state = ElidedLabel("", font=theme.font(SMALL), tone="quiet")
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(theme.gap(56))
        self._bar.setAccessibleName(self.tr("Making the pages"))
        self.smaller = IconButton(theme, "minus", self.tr("Smaller"), self)
        self.larger = IconButton(theme, "plus", self.tr("Larger"), self)
        self.fit = Button(theme, "100 %", self, variant="quiet")
        self.fit.setAccessibleName(self.tr("Fit to width"))
        plain_tooltip(self.fit, self.tr("Fit to width"))
        for widget in (self._label, self.number, self._of):
            line.addWidget(widget)
        line.addWidget(self._state, 1)
        for widget in (self._bar, self.smaller, self.fit, self.larger):
            line.addWidget(widget)
        self.number.valueChanged.connect(self.page_chosen)
        self.smaller.clicked.connect(self._smaller)
        self.larger.clicked.connect(self._larger)
        self.fit.clicked.connect(self.fit_requested)
        self.set_count(0)
        self.show_making(None)

    def set_count(self, count: int) -> None:
        """Show how many pages there are."""
        self.number.blockSignals(True)
        self.number.setRange(1, max(count, 1))
        self.number.blockSignals(False)
        self.number.setEnabled(count > 0)
        self._of.setText(self.tr("of {count}").format(count=count) if count else "")

    @Slot(int)
    def set_page(self, page: int) -> None:
        """Show which page is on top."""
        self.number.blockSignals(True)
        self.number.setValue(page)
        self.number.blockSignals(False)

    @Slot(int)
    def set_zoom(self, percent: int) -> None:
        """Show how large pages are."""
        self.fit.set_words(f"{percent} %")

    def show_making(self, done: float | None) -> None:
        """Show how far new pages are, 0.0..1.0; None when they are there."""
        self._bar.setVisible(done is not None)
        self._bar.setValue(round((done or 0.0) * 100))
        self._state.setText(self.tr("New pages are being made…") if done is not None else "")

    @Slot()
    def _smaller(self) -> None:
        self.zoom_stepped.emit(-1)

    @Slot()
    def _larger(self) -> None:
        self.zoom_stepped.emit(1)
