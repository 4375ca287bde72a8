"""The writer thread: it alone owns the connection, so the window never waits for the disk."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar, cast

from facilitator.domain.errors import UserError
from facilitator.store.engine import Database, translated
from facilitator.store.log import Job

T = TypeVar("T")
log = logging.getLogger(__name__)
RETRY_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """How far the disk is.

    Attributes:
        pending: Edits that are in memory but not yet durable.
        error: Why the oldest of them could not be written, or None.
    """

    pending: int
    error: UserError | None


@dataclass(slots=True)
class _Call:
    work: Callable[[Database], Any]
    done: threading.Event
    result: object = None
    error: BaseException | None = None


class Writer:
    """Writes edits in order, each as one transaction; an edit that fails is kept and tried again.

    ``told`` is called on the writer's thread after every change of the status.
    """

    def __init__(self, db: Database, path: Path, told: Callable[[SaveStatus], None]) -> None:
        self._db = db
        self._path = path
        self._told = told
        self._jobs: deque[Job] = deque()
        self._calls: deque[_Call] = deque()
        self._error: UserError | None = None
        self._retry_at = 0.0
        self._stopping = False
        self._changed = threading.Condition(threading.Lock())
        # A queue of C wakes a thread in a third of the time a condition takes: felt in every durable note.
        self._bell: SimpleQueue[None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="facilitator-writer", daemon=True)
        self._thread.start()

    @property
    def status(self) -> SaveStatus:
        """Return how far the disk is now."""
        with self._changed:
            return SaveStatus(len(self._jobs), self._error)

    def pending_jobs(self) -> list[Job]:
        """Return the edits that are not durable yet, oldest first."""
        with self._changed:
            return list(self._jobs)

    def submit(self, job: Job) -> None:
        """Queue an edit; returns at once."""
        with self._changed:
            self._jobs.append(job)
        self._bell.put(None)

    def retry(self) -> None:
        """Try again now what the disk refused."""
        with self._changed:
            refused = self._error is not None
            self._error = None
        if refused:
            self._bell.put(None)

    def wait(self) -> None:
        """Wait until all queued edits are durable.

        Raises:
            UserError: why the disk refused the oldest of them, all of them stay queued; ``store.closed``.
        """
        self.retry()
        with self._changed:
            self._changed.wait_for(lambda: not self._jobs or self._error is not None or self._stopping)
            if self._error is not None:
                raise self._error
            if self._jobs:
                raise self._closed()

    def call(self, work: Callable[[Database], T]) -> T:
        """Run ``work`` on the writer's thread after the queued edits and return its result.

        Edits the disk refuses do not hold it up. Whatever ``work`` raises is raised here.

        Raises:
            UserError: ``store.closed``.
        """
        call = _Call(work, threading.Event())
        with self._changed:
            if self._stopping:
                raise self._closed()
            self._calls.append(call)
        self._bell.put(None)
        call.done.wait()
        if call.error is not None:
            raise call.error
        return cast("T", call.result)

    def _closed(self) -> UserError:
        return UserError("store.closed", path=str(self._path))

    def stop(self) -> None:
        """End the thread and close the connection; edits still queued are lost unless written before."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._bell.put(None)
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping:
            self._sleep()
            while not self._stopping:
                with self._changed:
                    job = self._jobs[0] if self._jobs else None
                    stuck = self._error is not None
                    call = self._calls.popleft() if self._calls and (job is None or stuck) else None
                if call is not None:
                    self._answer(call)
                elif job is not None and not (stuck and time.monotonic() < self._retry_at):
                    self._write(job)
                else:
                    break
        for call in self._calls:
            call.error = self._closed()
            call.done.set()
        self._db.close()

    def _sleep(self) -> None:
        """Sleep until there is something to do, or until what the disk refused is to be tried again."""
        left = max(self._retry_at - time.monotonic(), 0.0) if self._error else None
        with contextlib.suppress(Empty):
            self._bell.get(timeout=left)

    def _write(self, job: Job) -> None:
        error: UserError | None = None
        try:
            with translated(self._path):
                job.write(self._db)
        except UserError as refused:
            error = refused
        except Exception as fault:  # noqa: BLE001  (ours; whoever waits is told, not left waiting for ever)
            log.exception("an edit could not be written")
            error = UserError("store.io", path=str(self._path), detail=type(fault).__name__)
        with self._changed:
            if error is None:
                self._jobs.popleft()
            else:
                self._retry_at = time.monotonic() + RETRY_SECONDS
            self._error = error
            status = SaveStatus(len(self._jobs), error)
            self._changed.notify_all()
        try:
            self._told(status)
        except Exception:  # noqa: BLE001  (ours; logged)
            # The next edits are to be written whatever becomes of those who listen.
            log.exception("a listener failed")

    def _answer(self, call: _Call) -> None:
        try:
            call.result = call.work(self._db)
        except BaseException as error:  # noqa: BLE001  (handed to the caller, who raises it)
            call.error = error
        call.done.set()
