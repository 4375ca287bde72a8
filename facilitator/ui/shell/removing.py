"""Removing the open dialogue for good, and telling when its day has come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from facilitator.domain.errors import UserError
from facilitator.services import locking, removing
from facilitator.services.catalog import list_sessions
from facilitator.services.removing import Removal, Removed
from facilitator.ui.dialogs.remove_dialog import RemoveDialog
from facilitator.ui.kit.language import day_text
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.pages.kept_files import Deed, Unwanted
from facilitator.ui.shell.frame import Frame

REMIND_KEY = "retention"
REMOVED_KEY = "removed"


@dataclass(frozen=True, slots=True)
class _Remove:
    removal: Removal
    exports: Collection[Path]

    def __call__(self, handle: Handle, /) -> Removed:
        removed = removing.remove(self.removal, self.exports)
        if self.removal.key_name and not removed.left:
            locking.forget_key(self.removal.key_name)
        return removed


class Removing(QObject):
    """Reminds of the day a dialogue is to be removed, and removes it when somebody wants that."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._opened = Path()
        self._removal: Removal | None = None
        window.desk.opened.connect(self._remember)
        window.desk.session_changed.connect(self.remind)
        window.deed_requested.connect(self.do)

    @Slot(object)
    def _remember(self, path: Path) -> None:
        self._opened = path

    @Slot()
    def remind(self) -> None:
        """Tell when the dialogue that was opened is to be removed now, or soon."""
        window = self._window
        window.dismiss_notice(REMIND_KEY)
        session = window.desk.session
        if session is None or session.store.readonly:
            return
        today = window.context.now().date()
        day = session.state.dialogue.retention
        left = removing.days_left(day, today)
        if left is None or not removing.is_due(day, today):
            return
        shown = day_text(day, window.context.language, today)
        if left > 0:
            text = self.tr("This dialogue is to be removed on {day}.").format(day=shown)
        else:
            text = self.tr("This dialogue was to be removed on {day}. That day has come.").format(day=shown)
        window.notify(
            Notice(
                "warning",
                text,
                self.tr("Remove everything…"),
                self.remove,
                key=REMIND_KEY,
                second_label=self.tr("Choose another day"),
                second_action=lambda: window.go(Go("setup")),
            )
        )

    @Slot(object)
    def do(self, deed: Deed) -> None:
        """Remove the file of a card on the start page, when that is what is asked."""
        if isinstance(deed.about, Unwanted):
            self.remove_shut(deed.about)

    def remove(self) -> None:
        """Ask for the title, close the dialogue and remove all there is of it on this computer."""
        window = self._window
        if self._removal is not None or not window.page.may_leave():
            return
        store = window.context.dialogue.store
        title = store.state.dialogue.title
        more, present = self._more(), self._present()
        removal = window.waiting.aside(
            lambda: removing.sparing(removing.removal_of_open(store, more), present)
        )
        exports = RemoveDialog.ask(window.context, window, removal, title)
        if exports is not None and window.close_dialogue():
            self._begin(removal, exports)

    def remove_shut(self, unwanted: Unwanted) -> None:
        """Ask for the title and remove a dialogue that is not open: damaged, locked, or no longer wanted."""
        window = self._window
        if self._removal is not None:
            return
        try:
            removal = removing.removal_of(unwanted.path, self._more())
            present = self._present()
        except UserError as error:
            window.show_refusal(error)
            window.page.refresh(None)
            return
        removal = removing.only_file(removal) if unwanted.alone else removing.sparing(removal, present)
        exports = RemoveDialog.ask(window.context, window, removal, unwanted.title)
        if exports is not None:
            self._opened = unwanted.path
            self._begin(removal, exports)

    def remove_known(self, removal: Removal, title: str) -> None:
        """Ask for the title and remove what is known already."""
        if self._removal is not None:
            return
        exports = RemoveDialog.ask(self._window.context, self._window, removal, title)
        if exports is not None:
            self._opened = removal.path
            self._begin(removal, exports)

    def _more(self) -> list[Path]:
        second = self._window.settings.second_backup
        return [Path(second)] if second else []

    def _present(self) -> list[Path]:
        """Return the dialogues the start page knows."""
        window = self._window
        found = list_sessions(window.world.sessions, window.settings.recent)
        return [one.path for one in found if one.error is None or one.error.code == "store.locked"]

    def _begin(self, removal: Removal, exports: Collection[Path]) -> None:
        window = self._window
        self._removal = removal
        window.notify(Notice("info", self.tr("The dialogue is being removed…"), key=REMOVED_KEY))
        task = window.context.tasks.start(_Remove(removal, exports))
        task.succeeded.connect(self._removed)
        task.failed.connect(self._failed)
        task.finished.connect(self._finished)

    @Slot(object)
    def _removed(self, removed: Removed) -> None:
        window = self._window
        if self._removal is not None:
            kept = removing.forgotten(window.settings, self._removal, self._opened)
            window.change_settings(kept, rebuild=False)
        count = removed.files + removed.backups + removed.exports
        if removed.left:
            names = ", ".join(str(path) for path, _ in removed.left)
            text = self.tr("The computer would not remove this: {names}").format(names=names)
            window.notify(Notice("error", text, key=REMOVED_KEY))
        else:
            text = self.tr("The dialogue is gone: %n file(s) written over and removed.", "", count)
            window.notify(Notice("info", text, key=REMOVED_KEY))

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        text = self._window.context.words.error(error)
        self._window.notify(Notice("error", text, key=REMOVED_KEY))

    @Slot()
    def _finished(self) -> None:
        self._removal = None
        if self._window.desk.session is None:
            self._window.page.refresh(None)
