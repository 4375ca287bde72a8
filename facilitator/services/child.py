"""One piece of work in a process of its own: hand over an order, hear how far it is, stop it at once."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, BinaryIO, Generic, TextIO, TypeVar, cast

from facilitator.domain.errors import UserError

log = logging.getLogger(__name__)
T = TypeVar("T")
Told = dict[str, Any]


def command(flag: str) -> list[str]:
    """Return how this program starts itself as a worker, from source, installed or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, flag]
    return [sys.executable, "-m", "facilitator", flag]


class Child:
    """One process that does one order; its last word comes back, or why there is none.

    ``failed`` (with ``detail``) and ``cancelled`` are the codes of the two ways in which it ends early.
    """

    def __init__(self, failed: str, cancelled: str) -> None:
        self.failed = failed
        self.cancelled = cancelled
        self._cancelled = threading.Event()
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def cancel(self) -> None:
        """Stop it; returns at once."""
        with self._guard:
            self._cancelled.set()
            if self._process is not None:
                self._process.kill()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether it was asked to stop."""
        return self._cancelled.is_set()

    def run(self, started_by: Sequence[str], order: object, heard: Callable[[int, int], None]) -> Told:
        """Do the order and return the last word; ``heard(done, total)`` is told how far it is.

        Raises:
            UserError: the code the worker told, or ``failed`` when it died.
        """
        with self._scratch() as complaints:
            process = self._start(started_by, complaints)
            try:
                answer = _talk(process, order, heard)
            finally:
                process.kill()
                process.wait()
                for pipe in (process.stdin, process.stdout):
                    with contextlib.suppress(OSError):
                        cast("IO[bytes]", pipe).close()
            if answer is None:
                complaints.seek(0)
                raise UserError(self.failed, detail=_last_line(complaints.read()))
        if "error" in answer:
            raise UserError(str(answer["error"]), **cast("dict[str, str]", answer["details"]))
        return answer

    def _start(self, started_by: Sequence[str], complaints: IO[bytes]) -> subprocess.Popen[bytes]:
        with self._guard:
            if self._cancelled.is_set():
                raise UserError(self.cancelled)
            try:
                self._process = subprocess.Popen(
                    started_by,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=complaints,
                    env=environment(),
                    # No console window flashes up on Windows.
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise UserError(self.failed, detail=error.strerror or "") from error
            return self._process

    def _scratch(self) -> IO[bytes]:
        try:
            return cast("IO[bytes]", tempfile.TemporaryFile())
        except OSError as error:
            raise UserError(self.failed, detail=error.strerror or "") from error


class Job(Generic[T]):
    """Work around a child on a thread of its own; the callbacks are called on that thread.

    Exactly one of ``on_done(result)`` and ``on_error(error)`` is called; a cancelled job ends in the
    child's code for that.
    """

    def __init__(
        self,
        child: Child,
        work: Callable[[], T],
        *,
        on_done: Callable[[T], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        self._child = child
        self._work = work
        self._on_done = on_done
        self._on_error = on_error
        self._thread = threading.Thread(target=self._run, name="facilitator-worker", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop and leave nothing behind but what was there before; returns at once."""
        self._child.cancel()

    def join(self, timeout: float | None = None) -> bool:
        """Wait at most ``timeout`` seconds for the end; tells whether it came."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._work()
        except UserError as error:
            self._on_error(UserError(self._child.cancelled) if self._child.is_cancelled else error)
            return
        except Exception as fault:  # noqa: BLE001  (ours; whoever waits is told, not left waiting for ever)
            log.exception("a worker's task failed")
            self._on_error(UserError(self._child.failed, detail=type(fault).__name__))
            return
        self._on_done(result)


def _talk(process: subprocess.Popen[bytes], order: object, heard: Callable[[int, int], None]) -> Told | None:
    """Hand over the work and pass on progress; returns the last word, None when there was none."""
    stdin, stdout = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
    # A worker that died while it was told shows in its missing answer.
    with contextlib.suppress(OSError):
        pickle.dump(order, stdin)
        stdin.close()
    for line in stdout:
        told = _told(line)
        if told is None:
            continue
        if "done" not in told:
            return told
        heard(int(told["done"]), int(told["total"]))
    return None


def environment() -> dict[str, str]:
    """Return the environment in which the worker finds the same package as this process."""
    root = str(Path(__file__).resolve().parents[2])
    rest = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in (root, rest) if part)}


def serve(stdout: TextIO, work: Callable[[Callable[[int, int], None]], Mapping[str, object]]) -> int:
    """Be the worker: do ``work(progress)``, tell progress and the end as JSON lines, return the exit code."""

    def say(told: Mapping[str, object]) -> None:
        stdout.write(json.dumps(told) + "\n")
        stdout.flush()

    try:
        last = work(lambda done, total: say({"done": done, "total": total}))
    except UserError as error:
        say({"error": error.code, "details": {key: str(value) for key, value in error.details.items()}})
        return 1
    say(last)
    return 0


def _told(line: bytes) -> Told | None:
    """Return what the worker says, None when something else in it printed."""
    try:
        told: object = json.loads(line)
    except ValueError:
        return None
    return cast("Told", told) if isinstance(told, dict) else None


def _last_line(raw: bytes) -> str:
    lines = raw.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:300] if lines else ""
