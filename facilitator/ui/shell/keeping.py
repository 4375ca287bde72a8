"""What this laptop keeps of the dialogue that was opened, and what is to be said of the place it lies in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import places, rescuing, whereabouts
from facilitator.services.rescuing import Rescued
from facilitator.store.session import SessionStore
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.shell.frame import Frame
from facilitator.ui.shell.merged import merged_notice

RESCUED_KEY = "rescued"
PLACE_KEY = "place"
_FULL = "place.nearly_full"


@dataclass(frozen=True, slots=True)
class _Found:
    store: SessionStore
    rescued: Rescued | None
    warnings: tuple[UserError, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """The work of looking around an opened dialogue; a network may take its time."""

    store: SessionStore

    def __call__(self, _handle: Handle, /) -> _Found:
        store = self.store
        whereabouts.seen(store.identity, store.path)
        rescued = None if store.readonly else rescuing.waiting(store, paths.rescued())
        found = [] if store.readonly else places.warnings(store.path)
        told = [one for one in found if one.code == _FULL or whereabouts.tell_once(store.identity, one.code)]
        return _Found(store, rescued, tuple(told))


class Keeping(QObject):
    """Offers to put together what was kept, and to work on this laptop where the place may fail."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._full_told: set[Path] = set()
        window.desk.session_changed.connect(self._on_session)

    @Slot()
    def _on_session(self) -> None:
        session = self._window.desk.session
        for key in (RESCUED_KEY, PLACE_KEY):
            self._window.notice_bar.dismiss(key)
        if session is not None and session.store.identity and session.store.path.exists():
            task = self._window.tasks.start(_Look(session.store))
            task.succeeded.connect(self._on_found)

    @Slot(object)
    def _on_found(self, found: _Found) -> None:
        session = self._window.desk.session
        if session is None or session.store is not found.store:
            return
        for error in found.warnings:
            self._warn(error, found.store.path)
        if found.rescued is not None:
            self.offer(found.rescued)

    # ── what was kept ───────────────────────────────────────────────────────

    def offer(self, rescued: Rescued) -> None:
        """Tell that this laptop kept what the file lacks, and put it together at a press."""
        if rescued.fresh:
            text = self.tr(
                "%n note(s) were kept on this laptop when the file could not be reached.", "", rescued.fresh
            )
        elif rescued.edits:
            text = self.tr(
                "%n change(s) were kept on this laptop when the file could not be reached.", "", rescued.edits
            )
        else:
            text = self.tr("This laptop kept what was done when the file could not be reached.")
        notice = Notice(
            "warning", text, self.tr("Put together"), lambda: self.put_together(rescued), key=RESCUED_KEY
        )
        self._window.notify(notice)

    def put_together(self, rescued: Rescued) -> None:
        """Take in what was kept."""
        session = self._window.desk.session
        if session is None:
            return
        report = session.run(rescuing.put_together, rescued, session.store.key)
        if report is None:
            return
        text = self.tr("Everything is together in the file again: %n note(s) added.", "", report.notes)
        words = self._window.context.words
        self._window.notify(merged_notice(words, session.state, text, report, RESCUED_KEY))

    # ── the place ───────────────────────────────────────────────────────────

    def _warn(self, error: UserError, path: Path) -> None:
        window = self._window
        text = window.context.words.error(error)
        if error.code == _FULL and path.parent in self._full_told:
            return
        self._full_told.add(path.parent)
        here = path.is_relative_to(window.world.sessions)
        label = "" if here else self.tr("Work on a copy on this laptop")
        window.notify(Notice("warning", text, label, None if here else self.work_on_copy, key=f"{PLACE_KEY}"))

    def work_on_copy(self) -> None:
        """Make a copy in the folder of dialogues on this laptop and go on in that."""
        window = self._window
        session = window.desk.session
        if session is None:
            return
        here = window.here
        key = session.store.key
        stem = session.store.path.stem
        # The name of a file can be read without its key.
        name = stem if key is not None else session.state.dialogue.title or stem
        path = window.desk.free_path(name, session.store.identity)
        if window.desk.save_copy(path) and window.desk.open(path, key=key):
            window.go(here)
            text = self.tr("You work in {place} now. The other file stays as it was.").format(place=path)
            window.notify(Notice("info", text, key=PLACE_KEY))
