"""Damaged files in the window: what they were, and a new file to go on in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from facilitator.domain.errors import UserError
from facilitator.services import key_finding, repairing, rescuing
from facilitator.services.repairing import Damage
from facilitator.services.rescuing import Rescued
from facilitator.services.safekeeping import Backup, Salvage
from facilitator.store.keys import Key
from facilitator.ui.dialogs.damaged_dialog import DamagedDialog
from facilitator.ui.kit.choose_file import save_file
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.pages.kept_files import Deed, Unwanted
from facilitator.ui.shell.backing import second_of
from facilitator.ui.shell.frame import Frame

KEY = "damaged"


@dataclass(frozen=True, slots=True)
class _Look:
    path: Path
    second: str
    key: Key | None

    def __call__(self, _handle: Handle, /) -> Damage:
        second = second_of(self.second)
        return repairing.damage_of(self.path, () if second is None else (second,), self.key)


@dataclass(frozen=True, slots=True)
class _Read:
    path: Path
    named: Callable[[str, bytes], Path]
    key: Key | None

    def __call__(self, handle: Handle, /) -> Salvage:
        named = partial(self.named, self.path.stem)
        return repairing.save_readable(self.path, named, self.key, tell=handle.report)


class Mending(QObject):
    """Asks what to do with a damaged file; that file itself is never touched."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._reading = ""
        self._keys: dict[Path, Key] = {}
        self._salvaging: Key | None = None
        window.desk.damaged.connect(self._on_damaged)
        window.deed_requested.connect(self.do)

    @Slot(object)
    def do(self, deed: Deed) -> None:
        """Do what a card of the start page asks for."""
        about = deed.about
        if isinstance(about, Unwanted):
            # Removing is not for here.
            return
        if isinstance(about, Rescued):
            (self.open_rescued if deed.name == "open_rescued" else self.save_rescued)(about)
        elif deed.name == "look":
            self.look(about.path)
        elif deed.name == "use_backup" and about.newest is not None:
            self.go_on_with(about.path, about.newest)
        else:
            self.save_readable(about.path)

    # ── what this laptop kept ───────────────────────────────────────────────

    def open_rescued(self, rescued: Rescued) -> None:
        """Go on in a dialogue of which only this laptop knows, as a file among the others."""
        window = self._window
        if rescued.locked:
            # It asks for its key, and is taken in as a copy.
            window.desk.open(rescued.path)
        else:
            self._bring_home(rescued, self._free_path(rescued))

    def save_rescued(self, rescued: Rescued) -> None:
        """Ask where, and go on in a dialogue of which only this laptop knows there."""
        window = self._window
        proposed = self._free_path(rescued)
        path = save_file(window, self.tr("Save the dialogue"), proposed, self.tr("Dialogues (*.dialoog)"))
        if path is not None:
            self._bring_home(rescued, path)

    def _free_path(self, rescued: Rescued) -> Path:
        return self._window.desk.free_path(rescued.title, rescued.dialogue)

    def _bring_home(self, rescued: Rescued, path: Path) -> None:
        window = self._window
        try:
            window.waiting.aside(lambda: rescuing.save_as(rescued, path, window.settings.source))
        except UserError as error:
            window.show_refusal(error)
            return
        self._open(path, self.tr("You go on in {place}.").format(place=path))

    # ── a damaged file ──────────────────────────────────────────────────────

    @Slot(object)
    def _on_damaged(self, error: UserError) -> None:
        self.look(Path(str(error.details.get("path", ""))))

    def look(self, path: Path) -> None:
        """Find out what there is of a damaged file, and ask; of a locked one its key is asked for first."""
        window = self._window
        if not self._may_look(path):
            return
        text = self.tr("‘{name}’ is damaged. Looking for backups of it…").format(name=path.name)
        window.notify(Notice("warning", text, key=KEY))
        task = window.tasks.start(_Look(path, window.settings.second_backup, self._keys.get(path)))
        task.succeeded.connect(self._ask)
        task.failed.connect(self._failed)

    def _may_look(self, path: Path) -> bool:
        """Find the key of a locked file or its backups; False when nobody gives it."""
        window = self._window
        if not window.waiting.aside(lambda: key_finding.wants_key(path)):
            return True
        key = window.desk.key_for(path)
        if key is not None:
            self._keys[path] = key
        return key is not None

    @Slot(object)
    def _ask(self, damage: Damage) -> None:
        window = self._window
        window.notice_bar.dismiss(KEY)
        choice = DamagedDialog.ask(window.context, damage.path.name, damage.backups, window)
        if choice is None:
            return
        if choice.backup is None:
            self.save_readable(damage.path)
        else:
            self.go_on_with(damage.path, choice.backup)

    def go_on_with(self, path: Path, backup: Backup) -> None:
        """Open a backup as a new file."""
        window = self._window
        if not self._may_look(path):
            return
        key = self._keys.get(path)
        try:
            new = window.waiting.aside(lambda: repairing.go_on_with(path, backup, window.world.sessions, key))
        except UserError as error:
            self._failed(error)
            return
        text = self.tr("You go on in {place}. The other file stays as it was.").format(place=new)
        self._open(new, text, self._keys.pop(path, None))

    def save_readable(self, path: Path) -> None:
        """Read what can be read into a new file, beside the window, and open that."""
        window = self._window
        if not self._may_look(path):
            return
        key = self._keys.pop(path, None)
        text = self.tr("Reading what can be read of ‘{name}’…").format(name=path.name)
        window.notify(Notice("warning", text, key=KEY))
        task = window.tasks.start(_Read(path, window.desk.kept.free_path, key))
        self._salvaging = key
        self._reading = text
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._failed)

    @Slot(float, str)
    def _on_progress(self, done: float, _text: str) -> None:
        self._window.notify(Notice("warning", f"{self._reading} {done:.0%}", key=KEY))

    @Slot(object)
    def _on_saved(self, saved: Salvage) -> None:
        text = self.tr(
            "%n note(s) could be read. You go on in {place}; the damaged file stays.", "", saved.notes
        )
        if saved.lost:
            text += " " + self.tr("At least %n thing(s) could not be read.", "", saved.lost)
        if not saved.complete:
            text += " " + self.tr(
                "Reading took too long and was stopped. There may be more in the damaged file: keep it."
            )
        key, self._salvaging = self._salvaging, None
        self._open(saved.path, text.format(place=saved.path), key)

    def _open(self, path: Path, text: str, key: Key | None = None) -> None:
        window = self._window
        window.notice_bar.dismiss(KEY)
        # It was made here just now: it is ours, wherever it lies.
        window.desk.opened.emit(path)
        if window.desk.open(path, key=key):
            window.notify(Notice("warning", text, key=KEY))

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self._window.notice_bar.dismiss(KEY)
        if not isinstance(error, UserError):
            raise error
        self._window.show_refusal(error)
