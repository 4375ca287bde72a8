"""Let the disk fail at any moment of an edit, in any way and for any time, and count what is gone.

Errors are given to the engine by the layer below it, as SQLite's own tests do, so they strike in the middle
of transactions, of taking them back and of opening anew. Besides, every fault that can be brought about for
real is, and must be told by its own message.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from benchmarks.rows import Row, Skipped, scaled, watched
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.services import rescuing
from facilitator.store import engine, files, projection, writer
from facilitator.store.keys import Key, random_key
from facilitator.store.log import Job
from facilitator.store.session import SessionStore
from tests.flows import test_place_breaks as places
from tests.helpers import vfs
from tests.store.builders import living, random_edit

TRIALS = 400
CONTROL_TRIALS = 20
EDITS = 12
PATIENCE = 10.0
ANSWERS = [
    ("write", vfs.IOERR_WRITE),
    ("write", vfs.FULL),
    ("write", vfs.CORRUPT),
    ("truncate", vfs.IOERR_TRUNCATE),
    ("sync", vfs.IOERR_FSYNC),
    ("delete", vfs.IOERR_DELETE),
    ("read", vfs.IOERR_READ),
    ("read", vfs.CORRUPT),
    ("open", vfs.CANTOPEN),
    ("", vfs.IOERR),
]
"""What fails (empty: everything), and what the engine is told."""


@dataclass
class Count:
    """What came of a number of trials.

    Attributes:
        struck: Times the disk refused something.
        kept: Trials in which edits were kept on the internal disk.
        lost: Trials after which an edit that had been made was gone, or was there twice.
        broken: Trials after which a file was not whole.
        untrue: Trials in which people were told that all is kept, and it was not.
        late: Trials after which the place took everything, but it was not written.
    """

    trials: int = 0
    struck: int = 0
    kept: int = 0
    lost: int = 0
    broken: int = 0
    untrue: int = 0
    late: int = 0

    @property
    def bad(self) -> int:
        """Return how much is wrong."""
        return self.lost + self.broken + self.untrue + self.late


class Fault:
    """One way to fail, from some operation on, for some operations or until it is mended."""

    def __init__(self, place: Path, chance: random.Random, count: Count) -> None:
        self.kind, self.answer = chance.choice(ANSWERS)
        self._place, self._count = str(place), count
        self._from = chance.randrange(1, 120)
        self._lasts = chance.choice([1, 2, 5, 30, 1_000_000])
        self._seen = 0
        self.mended = False

    def __call__(self, op: vfs.Op) -> int:
        """Return what to tell the engine instead, 0 to let it through."""
        if self.mended or not op[1].startswith(self._place) or self.kind not in ("", op[0]):
            return 0
        self._seen += 1
        if not self._from <= self._seen < self._from + self._lasts:
            return 0
        self._count.struck += 1
        return self.answer


def trial(folder: Path, seed: int, count: Count, key: Key | None = None) -> None:
    """Work while the disk fails, look at what is kept meanwhile, mend it, and look again."""
    chance = random.Random(seed)
    count.trials += 1
    place, kept = folder / "stick", folder / "laptop" / "rescued"
    with vfs.listening() as listener, ExitStack() as stack:
        store = SessionStore.create(place / "avond.dialoog", source="laptop-1", key=key, rescue=kept)
        stack.callback(store.abandon)
        fault = listener.refuse = Fault(place, chance, count)
        for n in range(EDITS):
            random_edit(store, chance, n)
            if chance.random() < 0.3:
                _wait(store)
        _until(lambda: not store.status.pending or store.status.kept)
        if store.status.kept is not None:
            count.kept += 1
            count.untrue += not _is_kept(store, key)
        fault.mended = True
        _until(lambda: not store.status.pending and not rescuing.all_rescued(kept))
        if store.status.pending:
            count.late += 1
            return
        _judge(store, key, count)


def _wait(store: SessionStore) -> None:
    try:
        store.wait_saved()
    except UserError:
        return


def _until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < deadline:
        time.sleep(0.002)


def _is_kept(store: SessionStore, key: Key | None) -> bool:
    kept = store.status.kept
    # It may have been written where it belongs in between.
    return kept is None or not store.status.pending or _holds(kept, store, key) or not store.status.pending


def _holds(path: Path, store: SessionStore, key: Key | None) -> bool:
    db = engine.connect(path, readonly=True, key=key)
    try:
        return living(State(projection.read(db))) == living(store.state)
    except (UserError, engine.Error):
        return False
    finally:
        db.close()


def _judge(store: SessionStore, key: Key | None, count: Count) -> None:
    count.lost += not _holds(store.path, store, key)
    edits = len(store.history())
    store.close()
    db, lock = files.open(store.path, key=key)
    count.broken += bool(files.problems(db))
    db.close()
    files.release(lock)
    # A random edit may change nothing, so that there is none of it; more than were made there cannot be.
    count.lost += edits > EDITS


@contextmanager
def _impatient() -> Iterator[None]:
    with patch.object(writer, "RETRY_SECONDS", 0.02), patch.object(engine, "BUSY_MS", 20):
        yield


def simulated(number: int, seed: int, *, key: Key | None = None) -> Count:
    """Make so many trials.

    Raises:
        Skipped: the engine of this system does not let us in between.
    """
    if why := vfs.refusal():
        raise Skipped(why)
    count = Count()
    with _impatient():
        for n in watched(range(number), "failing disks", number):
            with tempfile.TemporaryDirectory() as folder:
                trial(Path(folder), seed + n, count, key)
    return count


@contextmanager
def unheeded() -> Iterator[None]:
    """Let the writer tick an edit whatever the disk said: the fault the trials must find."""
    write = Job.write

    def careless(job: Job, db: engine.Database) -> None:
        try:
            write(job, db)
        except engine.Error:
            return

    # What was ticked and is gone is never written, however long one waits.
    with patch.object(Job, "write", careless), patch(f"{__name__}.PATIENCE", 1.0):
        yield


def brought_about() -> dict[str, str]:
    """Bring every real fault about; return its name -> what went wrong, empty when nothing did."""
    found: dict[str, str] = {}
    for fault, code, size in places.REAL:
        with _impatient(), tempfile.TemporaryDirectory() as folder:
            try:
                with places.begun(Path(folder), size) as evening:
                    places.comes_through(evening, fault(evening), code)
                found[fault.__name__] = ""
            except pytest.skip.Exception as skipped:
                print(f"  faults: {fault.__name__} not tried: {skipped}")
            except AssertionError as wrong:
                found[fault.__name__] = str(wrong)
                print(f"  faults: {fault.__name__}: {wrong}")
    return found


def rows() -> list[Row]:
    """Let the disk fail, plain and encrypted, bring real faults about, and try a writer that does not heed.

    Raises:
        Skipped: the engine of this system does not let us in between.
    """
    number = scaled(TRIALS)
    plain, secret = simulated(number, 1), simulated(-(-number // 4), 50_000, key=random_key())
    with unheeded():
        control = simulated(max(scaled(CONTROL_TRIALS), 10), 90_000)
    real = brought_about()
    return [
        *_rows("faults", plain),
        *_rows("faults, encrypted", secret),
        Row(
            name="faults: control that ticks unheeded, caught",
            value=control.bad,
            unit="trials",
            bar=1,
            at_least=True,
        ),
        Row(name="real faults brought about", value=len(real), unit="faults", bar=5, at_least=True),
        Row(
            name="real faults told otherwise, or with a note gone",
            value=sum(map(bool, real.values())),
            unit="faults",
            bar=0,
        ),
    ]


def _rows(name: str, found: Count) -> list[Row]:
    zero = {
        "edits gone": found.lost,
        "file not whole": found.broken,
        "said to be kept and was not": found.untrue,
    }
    zero["not written after all was well"] = found.late
    return [
        Row(name=f"{name}: trials", value=found.trials, unit="trials"),
        Row(
            name=f"{name}: refusals of the disk",
            value=found.struck,
            unit="times",
            bar=found.trials,
            at_least=True,
        ),
        Row(
            name=f"{name}: kept on the internal disk",
            value=found.kept,
            unit="trials",
            bar=found.trials // 10,
            at_least=True,
        ),
        *(Row(name=f"{name}: {what}", value=value, unit="trials", bar=0) for what, value in zero.items()),
    ]
