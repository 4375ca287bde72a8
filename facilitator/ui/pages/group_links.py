"""Which goals insights bear on: by typing a few letters of the goal, or by dropping them on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from facilitator.services import grouping
from facilitator.ui.dialogs.move_dialog import MoveDialog, Target
from facilitator.ui.pages.group_desk import GroupDesk

_NONE = "-"
"""The target that means no goal; an empty id would mean a new one."""


class GroupLinks(QObject):
    """Brings insights to goals."""

    def __init__(self, desk: GroupDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def ask(self, ids: Sequence[str], *, also: bool) -> bool:
        """Ask to which goal these insights go; tell whether they went."""
        desk, faces = self._desk, self._desk.faces
        ids = [id for id in ids if id in faces.insights]
        if not ids:
            return False
        if also:
            title = self.tr("Which goal do %n insight(s) belong to as well?", "", len(ids))
        else:
            title = self.tr("Which goal do %n insight(s) belong to?", "", len(ids))
        targets = faces.goal_targets()
        if not also and any(faces.goals_of(id) for id in ids):
            targets.append(Target(_NONE, self.tr("With no goal")))
        verb = self.tr("Link to the goal")
        choice = MoveDialog.ask(desk.context, desk.page, title, targets, verb, self.tr("New goal"))
        if choice is None:
            return False
        if choice.id:
            return self.bring(ids, "" if choice.id == _NONE else choice.id, also=also)
        return desk.session.run(grouping.new_goal, choice.new_title, ids, instead=not also) is not None

    def bring(self, ids: Sequence[str], goal: str, *, also: bool) -> bool:
        """Let insights bear on a goal instead of the one in whose frame they lie, or ``also`` on it.

        Without a goal they bear on none any more.
        """
        faces = self._desk.faces
        links: dict[str, list[str]] = {}
        for id in ids:
            insight = faces.insights.get(id)
            if insight is None or (also and not goal):
                continue
            before = [other for other in insight.goals if other in faces.goals]
            others = [other for other in (before if also else before[1:]) if other != goal]
            after = [*others, goal] if also else [goal, *others] if goal else []
            if set(after) != set(before) or after[:1] != before[:1]:
                links[id] = after
        if links:
            self._desk.session.run(grouping.set_goals, links)
        return bool(links)
