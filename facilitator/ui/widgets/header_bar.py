"""The top of the window: which dialogue, which step, whether all is saved, what time it is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, row
from facilitator.ui.kit.theme import BODY, SMALL, TITLE, Theme
from facilitator.ui.widgets.step_bar import StepBar


class HeaderBar(Surface):
    """Shows what it is given.

    Signals:
        home_requested: To the start page.
        setup_requested: To the set-up of this dialogue.
        save_details_requested: The person pressed the words about saving.
    """

    home_requested = Signal()
    setup_requested = Signal()
    save_details_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self._theme = theme
        line = row(self, theme, (7, 24, 8, 16), 8)
        home = IconButton(theme, "home", self.tr("All dialogues"), self)
        home.setObjectName("home")
        home.clicked.connect(self.home_requested)
        line.addWidget(home)
        self._setup = IconButton(theme, "settings", self.tr("Set-up of this dialogue"), self)
        self._setup.setObjectName("go_setup")
        self._setup.setCheckable(True)
        self._setup.clicked.connect(self._ask_setup)
        line.addWidget(self._setup)
        names = QVBoxLayout()
        names.setSpacing(0)
        self._title = ElidedLabel(font=theme.font(BODY, bold=True))
        self._meeting = ElidedLabel(font=theme.font(SMALL), tone="quiet")
        self._title.setObjectName("dialogue_title")
        self._title.setMinimumWidth(theme.px(96))
        names.addStretch(1)
        names.addWidget(self._title)
        names.addWidget(self._meeting)
        names.addStretch(1)
        line.addLayout(names, 9)
        self.steps = StepBar(theme, self)
        line.addWidget(self.steps)
        line.addStretch(1)
        self._save_state = ""
        self._saved = Button(theme, "", self, variant="quiet")
        self._saved.setObjectName("save_state")
        self._saved.clicked.connect(self.save_details_requested)
        line.addWidget(self._saved)
        self._clock = PlainLabel(font=theme.font(TITLE, bold=True))
        self._clock.setObjectName("clock")
        self._clock.setMinimumWidth(QFontMetrics(self._clock.font()).horizontalAdvance("00:00"))
        line.addWidget(self._clock)
        self._save_words = ""
        self._save_width = self._widest_save_words()
        self.show_saved("saved")

    @Slot()
    def _ask_setup(self) -> None:
        self.setup_requested.emit()

    def show_dialogue(self, title: str, meeting: str) -> None:
        """Show the title, and under it the meeting."""
        self._title.setText(title)
        self._meeting.setText(meeting)
        self._meeting.setVisible(bool(meeting))
        self._fit_steps()

    def show_setup(self, on: bool) -> None:
        """Mark whether the set-up is on screen."""
        self._setup.setChecked(on)

    def show_saved(self, state: str) -> None:
        """Show ``saved``, ``saving``, ``kept`` on this laptop, ``unsaved`` or ``readonly``."""
        if state == self._save_state:
            return
        self._save_state = state
        words, sign, colour = {
            "saved": (self.tr("All saved"), "check", self._theme.good),
            "saving": (self.tr("Saving…"), "clock", self._theme.quiet),
            "kept": (self.tr("Kept on this laptop"), "laptop", self._theme.danger),
            "unsaved": (self.tr("Not saved"), "error", self._theme.danger),
            "readonly": (self.tr("View only"), "lock", self._theme.quiet),
        }[state]
        self._save_words = words
        self._saved.set_tint(colour)
        self._saved.set_icon_name(sign)
        self._saved.setAccessibleName(words)
        plain_tooltip(self._saved, words)
        self._fit_saved()

    def saved_width(self) -> int:
        """Return how wide the word about saving is, in pixels."""
        return self._saved.width()

    def save_words(self) -> str:
        """Return what it says about saving."""
        return self._save_words

    def show_time(self, now: datetime) -> None:
        """Show the time of day."""
        self._clock.setText(f"{now:%H:%M}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_saved()
        self._fit_steps()

    def _fit_steps(self) -> None:
        """Let the title have the room when the names of the steps do not fit anyway."""
        theme = self._theme
        saved = max(self._saved.sizeHint().width(), self._saved.minimumWidth())
        taken = saved + self._clock.sizeHint().width()
        taken += 2 * theme.px(36) + theme.px(130) + 8 * theme.gap(8) + theme.gap(40)
        full, short = self.steps.full_width(), self.steps.short_width()
        self.steps.setMaximumWidth(full if full + taken <= self.width() else short)

    def _fit_saved(self) -> None:
        # In a narrow window the sign alone tells; its words are in the tooltip and for screen readers.
        roomy = self.width() >= self._theme.px(1180)
        self._saved.set_words(self._save_words if roomy else "")
        self._saved.setMinimumWidth(self._save_width if roomy else 0)

    def _widest_save_words(self) -> int:
        """Return the room for the two words that come and go with every note, so that nothing else moves."""
        widths: list[int] = []
        for words in (self.tr("All saved"), self.tr("Saving…")):
            self._saved.set_icon_name("check")
            self._saved.set_words(words)
            widths.append(self._saved.sizeHint().width())
        return max(widths)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._theme.px(56))
