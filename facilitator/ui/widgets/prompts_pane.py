"""What the host says and asks in each part of a step, with the time of the part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.method import Part
from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme
from facilitator.ui.widgets.part_clock import PartClock


class PromptsPane(QWidget):
    """The parts of one step, one at a time.

    Signals:
        part_changed: Place of the part now shown, from 0.
        part_ended: Title of the part whose time is over.
        clock_changed: The words of ``time_text`` may differ.
    """

    part_changed = Signal(int)
    part_ended = Signal(str)
    clock_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self._at = 0
        self.clock = PartClock(self)
        whole = column(self, theme, spacing=8)
        self._where = PlainLabel(font=theme.font(SMALL), tone="quiet", wrap=True)
        self._title = PlainLabel(font=theme.font(LEAD, bold=True), wrap=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("Time of this part"))
        self._back = IconButton(theme, "chevron-left", self.tr("Previous part"), self)
        self._on = IconButton(theme, "chevron-right", self.tr("Next part"), self)
        self._run = Button(theme, self.tr("Start"), self, variant="secondary", icon="play")
        buttons = row(None, theme, spacing=4)
        buttons.addWidget(self._back)
        buttons.addWidget(self._run, 1)
        buttons.addWidget(self._on)
        self._run.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._run.setMinimumWidth(theme.px(60))
        self._head = row(None, theme, spacing=4)
        self._head.addWidget(self._where, 1)
        whole.addLayout(self._head)
        whole.addWidget(self._title)
        whole.addWidget(self._bar)
        whole.addLayout(buttons)
        whole.addSpacing(theme.gap(4))
        whole.addWidget(PlainLabel(self.tr("Ask the table"), font=theme.font(BODY, bold=True), wrap=True))
        self._asked = QVBoxLayout()
        self._asked.setSpacing(theme.gap(8))
        whole.addLayout(self._asked)
        self._hint = Surface("tint", self)
        inside = column(self._hint, theme, (12, 16), spacing=4)
        self._hint_title = PlainLabel(font=theme.font(BODY, bold=True), wrap=True)
        self._hint_text = PlainLabel(font=theme.font(SMALL), tone="quiet", wrap=True)
        inside.addWidget(self._hint_title)
        inside.addWidget(self._hint_text)
        self._hint.hide()
        whole.addSpacing(theme.gap(4))
        whole.addWidget(self._hint)
        self._back.clicked.connect(self.part_back)
        self._on.clicked.connect(self.part_on)
        self._run.clicked.connect(self.toggle_time)
        self.clock.ticked.connect(self._show_time)
        self.clock.ended.connect(self._tell_end)

    def add_corner(self, widget: QWidget) -> None:
        """Put a small button at the right of the heading."""
        self._head.addWidget(widget)

    @property
    def at(self) -> int:
        """Return the place of the part shown, from 0."""
        return self._at

    @property
    def part(self) -> Part | None:
        """Return the part shown, or None when the step has none."""
        return self._parts[self._at] if self._parts else None

    def set_parts(self, parts: Sequence[Part], at: int = 0) -> None:
        """Give the parts of the step and show one."""
        self._parts = tuple(parts)
        self.setVisible(bool(self._parts))
        self.show_part(at)

    def show_part(self, at: int) -> None:
        """Show one part, with its whole time still to go; held within the step."""
        if not self._parts:
            return
        self._at = min(max(at, 0), len(self._parts) - 1)
        part = self._parts[self._at]
        self._title.setText(part.title)
        while (item := self._asked.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for prompt in part.prompts:
            self._asked.addWidget(PlainLabel(prompt, self, font=self._theme.font(BODY), wrap=True))
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at < len(self._parts) - 1)
        self.clock.set_minutes(part.minutes)
        self.part_changed.emit(self._at)

    @Slot()
    def part_on(self) -> None:
        """Show the next part; the time runs on when it was running."""
        self._go(self._at + 1)

    @Slot()
    def part_back(self) -> None:
        """Show the part before."""
        self._go(self._at - 1)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._parts):
            running = self.clock.running
            self.show_part(at)
            if running:
                self.clock.start()

    @Slot()
    def toggle_time(self) -> None:
        """Start or pause the time of this part."""
        if self.clock.running:
            self.clock.pause()
        else:
            self.clock.start()

    def set_hint(self, title: str, text: str) -> None:
        """Show a remark for the host under the questions, or none when ``text`` is empty."""
        self._hint_title.setText(title)
        self._hint_text.setText(text)
        self._hint.setVisible(bool(text))

    def time_text(self) -> str:
        """Return what is left of this part, in words."""
        if self.part is None:
            return ""
        if not self.clock.started:
            return self.tr("%n minute(s)", "", self.part.minutes)
        if self.clock.over:
            return self.tr("the time is up")
        if self.clock.left <= 60:
            return self.tr("%n second(s) to go", "", self.clock.left)
        return self.tr("%n minute(s) to go", "", -(-self.clock.left // 60))

    @Slot()
    def _show_time(self) -> None:
        number = self.tr("Part {at} of {all}").format(at=self._at + 1, all=len(self._parts))
        text = f"{number} · {self.time_text()}"
        if self._where.text() != text:
            self._where.setText(text)
        total = self.clock.seconds
        self._bar.setValue(round(1000 * min(1.0, self.clock.used / total)) if total else 0)
        words = self.tr("Start")
        if self.clock.running:
            words = self.tr("Pause")
        elif self.clock.started:
            words = self.tr("Go on")
        if self._run.words() != words:
            self._run.set_words(words)
            self._run.setAccessibleName(self.tr("{what}: time of this part").format(what=words))
            self._run.set_icon_name("pause" if self.clock.running else "play")
        self.clock_changed.emit()

    @Slot()
    def _tell_end(self) -> None:
        if self.part is not None:
            self.part_ended.emit(self.part.title)

    def save_view(self) -> dict[str, object]:
        """Return the part shown and its time."""
        return {"part": self._at, "clock": self.clock.save()}

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Take up what ``save_view`` gave."""
        at, clock = view.get("part"), view.get("clock")
        if isinstance(at, int):
            self.show_part(at)
        if isinstance(clock, Mapping):
            self.clock.restore(clock)
