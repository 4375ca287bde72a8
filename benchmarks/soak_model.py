"""Long random work of three laptops with wrong clocks, compared with a plain model after every step.

Edits, undo, redo, going back and forth in history, restarts, bringing files together, erasing, backups and
going back to them, places that break and what is kept then. After each session all files come together: they
must hold the same, with the same seal, a whole chain and none of the erased words. Stores with a fault put in
must be caught.
``python -m benchmarks.soak_model 5000`` does so many operations, other ones each time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.plain_model import Different
from benchmarks.rows import Row, scaled, table, watched
from benchmarks.three_laptops import Session
from facilitator import logs
from facilitator.domain.changes import ChangeSet
from facilitator.services import rescuing
from facilitator.services.rescuing import Rescued
from facilitator.store import log, unaware
from facilitator.store.edit import Edit
from facilitator.store.engine import Database
from facilitator.store.keys import Key, random_key
from facilitator.store.log import FieldChange
from facilitator.store.memory import Memory
from facilitator.store.undo import Done

OPERATIONS = 100_000
A_SESSION = 400
MEMORY = Path("/dev/shm")
"""Where there is such a place: how durable files are is tried elsewhere."""


def run(operations: int, seed: int, key: Key | None = None) -> Counter[str]:
    """Do so many operations in sessions and return how often each was done.

    Raises:
        Different: at the first disagreement, with the seed and the operation it came at.
    """
    done: Counter[str] = Counter()
    logs.keep_quiet()
    sessions = -(-operations // A_SESSION)
    for number in watched(range(sessions), f"sessions of {A_SESSION} operations", sessions):
        place = MEMORY if MEMORY.is_dir() else None
        with tempfile.TemporaryDirectory(dir=place) as folder:
            session = Session(Path(folder), seed + number, key)
            try:
                for _ in range(min(A_SESSION, operations - number * A_SESSION)):
                    session.step()
                session.finish()
            except Different as found:
                raise Different(f"seed {seed + number}, operation {session.number}: {found}") from found
            finally:
                session.close()
            done += session.done
    return done


# ── faults put in on purpose ────────────────────────────────────────────────


def _undo_whatever(self: Memory, done: Done, changes: Sequence[FieldChange], kind: str) -> ChangeSet | None:
    """Undo without a look at what somebody else changed since."""
    edit = Edit(done.label, self.tables)
    for change in changes:
        edit.put(change.entity, change.id, {change.field: change.before})
    return self.apply(edit, kind, done.stamp)


def _by_the_clock(db: Database) -> set[tuple[str, str]]:
    """Let what was written last in an erased field win, whether or not its writer knew."""
    for entity, id, field, stamp in log.erasures(db):
        log.blank(db, entity, id, field, stamp if field else None)
    return {place[:2] for place in log.erasures(db)}


def _nothing_erased(_db: object) -> list[tuple[str, str, str, int]]:
    """Forget what was erased when files come together."""
    return []


def _thrown_away(_store: object, rescued: Rescued, _key: Key | None = None) -> None:
    """Let what was kept go without taking it in."""
    rescued.path.unlink()


FAULTS: dict[str, tuple[object, str, Callable[..., Any]]] = {
    "undo over what somebody else did": (Memory, "revert", _undo_whatever),
    "erasing that does not spread": (log, "erasures", _nothing_erased),
    "what was kept is thrown away": (rescuing, "put_together", _thrown_away),
    "an older text that wins from an erasure": (unaware, "blank", _by_the_clock),
}


@contextmanager
def put_in(fault: str) -> Generator[None]:
    """Let the store have a fault for a while."""
    owner, name, wrong = FAULTS[fault]
    right = getattr(owner, name)
    setattr(owner, name, wrong)
    try:
        yield
    finally:
        setattr(owner, name, right)


def caught(fault: str, operations: int = 4 * A_SESSION) -> bool:
    """Tell whether the model notices a fault within so many operations."""
    with put_in(fault):
        try:
            run(operations, 1)
        except Different:
            return True
    return False


def rows() -> list[Row]:
    """Try plain, and a part of it encrypted; then a model with a fault, which must be noticed."""
    operations = scaled(OPERATIONS)
    start = time.perf_counter()
    done = run(operations, 1)
    spent = time.perf_counter() - start
    secret = run(max(operations // 20, 200), 50_000, random_key())
    print("  " + ", ".join(f"{name} {count}" for name, count in done.most_common()), flush=True)
    rare = min(done.values())
    return [
        Row(
            name="operations equal to the model",
            value=done.total(),
            unit="operations",
            bar=operations,
            at_least=True,
        ),
        Row(name="the rarest of them", value=rare, unit="operations", bar=1, at_least=True),
        Row(name="the same on encrypted files", value=secret.total(), unit="operations"),
        Row(name="one operation with its comparison", value=1_000 * spent / operations, unit="ms"),
        *(
            Row(name=f"{fault}: caught", value=caught(fault), unit="times", bar=1, at_least=True)
            for fault in FAULTS
        ),
    ]


def _main() -> int:
    if len(sys.argv) > 1:
        print(run(int(sys.argv[1]), time.time_ns() % 1_000_000_000))
        return 0
    found = rows()
    print(table(found))
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    sys.exit(_main())
