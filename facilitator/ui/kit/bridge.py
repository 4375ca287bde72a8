"""The open dialogue as the window sees it: the store's callbacks as Qt signals."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.store.session import SaveStatus, SessionStore

log = logging.getLogger(__name__)
MANY = 1_000
"""Changes at once from which the window paints between making and showing them."""
P = ParamSpec("P")
R = TypeVar("R")


class Session(QObject):
    """One open store; everything a page does to the dialogue goes through ``run``.

    Signals:
        changed: A ChangeSet, after every edit, undo, redo and merge.
        saved: A SaveStatus, on the GUI thread whatever thread the store told it on.
        refused: A UserError that ``run`` met.
    """

    changed = Signal(object)
    saved = Signal(object)
    refused = Signal(object)
    _told = Signal(object)

    def __init__(self, store: SessionStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._leave = [store.subscribe(self._on_change), store.subscribe_saved(self._on_saved)]

    @property
    def state(self) -> State:
        """Return the live view of the dialogue."""
        return self.store.state

    def run(
        self, service: Callable[Concatenate[SessionStore, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Call ``service(store, *args, **kwargs)``; a UserError becomes the signal ``refused`` and None."""
        try:
            return service(self.store, *args, **kwargs)
        except UserError as error:
            log.info("refused: %s", error.code)
            self.refused.emit(error)
            return None

    def undo(self) -> ChangeSet | None:
        """Take back the last edit; None when there is none or it is refused."""
        return self.run(SessionStore.undo)

    def redo(self) -> ChangeSet | None:
        """Do again what was taken back."""
        return self.run(SessionStore.redo)

    def close(self) -> None:
        """Close the file when the last note is on disk, and stop listening.

        Raises:
            UserError: why notes could not be written; everything stays open, so a copy can be saved.
        """
        self.store.close()
        self._stop_listening()

    def abandon(self) -> None:
        """Close although notes could not be written."""
        self._stop_listening()
        self.store.abandon()

    def _stop_listening(self) -> None:
        for leave in self._leave:
            leave()
        self._leave = []

    def _on_change(self, changes: ChangeSet) -> None:
        if len(changes.rows) >= MANY:
            # Making thousands of notes and showing them would be felt together.
            self.store.patience.breathe()
        self.changed.emit(changes)

    def _on_saved(self, status: SaveStatus) -> None:
        # On the writer thread: only hand over, Qt queues it to the GUI thread.
        self._told.emit(status)

    @Slot(object)
    def _pass_on(self, status: SaveStatus) -> None:
        self.saved.emit(status)
