"""Erasing for good from the window: ask, do, let the backups follow beside the window, tell how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from facilitator.domain.entities import Note
from facilitator.domain.errors import UserError
from facilitator.services import erasing as service
from facilitator.services.erasing import Erased, Place
from facilitator.store.erasing import Swept
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.erase_notes_dialog import EraseNotesDialog
from facilitator.ui.dialogs.erase_words_dialog import EraseWordsDialog
from facilitator.ui.dialogs.erased_dialog import ErasedDialog
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.tasks import Handle


@dataclass(frozen=True, slots=True)
class _Sweep:
    store: SessionStore
    second: str

    def __call__(self, handle: Handle, /) -> Swept:
        return service.carry_on(self.store, [Path(self.second)] if self.second else [])


class Erasing(QObject):
    """One erasure from question to answer; it lives with the window and goes when it is done."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._done = Erased(0)
        self._lead = ""

    def erase_notes(self, notes: Sequence[Note]) -> bool:
        """Ask, and erase notes; tell whether they went."""
        store = self._context.dialogue.store
        out = service.still_out(store)
        if not notes or not EraseNotesDialog.ask(
            self._context, self._window, [note.text for note in notes], out
        ):
            self.deleteLater()
            return False
        done = self._context.dialogue.run(service.erase_notes, [note.id for note in notes])
        if done is None:
            self.deleteLater()
            return False
        self._follow(done, self.tr("%n note(s) erased, also from the history.", "", done.things))
        return True

    def erase_words(self) -> bool:
        """Ask whose data goes and where, and erase it; tell whether it went."""
        session = self._context.dialogue
        wish = EraseWordsDialog.ask(
            self._context, self._window, self._finder(session.store), service.still_out(session.store)
        )
        done = None
        if wish is not None:
            done = session.run(service.erase_words, wish.words, wish.instead, wish.places, whole=wish.whole)
        if done is None:
            self.deleteLater()
            return False
        self._follow(done, self.tr("Erased in %n place(s), also from the history.", "", done.things))
        return True

    def _finder(self, store: SessionStore) -> Callable[[str, bool], list[Place]]:
        return lambda words, whole: service.find_words(store, words, whole=whole)

    def _follow(self, done: Erased, lead: str) -> None:
        self._done, self._lead, store = done, lead, self._context.dialogue.store
        task = self._context.tasks.start(_Sweep(store, self._context.settings.second_backup))
        task.succeeded.connect(self._swept)
        task.failed.connect(self._failed)
        task.finished.connect(self.deleteLater)

    @Slot(object)
    def _swept(self, swept: Swept) -> None:
        out = service.still_out(self._context.dialogue.store)
        done = replace(self._done, swept=swept, handed_out=out)
        ErasedDialog.tell(self._context, self._window, done, self._lead)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        lead = self.tr("The words are gone from the screen, but not yet from the disk and the backups.")
        dialog = Dialog(self._context, self.tr("Not erased everywhere yet"), self._window, lead=lead)
        dialog.show_refusal(error)
        dialog.add_buttons(self.tr("Close"))
        dialog.exec()
        dialog.deleteLater()
