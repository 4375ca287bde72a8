"""The first page at once: the cover alone takes a few hundredths of a second, the whole report far longer."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import ReportData
from facilitator.report.preview import Preview
from facilitator.services.reporting import write_report
from facilitator.ui.kit.tasks import Handle, TaskRunner
from facilitator.ui.widgets.page_view import Picture


class FirstAnew:
    """The pages as they were, with the first page as it is now."""

    def __init__(self, first: Preview, rest: Preview | None) -> None:
        self._first, self._rest = first, rest

    @property
    def count(self) -> int:
        """Return the number of pages."""
        return self._rest.count if self._rest is not None else 1

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height in points."""
        return self._of(page).size(page)

    def image(self, page: int, scale: float) -> Picture:
        """Return width, height, bytes per line and RGBA bytes."""
        return self._of(page).image(page, scale)

    def _of(self, page: int) -> Preview:
        return self._rest if page and self._rest is not None else self._first

    def close(self) -> None:
        """Let go of both files."""
        self._first.close()
        if self._rest is not None:
            self._rest.close()


class FirstPage(QObject):
    """Makes the first page on a thread of its own, beside the process that makes the whole.

    Signals:
        ready: Pages to show, the first of them new; not told once ``drop`` was called.
    """

    ready = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._turn = 0

    def make(self, data: ReportData, whole: Path) -> None:
        """Begin; ``whole`` is where the pages made before lie, if any do."""
        self._turn += 1
        task = self._tasks.start(partial(_made, replace(data, parts=()), whole, self._turn))
        task.succeeded.connect(self._tell)

    def drop(self) -> None:
        """Forget what is being made: the whole is there."""
        self._turn += 1

    @Slot(object)
    def _tell(self, made: tuple[int, FirstAnew] | None) -> None:
        if made is None:
            return
        turn, sheets = made
        if turn == self._turn:
            self.ready.emit(sheets)
        else:
            sheets.close()


def _made(data: ReportData, whole: Path, turn: int, _handle: Handle) -> tuple[int, FirstAnew] | None:
    """Return the pages; nothing when there is no room for them, which the whole will tell better."""
    cover = whole.with_name(f"first-{turn % 2}.pdf")
    with suppress(UserError):
        write_report(data, cover)
        first = Preview(cover)
        try:
            return turn, FirstAnew(first, Preview(whole) if whole.exists() else None)
        except UserError:
            # The whole is being replaced at this very moment.
            return turn, FirstAnew(first, None)
    return None
