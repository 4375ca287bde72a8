"""What we promise: which words are printed, what stands beside them, and the promise in words people hear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from facilitator.domain import entities as e
from facilitator.ui.kit.boxes import ChoiceBox, NumberBox
from facilitator.ui.kit.buttons import Button, Segments
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.fields import TextField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import SMALL
from facilitator.ui.widgets.meeting_editor import LARGE_TEXT
from facilitator.ui.widgets.retention_field import RetentionField


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What the editor asks of others.

    Attributes:
        fitting: Gives a promise that fits the choices of a dialogue.
        is_ours: Tells whether a text is such a promise, so that another may take its place.
        largest: The largest number of people a group may have to have.
    """

    fitting: Callable[[e.Dialogue], str]
    is_ours: Callable[[str], bool]
    largest: int


class OneOf(QWidget):
    """A choice of a few, with one line about the chosen one; a list where large text leaves no room beside.

    Signals:
        chosen: The value somebody chose.
    """

    chosen = Signal(str)

    def __init__(
        self, context: Context, label: str, choices: list[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Make it; a choice is (value, words, what that means)."""
        super().__init__(parent)
        theme = context.theme
        self._about = {value: about for value, _, about in choices}
        whole = column(self, theme, spacing=4)
        name = PlainLabel(label, self, font=theme.font(SMALL), tone="quiet", wrap=True)
        whole.addWidget(name)
        self.list = ChoiceBox(self)
        self.row = Segments(theme, [(value, words) for value, words, _ in choices], parent=self)
        for value, words, _ in choices:
            self.list.addItem(words, value)
        self.list.setFont(theme.font())
        large = theme.scale >= LARGE_TEXT
        self.list.setVisible(large)
        self.row.setVisible(not large)
        self._shown: QWidget = self.list if large else self.row
        self._shown.setAccessibleName(label)
        name.setBuddy(self._shown)
        whole.addWidget(self._shown)
        self.about = PlainLabel("", self, font=theme.font(SMALL), tone="quiet", wrap=True)
        whole.addWidget(self.about)
        for value, _, about in choices:
            self.row.button(value).setAccessibleDescription(about)
        self.row.chosen.connect(self._tell)
        self.list.activated.connect(self._picked)
        self.set_value(choices[0][0])

    def value(self) -> str:
        """Return the chosen value."""
        return self.row.value()

    def set_value(self, value: str) -> None:
        """Choose without telling anyone."""
        self.row.set_value(value)
        self.list.setCurrentIndex(max(self.list.findData(self.row.value()), 0))
        about = self._about.get(self.row.value(), "")
        self.about.setText(about)
        self._shown.setAccessibleDescription(about)

    @Slot(str)
    def _tell(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    @Slot()
    def _picked(self) -> None:
        value = str(self.list.currentData())
        if value != self.row.value():
            self._tell(value)


class PromiseEditor(QWidget):
    """Three choices, the promise itself with a suggestion that follows them, and the day of removal.

    Signals:
        changed: Field of the dialogue and its new value.
    """

    changed = Signal(str, object)

    def __init__(self, context: Context, suggestions: Suggestions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._suggestions = suggestions
        self._shown = e.Dialogue()
        whole = column(self, context.theme, spacing=16)
        self._build_choices(whole)
        self._build_words(whole)
        self.retention = RetentionField(context, self)
        self.retention.committed.connect(lambda day: self.changed.emit("retention", day))
        whole.addWidget(self.retention)

    def _build_choices(self, whole: QLayout) -> None:
        words = [
            ("notes", self.tr("All notes"), self.tr("Every note is printed, unless the speaker said no.")),
            (
                "quotes",
                self.tr("Only quotes"),
                self.tr("Only what may be quoted is printed. The other notes count without their words."),
            ),
            ("numbers", self.tr("Only numbers"), self.tr("No words of notes are printed. All notes count.")),
        ]
        self.publication = OneOf(self._context, self.tr("Which words are printed"), words, self)
        self.publication.setObjectName("publication")
        beside = [
            (
                "group",
                self.tr("Group and meeting"),
                self.tr("Beside words stand the channel, the group and the meeting."),
            ),
            (
                "channel",
                self.tr("Only the channel"),
                self.tr("A large meeting, a talk or a survey: no more."),
            ),
            ("full", self.tr("Nothing"), self.tr("Nothing tells of whom or of which meeting words come.")),
        ]
        self.anonymity = OneOf(self._context, self.tr("What stands beside words"), beside, self)
        self.anonymity.setObjectName("anonymity")
        self.publication.chosen.connect(lambda value: self.changed.emit("publication", value))
        self.anonymity.chosen.connect(lambda value: self.changed.emit("anonymity", value))
        for one in (self.publication, self.anonymity):
            whole.addWidget(one)
        self._build_smallest(whole)

    def _build_smallest(self, whole: QLayout) -> None:
        theme = self._context.theme
        holder = QWidget(self)
        inside = column(holder, theme, spacing=4)
        text = self.tr("Smallest group that is shown")
        label = PlainLabel(text, holder, font=theme.font(SMALL), tone="quiet", wrap=True)
        self.smallest = NumberBox(holder)
        self.smallest.setObjectName("smallest_group")
        self.smallest.setAccessibleName(text)
        self.smallest.setFont(theme.font())
        self.smallest.setRange(1, self._suggestions.largest)
        self.smallest.setMaximumWidth(theme.px(160))
        label.setBuddy(self.smallest)
        about = self.tr("A group or meeting of fewer people is shown together with others.")
        self.smallest.setAccessibleDescription(about)
        hint = PlainLabel(about, holder, font=theme.font(SMALL), tone="quiet", wrap=True)
        for widget in (label, self.smallest, hint):
            inside.addWidget(widget)
        self.smallest.editingFinished.connect(self._smallest_committed)
        whole.addWidget(holder)

    def _build_words(self, whole: QLayout) -> None:
        theme = self._context.theme
        holder = QWidget(self)
        inside = column(holder, theme, spacing=4)
        text = self.tr("The promise in your own words")
        self.promise = TextField(theme, holder, lines=3)
        self.promise.setObjectName("promise")
        self.promise.setAccessibleName(text)
        self.promise.setPlaceholderText(self.tr("What happens with what people say, and what does not"))
        label = PlainLabel(text, holder, font=theme.font(SMALL), tone="quiet", wrap=True)
        label.setBuddy(self.promise)
        inside.addWidget(label)
        inside.addWidget(self.promise)
        self.offer = Surface("tint", self)
        below = column(self.offer, theme, (12, 16), spacing=8)
        self._offered = PlainLabel("", self.offer, font=theme.font(SMALL), tone="quiet", wrap=True)
        self.suggestion = PlainLabel("", self.offer, wrap=True)
        self.suggestion.setObjectName("suggested_promise")
        self.take = Button(theme, "", self.offer, icon="check")
        self.take.setObjectName("take_promise")
        below.addWidget(self._offered)
        below.addWidget(self.suggestion)
        below.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.promise.committed.connect(lambda words: self.changed.emit("privacy_promise", words))
        self.promise.textChanged.connect(self._offer_words)
        self.take.clicked.connect(self._take)
        whole.addWidget(holder)
        whole.addWidget(self.offer)

    # ── data in ─────────────────────────────────────────────────────────────

    def show_promise(self, dialogue: e.Dialogue) -> None:
        """Show what the dialogue promises; a field somebody types in is left alone."""
        self._shown = dialogue
        self.publication.set_value(dialogue.publication)
        self.anonymity.set_value(dialogue.anonymity)
        self.smallest.setValue(dialogue.smallest_group)
        self.promise.set_committed(dialogue.privacy_promise)
        self.retention.set_day(dialogue.retention)
        self._offer_words()

    def set_readonly(self, readonly: bool) -> None:
        """Let nothing be changed."""
        self.promise.setReadOnly(readonly)
        for widget in (self.publication, self.anonymity, self.smallest, self.take, self.retention):
            widget.setEnabled(not readonly)

    # ── the suggestion ──────────────────────────────────────────────────────

    @Slot()
    def _offer_words(self) -> None:
        words, now = self._suggestions.fitting(self._shown), self.promise.toPlainText().strip()
        self.suggestion.setText(words)
        self.offer.setVisible(words not in now)
        own = bool(now) and not self._suggestions.is_ours(now)
        self._offered.setText(
            self.tr("A suggestion that fits these choices; your own words stay.")
            if own
            else self.tr("A suggestion that fits these choices.")
        )
        self.take.set_words(self.tr("Put it below your own words") if own else self.tr("Use these words"))

    @Slot()
    def _take(self) -> None:
        words, now = self._suggestions.fitting(self._shown), self.promise.toPlainText().strip()
        own = now and not self._suggestions.is_ours(now)
        self.changed.emit("privacy_promise", f"{now}\n\n{words}" if own else words)

    @Slot()
    def _smallest_committed(self) -> None:
        if self.smallest.value() != self._shown.smallest_group:
            self.changed.emit("smallest_group", self.smallest.value())
