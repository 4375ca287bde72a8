"""Where notes go while grouping: to an insight, under a goal, back to the tray, or set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from facilitator.domain.board import PARKED, TRAY
from facilitator.domain.entities import Note
from facilitator.services import grouping, notes
from facilitator.ui.dialogs.move_dialog import MoveChoice, MoveDialog, Target
from facilitator.ui.dialogs.park_dialog import ParkDialog
from facilitator.ui.pages.group_board import GOAL, INSIGHT
from facilitator.ui.pages.group_desk import GroupDesk


class GroupMoves(QObject):
    """Moves notes to a place, by the name the table has for it; what must be asked first is asked here."""

    def __init__(self, desk: GroupDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._later: Callable[[], object] | None = None

    def alive(self, ids: Sequence[str]) -> list[Note]:
        """Return the notes of these ids that are still there."""
        state = self._desk.session.state
        return [note for id in ids if (note := state.note(id)) is not None]

    # --- asking where to ---

    def targets(self, ids: Sequence[str], *, also: bool = False) -> list[Target]:
        """Return where these notes can go; typing the title of a goal finds its insights too."""
        faces = self._desk.faces
        found = [self._insight_target(id) for id in faces.insights]
        for id in faces.goals:
            count = faces.count_insights(len(faces.of_goal(id)))
            what = self.tr("Goal: choose an insight of it")
            found.append(Target(GOAL + id, faces.goal_title(id), what, count))
        if also:
            return found
        chosen = self.alive(ids)
        if any(note.parked is not None or note.insights for note in chosen):
            found.append(Target(TRAY, self.tr("Loose notes"), self.tr("Back to what is still to be grouped")))
        found.append(Target(PARKED, self.tr("Fits nowhere"), self.tr("Set aside, with the reason")))
        return found

    def _insight_target(self, id: str) -> Target:
        faces = self._desk.faces
        goals = [faces.goal_title(goal) for goal in faces.goals_of(id)]
        detail = " · ".join(part for part in (*goals, faces.mix_of(id)) if part)
        return Target(INSIGHT + id, faces.title(id), detail, faces.count(len(faces.notes_of(id))))

    def ask(self, ids: Sequence[str], *, also: bool = False) -> bool:
        """Ask where these notes go and bring them there; tell whether they went."""
        chosen = [note.id for note in self.alive(ids)]
        if not chosen:
            return False
        if also:
            title = self.tr("Where do %n note(s) go as well?", "", len(chosen))
            verb = self.tr("Put there as well")
        else:
            title = self.tr("Where do %n note(s) go?", "", len(chosen))
            verb = self.tr("Put there")
        choice = self._ask(title, self.targets(chosen, also=also), verb)
        return choice is not None and self._take(chosen, choice, also=also)

    def _ask(self, title: str, targets: list[Target], verb: str) -> MoveChoice | None:
        desk = self._desk
        return MoveDialog.ask(desk.context, desk.page, title, targets, verb, self.tr("New insight"))

    def _take(self, ids: list[str], choice: MoveChoice, *, also: bool, goal: str = "") -> bool:
        if choice.id:
            return self.go(ids, choice.id, also=also)
        goals = [goal] if goal else []
        made = self._desk.session.run(grouping.new_insight, choice.new_title, ids, "", goals, also=also)
        return made is not None

    def _under(self, ids: list[str], goal: str, *, also: bool) -> bool:
        """Ask which insight of a goal the notes go to; a new one bears on it from the start."""
        faces = self._desk.faces
        title = self.tr("Which insight of ‘{title}’?").format(title=faces.goal_title(goal))
        offered = [self._insight_target(id) for id in faces.of_goal(goal)]
        choice = self._ask(title, offered, self.tr("Put there"))
        return choice is not None and self._take(ids, choice, also=also, goal=goal)

    # --- going there ---

    def go(self, ids: Sequence[str], target: str, *, also: bool = False) -> bool:
        """Bring notes to a place by its name; tell whether something happened."""
        chosen = [note.id for note in self.alive(ids)]
        if not chosen:
            return False
        if target.startswith(INSIGHT):
            return self._place(chosen, target.removeprefix(INSIGHT), also=also)
        if target.startswith(GOAL) and target != GOAL:
            return self._under(chosen, target.removeprefix(GOAL), also=also)
        if target == TRAY:
            return self._free(chosen)
        loose = [note.id for note in self.alive(chosen) if note.parked is None]
        return target == PARKED and self.park(loose)

    def go_later(self, ids: Sequence[str], target: str, *, also: bool = False) -> None:
        """Bring notes to a place once a drag has ended: until then no dialog may ask anything."""
        if target.startswith(INSIGHT) or target == TRAY:
            self.go(ids, target, also=also)
            return
        self._later = lambda: self.go(ids, target, also=also)
        QTimer.singleShot(0, self, self._now)

    @Slot()
    def _now(self) -> None:
        doing, self._later = self._later, None
        if doing is not None:
            doing()

    def _place(self, ids: list[str], insight: str, *, also: bool) -> bool:
        if also:
            moving = [note.id for note in self.alive(ids) if insight not in note.insights]
        else:
            moving = [note.id for note in self.alive(ids) if note.insights != (insight,)]
        if moving:
            service = grouping.place_also if also else grouping.place_notes
            self._desk.session.run(service, moving, insight)
        return bool(moving)

    def _free(self, ids: list[str]) -> bool:
        moving = [note.id for note in self.alive(ids) if note.insights or note.parked is not None]
        if moving:
            self._desk.session.run(grouping.free_notes, moving)
        return bool(moving)

    def park(self, ids: Sequence[str]) -> bool:
        """Ask why notes fit nowhere and set them apart; tell whether it was done."""
        desk = self._desk
        found = self.alive(ids)
        reason = ParkDialog.ask(desk.context, desk.page, [note.text for note in found]) if found else None
        if reason is None:
            return False
        desk.session.run(notes.park, [note.id for note in found], reason)
        return True
