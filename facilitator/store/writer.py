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
from facilitator.store import files, merge, proof
from facilitator.store import log as edits
from facilitator.store.engine import Database, translated
from facilitator.store.hold import Hold
from facilitator.store.log import Job, LogRows
from facilitator.store.patience import LONG, Patience
from facilitator.store.rescue import Rescue

T = TypeVar("T")
log = logging.getLogger(__name__)
RETRY_SECONDS = 3.0
PATIENCE = 3
"""So many times another program may hold the file before edits are kept elsewhere."""

SLOW_SECONDS = 10.0
"""A place that has not answered for so long may never do so: a server that is gone, a stick that is dying."""
WATCH_SECONDS = 1.0

_WORKING = frozenset({"store.in_use", "store.disk_full"})
"""After these the connection is good; after all others only opening the file anew tells what is wrong."""


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """How far the disk is.

    Attributes:
        pending: Edits that are in memory but not yet durable where the dialogue lies.
        error: Why the oldest of them could not be written, or None.
        kept: The rescue file that holds all of them durably, or None.
    """

    pending: int
    error: UserError | None
    kept: Path | None = None


@dataclass(slots=True)
class _Call:
    work: Callable[[Database], Any]
    done: threading.Event
    result: object = None
    error: BaseException | None = None


class Writer:
    """Writes edits in order, each as one transaction; an edit that fails is kept and tried again.

    What the disk refuses goes to ``rescue`` until the disk takes it. ``told`` is called on the writer's
    thread after every change of the status.
    """

    def __init__(self, hold: Hold, told: Callable[[SaveStatus], None], rescue: Rescue | None = None) -> None:
        self._hold = hold
        self._path = hold.path
        self._told = told
        self._rescue = rescue
        self.patience = Patience()
        self._jobs: deque[Job] = deque()
        self._calls: deque[_Call] = deque()
        self._error: UserError | None = None
        self._submitted = 0
        self._kept: tuple[Path | None, int] = (None, 0)
        # The thread's own: why the last attempt failed, how often, and whether the connection is to blame.
        self._trouble: UserError | None = None
        self._failures = 0
        self._broken = False
        self._retry_at = 0.0
        self._busy_since: float | None = None
        self._stopping = False
        self._changed = threading.Condition(threading.Lock())
        # A queue of C wakes a thread in a third of the time a condition takes: felt in every durable note.
        self._bell: SimpleQueue[None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="facilitator-writer", daemon=True)
        self._thread.start()
        # The rescue file is used by one thread at a time.
        self._keeping = threading.Lock()
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._watch_over, name="facilitator-watch", daemon=True)
        if rescue is not None:
            self._watch.start()

    @property
    def status(self) -> SaveStatus:
        """Return how far the disk is now."""
        with self._changed:
            return self._status()

    def _status(self) -> SaveStatus:
        kept, so_far = self._kept
        all_kept = self._error is not None and so_far == self._submitted
        return SaveStatus(len(self._jobs), self._error, kept if all_kept else None)

    def pending_jobs(self) -> list[Job]:
        """Return the edits that are not durable yet, oldest first."""
        with self._changed:
            return list(self._jobs)

    def submit(self, job: Job) -> None:
        """Queue an edit; returns at once."""
        with self._changed:
            self._jobs.append(job)
            self._submitted += 1
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
        while True:
            self.patience.until(self._is_settled)
            with self._changed:
                if self._error is not None:
                    raise self._error
                if not self._jobs:
                    return
                if self._stopping:
                    raise self._closed()

    def _is_settled(self, seconds: float) -> bool:
        with self._changed:
            is_over = self._changed.wait_for
            return is_over(lambda: not self._jobs or self._error is not None or self._stopping, seconds)

    def call(self, work: Callable[[Database], T]) -> T:
        """Run ``work`` on the writer's thread after the queued edits and return its result.

        Edits the disk refuses do not hold it up; while it refuses, ``work`` sees the rescue file, where
        there is one. Whatever ``work`` raises is raised here.

        Raises:
            UserError: ``store.closed``; why the file cannot even be read.
        """
        call = _Call(work, threading.Event())
        with self._changed:
            if self._stopping:
                raise self._closed()
            self._calls.append(call)
        self._bell.put(None)
        self.patience.until(call.done.wait)
        if call.error is not None:
            raise call.error
        return cast("T", call.result)

    def log_rows(self) -> LogRows | None:
        """Return the whole log as the file, or else the rescue file, holds it; None when neither can be read.

        Raises:
            UserError: ``store.closed``.
        """
        try:
            return self.call(files.log_rows)
        except UserError as error:
            if error.code == "store.closed":
                raise
            return None

    def _closed(self) -> UserError:
        return UserError("store.closed", path=str(self._path))

    def stop(self) -> None:
        """End the thread and close the file; edits still queued are lost unless written or kept before."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._bell.put(None)
        # Nobody can end a thread the system leaves waiting for its disk; the program may end all the same.
        end = time.monotonic() + (SLOW_SECONDS + WATCH_SECONDS if self._rescue is not None else LONG)
        self.patience.until(lambda seconds: self._is_over(min(seconds, end - time.monotonic())))
        self._ended.set()
        if self._rescue is not None:
            self._watch.join()
            if self._thread.is_alive():
                self._rescue.close()

    def _is_over(self, seconds: float) -> bool:
        self._thread.join(max(seconds, 0.0))
        return not self._thread.is_alive() or seconds <= 0

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
                elif not (stuck and self._keep()):
                    break
        self._end()

    def _end(self) -> None:
        if self._trouble is not None:
            self._keep()
        self._ended.set()
        for call in self._calls:
            call.error = self._closed()
            call.done.set()
        if self._rescue is not None:
            with self._keeping:
                self._rescue.close()
        self._hold.close()

    def _sleep(self) -> None:
        """Sleep until there is something to do, or until what the disk refused is to be tried again."""
        left = max(self._retry_at - time.monotonic(), 0.0) if self._error else None
        with contextlib.suppress(Empty):
            self._bell.get(timeout=left)

    def _answer(self, call: _Call) -> None:
        kept = self._rescue.db if self._rescue is not None and self._trouble is not None else None
        with self._keeping if kept is not None else contextlib.nullcontext():
            self._answer_from(kept or self._hold.db, call)

    def _answer_from(self, db: Database | None, call: _Call) -> None:
        try:
            if db is None:
                raise self._trouble or UserError("store.io", path=str(self._path), detail="")
            call.result = call.work(db)
        except BaseException as error:  # noqa: BLE001  (handed to the caller, who raises it)
            call.error = error
        call.done.set()

    # ── one edit ────────────────────────────────────────────────────────────

    def _write(self, job: Job) -> None:
        self._busy_since = time.monotonic()
        error = self._refusal(job)
        with self._changed:
            self._busy_since = None
            if error is not None:
                self._retry_at = time.monotonic() + RETRY_SECONDS
            elif self._jobs and self._jobs[0] is job:
                self._jobs.popleft()
            self._trouble = self._error = error
            self._failures = self._failures + 1 if error is not None else 0
            status = self._status()
            if error is not None or not self._jobs:
                self._changed.notify_all()
        if error is None and self._rescue is not None:
            self._rescue.settled(job)
            if not status.pending:
                self._finish_rescue()
        self._tell(status)
        if error is not None:
            self._keep()

    def _tell(self, status: SaveStatus) -> None:
        try:
            self._told(status)
        except Exception:  # noqa: BLE001  (ours; logged)
            # The next edits are to be written whatever becomes of those who listen.
            log.exception("a listener failed")

    def _refusal(self, job: Job) -> UserError | None:
        """Write one edit; return why that could not be, or None."""
        try:
            if self._broken or not self._hold.is_same():
                self._hold.renew(self._accept, broken=self._broken)
                self._broken = False
            with translated(self._path):
                job.write(self._hold.opened())
            # A file that goes in the middle of a commit takes the edit along, and SQLite does not notice.
            self._hold.check()
        except UserError as refused:
            if self._has(job):
                return None
            error = self._hold.sorted_out(refused)
            # What the disk said itself, not what that stands for: a stick that is gone may count as full.
            self._broken = self._broken or not (refused.code in _WORKING or _is_ours(refused))
            return error
        except Exception as fault:  # noqa: BLE001  (ours; whoever waits is told, not left waiting for ever)
            log.exception("an edit could not be written")
            return UserError("store.io", path=str(self._path), detail=type(fault).__name__)
        return None

    def _has(self, job: Job) -> bool:
        """Tell whether the file holds an edit already, although it was said that it could not be written."""
        if self._hold.db is None or not self._hold.is_same():
            return False
        try:
            with translated(self._path):
                return edits.chain_of(self._hold.db, *job.edit[:2]) == job.edit[6]
        except UserError:
            return False

    def _accept(self, db: Database) -> None:
        """Let a file opened anew pass if it is ours, as we know it or as it once was; what it lacks is added.

        Raises:
            UserError: ``store.replaced`` when it holds anything we do not know; ``store.disk_full`` …
        """
        jobs = self.pending_jobs()
        with translated(self._path):
            identity, chains = edits.identity(db), edits.chains(db)
            expected = [set(proof.split(jobs[0].edit[5])), *({job.edit[6]} for job in jobs)] if jobs else []
            if proof.heads(chains, identity) in expected:
                return
            rows = self._rescue.rows() if self._rescue is not None else None
            known = {edit[6] for edit in rows.edits} if rows is not None else set[bytes]()
            if rows is None or rows.identity != identity or not known.issuperset(c for _, c in chains):
                raise UserError("store.replaced", path=str(self._path))
            merge.union(db, rows)

    # ── what the disk refuses ───────────────────────────────────────────────

    def _keep(self) -> bool:
        """Put what the disk refuses into the rescue file; tell whether anything was added."""
        trouble = self._trouble
        if trouble is None or (trouble.code == "store.in_use" and self._failures < PATIENCE):
            return False
        with self._keeping:
            return self._keep_with(self._hold.db)

    def _keep_with(self, db: Database | None) -> bool:
        with self._changed:
            jobs, so_far = list(self._jobs), self._submitted
            if self._rescue is None or not jobs or self._kept[1] == so_far:
                return False
        try:
            kept = (self._rescue.keep(jobs, db), so_far)
        except UserError as error:
            log.warning("edits could not be kept on the internal disk: %s", error.code)
            kept = (None, 0)
            self._rescue.close()
        except Exception:  # noqa: BLE001  (ours; the edits stay in memory)
            log.exception("edits could not be kept")
            kept = (None, 0)
        with self._changed:
            self._kept = kept
            status = self._status()
        self._tell(status)
        return kept[0] is not None

    def _finish_rescue(self) -> None:
        """Make the rescue file a backup once the dialogue's own file holds everything again."""
        if self._rescue is None or self._rescue.db is None or self._hold.db is None:
            return
        try:
            with self._keeping, translated(self._path):
                self._rescue.finish(self._hold.db)
        except UserError as error:
            log.warning("the rescue file stays: %s", error.code)

    # ── a place that does not answer at all ─────────────────────────────────

    def _watch_over(self) -> None:
        """Keep edits, and answer calls, while the disk leaves the writer without an answer."""
        while not self._ended.wait(WATCH_SECONDS):
            since = self._busy_since
            if since is None or time.monotonic() - since < SLOW_SECONDS:
                continue
            with self._changed:
                if self._busy_since != since:
                    continue
                self._error = self._error or UserError("store.io", path=str(self._path), detail="slow")
                self._changed.notify_all()
                calls = [self._calls.popleft() for _ in range(len(self._calls))]
            with self._keeping:
                # The connection is the writer's, who may come back to it at any time.
                self._keep_with(None)
                for call in calls:
                    self._answer_from(cast("Rescue", self._rescue).db, call)


def _is_ours(error: UserError) -> bool:
    """Tell whether SQLite refused what we wanted, not the disk."""
    return str(error.details.get("detail", "")).startswith("SQLITE_CONSTRAINT")
