"""Where chosen notes can go from a step page: to a persona, or to an insight with its goals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from facilitator.domain.entities import Note
from facilitator.services import grouping
from facilitator.services import notes as service
from facilitator.ui.dialogs.move_dialog import MoveDialog, Target
from facilitator.ui.dialogs.new_insight_dialog import NewInsightDialog
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.persona_text import persona_text

PERSONA, INSIGHT, NOBODY = "persona:", "insight:", "persona:-"
"""Places by name; persona and insight are followed by an id."""


class NoteMoves(QObject):
    """Asks where notes go and brings them there; every move is one edit."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._session = page.context.dialogue

    def personas(self, notes: Sequence[Note] = ()) -> list[Target]:
        """Return the personas to go to, without the one that all notes are about already."""
        language = self._page.context.language
        here = {note.persona for note in notes}
        found = [
            Target(PERSONA + persona.id, persona.name, persona_text(persona, "age", language))
            for persona in self._session.state.personas
            if here != {persona.id}
        ]
        if here != {""}:
            found.append(Target(NOBODY, self.tr("Nobody in particular")))
        return found

    def insights(self) -> list[Target]:
        """Return the insights to go to, each with the titles of its goals."""
        state = self._session.state
        goals = {goal.id: f"{place}. {goal.title}" for place, goal in enumerate(state.goals, 1)}
        counts = Counter(id for note in state.notes for id in note.insights)
        return [
            Target(
                INSIGHT + insight.id,
                insight.title or self.tr("No name yet"),
                " · ".join(goals[id] for id in insight.goals if id in goals) or self.tr("Insight"),
                self.tr("%n note(s)", "", counts[insight.id]),
            )
            for insight in state.insights
        ]

    def ask(self, notes: Sequence[Note]) -> bool:
        """Ask to which persona or insight notes go; a new insight can be named. Tell whether they went."""
        title = self.tr("Move %n note(s) to …", "", len(notes))
        targets = [*self.personas(notes), *self.insights()]
        return self._ask(notes, title, targets, self.tr("Move"), self._go)

    def ask_also(self, notes: Sequence[Note]) -> bool:
        """Ask with which insight notes go as well as where they are."""
        title = self.tr("Where do %n note(s) go as well?", "", len(notes))
        return self._ask(notes, title, self.insights(), self.tr("Put there as well"), self._also)

    def _ask(
        self,
        notes: Sequence[Note],
        title: str,
        targets: list[Target],
        verb: str,
        go: Callable[[list[str], str, str], object],
    ) -> bool:
        if not notes:
            return False
        page = self._page
        choice = MoveDialog.ask(page.context, page, title, targets, verb, self.tr("New insight"))
        if choice is None:
            return False
        go([note.id for note in notes], choice.id, choice.new_title)
        return True

    def _go(self, ids: list[str], target: str, new_title: str) -> None:
        if target.startswith(INSIGHT):
            self._session.run(grouping.place_notes, ids, target.removeprefix(INSIGHT))
        elif target:
            persona = "" if target == NOBODY else target.removeprefix(PERSONA)
            self._session.run(service.move_to_persona, ids, persona)
        else:
            self._session.run(grouping.new_insight, new_title, ids)

    def _also(self, ids: list[str], target: str, new_title: str) -> None:
        if target:
            self._session.run(grouping.place_also, ids, target.removeprefix(INSIGHT))
        else:
            self._session.run(grouping.new_insight, new_title, ids, also=True)

    def new_insight(self, notes: Sequence[Note]) -> str | None:
        """Ask the name of a new insight and put the notes in it; return its id."""
        page = self._page
        title = NewInsightDialog.ask(page.context, page, [note.text for note in notes]) if notes else None
        if title is None:
            return None
        return self._session.run(grouping.new_insight, title, [note.id for note in notes])
