"""Make the report: gather its data, write it here, or let a process of its own write it."""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO, cast

from facilitator import __version__, paths
from facilitator.content.library import Library
from facilitator.domain.errors import UserError
from facilitator.domain.method import Method
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.domain.state import State
from facilitator.exchange.files import refuse_session
from facilitator.report.render import RenderResult, render
from facilitator.services.dialogue import LANGUAGES, method_in
from facilitator.store.session import SessionStore

log = logging.getLogger(__name__)
WORKER_FLAG = "--render-worker"
Progress = Callable[[int, int], None]


def report_data(
    store: SessionStore, *, language: str, parts: Collection[str], library: Library, made_on: str
) -> ReportData:
    """Return a snapshot to make a report of; later edits do not touch it.

    ``parts`` are any of ``PARTS`` in any order, ``made_on`` is the ISO date for the cover. ``library``
    gives the method's texts when the dialogue lacks them in ``language``.

    Raises:
        UserError: ``report.bad_language``, ``report.bad_part``, ``method.missing``,
            ``content.method_damaged``.
    """
    if language not in LANGUAGES:
        raise UserError("report.bad_language", value=language, allowed=", ".join(LANGUAGES))
    for part in parts:
        if part not in PARTS:
            raise UserError("report.bad_part", value=part, allowed=", ".join(PARTS))
    state = store.state.copy()
    return ReportData(
        state=state,
        method=_method(state, language, library),
        language=language,
        parts=tuple(part for part in PARTS if part in parts),
        made_on=made_on,
        version=__version__,
    )


def _method(state: State, language: str, library: Library) -> Method:
    own = method_in(state, language)
    shelf = library.methods.get(own.id)
    if own.language == language or shelf is None:
        return own
    other = shelf.pick(language)
    same_steps = [step.id for step in other.steps] == [step.id for step in own.steps]
    return other if same_steps and other.language == language else own


def write_report(
    data: ReportData,
    out: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RenderResult:
    """Write the PDF in this process; a report that was there is replaced when the new one is whole.

    Raises:
        UserError: ``exchange.is_session`` for a place where a dialogue is, and what ``render`` refuses.
    """
    refuse_session(out)
    return render(data, out, paths.resources(), progress, cancelled)


class RenderJob:
    """Writes a PDF in a process of its own, so that the window stays quick and cancel is at once.

    The callbacks are called on a thread of the job: ``on_progress(done, total)`` any number of times, then
    exactly one of ``on_done(result)`` and ``on_error(error)``; a cancelled job ends in ``report.cancelled``.
    """

    def __init__(
        self,
        data: ReportData,
        out: Path,
        *,
        on_progress: Progress,
        on_done: Callable[[RenderResult], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        self._data = data
        self._out = out
        self._on_progress = on_progress
        self._on_done = on_done
        self._on_error = on_error
        self._cancelled = threading.Event()
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, name="facilitator-report", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop and leave nothing behind but what was there before; returns at once."""
        with self._guard:
            self._cancelled.set()
            if self._process is not None:
                self._process.kill()

    def join(self, timeout: float | None = None) -> bool:
        """Wait at most ``timeout`` seconds for the end; tells whether it came."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._made()
        except UserError as error:
            self._on_error(UserError("report.cancelled") if self._cancelled.is_set() else error)
            return
        except Exception as fault:  # noqa: BLE001  (ours; whoever waits is told, not left waiting for ever)
            log.exception("a report could not be made")
            self._on_error(UserError("report.worker_failed", detail=type(fault).__name__))
            return
        self._on_done(result)

    def _made(self) -> RenderResult:
        refuse_session(self._out)
        try:
            # Beside its place, so that moving it there is one step; the worker's drafts go with the folder.
            folder = Path(tempfile.mkdtemp(prefix=".facilitator-", dir=self._out.parent))
        except OSError as error:
            raise _not_written(error, self._out) from error
        try:
            draft = folder / "report.pdf"
            result = self._rendered(draft)
            if self._cancelled.is_set():
                raise UserError("report.cancelled")
            try:
                draft.replace(self._out)
            except OSError as error:
                raise _not_written(error, self._out) from error
            return result
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _rendered(self, draft: Path) -> RenderResult:
        with _scratch() as complaints:
            process = self._started(complaints)
            try:
                answer = self._talk(process, draft)
            finally:
                process.kill()
                process.wait()
                for pipe in (process.stdin, process.stdout):
                    with contextlib.suppress(OSError):
                        cast("IO[bytes]", pipe).close()
            if answer is None:
                complaints.seek(0)
                raise UserError("report.worker_failed", detail=_last_line(complaints.read()))
        if "pages" in answer:
            return RenderResult(int(answer["pages"]))
        details = cast("dict[str, str]", answer["details"])
        if details.get("path") == str(draft):
            details["path"] = str(self._out)
        raise UserError(str(answer["error"]), **details)

    def _started(self, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
        with self._guard:
            if self._cancelled.is_set():
                raise UserError("report.cancelled")
            try:
                self._process = subprocess.Popen(
                    worker_command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=complaints,
                    env=_worker_environment(),
                    # No console window flashes up on Windows.
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise UserError("report.worker_failed", detail=error.strerror or "") from error
            return self._process

    def _talk(self, process: subprocess.Popen[bytes], draft: Path) -> dict[str, Any] | None:
        """Hand over the work and pass on progress; returns the last word, None when there was none."""
        stdin, stdout = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        # A worker that died while it was told shows in its missing answer.
        with contextlib.suppress(OSError):
            pickle.dump(Order(self._data, draft, paths.resources()), stdin)
            stdin.close()
        for line in stdout:
            told = _told(line)
            if told is None:
                continue
            if "done" not in told:
                return told
            self._on_progress(int(told["done"]), int(told["total"]))
        return None


@dataclass(frozen=True, slots=True)
class Order:
    """What the worker is asked to do."""

    data: ReportData
    out: Path
    resources: Path


def worker_command() -> list[str]:
    """Return how this program starts its worker, from source, installed or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    return [sys.executable, "-m", "facilitator", WORKER_FLAG]


def _worker_environment() -> dict[str, str]:
    """Return the environment in which the worker finds the same package as this process."""
    root = str(Path(__file__).resolve().parents[2])
    rest = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in (root, rest) if part)}


def serve(stdin: BinaryIO, stdout: TextIO) -> int:
    """Be the worker: read one order, tell progress and the end as JSON lines, return the exit code.

    ``stdin`` is trusted: the program that started this one wrote it.
    """
    order = cast("Order", pickle.load(stdin))  # noqa: S301

    def say(told: Mapping[str, object]) -> None:
        stdout.write(json.dumps(told) + "\n")
        stdout.flush()

    def progress(done: int, total: int) -> None:
        say({"done": done, "total": total})

    try:
        result = render(order.data, order.out, order.resources, progress)
    except UserError as error:
        say({"error": error.code, "details": {key: str(value) for key, value in error.details.items()}})
        return 1
    say({"pages": result.pages})
    return 0


def _not_written(error: OSError, out: Path) -> UserError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UserError("report.disk_full", path=str(out))
    return UserError("report.not_written", path=str(out), reason=error.strerror or "")


def _told(line: bytes) -> dict[str, Any] | None:
    """Return what the worker says, None when something else in it printed."""
    try:
        told: object = json.loads(line)
    except ValueError:
        return None
    return cast("dict[str, Any]", told) if isinstance(told, dict) else None


def _scratch() -> IO[bytes]:
    try:
        return cast("IO[bytes]", tempfile.TemporaryFile())
    except OSError as error:
        raise UserError("report.worker_failed", detail=error.strerror or "") from error


def _last_line(raw: bytes) -> str:
    lines = raw.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:300] if lines else ""
