"""The first page at once: the cover alone takes a few hundredths of a second, the whole report far longer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import ReportData
from facilitator.report.preview import Preview
from facilitator.services.reporting import write_report
from facilitator.ui.kit.tasks import Handle, TaskRunner
from facilitator.ui.widgets.page_view import PageView, Picture

SOON_MS = 120
"""Changes that follow each other faster are made together."""


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
        ready: Pages to show, the first of them new; not told when the whole was there before.
    """

    ready = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._turn = 0
        self._wanted: _Wanted | None = None
        self._timer = QTimer(self, singleShot=True, interval=SOON_MS)
        self._timer.timeout.connect(self._begin)

    def want(
        self,
        view: PageView,
        data: Callable[[], ReportData],
        whole: Callable[[], Path],
        is_old: Callable[[], bool],
    ) -> None:
        """Make it soon; the pages made before lie at ``whole``, ``is_old`` tells whether they are stale."""
        self._wanted = _Wanted(view, data, whole, is_old)
        self._timer.start()

    @Slot()
    def _begin(self) -> None:
        wanted = self._wanted
        if wanted is None or not wanted.view.isVisible():
            return
        # What cannot be made now is told by the making of the whole.
        with suppress(UserError):
            self.make(wanted.data(), wanted.whole())

    def make(self, data: ReportData, whole: Path) -> None:
        """Begin at once."""
        self._turn += 1
        task = self._tasks.start(partial(_made, replace(data, parts=()), whole, self._turn))
        task.succeeded.connect(self._tell)

    @Slot(object)
    def _tell(self, made: tuple[int, FirstAnew] | None) -> None:
        if made is None:
            return
        turn, sheets = made
        wanted = self._wanted
        if not self._timer.isActive():
            # Nothing is held on to once it is told.
            self._wanted = None
        # Whoever comes back to a page further on waits for that page.
        late = wanted is not None and (not wanted.is_old() or wanted.view.page > sheets.count)
        if turn != self._turn or late:
            sheets.close()
            return
        if wanted is not None:
            wanted.view.show_sheets(sheets)
        self.ready.emit(sheets)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Where the page is to be shown, and what it is made of."""

    view: PageView
    data: Callable[[], ReportData]
    whole: Callable[[], Path]
    is_old: Callable[[], bool]


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
