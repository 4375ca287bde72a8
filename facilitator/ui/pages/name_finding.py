"""The extra name finder beside the publication check: started, stopped and told of in its dialog."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from facilitator.domain.errors import UserError
from facilitator.services import extra_names
from facilitator.services.extra_names import NameFinder, Names
from facilitator.ui.dialogs.extra_finder import ABSENT, BUSY, OFF, ON, ExtraFinder
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.tasks import Handle, Task

_LOOK = 0.05


class _Read:
    """Work for a TaskRunner: reads texts with the extra finder."""

    def __init__(self, finder: NameFinder, texts: list[str]) -> None:
        self._finder, self._texts = finder, texts

    def __call__(self, handle: Handle) -> Names:
        """Return the names; cancelling kills the process, also while it begins and tells nothing."""
        over = threading.Event()

        def watch() -> None:
            while not over.wait(_LOOK):
                if handle.is_cancelled():
                    self._finder.cancel()
                    return

        def tell(done: int, total: int) -> None:
            handle.report(done / total if total else 0.0)

        threading.Thread(target=watch, name="names-watch", daemon=True).start()
        try:
            return self._finder.find(self._texts, tell)
        finally:
            over.set()


class NameFinding(QObject):
    """Reads what is printed once somebody asks for it; what it found is known as long as the page is there.

    Signals:
        found: Text -> places of names.
        refused: The UserError when it failed.
    """

    found = Signal(object)
    refused = Signal(object)

    def __init__(self, page: Page, texts: Callable[[], list[str]]) -> None:
        super().__init__(page)
        self._page, self._texts = page, texts
        self._task: Task[Names] | None = None
        self._shown: ExtraFinder | None = None
        self._state = OFF if extra_names.is_installed() else ABSENT

    def show_in(self, line: ExtraFinder) -> None:
        """Tell in this line how it stands, and do what is asked there."""
        self._shown = line
        line.wanted.connect(self.want)
        line.destroyed.connect(self._forget)
        line.show_state(self._state)

    @Slot(bool)
    def want(self, on: bool) -> None:
        """Start, or stop."""
        if not on:
            if self._task is not None:
                self._task.cancel()
        elif self._task is None:
            self._task = self._page.context.tasks.start(_Read(NameFinder(), self._texts()))
            self._page.destroyed.connect(self._task.cancel)
            self._task.progressed.connect(self._progress)
            self._task.succeeded.connect(self._done)
            self._task.failed.connect(self._failed)
            self._task.finished.connect(self._finished)
            self._tell(BUSY)

    def _tell(self, state: str, done: float = 0.0) -> None:
        self._state = state
        if self._shown is not None:
            self._shown.show_state(state, done)

    @Slot(float, str)
    def _progress(self, done: float, _text: str) -> None:
        self._tell(BUSY, done)

    @Slot(object)
    def _done(self, names: object) -> None:
        self._tell(ON)
        self.found.emit(names)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._tell(OFF)
        if isinstance(error, UserError) and error.code != "names.cancelled":
            self.refused.emit(error)

    @Slot()
    def _finished(self) -> None:
        self._task = None
        if self._state == BUSY:
            self._tell(OFF)

    @Slot()
    def _forget(self) -> None:
        self._shown = None
