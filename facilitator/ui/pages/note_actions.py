"""What can be done with chosen notes on any page: change, move, park, delete, star, copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from facilitator.domain.entities import Note
from facilitator.services import notes as service
from facilitator.ui.dialogs.move_dialog import MoveDialog, Target
from facilitator.ui.dialogs.note_dialog import ERASE, NoteDialog
from facilitator.ui.dialogs.park_dialog import ParkDialog
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.persona_text import persona_text
from facilitator.ui.kit.plain import escape_mnemonic
from facilitator.ui.pages.erasing import Erasing
from facilitator.ui.pages.parting import Parting

NOBODY = ""


class NoteActions(QObject):
    """Acts on the notes whose ids ``chosen`` gives; every action is one undoable edit."""

    def __init__(self, page: Page, chosen: Callable[[], list[str]], kinds: Sequence[str]) -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        self._chosen = chosen
        self._kinds = tuple(kinds)

    def notes(self) -> list[Note]:
        """Return the chosen notes that are still there."""
        state = self._context.dialogue.state
        return [note for id in self._chosen() if (note := state.note(id)) is not None]

    @property
    def readonly(self) -> bool:
        """Tell whether the dialogue can only be looked at."""
        return self._context.dialogue.store.readonly

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the actions there are for what is chosen now."""
        notes = self.notes()
        if not notes or self.readonly:
            return {}
        found: dict[str, Callable[[], object]] = {
            "delete_selected": self.delete,
            "star": self.star,
            "move_to_persona": self.move,
            "park": self.park,
            "erase_notes": self.erase,
        }
        if len(notes) == 1:
            found["edit_selected"] = self.edit
        if any(note.parked is not None for note in notes):
            found["unpark"] = self.unpark
        return found

    @Slot(str)
    def do(self, what: str) -> None:
        """Do what a view of notes asked."""
        doing = self.wishes()
        if what in doing and (what == "copy" or not self.readonly):
            doing[what]()

    def wishes(self) -> dict[str, Callable[[], object]]:
        """Return what a view of notes can ask, and what is done then."""
        return {
            "delete": self.delete,
            "park": self.park,
            "move": self.move,
            "star": self.star,
            "copy": self.copy,
        }

    @Slot(str)
    def open(self, id: str) -> None:
        """Show one note in full and keep what was changed."""
        session = self._context.dialogue
        note = session.state.note(id)
        if note is None:
            return
        changed = NoteDialog.ask(self._context, self._page, note, self._kinds)
        if changed is ERASE:
            Erasing(self._context, self._page.window()).erase_notes([note])
        elif changed:
            self.change(id, **changed)

    def change(self, id: str, **changed: object) -> None:
        """Change a note; what is too long for one becomes several, and that is said."""
        session = self._context.dialogue
        text = changed.pop("text", None)
        if not isinstance(text, str):
            session.run(service.edit_note, id, **changed)
            return
        more = session.run(service.edit_note_apart, id, text, **changed)
        if more:
            self._page.notice_requested.emit(Parting(self).notice(session, len(more)))

    def edit(self) -> None:
        """Change the one chosen note."""
        notes = self.notes()
        if len(notes) == 1:
            self.open(notes[0].id)

    def delete(self) -> None:
        """Delete the chosen notes; undo is offered."""
        ids = [note.id for note in self.notes()]
        if not ids:
            return
        session = self._context.dialogue
        session.run(service.delete_notes, ids)
        if session.state.note(ids[0]) is None:
            text = self.tr("%n note(s) deleted.", "", len(ids))
            self._page.notice_requested.emit(
                Notice("info", text, self.tr("Undo"), session.undo, key="notes.deleted")
            )

    def erase(self) -> None:
        """Erase the chosen notes for good, after asking."""
        Erasing(self._context, self._page.window()).erase_notes(self.notes())

    def star(self) -> None:
        """Mark the chosen notes as key quotes, or take the mark off when all have it."""
        notes = self.notes()
        if notes:
            on = not all(note.starred for note in notes)
            self._context.dialogue.run(service.star, [note.id for note in notes], on)

    def park(self) -> None:
        """Set the chosen notes apart with a reason."""
        notes = self.notes()
        if not notes:
            return
        reason = ParkDialog.ask(self._context, self._page, [note.text for note in notes])
        if reason is not None:
            self._context.dialogue.run(service.park, [note.id for note in notes], reason)

    def unpark(self) -> None:
        """Put parked notes back."""
        ids = [note.id for note in self.notes() if note.parked is not None]
        if ids:
            self._context.dialogue.run(service.unpark, ids)

    def move(self) -> None:
        """Let the chosen notes be about another persona."""
        notes = self.notes()
        if not notes:
            return
        language = self._context.language
        targets = [
            Target(persona.id, persona.name, persona_text(persona, "age", language))
            for persona in self._context.dialogue.state.personas
        ]
        # A target with an empty id would mean a new one.
        targets.append(Target("-", self.tr("Nobody in particular")))
        title = self.tr("Move %n note(s) to …", "", len(notes))
        choice = MoveDialog.ask(self._context, self._page, title, targets, self.tr("Move"))
        if choice is not None:
            persona = NOBODY if choice.id == "-" else choice.id
            self._context.dialogue.run(service.move_to_persona, [note.id for note in notes], persona)

    def copy(self) -> None:
        """Put the texts on the clipboard, one a line."""
        texts = [note.text for note in self.notes()]
        if texts:
            QGuiApplication.clipboard().setText("\n".join(texts))

    @Slot(object)
    def show_menu(self, place: QPoint) -> None:
        """Show what can be done with the chosen notes."""
        menu = self.menu()
        menu.exec(place)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Return the menu for the chosen notes."""
        theme = self._context.theme
        possible = {"copy": self.copy, **self.commands()}
        menu = QMenu(self._page)
        for id, words, drawing, keys in self.rows():
            doing = possible.get(id)
            if doing is None:
                continue
            text = escape_mnemonic(words) + (f"\t{keys_text(keys)}" if keys else "")
            action = QAction(icon(drawing, theme.ink, theme.px(18)), text, menu)
            action.setObjectName(id)
            action.triggered.connect(lambda _on=False, do=doing: do())
            menu.addAction(action)
        return menu

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return id, words, drawing and key of what the menu can offer."""
        return [
            ("edit_selected", self.tr("Edit…"), "edit", "Return"),
            ("move_to_persona", self.tr("To another persona…"), "move", "M"),
            ("star", self.tr("Mark or unmark key quote"), "star", "S"),
            ("park", self.tr("Set aside with a reason…"), "park", "P"),
            ("unpark", self.tr("Put the note back"), "undo", ""),
            ("copy", self.tr("Copy the text"), "copy", "Ctrl+C"),
            ("delete_selected", self.tr("Delete"), "trash", "Del"),
            ("erase_notes", self.tr("Erase for good…"), "eraser", "Shift+Del"),
        ]
