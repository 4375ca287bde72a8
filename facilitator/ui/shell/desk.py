"""Opening, making, copying and closing dialogue files for the window."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.domain.errors import UserError
from facilitator.services import handed_out, naming
from facilitator.services.dialogue import DialogueSetup, create_dialogue, method_of
from facilitator.services.exchange import export_json, import_json
from facilitator.services.merging import MergeReport, merge_files
from facilitator.services.opening import Kept, Opened, open_dialogue
from facilitator.services.repairing import is_damaged
from facilitator.services.settings import Settings
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.waiting import STOPPED, Waiting
from facilitator.ui.shell import closing, collecting
from facilitator.ui.shell.world import World


class Desk(QObject):
    """Holds the open dialogue; whatever the world refuses comes out as ``refused``.

    Signals:
        session_changed: Another dialogue is open now, or none.
        refused: A UserError.
        unsaved: The UserError that kept notes of the open dialogue from the disk when it was to be closed.
        opened: The path of the dialogue that was opened.
        closing: The open dialogue is about to be closed: the last moment to write in it.
        settled: The Session about to be closed, everything in it written as far as the disk takes it.
        left_kept: Title, and number of notes this laptop keeps, of a dialogue closed without its own file.
        taken_in: An Opened whose words come from a file elsewhere, or that is only a look at one.
        twin_met: The UserError of a file from elsewhere whose dialogue is here already.
        damaged: The UserError of a file that is damaged.
        in_use: The UserError of a file that is open elsewhere.
        locked: The UserError of a file that wants a key, and ``twin`` as it was given.

    Attributes:
        waiting: How the window waits for disks.
        put_away: An encrypted dialogue is closed for a while and comes back when it is unlocked.
        key_for: Finds or asks for the key of a locked file; None when nobody gives it.
    """

    session_changed = Signal()
    refused = Signal(object)
    unsaved = Signal(object)
    opened = Signal(object)
    closing = Signal()
    taken_in = Signal(object)
    twin_met = Signal(object)
    settled = Signal(object)
    left_kept = Signal(str, int)
    damaged = Signal(object)
    in_use = Signal(object)
    locked = Signal(object, str)

    def __init__(
        self,
        world: World,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
        waiting: Waiting | None = None,
    ) -> None:
        super().__init__(parent)
        self.waiting = waiting or Waiting()
        self._world = world
        self._settings = settings
        self.session: Session | None = None
        self.put_away = False
        self.key_for: Callable[[Path], Key | None] = lambda _path: None
        self._shutting = False

    @property
    def kept(self) -> Kept:
        """Return which files are ours."""
        return Kept(self._world.sessions, self._settings().known)

    def open(self, path: Path, twin: str = "ask", key: Key | None = None) -> bool:
        """Open a dialogue file; the one that is open is closed when that succeeds.

        Of a file from elsewhere a copy is taken in; ``twin`` as for ``open_dialogue``, and ``look`` opens
        any file for looking only.
        """
        if self.session is not None and _same(self.session.store.path, path):
            return True
        source = self._settings().source
        opened = self._take_opened(
            lambda: open_dialogue(
                path, source=source, readonly=twin == "look", kept=self.kept, twin=twin, key=key
            ),
            twin,
            # A copy that is half taken in stays nowhere; what is new in it cannot be half there.
            may_stop=twin != "merge",
        )
        # A locked one may have been opened in between, once its key was given.
        return opened or (self.session is not None and _same(self.session.store.path, path))

    def create(self, path: Path, setup: DialogueSetup, identity: bytes | None = None) -> bool:
        """Make a new dialogue and open it; ``identity`` is what its file was named after."""
        source, rescue, library = self._settings().source, self.kept.rescued, self._world.library
        return self._take(
            lambda: create_dialogue(path, setup, library, source, rescue=rescue, identity=identity)
        )

    def import_json(self, json_path: Path) -> bool:
        """Make a new dialogue from a JSON export, in the folder of dialogues, and open it."""

        def take() -> SessionStore:
            source, rescue = self._settings().source, self.kept.rescued

            def named(identity: bytes) -> Path:
                return self.free_path(json_path.stem, identity)

            return import_json(json_path, named, source, self._world.library, rescue=rescue)

        return self._take(take)

    def open_example(self) -> bool:
        """Open a fresh copy of the example; earlier copies stay as they are."""
        if not self._world.example.is_file():
            self.refused.emit(UserError("ui.example_missing"))
            return False
        return self.import_json(self._world.example)

    def close(self, *, even_unsaved: bool = False, leave_kept: bool = False) -> bool:
        """Close the open dialogue, if any; False when notes cannot be saved and that matters.

        Args:
            leave_kept: It does not matter when this laptop keeps them.
        """
        old = self.session
        if old is None:
            return True
        if not self._shut(old, even_unsaved=even_unsaved, leave_kept=leave_kept):
            return False
        self.session = None
        self.session_changed.emit()
        notes = _notes(old.store)
        old.deleteLater()
        del old
        collecting.closed(notes)
        return True

    def _shut(self, session: Session, *, even_unsaved: bool = False, leave_kept: bool = False) -> bool:
        if self._shutting:
            # Asked for again while the last notes are written.
            return False
        self._shutting = True
        try:
            self.closing.emit()
            closing.wait_written(self.waiting, session.store, self.tr("The last notes are being saved…"))
            self.settled.emit(session)
            return self._closed(session, even_unsaved, leave_kept)
        finally:
            self._shutting = False

    def _closed(self, session: Session, even_unsaved: bool, leave_kept: bool) -> bool:
        try:
            session.close()
        except UserError as error:
            kept = closing.is_kept(session.store)
            if not even_unsaved and not (kept and leave_kept):
                self.unsaved.emit(error)
                return False
            notes = sum(entity == "note" for entity, _ in session.store.unsaved())
            session.abandon()
            if kept:
                self.left_kept.emit(session.state.dialogue.title, notes)
        return True

    def save_copy(self, path: Path) -> bool:
        """Write a copy of the open dialogue; it is remembered where it went."""

        def copy(store: SessionStore) -> None:
            store.save_copy(path)
            self.waiting.aside(lambda: handed_out.record(store.identity, [path], "copy"))

        return self._do(copy)

    def export_json(self, path: Path) -> bool:
        """Write the open dialogue as JSON."""
        return self._do(lambda store: export_json(store, path))

    def merge(self, path: Path) -> MergeReport | None:
        """Take in another copy of this dialogue; None when it is refused."""
        found: list[MergeReport] = []

        def take_in(store: SessionStore) -> None:
            try:
                found.extend(merge_files(store, [path], self.kept))
            except UserError as error:
                # A copy that another laptop locked has a key of its own.
                key = self.key_for(path) if error.code == "store.locked" else None
                if key is None:
                    raise
                found.extend(merge_files(store, [path], self.kept, key))

        self._do(take_in)
        return found[0] if found else None

    def free_path(self, name: str, identity: bytes = b"") -> Path:
        """Return a path in the folder of dialogues that is free, named after ``name`` and the dialogue."""
        return self.kept.free_path(name, identity)

    def first_page(self) -> Go:
        """Return where to begin: set-up while there is no meeting nor note, else the step shown last."""
        if self.session is None:
            return Go("locked" if self.put_away else "start")
        state = self.session.state
        if not state.meetings and not state.notes:
            return Go("setup")
        # A dialogue from elsewhere may stand at a step its method does not have.
        method = method_of(self.session.store)
        return Go("step", (method.step(state.dialogue.step) or method.steps[0]).id)

    def copy_name(self, today: date) -> Path:
        """Return a name to propose for a copy or export: file name and day, without an ending."""
        stem = naming.FALLBACK
        if self.session is not None:
            stem = naming.without_sign(self.session.store.path.stem, self.session.store.identity)
        return self._world.sessions / f"{stem} {today.isoformat()}"

    def _take(self, make: Callable[[], SessionStore]) -> bool:
        return self._take_opened(lambda: Opened(make()))

    def _take_opened(self, make: Callable[[], Opened], twin: str = "ask", *, may_stop: bool = False) -> bool:
        if self.waiting.busy:
            return False
        try:
            with collecting.loading():
                words = self.tr("The dialogue is being opened…")
                opened = self.waiting.aside(make, words, may_stop=may_stop, late=_let_go)
        except UserError as error:
            if error.code == STOPPED:
                return False
            if error.code == "store.locked":
                self.locked.emit(error, twin)
            else:
                ways = {"open.twin": self.twin_met, "store.in_use": self.in_use}
                usual = self.damaged if is_damaged(error) else self.refused
                ways.get(error.code, usual).emit(error)
            return False
        store = opened.store
        old = self.session
        if old is not None and not self._shut(old, leave_kept=True):
            store.close()
            return False
        collecting.loaded(_notes(store))
        store.patience.waiter = self.waiting
        self.session = Session(store, self)
        self.session.refused.connect(self.refused)
        self.session_changed.emit()
        if not opened.looking:
            self.opened.emit(store.path)
        if opened.looking or opened.taken_from is not None:
            self.taken_in.emit(opened)
        if old is not None:
            notes = _notes(old.store)
            old.deleteLater()
            # Behind the pages that showed it, which go when the window is back at its events.
            QTimer.singleShot(0, self, lambda: collecting.closed(notes))
        return True

    def _do(self, act: Callable[[SessionStore], object]) -> bool:
        if self.session is None:
            return False
        try:
            act(self.session.store)
        except UserError as error:
            self.refused.emit(error)
            return False
        return True


def _let_go(opened: Opened) -> None:
    """Close what nobody waited for; a copy that was taken in for that goes as well."""
    opened.store.close()
    if opened.taken_from is not None:
        opened.store.path.unlink(missing_ok=True)


def _notes(store: SessionStore) -> int:
    return len(store.state.tables["note"])


def _same(one: Path, other: Path) -> bool:
    # Path.resolve() is no use here: a link that leads to itself brings it down.
    return os.path.realpath(one) == os.path.realpath(other)
