"""The advice being written: its words, who and when, votes, decision and minority view."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QSpinBox, QWidget

from facilitator.domain.entities import Advice
from facilitator.ui.kit.boxes import ChoiceBox, NumberBox
from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.fields import LineField, TextField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout, Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme
from facilitator.ui.widgets.advice_card import AdviceFace
from facilitator.ui.widgets.vote_bar import VoteBar

MOST_VOTES = 100_000
ASKS = ("insights", "up", "down", "goal", "delete", "close")


class AdviceEditor(Surface):
    """Shows one piece of advice for writing and tells what the person changed; it writes nothing.

    Signals:
        changed: Field and new text.
        voted: For, against and abstained, or None to take the votes off.
        asked: One of ``ASKS``.
    """

    changed = Signal(str, object)
    voted = Signal(object)
    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.theme = theme
        self.id = ""
        self.set_chosen(True)
        inside = column(self, theme, (16,), spacing=8)
        head = row(None, theme, spacing=8)
        self._number = PlainLabel("", self, font=theme.font(LEAD, bold=True), tone="primary")
        head.addWidget(self._number)
        head.addStretch(1)
        for name, icon, words in (
            ("up", "arrow-up", self.tr("Earlier (Alt+Up)")),
            ("down", "arrow-down", self.tr("Later (Alt+Down)")),
            ("close", "check", self.tr("Ready with this advice (Esc)")),
        ):
            button = IconButton(theme, icon, words, self)
            button.setObjectName(f"advice_{name}")
            button.clicked.connect(getattr(self, f"_ask_{name}"))
            head.addWidget(button)
        inside.addLayout(head)
        self.text = TextField(theme, self, size=LEAD, lines=2, most=8)
        self.text.setPlaceholderText(self.tr("Who should do what? Begin with a verb."))
        self.text.setAccessibleName(self.tr("Advice"))
        inside.addWidget(self.text)
        inside.addLayout(self._fields())
        inside.addLayout(self._votes())
        self.minority = TextField(theme, self, lines=2)
        inside.addWidget(self._label(self.tr("Who saw it differently, and why"), self.minority))
        inside.addWidget(self.minority)
        inside.addWidget(self._foot())
        for name in ("text", "addressee", "deadline", "condition", "minority"):
            getattr(self, name).committed.connect(getattr(self, f"_{name}_committed"))

    def _label(self, text: str, field: QWidget) -> PlainLabel:
        label = PlainLabel(text, self, font=self.theme.font(SMALL), tone="quiet", wrap=True)
        label.setBuddy(field)
        field.setAccessibleName(text)
        return label

    def _fields(self) -> QGridLayout:
        theme = self.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.gap(16))
        grid.setVerticalSpacing(theme.gap(4))
        self.addressee, self.deadline = LineField(theme, self), LineField(theme, self)
        self.condition = TextField(theme, self, lines=1, most=6)
        grid.addWidget(self._label(self.tr("For whom"), self.addressee), 0, 0)
        grid.addWidget(self._label(self.tr("By when"), self.deadline), 0, 1)
        grid.addWidget(self.addressee, 1, 0)
        grid.addWidget(self.deadline, 1, 1)
        grid.addWidget(self._label(self.tr("On condition that"), self.condition), 2, 0, 1, 2)
        grid.addWidget(self.condition, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _votes(self) -> QGridLayout:
        theme = self.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.gap(12))
        grid.setVerticalSpacing(theme.gap(4))
        self.votes: list[QSpinBox] = []
        for place, words in enumerate((self.tr("For"), self.tr("Against"), self.tr("Abstained"))):
            box = NumberBox(self)
            box.setRange(-1, MOST_VOTES)
            box.setSpecialValueText("–")
            box.setFont(theme.font(LEAD))
            box.setMinimumWidth(theme.px(84))
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
            box.editingFinished.connect(self._votes_committed)
            grid.addWidget(self._label(words, box), 0, place)
            grid.addWidget(box, 1, place)
            self.votes.append(box)
        self.decision = ChoiceBox(self)
        for words, code in (
            (self.tr("The votes decide"), ""),
            (self.tr("Adopted all the same"), "adopted"),
            (self.tr("Not adopted all the same"), "rejected"),
        ):
            self.decision.addItem(words, code)
        self.decision.setFont(theme.font())
        self.decision.setMinimumContentsLength(10)
        self.decision.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.decision.activated.connect(self._decision_chosen)
        grid.addWidget(self._label(self.tr("Decision of the group"), self.decision), 2, 0, 1, 3)
        grid.addWidget(self.decision, 3, 0, 1, 3)
        self.bar = VoteBar(theme, self)
        self.verdict = PlainLabel("", self, font=theme.font(BODY, bold=True), wrap=True)
        grid.addWidget(self.bar, 4, 0, 1, 3)
        grid.addWidget(self.verdict, 5, 0, 1, 3)
        return grid

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        flow = FlowLayout(foot, self.theme.gap(8))
        for name, icon, words, variant in (
            ("insights", "link", self.tr("Choose insights…"), "secondary"),
            ("goal", "goal", self.tr("To another goal…"), "secondary"),
            ("delete", "trash", self.tr("Delete"), "quiet"),
        ):
            button = Button(self.theme, words, foot, variant=variant, icon=icon)
            button.setObjectName(f"advice_{name}")
            button.clicked.connect(getattr(self, f"_ask_{name}"))
            flow.addWidget(button)
        return foot

    def show_advice(self, advice: Advice, face: AdviceFace) -> None:
        """Show this advice; a field somebody is typing in keeps what was typed."""
        other = advice.id != self.id
        self.id = advice.id
        self._number.setText(self.tr("Advice {number}").format(number=face.number))
        for name in ("text", "addressee", "deadline", "condition", "minority"):
            getattr(self, name).set_committed(getattr(advice, name))
        counts = (advice.votes_for, advice.votes_against, advice.votes_abstain)
        for box, count in zip(self.votes, counts, strict=True):
            if other or not box.hasFocus():
                box.setValue(-1 if count is None else count)
        self.decision.setCurrentIndex(max(self.decision.findData(advice.decision), 0))
        self.bar.set_votes(face.votes or (0, 0, 0), face.threshold, face.votes_words)
        self.verdict.setText(" · ".join(part for part in (face.votes_words, face.verdict) if part))
        self.verdict.set_tone(face.tone)

    def set_readonly(self, on: bool) -> None:
        """Let it only be looked at."""
        for name in ("text", "addressee", "deadline", "condition", "minority"):
            getattr(self, name).setReadOnly(on)
        for field in (*self.votes, self.decision):
            field.setEnabled(not on)
        for button in self.findChildren(Button):
            button.setVisible(not on or button.objectName() == "advice_close")

    @Slot()
    def _votes_committed(self) -> None:
        values = [box.value() for box in self.votes]
        if any(box.hasFocus() for box in self.votes) and -1 in values and max(values) >= 0:
            # Still filling in: the next number field has the focus.
            return
        self.tell_votes()

    def tell_votes(self) -> None:
        """Tell the votes as they stand; a number left open beside others counts as none."""
        values = [box.value() for box in self.votes]
        self.voted.emit(None if max(values) < 0 else tuple(max(value, 0) for value in values))

    @Slot()
    def _decision_chosen(self) -> None:
        self.changed.emit("decision", self.decision.currentData())

    @Slot(str)
    def _text_committed(self, text: str) -> None:
        self.changed.emit("text", text)

    @Slot(str)
    def _addressee_committed(self, text: str) -> None:
        self.changed.emit("addressee", text)

    @Slot(str)
    def _deadline_committed(self, text: str) -> None:
        self.changed.emit("deadline", text)

    @Slot(str)
    def _condition_committed(self, text: str) -> None:
        self.changed.emit("condition", text)

    @Slot(str)
    def _minority_committed(self, text: str) -> None:
        self.changed.emit("minority", text)

    @Slot()
    def _ask_insights(self) -> None:
        self.asked.emit("insights")

    @Slot()
    def _ask_up(self) -> None:
        self.asked.emit("up")

    @Slot()
    def _ask_down(self) -> None:
        self.asked.emit("down")

    @Slot()
    def _ask_goal(self) -> None:
        self.asked.emit("goal")

    @Slot()
    def _ask_delete(self) -> None:
        self.asked.emit("delete")

    @Slot()
    def _ask_close(self) -> None:
        self.asked.emit("close")
