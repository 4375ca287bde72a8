"""One goal's advice: heading, cards, and the one that is open for writing among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.domain.entities import Advice
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import ScrollColumn, Surface, column
from facilitator.ui.kit.theme import SMALL, TITLE, Theme
from facilitator.ui.widgets.advice_card import AdviceCard, AdviceFace
from facilitator.ui.widgets.advice_editor import AdviceEditor
from facilitator.ui.widgets.advice_goals import GoalRow


class AdviceChapter(QWidget):
    """Shows what the page gives it; ``editor`` tells the page what is typed.

    Signals:
        goal_picked: Id of the goal chosen in the box that stands in for the list when there is no room.
        opened: Id of the advice to open.
        dropped: Id of the advice moved, and of the one it was dropped onto.
        new_wanted: Another piece of advice is wanted.
    """

    goal_picked = Signal(str)
    opened = Signal(str)
    dropped = Signal(str, str)
    new_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, readonly: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._readonly = readonly
        self._order: list[str] = []
        self.cards: dict[str, AdviceCard] = {}
        inside = column(self, theme, spacing=0)
        inside.addWidget(self._build_head())
        self.scroller = ScrollColumn(theme, self, (24,), spacing=16)
        self._holder = QWidget()
        self._list = column(self._holder, theme, spacing=16)
        self.scroller.body.addWidget(self._holder)
        self.editor = AdviceEditor(theme, self._holder)
        self.editor.set_readonly(readonly)
        self.editor.hide()
        self.empty = PlainLabel("", tone="quiet", wrap=True)
        self.scroller.body.addWidget(self.empty)
        self.add = Button(
            theme, self.tr("Write advice"), icon="plus", keys=keys_text("Ctrl+N"), variant="primary"
        )
        self.add.setObjectName("new_advice")
        self.add.clicked.connect(self.new_wanted)
        self.scroller.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.scroller.body.addStretch(1)
        inside.addWidget(self.scroller, 1)

    def _build_head(self) -> QWidget:
        theme = self._theme
        head = Surface("top", self)
        lines = column(head, theme, (12, 24), spacing=4)
        self.goal_box = ChoiceBox(head)
        self.goal_box.setFont(theme.font())
        self.goal_box.setAccessibleName(self.tr("Goal"))
        self.goal_box.setMinimumContentsLength(10)
        self.goal_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.goal_box.activated.connect(self._pick)
        self._title = PlainLabel("", head, font=theme.font(TITLE, bold=True), wrap=True)
        self._rule = PlainLabel("", head, font=theme.font(SMALL), tone="quiet", wrap=True)
        for widget in (self.goal_box, self._title, self._rule):
            lines.addWidget(widget)
        return head

    @Slot()
    def _pick(self) -> None:
        self.goal_picked.emit(str(self.goal_box.currentData()))

    def heading(self) -> str:
        """Return the heading as it is shown."""
        return self._title.text()

    def set_goal(self, title: str, rule: str, goals: Sequence[GoalRow], chosen: str) -> None:
        """Show the heading and offer ``goals`` in the box."""
        self._title.setText(title)
        self._rule.setText(rule)
        self._rule.setVisible(bool(rule))
        self.goal_box.clear()
        for goal in goals:
            self.goal_box.addItem(f"{goal.number}. {goal.title}", goal.id)
        self.goal_box.setCurrentIndex(self.goal_box.findData(chosen))
        self.add.setVisible(bool(chosen) and not self._readonly)

    def set_box_shown(self, on: bool) -> None:
        """Show the box with goals in place of the heading, which says the same."""
        self.goal_box.setVisible(on)
        self._title.setVisible(not on)

    def set_advice(self, faces: Sequence[AdviceFace], opened: Advice | None, *, has_goal: bool) -> None:
        """Show these pieces of advice, ``opened`` as the one being written."""
        open_id = opened.id if opened is not None else ""
        order = [face.id for face in faces]
        wanted = [id for id in order if id != open_id]
        in_place = self._list.indexOf(self.editor) >= 0 if open_id else not self.editor.isVisibleTo(self)
        if order != self._order or list(self.cards) != wanted or not in_place:
            self._lay_out(faces, open_id)
        for face in faces:
            if opened is not None and face.id == open_id:
                self.editor.show_advice(opened, face)
            else:
                self.cards[face.id].set_face(face)
        empty = self.tr("Goals come from the step before: name what belongs together, then return here.")
        if has_goal:
            empty = self.tr("No advice for this goal yet. Write who should do what.")
        self.empty.setText(empty)
        self.empty.setVisible(not faces)

    def _lay_out(self, faces: Sequence[AdviceFace], open_id: str) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, AdviceCard):
                widget.hide()
                widget.deleteLater()
        self.cards = {}
        self._order = [face.id for face in faces]
        if not open_id:
            self.editor.hide()
            self.editor.id = ""
        for face in faces:
            if face.id == open_id:
                self._list.addWidget(self.editor)
                self.editor.show()
                continue
            card = AdviceCard(self._theme, face, self._holder)
            card.chosen.connect(self.opened)
            card.step_wanted.connect(self._step)
            # Queued: the drop ends before the cards, among them the dragged one, are laid out anew.
            card.dropped.connect(self.dropped, Qt.ConnectionType.QueuedConnection)
            self._list.addWidget(card)
            card.show()
            self.cards[face.id] = card

    @Slot(int)
    def _step(self, by: int) -> None:
        here = next((id for id, card in self.cards.items() if card.hasFocus()), "")
        place = self._order.index(here) + by if here in self._order else 0
        if 0 <= place < len(self._order):
            target = self.cards.get(self._order[place])
            (target or self.editor.text).setFocus(Qt.FocusReason.TabFocusReason)
            self.scroller.ensureWidgetVisible(target or self.editor)

    def reveal_editor(self) -> None:
        """Scroll so that the advice being written is seen."""
        self._list.activate()
        self.scroller.ensureWidgetVisible(self.editor)

    def commit(self) -> None:
        """Let the field somebody types in tell its text: a field commits when it loses the focus."""
        focused = self.editor.focusWidget()
        if focused is not None and focused.hasFocus():
            focused.clearFocus()
