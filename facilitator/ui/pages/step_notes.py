"""What one does with notes on a step page: as on any page, and move, group and duplicate on the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from facilitator.services import boards, grouping
from facilitator.ui.kit.page import Page
from facilitator.ui.pages.note_actions import NoteActions
from facilitator.ui.pages.note_moves import NoteMoves


class StepNotes(NoteActions):
    """Acts on the chosen notes of a step page.

    Signals:
        made: Ids of notes that are new and want to be chosen.
    """

    made = Signal(object)

    def __init__(self, page: Page, chosen: Callable[[], list[str]], kinds: Sequence[str]) -> None:
        super().__init__(page, chosen, kinds)
        self._moves = NoteMoves(page)

    def commands(self) -> dict[str, Callable[[], object]]:
        found = super().commands()
        if not found:
            return found
        found |= {
            "place": self.place,
            "place_also": self.place_also,
            "new_insight": self.new_insight,
            "duplicate": self.duplicate,
        }
        if any(note.insights for note in self.notes()):
            found["unplace"] = self.unplace
        return found

    def wishes(self) -> dict[str, Callable[[], object]]:
        return super().wishes() | {
            "move": self.place,
            "also": self.place_also,
            "new_insight": self.new_insight,
            "duplicate": self.duplicate,
        }

    def place(self) -> None:
        """Ask to which persona or insight the chosen notes go."""
        self._moves.ask(self.notes())

    def place_also(self) -> None:
        """Ask with which insight the chosen notes go as well."""
        self._moves.ask_also(self.notes())

    def new_insight(self) -> None:
        """Make an insight of the chosen notes, after asking its name."""
        self._moves.new_insight(self.notes())

    def unplace(self) -> None:
        """Take the chosen notes out of their insights."""
        self._context.dialogue.run(grouping.unplace_notes, [note.id for note in self.notes()])

    def duplicate(self) -> None:
        """Make a twin of every chosen note."""
        ids = [note.id for note in self.notes()]
        made = self._context.dialogue.run(boards.duplicate, ids) if ids else None
        if made:
            self.made.emit(made)

    def rows(self) -> list[tuple[str, str, str, str]]:
        plain = {row[0]: row for row in super().rows()}
        plain["move_to_persona"] = (*plain["move_to_persona"][:3], "Ctrl+M")
        new = [
            ("place", self.tr("Move to…"), "move", "M"),
            ("place_also", self.tr("Put with another insight too…"), "places", "Shift+M"),
            ("new_insight", self.tr("New insight of these…"), "bulb", "G"),
            ("unplace", self.tr("Take out of the insight"), "undo", "Ctrl+Shift+G"),
            ("duplicate", self.tr("Duplicate"), "duplicate", "D"),
        ]
        first, *rest = plain.values()
        return [first, *new, *rest]
