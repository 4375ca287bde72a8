"""Backups while one works: when a dialogue is opened, every few minutes if it changed, when it is closed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from facilitator.domain.errors import UserError
from facilitator.services.safekeeping import Backup, back_up
from facilitator.store.session import SessionStore
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.tasks import Handle, Task
from facilitator.ui.shell.frame import Frame

EVERY_MS = 5 * 60 * 1000
LONGEST = 10.0
"""Seconds that closing waits for a backup: a disk that takes longer is not to hold anybody up."""
KEY = "backup"


@dataclass(frozen=True, slots=True)
class _BackUp:
    """The work of making a backup, on a thread of its own."""

    store: SessionStore
    second: str

    def __call__(self, _handle: Handle, /) -> Backup | None:
        # A stick that is not in is no fault: it gets its backup when it is.
        return back_up(self.store, second=second_of(self.second))


class Backing(QObject):
    """Makes backups of the open dialogue; one that fails is told once until one succeeds."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._task: Task[Backup | None] | None = None
        self._told = ""
        self._changed = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        window.desk.session_changed.connect(self._on_session)
        window.desk.settled.connect(self._on_settled)

    @property
    def busy(self) -> bool:
        """Tell whether a backup is being made."""
        return self._task is not None and self._task.running

    @Slot()
    def _on_session(self) -> None:
        session = self._window.desk.session
        self._told = ""
        self._changed = False
        if session is None or session.store.readonly:
            self._timer.stop()
            return
        session.changed.connect(self._on_change)
        self._timer.start()
        self._begin(session.store)

    @Slot(object)
    def _on_change(self, _changes: object) -> None:
        self._changed = True

    @Slot()
    def _on_time(self) -> None:
        session = self._window.desk.session
        if session is not None and self._changed and not self.busy:
            self._begin(session.store)

    @Slot(object)
    def _on_settled(self, session: Session) -> None:
        """Make the last one while the window goes on painting."""
        self._wait()
        if self._changed and not session.store.readonly and not self.busy:
            self._begin(session.store)
            self._wait()

    def _wait(self) -> None:
        self._window.waiting.while_(lambda: self.busy, self.tr("A backup is being made…"), LONGEST)

    def _begin(self, store: SessionStore) -> None:
        self._changed = False
        task = self._window.tasks.start(_BackUp(store, self._window.settings.second_backup))
        self._task = task
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_made(self, _made: object) -> None:
        if self._told:
            self._told = ""
            self._window.notice_bar.dismiss(KEY)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        if error.code == "store.closed":
            return
        self._changed = True
        if error.code != self._told:
            self._told = error.code
            self._window.notify(Notice("warning", self._window.context.words.error(error), key=KEY))


def second_of(folder: str) -> Path | None:
    """Return the second place for backups when it is there."""
    with suppress(OSError):
        if folder and Path(folder).is_dir():
            return Path(folder)
    return None
