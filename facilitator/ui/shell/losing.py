"""Dialogues whose file is gone: looked for among the backups, brought back or let go for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from facilitator.domain.errors import UserError
from facilitator.services import lost
from facilitator.services.catalog import list_sessions
from facilitator.services.lost import Lost
from facilitator.services.removing import Removal
from facilitator.ui.dialogs.lost_dialog import LostDialog
from facilitator.ui.kit.language import moment_text
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.shell.backing import second_of
from facilitator.ui.shell.frame import Frame

KEY = "lost"


@dataclass(frozen=True, slots=True)
class _Look:
    folder: Path
    recent: tuple[str, ...]
    more: tuple[Path, ...]

    def __call__(self, _handle: Handle, /) -> list[Lost]:
        present = [one.path for one in list_sessions(self.folder, self.recent) if one.error is None]
        return lost.lost(present, self.more)


@dataclass(frozen=True, slots=True)
class _BringBack:
    lost: Lost
    out: Path

    def __call__(self, _handle: Handle, /) -> tuple[Lost, Path]:
        lost.bring_back(self.lost, self.out)
        return self.lost, self.out


class Losing(QObject):
    """Asks what to do with dialogues that are gone.

    Args:
        remove: Asks whether a Removal is to be done, the title that is to be typed beside it, and does it.
    """

    def __init__(self, window: Frame, remove: Callable[[Removal, str], object]) -> None:
        super().__init__(window)
        self._window = window
        self._remove = remove

    def run(self) -> None:
        """Look for them beside the window, and ask."""
        window = self._window
        window.notify(Notice("info", self.tr("Looking for dialogues whose file is gone…"), key=KEY))
        look = _Look(window.world.sessions, window.settings.recent, self._more())
        task = window.tasks.start(look)
        task.succeeded.connect(self._ask)
        task.failed.connect(self._failed)

    def _more(self) -> tuple[Path, ...]:
        second = second_of(self._window.settings.second_backup)
        return () if second is None else (second,)

    @Slot(object)
    def _ask(self, found: list[Lost]) -> None:
        window = self._window
        window.notice_bar.dismiss(KEY)
        if not found:
            text = self.tr("No dialogue is gone: every one this computer has backups of is in its place.")
            window.notify(Notice("info", text, key=KEY))
            return
        choice = LostDialog.ask(window.context, found, window)
        if choice is None:
            return
        if choice.removed:
            self._remove(lost.removal_of(choice.lost, self._more()), choice.lost.title)
        else:
            self.bring_back(choice.lost)

    def bring_back(self, one: Lost) -> None:
        """Make a file of its newest backup in the folder of dialogues and open it."""
        window = self._window
        if one.locked:
            # It asks for its key, and is taken in as a copy.
            window.desk.open(one.backup.path)
            return
        task = window.tasks.start(_BringBack(one, window.desk.free_path(one.name, one.identity)))
        task.succeeded.connect(self._open)
        task.failed.connect(self._failed)

    @Slot(object)
    def _open(self, back: tuple[Lost, Path]) -> None:
        one, path = back
        window = self._window
        if window.desk.open(path):
            when = moment_text(one.backup.at_ms, window.context.language, window.context.now())
            text = self.tr("The dialogue is back as it was on {when}, in {place}.")
            window.notify(Notice("info", text.format(when=when, place=path), key=KEY))

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self._window.notice_bar.dismiss(KEY)
        if not isinstance(error, UserError):
            raise error
        self._window.show_refusal(error)
