"""What one does with goals: make, write, merge, split, order, delete, link insights by dropping."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from facilitator.services import grouping
from facilitator.ui.dialogs.goal_dialog import GoalDialog, GoalTexts
from facilitator.ui.dialogs.merge_dialog import MergeDialog
from facilitator.ui.dialogs.move_dialog import MoveDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.pages.group_desk import GroupDesk
from facilitator.ui.pages.group_insights import put_before, shifted
from facilitator.ui.pages.group_menu import Wish, card_menu


class GoalActions(QObject):
    """Acts on the chosen goals of a desk."""

    def __init__(self, desk: GroupDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        view = desk.goals.view
        if desk.session.store.readonly:
            return
        desk.goals.asked.connect(self._asked)
        view.opened.connect(self.edit_one)
        view.delete_asked.connect(self.delete)
        view.moved.connect(self._moved)
        view.menu_wanted.connect(self._show_menu)
        view.dropped.connect(self._dropped)

    @Slot(str)
    def _asked(self, wish: str) -> None:
        calls = {
            "new": self.new,
            "edit": self.edit,
            "merge": self.merge,
            "split": self.split,
            "delete": self.delete,
        }
        calls[wish]()

    def menu(self) -> QMenu:
        """Return the menu for the chosen goals."""
        one = len(self._desk.chosen_goals()) == 1
        wishes = [
            Wish("edit", self.tr("Edit…"), "edit", "F2", self.edit),
            Wish("merge", self.tr("Merge…"), "merge", "Ctrl+E", self.merge),
            Wish("split", self.tr("Split…"), "split", "Ctrl+Shift+E", self.split),
            Wish("delete", self.tr("Delete"), "trash", "Del", self.delete),
        ]
        shown = [wish for wish in wishes if one or wish.name in ("merge", "delete")]
        return card_menu(self._desk.context.theme, self._desk.page, shown)

    @Slot(object)
    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.exec(place)
        menu.deleteLater()

    def new(self) -> None:
        """Ask the texts of a new goal; the chosen insights bear on it from the start."""
        desk = self._desk
        insights = desk.picked_insights()
        lead = self.tr("%n chosen insight(s) will belong to it.", "", len(insights)) if insights else ""
        texts = GoalDialog.ask(
            desk.context, desk.page, GoalTexts(), self.tr("New goal"), self.tr("Make the goal"), lead
        )
        if texts is None:
            return
        written = asdict(texts)
        made = desk.session.run(grouping.new_goal, written.pop("title"), insights, **written)
        if made is not None:
            view = desk.goals.view
            view.scrollTo(desk.goal_model.index(max(desk.goal_model.row_of(made), 0)))
        desk.focus_scope()

    def edit(self) -> None:
        """Open the texts of the chosen goal."""
        ids = self._desk.chosen_goals()
        if ids:
            self.edit_one(ids[0])

    @Slot(str)
    def edit_one(self, id: str) -> None:
        """Open the texts of a goal."""
        desk = self._desk
        goal = desk.session.state.goal(id)
        if goal is None:
            return
        before = GoalTexts(goal.title, goal.definition, goal.residents_say, goal.tensions)
        after = GoalDialog.ask(
            desk.context, desk.page, before, desk.faces.goal_title(id), self.tr("Save the goal")
        )
        if after is not None and after != before:
            desk.session.run(grouping.update_goal, id, **asdict(after))
        desk.focus_scope()

    def merge(self) -> None:
        """Ask which goals go together and which name stays."""
        desk, faces = self._desk, self._desk.faces
        ids = desk.chosen_goals()
        if len(ids) == 1:
            title = self.tr("Which goal does ‘{title}’ belong with?").format(title=faces.goal_title(ids[0]))
            choice = MoveDialog.ask(
                desk.context,
                desk.page,
                title,
                faces.goal_targets(frozenset(ids)),
                self.tr("See what happens"),
            )
            ids = [*ids, choice.id] if choice is not None and choice.id else []
        if len(ids) < 2:
            return
        into = MergeDialog.ask(
            desk.context,
            desk.page,
            self.tr("Merge %n goal(s)", "", len(ids)),
            [faces.goal_party(id) for id in ids],
            lambda keeper: faces.told_goals(keeper, ids),
        )
        if into is None:
            return
        others = [id for id in ids if id != into]
        desk.session.run(grouping.merge_goals, into, others)
        if desk.session.state.goal(others[0]) is not None:
            return
        desk.goals.view.choose_ids([into])
        desk.focus_scope()
        desk.say(self.tr("The goals are merged."), undo=True)

    def split(self) -> None:
        """Ask which insights of the chosen goal go to a new one."""
        desk, faces = self._desk, self._desk.faces
        ids = desk.chosen_goals()
        if not ids:
            return
        lines = [(id, faces.title(id)) for id in faces.of_goal(ids[0])]
        if not lines:
            desk.say(self.tr("No insight belongs to this goal, so there is nothing to split off."))
            return
        answer = SplitDialog.ask(
            desk.context, desk.page, self.tr("Split the goal"), faces.goal_title(ids[0]), lines
        )
        if answer is not None:
            desk.session.run(grouping.split_goal, ids[0], answer.ids, answer.title)
        desk.focus_scope()

    def delete(self) -> None:
        """Delete the chosen goals; one with advice is refused with a sentence."""
        desk = self._desk
        ids = desk.chosen_goals()
        done = 0
        for id in ids:
            desk.session.run(grouping.delete_goal, id)
            done += desk.session.state.goal(id) is None
        if done:
            desk.say(self.tr("%n goal(s) deleted; the insights stay.", "", done), undo=done == 1)
        if ids:
            desk.scope = "goals"
            desk.focus_scope()

    def shift(self, step: int) -> None:
        """Move the chosen goals one place up (-1) or down (+1)."""
        self._order(shifted(self._desk.goal_model.ids(), self._desk.chosen_goals(), step))

    @Slot(object, int)
    def _moved(self, ids: list[str], row: int) -> None:
        self._order(put_before(self._desk.goal_model.ids(), ids, row))

    def _order(self, ids: list[str]) -> None:
        if ids != self._desk.goal_model.ids():
            self._desk.session.run(grouping.reorder, "goal", ids)

    @Slot(str, str, object)
    def _dropped(self, kind: str, goal: str, ids: list[str]) -> None:
        desk = self._desk
        if kind != MIME_INSIGHTS or not goal:
            return
        living = [id for id in ids if id in desk.faces.insights]
        links = {id: [*desk.faces.goals_of(id), goal] for id in living}
        if links:
            desk.session.run(grouping.set_goals, links)
