"""One insight opened: its name and description to change, its goals to tick, all its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.fields import TextField
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import FlowLayout, ScrollColumn, Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme
from facilitator.ui.widgets.insight_cards import LARGE_TEXT
from facilitator.ui.widgets.note_view import NoteView


@dataclass(frozen=True, slots=True)
class GoalTick:
    """A goal that can be ticked; ``number`` is its place from 1."""

    id: str
    number: int
    title: str
    on: bool


@dataclass(frozen=True, slots=True)
class InsightText:
    """What the opened insight says of itself."""

    id: str
    title: str
    description: str
    count: str
    mix: str


class TitleField(TextField):
    """A title that wraps but is one line of text: Enter commits it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
            self.focusNextChild()
            return
        super().keyPressEvent(event)


class InsightDetail(Surface):
    """Shows one insight; give ``notes`` a model of its notes.

    Signals:
        title_committed, description_committed: Id of the insight and the new text.
        goal_ticked: Id of the insight, id of the goal, and whether it bears on it.
        asked: ``merge``, ``split`` or ``delete``.
        closed: Back to the cards.
    """

    title_committed = Signal(str, str)
    description_committed = Signal(str, str)
    goal_ticked = Signal(str, str, bool)
    asked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("right", parent)
        self._theme = theme
        self._id = ""
        self._readonly = False
        self._goals: tuple[tuple[str, int, str], ...] | None = None
        self.setAccessibleName(self.tr("The opened insight"))
        whole = column(self, theme, spacing=0)
        self._scroll = scroll = ScrollColumn(theme, self, (8, 16, 0, 16), spacing=2)
        whole.addWidget(scroll, 1)
        scroll.body.addLayout(self._top())
        self.title = TitleField(theme, self, size=LEAD, lines=1, most=4)
        self.title.setFont(theme.font(LEAD, bold=True))
        self.title.setProperty("bare", True)
        self.title.setPlaceholderText(self.tr("Give it a name: who needs what, and why?"))
        self.title.setAccessibleName(self.tr("Name of the insight"))
        self.description = TextField(theme, self, size=BODY, lines=1, most=5)
        self.description.setProperty("bare", True)
        self.description.setPlaceholderText(self.tr("What do they have in common?"))
        self.description.setAccessibleName(self.tr("Description of the insight"))
        scroll.body.addWidget(self.title)
        scroll.body.addWidget(self.description)
        scroll.body.addWidget(self._goal_side())
        self.facts = PlainLabel(font=theme.font(SMALL), tone="quiet", wrap=True)
        self.facts.setContentsMargins(theme.px(10) + 5, theme.gap(4), 0, 0)
        scroll.body.addWidget(self.facts)
        self.notes = NoteView(theme, self)
        self.notes.setAccessibleName(self.tr("Notes under this insight"))
        self.notes.allow_drag(out=True)
        self.notes.setMinimumHeight(theme.px(190))
        scroll.body.addWidget(self.notes, 1)
        self.title.committed.connect(self._tell_title)
        self.description.committed.connect(self._tell_description)

    def _top(self) -> QHBoxLayout:
        theme = self._theme
        line = row(None, theme, spacing=4)
        self._changing: list[Button] = []
        self.close_button = Button(theme, self.tr("All insights"), self, variant="quiet", icon="chevron-left")
        self.close_button.clicked.connect(self.closed)
        line.addWidget(self.close_button)
        line.addStretch(1)
        for name, icon, words, keys in (
            ("merge", "merge", self.tr("Merge…"), "Ctrl+E"),
            ("split", "split", self.tr("Split…"), "Ctrl+Shift+E"),
            ("delete", "trash", self.tr("Delete the insight"), ""),
        ):
            told = f"{words} ({keys_text(keys)})" if keys else words
            button = IconButton(theme, icon, told, self)
            button.setObjectName(name)
            button.clicked.connect(lambda _on=False, wish=name: self.asked.emit(wish))
            line.addWidget(button)
            self._changing.append(button)
        return line

    def _goal_side(self) -> QWidget:
        theme = self._theme
        side = QWidget(self)
        inside = column(side, theme, spacing=4)
        # In line with the words of the fields above.
        inside.setContentsMargins(theme.px(10) + 5, 0, 0, 0)
        chips = QWidget(side)
        self._flow = FlowLayout(chips, theme.gap(6))
        inside.addWidget(chips)
        self.served = PlainLabel(font=theme.font(SMALL), wrap=True)
        inside.addWidget(self.served)
        self._chips: list[Button] = []
        self._chip_box = chips
        return side

    def set_readonly(self) -> None:
        """Let the insight only be looked at."""
        self._readonly = True
        self.title.setReadOnly(True)
        self.description.setReadOnly(True)
        for button in self._changing:
            button.hide()

    def show_insight(self, text: InsightText, goals: Sequence[GoalTick]) -> None:
        """Show an insight; a text being typed for the same insight is left alone."""
        if text.id != self._id:
            self._leave()
            self._id = text.id
        self.title.set_committed(text.title)
        self.description.set_committed(text.description)
        self.facts.setText(" · ".join(part for part in (text.count, text.mix) if part))
        self._show_goals(goals)

    def _leave(self) -> None:
        """Hand over what is being typed for the insight shown until now."""
        for field in (self.title, self.description):
            if field.hasFocus():
                field.clearFocus()

    def _show_goals(self, goals: Sequence[GoalTick]) -> None:
        wanted = tuple((goal.id, goal.number, goal.title) for goal in goals)
        if wanted != self._goals:
            self._goals = wanted
            self._make_chips(goals)
        for chip, goal in zip(self._chips, goals, strict=True):
            chip.setChecked(goal.on)
        served = [f"{goal.number}. {goal.title}" for goal in goals if goal.on]
        if not goals:
            words = self.tr("There are no goals yet.")
        else:
            words = "\n".join(served) if served else self.tr("Belongs to no goal yet: choose a number.")
        self.served.setText(words)
        self.served.set_tone("" if served else "quiet")

    def _make_chips(self, goals: Sequence[GoalTick]) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for goal in goals:
            chip = Button(self._theme, self.tr("Goal {number}").format(number=goal.number), self._chip_box)
            chip.setProperty("goal", goal.id)
            chip.setCheckable(True)
            chip.setEnabled(not self._readonly)
            spoken = self.tr("Belongs to goal {number}").format(number=goal.number)
            chip.setAccessibleName(f"{spoken}: {goal.title}")
            plain_tooltip(chip, f"{goal.number}. {goal.title}")
            chip.clicked.connect(self._tell_goal)
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)
        self._chip_box.updateGeometry()

    def chips(self) -> list[Button]:
        """Return the buttons of the goals in order."""
        return list(self._chips)

    @Slot(bool)
    def _tell_goal(self, on: bool) -> None:
        chip = self.sender()
        if isinstance(chip, Button):
            self.goal_ticked.emit(self._id, str(chip.property("goal")), on)

    @Slot(str)
    def _tell_title(self, text: str) -> None:
        self.title_committed.emit(self._id, text)

    @Slot(str)
    def _tell_description(self, text: str) -> None:
        self.description_committed.emit(self._id, text)

    def reveal_notes(self) -> None:
        """Scroll until the notes are seen, for when the keyboard comes to them."""
        self._scroll.ensureWidgetVisible(self.notes, 0, 0)

    def entry(self) -> QWidget:
        """Return where the keyboard goes when an insight is opened: what is seen first."""
        return self.close_button if self._theme.scale >= LARGE_TEXT else self.notes

    def commit_typing(self) -> None:
        """Hand over what is being typed."""
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
