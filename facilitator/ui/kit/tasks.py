"""Long work off the GUI thread; its answers come back on the GUI thread."""

from __future__ import annotations

import logging
import threading
import time
from queue import SimpleQueue
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from facilitator.domain.errors import UserError

log = logging.getLogger(__name__)
T = TypeVar("T")
POLL_MS = 15
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

    def __call__(self, handle: Handle, /) -> T_co:
        """Do the work."""
        ...


class _Channel:
    """What the worker's thread knows of its task: no QObject, so it may outlive the window."""

    def __init__(self) -> None:
        self.messages: SimpleQueue[tuple[str, object]] = SimpleQueue()
        self.cancelled = threading.Event()

    def report(self, done: float, text: str = "") -> None:
        self.messages.put(("progress", (done, text)))

    def is_cancelled(self) -> bool:
        return self.cancelled.is_set()


def _run(work: Work[object], channel: _Channel) -> None:
    try:
        result = work(channel)
    except BaseException as error:  # noqa: BLE001 - carried to the GUI thread, where it is shown or raised
        channel.messages.put(("failed", error))
    else:
        channel.messages.put(("succeeded", result))


class Task(QObject, Generic[T]):
    """One piece of long work under way; every signal comes on the thread that made the task.

    Signals:
        progressed: How far, 0.0..1.0, and a word about it.
        succeeded: The result; not sent after ``cancel``.
        failed: The exception: a UserError, or any other, which is a fault of ours.
        finished: Always the last one.

    Attributes:
        running: Nothing has come of it yet.
        over: Everybody has been told.
    """

    progressed = Signal(float, str)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, work: Work[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._channel = _Channel()
        self._thread = threading.Thread(target=_run, args=(work, self._channel), name="task", daemon=True)
        # Looked at by a timer: the worker may be done before anybody listens, or after all is deleted.
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._deliver)
        self.running = True
        self.over = False

    def start(self) -> None:
        """Begin; call once."""
        self._thread.start()
        self._timer.start()

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped."""
        self._channel.cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread; True when it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @Slot()
    def _deliver(self) -> None:
        messages = self._channel.messages
        while self.running and not messages.empty():
            what, value = messages.get()
            if what == "progress" and isinstance(value, tuple):
                if not self._channel.is_cancelled():
                    self.progressed.emit(*value)
            else:
                self._finish(what, value)

    def _finish(self, what: str, value: object) -> None:
        self.running = False
        self._timer.stop()
        if not self._channel.is_cancelled():
            if what == "succeeded":
                self.succeeded.emit(value)
            else:
                self._tell_failure(value)
        self.over = True
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
        # One whose answer is being listened to right now has a word to say yet.
        done = {task for task in self._tasks if task.over}
        self._tasks -= done
        for task in done:
            task.deleteLater()
