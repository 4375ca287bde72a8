"""What lies over a window while it waits: what it waits for, and a way to stop that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import LEAD, Theme

_VEIL = 0.6
_WIDE = 380


class Cover(QWidget):
    """Covers a window wholly; made shown.

    Signals:
        stopped: The person does not want to wait any longer.
    """

    stopped = Signal()

    def __init__(self, theme: Theme, words: str, over: QWidget, *, may_stop: bool = False) -> None:
        super().__init__(over)
        self._over = over
        self._may_stop = may_stop
        self._veil = theme.page
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.BusyCursor)
        whole = QVBoxLayout(self)
        card = Surface("card", self)
        inside = column(card, theme, (20, 24), spacing=14)
        self.words = PlainLabel(words, card, font=theme.font(LEAD), wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self.words)
        bar = QProgressBar(card)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        inside.addWidget(bar)
        self._button = Button(theme, self.tr("Stop"), card, keys="Esc")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setVisible(may_stop)
        self._button.clicked.connect(self.stopped)
        inside.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        card.setFixedWidth(min(theme.px(_WIDE), max(over.width() - 32, 200)))
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def stop(self) -> None:
        """Stop, where that may be."""
        if self._may_stop:
            self.stopped.emit()

    def end(self) -> None:
        """Go away."""
        self._over.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(_VEIL)
        painter.fillRect(self.rect(), self._veil)
        painter.end()
