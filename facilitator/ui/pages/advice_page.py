"""Advise and commit: goals as chapters, the advice being written, the evidence beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.evidence import Evidence, advice_numbers, gather
from facilitator.services import advising
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Page, Where
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY
from facilitator.ui.pages.advice_faces import AdviceFaces
from facilitator.ui.pages.advice_wishes import AdviceWishes
from facilitator.ui.pages.evidence_pane import EvidencePane, Support
from facilitator.ui.pages.host_side import HostSide
from facilitator.ui.pages.note_faces import NoteFaces
from facilitator.ui.pages.room_vote import RoomVote
from facilitator.ui.widgets.advice_chapter import AdviceChapter
from facilitator.ui.widgets.advice_goals import AdviceGoals

GOALS_WIDTH, EVIDENCE_WIDTH = 232, 288
ROOMY, SPACIOUS = 1_000, 1_560
"""Page widths at 100 % from which goals and evidence stand beside the advice, and the prompts too."""


class AdvicePage(Page):
    """One goal at a time: its advice as cards, the chosen one open for writing."""

    def __init__(self, context: Context, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._goal, self._advice = "", ""
        self._facts: Evidence | None = None
        self._readonly = context.dialogue.store.readonly
        self._note_faces = NoteFaces(context, self)
        self._faces = AdviceFaces(context, self._evidence, self)
        self._wishes = AdviceWishes(self, self._faces, self._evidence)
        self.room_vote = RoomVote(self, "advice")
        whole = row(self, theme, spacing=0)
        whole.addWidget(self._build_goals())
        self.chapter = AdviceChapter(theme, self, readonly=self._readonly)
        self.chapter.goal_picked.connect(self.show_goal)
        self.chapter.opened.connect(self.open_advice)
        self.chapter.dropped.connect(self._dropped)
        self.chapter.new_wanted.connect(self.new_advice)
        self.chapter.editor.changed.connect(self._changed)
        self.chapter.editor.voted.connect(self._voted)
        self.chapter.editor.asked.connect(self._asked)
        whole.addWidget(self.chapter, 1)
        self.evidence = EvidencePane(theme, self._note_faces, self)
        whole.addWidget(self.evidence)
        self.host = HostSide(self, step_id)
        whole.addWidget(self.host.pane)
        self._columns = whole
        # The page folds instead of pushing the window wider.
        self.setMinimumWidth(theme.px(300))
        self.evidence.setFixedWidth(theme.px(EVIDENCE_WIDTH))
        self.refresh(None)

    def _build_goals(self) -> QWidget:
        theme = self.context.theme
        self._left = Surface("left", self)
        self._left.setFixedWidth(theme.px(GOALS_WIDTH))
        inside = column(self._left, theme, (16, 12), spacing=8)
        inside.addWidget(PlainLabel(self.tr("Goals"), self._left, font=theme.font(BODY, bold=True)))
        self.goals = AdviceGoals(theme, self._left)
        self.goals.setAccessibleName(self.tr("Goals"))
        self.goals.goal_chosen.connect(self.show_goal)
        inside.addWidget(self.goals, 1)
        inside.addWidget(self._vote_button())
        return self._left

    def _vote_button(self) -> Button:
        self.vote = Button(
            self.context.theme, self.tr("Vote in the room"), self._left, variant="row", icon="vote"
        )
        self.vote.setObjectName("room_vote")
        self.vote.clicked.connect(lambda: self.action_requested.emit("room_vote"))
        return self.vote

    def _evidence(self) -> Evidence:
        if self._facts is None:
            self._facts = gather(self.context.dialogue.state)
        return self._facts

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show goals, advice and evidence as they are now."""
        self._facts = None
        self.vote.setEnabled(self.room_vote.may_open())
        if changes is not None and "persona" in changes.entities:
            self._note_faces.forget()
        state = self.context.dialogue.state
        goals = state.goals
        if self._goal not in {goal.id for goal in goals}:
            self._goal = goals[0].id if goals else ""
        appeared = [row.id for row in changes.of("advice") if row.appeared] if changes is not None else []
        if appeared:
            advice = state.advice(appeared[-1])
            if advice is not None:
                self._goal, self._advice = advice.goal, advice.id
        if state.advice(self._advice) is None:
            self._advice = ""
        self._show_goals()
        self._show_cards()
        self._show_evidence()
        self.host.refresh(changes)

    def _show_goals(self) -> None:
        rows = self._faces.goals()
        self.goals.set_goals(rows, self._goal)
        threshold = self.context.dialogue.state.dialogue.threshold
        chosen = next((goal for goal in rows if goal.id == self._goal), None)
        title, rule = self.tr("No goals yet"), ""
        if chosen is not None:
            title = self.tr("Goal {number}. {title}").format(number=chosen.number, title=chosen.title)
            agreed = self.tr("Agreed beforehand: {percent}% of the votes must be in favour")
            rule = f"{agreed.format(percent=threshold)} · {chosen.detail}"
        self.chapter.set_goal(title, rule, rows, self._goal)

    def _show_cards(self) -> None:
        advice = self.context.dialogue.state.advice(self._advice)
        self.chapter.set_advice(self._faces.cards(self._goal), advice, has_goal=bool(self._goal))

    def _show_evidence(self) -> None:
        advice = self.context.dialogue.state.advice(self._advice)
        number = advice_numbers(self.context.dialogue.state).get(self._advice, "")
        support: Support = self._faces.support(advice, number)
        self.evidence.set_support(support)

    @Slot(str)
    def show_goal(self, goal: str) -> None:
        """Show the advice of this goal."""
        if goal != self._goal:
            self.chapter.commit()
            self._goal, self._advice = goal, ""
            self._show_goals()
            self._show_cards()
            self._show_evidence()
            self.chapter.scroller.verticalScrollBar().setValue(0)
            self.commands_changed.emit()

    def reveal(self, where: Where) -> None:
        """Show a goal or open a piece of advice."""
        advice = self.context.dialogue.state.advice(where.advice)
        goal = advice.goal if advice is not None else where.goal
        if self.context.dialogue.state.goal(goal) is not None:
            self.show_goal(goal)
        if advice is not None:
            self.open_advice(advice.id)

    @Slot(str)
    def open_advice(self, id: str) -> None:
        """Open one piece of advice for writing; an empty id closes it."""
        if id == self._advice:
            return
        self.chapter.commit()
        before = self._advice
        self._advice = id
        self._show_cards()
        self._show_evidence()
        if id:
            self.chapter.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chapter.reveal_editor()
        elif before in self.chapter.cards:
            self.chapter.cards[before].setFocus(Qt.FocusReason.OtherFocusReason)
        self.commands_changed.emit()

    @Slot()
    def new_advice(self) -> None:
        """Add an advice to this goal and open it."""
        if not self._goal or self._readonly:
            return
        self.chapter.commit()
        session = self.context.dialogue
        made = session.run(advising.new_advice, self._goal, self.tr("New advice"))
        if made is not None:
            self._advice = made
            self._show_cards()
            self._show_evidence()
            self.chapter.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chapter.editor.text.selectAll()
            self.chapter.reveal_editor()
            self.commands_changed.emit()

    @Slot(str, object)
    def _changed(self, field: str, value: object) -> None:
        if self._advice and not self._wishes.change(self._advice, field, value):
            advice = self.context.dialogue.state.advice(self._advice)
            self.chapter.editor.text.set_committed(advice.text if advice is not None else "")

    @Slot(object)
    def _voted(self, votes: tuple[int, int, int] | None) -> None:
        if self._advice:
            self._wishes.vote(self._advice, votes)

    @Slot(str)
    def _asked(self, what: str) -> None:
        wishes: dict[str, Callable[[], object]] = {
            "insights": self.choose_insights,
            "up": self.move_up,
            "down": self.move_down,
            "goal": self.move_to_goal,
            "delete": self.delete,
            "close": self.close_advice,
        }
        wishes[what]()

    @Slot()
    def close_advice(self) -> None:
        """Close the advice that is open."""
        self.open_advice("")

    def choose_insights(self) -> None:
        """Ask which insights the open advice rests on."""
        if self._advice and not self._readonly:
            self._wishes.choose_insights(self._advice)

    def move_up(self) -> None:
        """Put the chosen advice one place earlier."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the chosen advice one place later."""
        self._move(1)

    def _chosen(self) -> str:
        return self._advice or next((id for id, card in self.chapter.cards.items() if card.hasFocus()), "")

    def _move(self, by: int) -> None:
        chosen = self._chosen()
        self.chapter.commit()
        self._wishes.move(chosen, self._goal, by)
        if chosen in self.chapter.cards:
            self.chapter.cards[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def _dropped(self, moved: str, onto: str) -> None:
        if not self._readonly:
            self._wishes.drop(moved, onto, self._goal)

    def move_to_goal(self) -> None:
        """Ask for another goal and move the open advice there, and go along."""
        chosen = self._advice
        goal = self._wishes.to_goal(chosen)
        if goal:
            self.show_goal(goal)
            self.open_advice(chosen)

    def delete(self) -> None:
        """Delete the chosen advice; undo brings it back."""
        chosen = self._chosen()
        if chosen:
            self._wishes.delete(chosen)

    def enter_votes(self) -> None:
        """Put the focus on the votes of the chosen advice, opening it if need be."""
        if self._chosen():
            self.open_advice(self._chosen())
            self.chapter.editor.votes[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.chapter.editor.votes[0].selectAll()

    def _goal_by(self, by: int) -> None:
        order = [goal.id for goal in self.context.dialogue.state.goals]
        place = order.index(self._goal) + by if self._goal in order else 0
        if 0 <= place < len(order):
            self.show_goal(order[place])

    def goal_back(self) -> None:
        """Show the goal before this one."""
        self._goal_by(-1)

    def goal_on(self) -> None:
        """Show the goal after this one."""
        self._goal_by(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._advice:
            self.close_advice()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / self.context.theme.scale
        beside = wide >= ROOMY
        self._left.setVisible(beside)
        self.chapter.set_box_shown(not beside)
        if beside != (self._columns.indexOf(self.evidence) >= 0):
            self._place_evidence(beside)
        if wide < SPACIOUS:
            self.host.pane.fit(0)
        else:
            self.host.fit()

    def _place_evidence(self, beside: bool) -> None:
        """Put the evidence in a column of its own, or under the advice when there is no room."""
        theme = self.context.theme
        if beside:
            self.chapter.scroller.body.removeWidget(self.evidence)
            self._columns.insertWidget(2, self.evidence)
            self.evidence.setFixedWidth(theme.px(EVIDENCE_WIDTH))
        else:
            self._columns.removeWidget(self.evidence)
            self.evidence.setMinimumWidth(0)
            self.evidence.setMaximumWidth(16_777_215)
            self.chapter.scroller.body.insertWidget(self.chapter.scroller.body.count() - 1, self.evidence)
        self.evidence.notes.setMinimumHeight(theme.px(120 if beside else 260))

    def first_focus(self) -> QWidget:
        """Return the goals, or the button when there is nothing else."""
        return self.goals if self.goals.isVisibleTo(self) else self.chapter.goal_box

    def panes(self) -> list[QWidget]:
        """Return goals, advice, evidence and prompts."""
        first = next(iter(self.chapter.cards.values()), None)
        middle: QWidget = self.chapter.editor.text if self._advice else (first or self.chapter.add)
        return [self.goals, self.chapter.goal_box, middle, self.evidence.notes, self.host.pane]

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what can be done here now."""
        found = self.host.commands() | {"goal_back": self.goal_back, "goal_on": self.goal_on}
        if self.room_vote.may_open():
            found["room_vote"] = self.room_vote.open
        if not self._readonly and self._goal:
            found |= {
                "new_advice": self.new_advice,
                "votes": self.enter_votes,
                "move_up": self.move_up,
                "move_down": self.move_down,
                "delete_selected": self.delete,
            }
        return found

    def save_view(self) -> dict[str, object]:
        """Return which goal and advice are shown; what is being typed is kept in the dialogue."""
        self.chapter.commit()
        return {
            "goal": self._goal,
            "advice": self._advice,
            "scroll": self.chapter.scroller.verticalScrollBar().value(),
            "host": self.host.save_view(),
        }

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Show the same goal and advice again."""
        state = self.context.dialogue.state
        if state.goal(str(view.get("goal", ""))) is not None:
            self.show_goal(str(view["goal"]))
        advice = state.advice(str(view.get("advice", "")))
        if advice is not None and advice.goal == self._goal:
            self.open_advice(advice.id)
        self.host.restore_view(view.get("host"))

    def may_leave(self) -> bool:
        """Keep what is being typed, then go."""
        self.chapter.commit()
        return True
