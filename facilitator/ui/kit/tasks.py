"""Long work off the GUI thread; its answers come back on the GUI thread."""

from __future__ import annotations

import logging
import threading
import time
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from facilitator.domain.errors import UserError

log = logging.getLogger(__name__)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Handle(Protocol):
    """What work may ask of its task, from its own thread."""

    def report(self, done: float, text: str = "") -> None:
        """Tell how far it is, 0.0..1.0."""

    def is_cancelled(self) -> bool:
        """Tell whether it should stop."""
        ...


class Work(Protocol[T_co]):
    """Something to do: takes a Handle, returns its result or raises."""

    def __call__(self, handle: Handle) -> T_co:
        """Do the work."""
        ...


class Task(QObject, Generic[T]):
    """One piece of long work under way; every signal comes on the thread that made the task.

    Signals:
        progressed: How far, 0.0..1.0, and a word about it.
        succeeded: The result; not sent after ``cancel``.
        failed: The exception: a UserError, or any other, which is a fault of ours.
        finished: Always the last one.
    """

    progressed = Signal(float, str)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()
    _told = Signal(str, object)

    def __init__(self, work: Work[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = threading.Event()
        # The worker may be done before anybody listens: what it says waits in this object's event queue.
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="task", daemon=True)
        self.running = True

    def start(self) -> None:
        """Begin; call once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped."""
        self._cancelled.set()

    def report(self, done: float, text: str = "") -> None:
        """Tell how far the work is; called by the work on its thread."""
        self._told.emit("progress", (done, text))

    def is_cancelled(self) -> bool:
        """Tell whether the work should stop."""
        return self._cancelled.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread; True when it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._work(self)
        except BaseException as error:  # noqa: BLE001 - carried to the GUI thread, where it is shown or raised
            self._told.emit("failed", error)
        else:
            self._told.emit("succeeded", (result,))

    @Slot(str, object)
    def _deliver(self, what: str, value: object) -> None:
        if what == "progress" and isinstance(value, tuple):
            if not self.is_cancelled():
                self.progressed.emit(*value)
            return
        self.running = False
        if what == "failed":
            if not self.is_cancelled():
                self._tell_failure(value)
        elif not self.is_cancelled() and isinstance(value, tuple):
            self.succeeded.emit(value[0])
        self.finished.emit()

    def _tell_failure(self, error: object) -> None:
        if not isinstance(error, UserError) and isinstance(error, BaseException):
            log.error("work failed", exc_info=error)
        self.failed.emit(error)


class TaskRunner(QObject):
    """Starts tasks and holds on to them until they are done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: set[Task[object]] = set()

    def start(self, work: Work[T]) -> Task[T]:
        """Run ``work(handle)`` on a thread of its own; connect to the returned task at leisure."""
        task = Task(work, self)
        self._tasks.add(task)  # pyright: ignore[reportArgumentType]
        task.finished.connect(self._forget)
        task.start()
        return task

    @property
    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return any(task.running for task in self._tasks)

    def stop(self, seconds: float = 5.0) -> bool:
        """Cancel everything and wait at most ``seconds``; True when all has ended."""
        for task in self._tasks:
            task.cancel()
        end = time.monotonic() + seconds
        return all([task.wait(max(0.0, end - time.monotonic())) for task in self._tasks])

    @Slot()
    def _forget(self) -> None:
        done = {task for task in self._tasks if not task.running}
        self._tasks -= done
        for task in done:
            task.deleteLater()
