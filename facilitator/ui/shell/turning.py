"""Undo, redo and going to another moment, each with a word about what was done and where."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.domain.changes import ChangeSet
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.history_dialog import HistoryDialog
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.places import Places
from facilitator.ui.shell.frame import Frame

TURNED_KEY = "turned"


class Turning(QObject):
    """Goes back and on in the dialogue for the window, and says so: it may have been on another page."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window

    def undo(self) -> None:
        """Take back the last edit and say which, and where."""
        self._say(self.tr("Undone: {what}"), self._window.context.dialogue.undo())

    def redo(self) -> None:
        """Do again what was taken back, and say what, and where."""
        self._say(self.tr("Done again: {what}"), self._window.context.dialogue.redo())

    def show_history(self) -> None:
        """Let the person choose a moment, and go there."""
        window = self._window
        if not window.page.may_leave():
            return
        choice = HistoryDialog.ask(window.context, window)
        if choice is None:
            return
        if choice.go is not None:
            window.go(choice.go)
        elif choice.point is not None:
            self._travel(choice.point)

    def _travel(self, point: int) -> None:
        window = self._window
        session = window.context.dialogue
        # Asked before: afterwards every step would first have to be on the disk.
        count = next((abs(m.steps) for m in session.store.moments() if m.point == point), 0)
        done = session.run(SessionStore.go_to, point)
        if done is None:
            return
        if done.origin == "redo":
            text = self.tr("%n step(s) done again.", "", count)
        else:
            text = self.tr("%n step(s) undone. Redo brings them back.", "", count)
        window.notify(self._notice(text, Places(window.context, self).of_changes(done).go))

    def _say(self, text: str, done: ChangeSet | None) -> None:
        what = self._window.context.words.edit(done.label) if done is not None else ""
        if done is None or not what:
            return
        place = Places(self._window.context, self).of_changes(done)
        told = text.format(what=what)
        self._window.notify(self._notice(f"{told} ({place.words})" if place.words else told, place.go))

    def _notice(self, text: str, go: Go | None) -> Notice:
        label = self.tr("Show where") if go is not None else ""
        return Notice(
            "info", text, label, (lambda: self._window.go(go)) if go is not None else None, key=TURNED_KEY
        )
