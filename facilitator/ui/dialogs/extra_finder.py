"""Whether a second finder of names helps, how far it is, and the button that starts or stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import column, row
from facilitator.ui.kit.theme import SMALL, Theme

ABSENT, OFF, BUSY, ON = "absent", "off", "busy", "on"


class ExtraFinder(QWidget):
    """A few words, told more fully by pointing at them; without the library it only says so.

    Signals:
        wanted: True to start, False to stop.

    Attributes:
        state: One of ``ABSENT``, ``OFF``, ``BUSY``, ``ON``.
    """

    wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = ABSENT
        whole = column(self, theme, spacing=4)
        line = row(None, theme, spacing=12)
        self.told = PlainLabel("", self, font=theme.font(SMALL), tone="quiet", wrap=True)
        self.told.setObjectName("extra_names_told")
        self.button = Button(theme, "", self, variant="secondary")
        self.button.setObjectName("extra_names")
        self.button.setAutoDefault(False)
        line.addWidget(self.told, 1)
        line.addWidget(self.button)
        whole.addLayout(line)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(theme.px(6))
        self.bar.setAccessibleName(self.tr("How far the extra name finder is"))
        whole.addWidget(self.bar)
        self.button.clicked.connect(self._pressed)
        self.show_state(ABSENT)

    def show_state(self, state: str, done: float = 0.0) -> None:
        """Show how it stands; ``done`` counts while it is at work, 0.0..1.0."""
        self.state = state
        texts = {
            ABSENT: (self.tr("Extra name finder: off"), self.tr("It is not installed on this computer.")),
            OFF: (
                self.tr("Extra name finder: off"),
                self.tr("It finds more names and takes a minute or more to begin."),
            ),
            BUSY: (self.tr("Extra name finder: beginning…"), self.tr("This takes a minute or more.")),
            ON: (self.tr("Extra name finder: on"), self.tr("It finds more names, but not all.")),
        }
        words, about = texts[state]
        self.told.setText(self.tr("Extra name finder: reading…") if done else words)
        plain_tooltip(self.told, about)
        plain_tooltip(self.button, about)
        self.told.setAccessibleDescription(about)
        self.button.setAccessibleDescription(about)
        self.button.setVisible(state in (OFF, BUSY))
        self.button.set_words(self.tr("Stop") if state == BUSY else self.tr("Find more names"))
        self.bar.setVisible(state == BUSY)
        # Beginning takes most of the time, and nobody can say how far that is.
        self.bar.setRange(0, 1000 if done else 0)
        self.bar.setValue(round(1000 * done))

    @Slot()
    def _pressed(self) -> None:
        self.wanted.emit(self.state != BUSY)
