"""Going back to an earlier version of the open dialogue, after a look at what that changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from facilitator.domain.errors import UserError
from facilitator.services import locking, repairing, safekeeping
from facilitator.services.safekeeping import Backup, Difference
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.versions_dialog import VersionsDialog
from facilitator.ui.kit.language import moment_text
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.shell.backing import second_of
from facilitator.ui.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class _List:
    store: SessionStore
    second: str

    def __call__(self, _handle: Handle, /) -> list[Backup]:
        store, second = self.store, second_of(self.second)
        return repairing.all_backups(store.identity, () if second is None else (second,), store.key)


@dataclass(frozen=True, slots=True)
class _Preview:
    store: SessionStore
    backup: Backup

    def __call__(self, _handle: Handle, /) -> tuple[Backup, Difference]:
        return self.backup, safekeeping.preview(self.store, self.backup)


class Versions(QObject):
    """The dialog of earlier versions; looking into one is done beside the window."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: VersionsDialog | None = None

    def run(self) -> None:
        """Show the versions and go back to the chosen one, in one edit that can be undone."""
        window = self._window
        dialog = self._dialog = VersionsDialog(window.context, window)
        dialog.looked_at.connect(self._look)
        dialog.key_wanted.connect(self._on_key_wanted)
        self._begin()
        dialog.exec()
        choice, self._dialog = dialog.choice(), None
        dialog.deleteLater()
        if choice is not None:
            self.restore(choice)

    def _begin(self) -> None:
        window = self._window
        task = window.tasks.start(_List(window.context.dialogue.store, window.settings.second_backup))
        task.succeeded.connect(self._on_list)
        task.failed.connect(self._on_fault)

    @Slot(object)
    def _on_key_wanted(self, backup: Backup) -> None:
        """Ask for the key of before: what it opens gets the present one, and can be used again."""
        window = self._window
        key = window.desk.key_for(backup.path)
        if key is None:
            return
        store, second = window.context.dialogue.store, second_of(window.settings.second_backup)
        more = [] if second is None else [second]
        try:
            window.waiting.aside(lambda: locking.remember(store, key, more))
        except UserError as error:
            self._on_fault(error)
            return
        self._begin()

    @Slot(object)
    def _on_list(self, backups: list[Backup]) -> None:
        if self._dialog is not None:
            self._dialog.show_backups(backups)

    @Slot(object)
    def _look(self, backup: Backup) -> None:
        task = self._window.tasks.start(_Preview(self._window.context.dialogue.store, backup))
        task.succeeded.connect(self._on_preview)
        task.failed.connect(self._on_fault)

    @Slot(object)
    def _on_preview(self, found: tuple[Backup, Difference]) -> None:
        if self._dialog is not None:
            self._dialog.show_difference(*found)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        if self._dialog is not None:
            self._dialog.show_fault(error)

    def restore(self, backup: Backup) -> None:
        """Make the dialogue as it was then."""
        window = self._window
        session = window.context.dialogue
        found = session.run(safekeeping.restore, backup)
        if found is None:
            return
        when = moment_text(backup.at_ms, window.context.language, window.context.now())
        text = self.tr("The dialogue is as it was on {when}.").format(when=when)
        window.notify(Notice("info", text, self.tr("Undo"), session.undo, key="versions"))
