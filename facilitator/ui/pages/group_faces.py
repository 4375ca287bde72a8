"""What the grouping page shows of the dialogue: counts and faces, gathered once per change."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Slot

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Goal, Insight, Note
from facilitator.domain.evidence import Evidence, advice_numbers, persona_mix
from facilitator.domain.tally import dots
from facilitator.domain.text import fold
from facilitator.ui.dialogs.merge_dialog import Party
from facilitator.ui.dialogs.move_dialog import Target
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.group_face import GoalFace, InsightFace
from facilitator.ui.pages.group_index import GroupIndex, Moved
from facilitator.ui.pages.note_faces import NoteFaces
from facilitator.ui.widgets.insight_detail import GoalTick, InsightText

FIRST_NOTES = 6
SPOKEN_PERSONAS = 3


class GroupFaces(QObject):
    """Answers for one open dialogue; ``update`` after every change."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.notes = NoteFaces(context, self)
        self._index = GroupIndex()
        self.insights: dict[str, Insight] = {}
        self.goals: dict[str, Goal] = {}
        self._number: dict[str, int] = {}
        self._bearing: dict[str, list[str]] = {}
        self._dots: dict[str, int] = {}

    def update(self, changes: ChangeSet | None = None) -> Moved:
        """Follow a change and return what it did; read the dialogue anew without one."""
        state = self._context.dialogue.state
        if changes is None:
            self._index.read(state)
            self._read_order()
            self._dots = dots(state)
            QTimer.singleShot(0, self, self.settle)
            return Moved(everything=True)
        moved = self._index.apply(changes, state)
        if moved.everything or {"insight", "goal"} & changes.entities:
            self._read_order()
        return moved

    @Slot()
    def settle(self) -> None:
        """Get ready to follow changes, in an idle moment."""
        self._index.settle()

    def _read_order(self) -> None:
        state = self._context.dialogue.state
        self.insights = {insight.id: insight for insight in state.insights}
        self.goals = {goal.id: goal for goal in state.goals}
        self._number = {id: place for place, id in enumerate(self.goals, 1)}
        self._bearing = {id: [] for id in self.goals}
        for insight in self.insights.values():
            for goal in insight.goals:
                if goal in self._bearing:
                    self._bearing[goal].append(insight.id)

    @property
    def facts(self) -> Evidence:
        """Return which notes lie where; true until the next change, not to be kept."""
        return self._index.facts

    def placed(self) -> int:
        """Return the number of notes under at least one insight."""
        return self._index.placed

    def is_placed(self, note: Note) -> bool:
        """Tell whether the note is under a living insight."""
        return any(insight in self.insights for insight in note.insights)

    def notes_of(self, insight: str) -> list[Note]:
        """Return the notes under an insight in reading order."""
        return self.facts.by_insight.get(insight, [])

    def of_goal(self, goal: str) -> list[str]:
        """Return the ids of the insights that bear on a goal, in order."""
        return self._bearing.get(goal, [])

    def matches(self, note: Note, wanted: list[str]) -> bool:
        """Tell whether a note or the name of its persona has all these folded words."""
        text = fold(f"{note.text} {self.notes.name(note.persona)}")
        return all(word in text for word in wanted)

    def title(self, insight: str) -> str:
        """Return the title of an insight, or the words for one without."""
        found = self.insights.get(insight)
        return found.title if found is not None and found.title else self.tr("No name yet")

    def goal_title(self, goal: str) -> str:
        """Return number and title of a goal."""
        found = self.goals.get(goal)
        title = found.title if found is not None and found.title else self.tr("No name yet")
        return f"{self._number.get(goal, 0)}. {title}"

    def goal_name(self, goal: str) -> str:
        """Return the short name of a goal, such as "Goal 2"."""
        return self.tr("Goal {number}").format(number=self._number.get(goal, 0))

    def count_insights(self, number: int) -> str:
        """Return a number of insights in words."""
        return self.tr("%n insight(s)", "", number)

    def goals_of(self, insight: str) -> list[str]:
        """Return the ids of the living goals an insight bears on, in the order of the goals."""
        found = self.insights.get(insight)
        serves = set(found.goals) if found is not None else set()
        return [id for id in self.goals if id in serves]

    def mix(self, notes: list[Note]) -> str:
        """Return who the notes are about: "Fatima 6 · Mieke 2"."""
        return self._told(persona_mix(notes))

    def mix_of(self, insight: str) -> str:
        """Return who the notes under an insight are about."""
        return self._told(self._index.mix(insight))

    def _told(self, mix: list[tuple[str, int]]) -> str:
        return " · ".join(f"{self.notes.name(persona)} {number}" for persona, number in mix)

    def count(self, number: int) -> str:
        """Return a number of notes in words."""
        return self.tr("%n note(s)", "", number)

    def count_of(self, insight: str) -> str:
        """Return the notes under an insight in words, and its dots when there was a vote."""
        notes = self.count(len(self.notes_of(insight)))
        if insight not in self._dots:
            return notes
        stuck = self.tr("%n dot(s)", "", self._dots[insight])
        return f"{notes} · {stuck}"

    def insight(self, id: str) -> InsightFace:
        """Return the face of an insight."""
        notes = self.notes_of(id)
        title, count = self.title(id), self.count_of(id)
        goals = tuple(self.goal_name(goal) for goal in self.goals_of(id))
        no_goal = self.tr("Belongs to no goal yet")
        who = [self.notes.name(p) for p, _n in self._index.mix(id)[:SPOKEN_PERSONAS]]
        spoken = [title, count, ", ".join(who), ", ".join(goals) or no_goal]
        return InsightFace(
            title=title,
            named=bool(self.insights[id].title) if id in self.insights else False,
            count=count,
            mix=self.mix_of(id),
            notes=tuple(self.notes(note) for note in islice(notes, FIRST_NOTES)),
            goals=goals,
            no_goal=no_goal,
            spoken=". ".join(part for part in spoken if part),
        )

    def goal(self, id: str) -> GoalFace:
        """Return the face of a goal."""
        bearing = self.of_goal(id)
        notes = {note.id for insight in bearing for note in self.notes_of(insight)}
        detail = " · ".join((self.count_insights(len(bearing)), self.count(len(notes))))
        title = self.goal_title(id)
        named = bool(self.goals[id].title) if id in self.goals else False
        return GoalFace(title=title, named=named, detail=detail, spoken=f"{title}. {detail}")

    def text(self, id: str) -> InsightText:
        """Return what the opened insight says of itself."""
        found = self.insights[id]
        notes = self.notes_of(id)
        return InsightText(id, found.title, found.description, self.count(len(notes)), self.mix_of(id))

    def ticks(self, id: str) -> list[GoalTick]:
        """Return all goals, those the insight bears on ticked."""
        serves = set(self.insights[id].goals)
        return [
            GoalTick(goal.id, number, goal.title or self.tr("No name yet"), goal.id in serves)
            for number, goal in enumerate(self.goals.values(), 1)
        ]

    def targets(self, but: frozenset[str] = frozenset()) -> list[Target]:
        """Return the insights to choose from, with who is in them."""
        return [
            Target(id, self.title(id), self.mix_of(id), self.count(len(self.notes_of(id))))
            for id in self.insights
            if id not in but
        ]

    def goal_targets(self, but: frozenset[str] = frozenset()) -> list[Target]:
        """Return the goals to choose from."""
        return [
            Target(id, self.goal_title(id), aside=self.count_insights(len(self.of_goal(id))))
            for id in self.goals
            if id not in but
        ]

    def party(self, id: str) -> Party:
        """Return an insight as one that is merged."""
        goals = [self.goal_name(goal) for goal in self.goals_of(id)]
        return Party(id, self.title(id), " · ".join([self.count(len(self.notes_of(id))), *goals]))

    def goal_party(self, id: str) -> Party:
        """Return a goal as one that is merged."""
        return Party(id, self.goal_title(id), self.goal(id).detail)

    def told_insights(self, into: str, ids: list[str]) -> list[str]:
        """Return what merging these insights into one of them does."""
        notes = Counter(note.id for id in ids for note in self.notes_of(id))
        goals = [id for id in self.goals if any(id in self.insights[one].goals for one in ids)]
        told = [self.tr("‘{title}’ gets %n note(s).", "", len(notes)).format(title=self.title(into))]
        if goals:
            numbers = ", ".join(str(self._number[goal]) for goal in goals)
            told.append(self.tr("It belongs to these goals: {numbers}.").format(numbers=numbers))
        state = self._context.dialogue.state
        gone = set(ids) - {into}
        numbers_of = advice_numbers(state)
        moving = [numbers_of.get(a.id, "") for a in state.advices if gone.intersection(a.insights)]
        if moving:
            told.append(
                self.tr("Advice that rests on it from now on: {numbers}.").format(numbers=", ".join(moving))
            )
        told.extend(
            self.tr("‘{title}’ becomes part of it.").format(title=self.title(id)) for id in ids if id != into
        )
        return told

    def told_goals(self, into: str, ids: list[str]) -> list[str]:
        """Return what merging these goals into one of them does."""
        bearing = {insight for id in ids for insight in self.of_goal(id)}
        advices = sum(advice.goal in ids for advice in self._context.dialogue.state.advices)
        told = [
            self.tr("‘{title}’ gets %n insight(s).", "", len(bearing)).format(title=self.goal_title(into)),
            self.tr("It gets %n piece(s) of advice.", "", advices),
            self.tr("The texts are placed one after the other."),
        ]
        told.extend(
            self.tr("‘{title}’ becomes part of it.").format(title=self.goal_title(id))
            for id in ids
            if id != into
        )
        return told
