"""What the advice page does to the dialogue when somebody wishes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from facilitator.domain.evidence import Evidence, advices_of_goal
from facilitator.services import advising, grouping
from facilitator.ui.dialogs.insight_choice_dialog import Choice, InsightChoiceDialog
from facilitator.ui.dialogs.move_dialog import MoveDialog, Target
from facilitator.ui.kit.page import Page
from facilitator.ui.pages.advice_faces import AdviceFaces

Votes = tuple[int, int, int]


class AdviceWishes(QObject):
    """Calls the services for ``page``; every method takes the id of the advice it is about."""

    def __init__(self, page: Page, faces: AdviceFaces, evidence: Callable[[], Evidence]) -> None:
        super().__init__(page)
        self._page = page
        self._faces = faces
        self._evidence = evidence
        self._session = page.context.dialogue

    def change(self, id: str, field: str, value: object) -> bool:
        """Change a field; False when nothing was there to be kept."""
        if field == "text" and not str(value).strip():
            return False
        self._session.run(advising.update_advice, id, **{field: value})
        return True

    def vote(self, id: str, votes: Votes | None) -> None:
        """Keep the votes, or take them off."""
        advice = self._session.state.advice(id)
        if advice is None:
            return
        now = (advice.votes_for, advice.votes_against, advice.votes_abstain)
        wanted = votes if votes is not None else (None, None, None)
        if tuple(wanted) != now:
            self._session.run(advising.set_votes, id, *wanted)

    def choose_insights(self, id: str) -> None:
        """Ask which insights it rests on."""
        advice = self._session.state.advice(id)
        if advice is None:
            return
        facts = self._evidence()
        choices = [
            Choice(
                insight.id,
                insight.title,
                len(facts.by_insight.get(insight.id, [])),
                advice.goal in insight.goals,
            )
            for insight in self._session.state.insights
        ]
        dialog = InsightChoiceDialog(self._page.context, choices, advice.insights, self._page)
        if dialog.exec():
            self._session.run(advising.update_advice, id, insights=dialog.chosen())
        dialog.deleteLater()

    def to_goal(self, id: str) -> str:
        """Ask for another goal and move it there; return that goal, or an empty text."""
        advice = self._session.state.advice(id)
        if advice is None:
            return ""
        rows = [goal for goal in self._faces.goals() if goal.id != advice.goal]
        targets = [Target(goal.id, f"{goal.number}. {goal.title}", goal.detail) for goal in rows]
        title, verb = self.tr("To which goal?"), self.tr("Move the advice")
        choice = MoveDialog.ask(self._page.context, self._page, title, targets, verb)
        if choice is None or not choice.id:
            return ""
        self._session.run(advising.move_advice, id, choice.id)
        return choice.id

    def delete(self, id: str) -> None:
        """Delete it; undo brings it back."""
        self._session.run(advising.delete_advice, id)

    def order(self, goal: str) -> list[str]:
        """Return the ids of the advice of ``goal`` in order."""
        return [advice.id for advice in advices_of_goal(self._session.state, goal)]

    def move(self, id: str, goal: str, by: int) -> None:
        """Put it ``by`` places later among the advice of its goal."""
        order = self.order(goal)
        if id in order and 0 <= order.index(id) + by < len(order):
            place = order.index(id) + by
            order.remove(id)
            order.insert(place, id)
            self._session.run(grouping.reorder, "advice", order)

    def drop(self, moved: str, onto: str, goal: str) -> None:
        """Put ``moved`` where ``onto`` is."""
        order = self.order(goal)
        if moved in order and onto in order:
            self.move(moved, goal, order.index(onto) - order.index(moved))
