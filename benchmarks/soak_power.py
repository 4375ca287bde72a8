"""Cut the power at any moment of the product's own writing, and count what was ticked and is gone.

A kill cannot lose what the system already holds; a power cut can. Every write, sync and removal of the
engine is recorded while the product works. Then any moment is chosen: what was synced by then is there, of
all else every 512 bytes reached the disk or not, each by chance (so torn and in any order). What is left is
opened as the next start would, and checked deeply. With fewer syncs than we ask for, the same must find loss.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from benchmarks.rows import Row, Skipped, scaled, watched
from facilitator.domain.errors import UserError
from facilitator.store import engine, files
from facilitator.store.keys import Key, random_key
from facilitator.store.recovery import journal_of
from facilitator.store.session import SessionStore
from tests.helpers import vfs
from tests.store.builders import random_edit

CUTS = 2_000
CONTROL_CUTS = 200
EDITS = 120
SECTOR = 512
FIRST = 10
"""No cut comes before so many edits were ticked."""


@dataclass
class Outcome:
    """What a number of cuts did.

    Attributes:
        lost: Cuts after which an edit was gone that had been ticked.
        worst: Most edits gone in one cut.
        damaged: Cuts after which the file could not be opened, or was not whole.
        hot: Cuts that left something half written, to be taken back.
        ticked: Fewest edits ticked before a cut.
    """

    cuts: int = 0
    lost: int = 0
    worst: int = 0
    damaged: int = 0
    hot: int = 0
    ticked: int = EDITS


@dataclass
class Disk:
    """A disk that loses what was not synced."""

    there: dict[str, bytearray] = field(default_factory=dict[str, bytearray])
    waiting: dict[str, list[vfs.Op]] = field(default_factory=dict[str, list[vfs.Op]])
    removed: dict[str, bytearray] = field(default_factory=dict[str, bytearray])

    def do(self, op: vfs.Op) -> None:
        """Take an operation as the system does: into its memory, until it is told to sync."""
        kind, name = op[0], op[1]
        if kind in ("write", "truncate"):
            self.waiting.setdefault(name, []).append(op)
        elif kind == "sync":
            for change in self.waiting.pop(name, []):
                _change(self.there, change)
            self.there.setdefault(name, bytearray())
            # A file system with a journal brings earlier removals to the disk with any sync.
            self.removed.clear()
        elif kind == "delete":
            self.waiting.pop(name, None)
            old = self.there.pop(name, None)
            if old is not None and not op[2]:
                self.removed[name] = old

    def after_cut(self, chance: random.Random) -> dict[str, bytearray]:
        """Return the files as they may be found when the power comes back."""
        found = {name: bytearray(data) for name, data in self.there.items()}
        share = chance.choice([0, 0.2, 0.5, 0.9, 1])
        for name, changes in self.waiting.items():
            for change in changes:
                for part in _parts(change):
                    if chance.random() < share:
                        _change(found, (part[0], name, *part[1:]))
        for name, data in self.removed.items():
            if chance.random() < 0.5:
                found[name] = bytearray(data)
        return found


def _parts(change: vfs.Op) -> Iterator[tuple[object, ...]]:
    if change[0] == "truncate":
        yield ("truncate", change[2])
        return
    _, _, at, data = change
    for start in range(0, len(data), SECTOR):
        yield ("write", at + start, data[start : start + SECTOR])


def _change(disk: dict[str, bytearray], op: vfs.Op) -> None:
    data = disk.setdefault(op[1], bytearray())
    if op[0] == "write":
        _, _, at, new = op
        data.extend(bytes(max(0, at + len(new) - len(data))))
        data[at : at + len(new)] = new
    elif op[2] <= len(data):
        del data[op[2] :]
    else:
        data.extend(bytes(op[2] - len(data)))


@contextmanager
def fast_folder() -> Iterator[Path]:
    """Give a folder in memory where there is one: opening two thousand files need not wait for a disk."""
    memory = Path("/dev/shm")
    usable = memory.is_dir() and os.access(memory, os.W_OK)
    with tempfile.TemporaryDirectory(dir=memory if usable else None) as folder:
        yield Path(folder)


def recorded(path: Path, edits: int, synchronous: int, key: Key | None) -> tuple[bytes, list[vfs.Op]]:
    """Let the product work on a new dialogue; return how it began, what it did to the disk, and its ticks."""
    chance = random.Random(7)
    pragmas = {**engine.PRAGMAS, "synchronous": synchronous}
    with vfs.listening() as listener, patch.dict(engine.PRAGMAS, pragmas):
        with SessionStore.create(path, source="laptop-1", key=key) as store:
            before = path.read_bytes()
            listener.record = True
            for n in range(edits):
                random_edit(store, chance, n)
                if n % 7 == 6:
                    store.undo()
                store.wait_saved()
                listener.heard.append(("tick", len(store.history())))
            listener.record = False
        return before, listener.heard


def outcome(folder: Path, cuts: int, *, synchronous: int = 3, key: Key | None = None) -> Outcome:
    """Cut the power ``cuts`` times and look what is left each time."""
    path = folder / "avond.dialoog"
    before, log = recorded(path, EDITS, synchronous, key)
    chance = random.Random(11)
    ticks = [place for place, op in enumerate(log) if op[0] == "tick"]
    moments = sorted(chance.randrange(ticks[FIRST], len(log)) for _ in range(cuts))
    found, disk, ticked, place = Outcome(cuts), Disk({str(path): bytearray(before)}), 0, 0
    for moment in watched(moments, "cuts", cuts):
        for op in log[place:moment]:
            if op[0] == "tick":
                ticked = op[1]
            else:
                disk.do(op)
        place = moment
        found.ticked = min(found.ticked, ticked)
        _judge(path, disk.after_cut(chance), ticked, key, found)
    return found


def _judge(path: Path, left: dict[str, bytearray], ticked: int, key: Key | None, found: Outcome) -> None:
    """Open what the cut left as the next start does, and add what is wrong with it."""
    journal_of(path).unlink(missing_ok=True)
    for name, data in left.items():
        Path(name).write_bytes(data)
    found.hot += journal_of(path).exists()
    try:
        db, lock = files.open(path, key=key)
    except UserError:
        found.damaged += 1
        return
    try:
        # The chain of edits tells of every half edit; the deep check compares the tables with it.
        found.damaged += bool(files.problems(db))
        row = db.execute("SELECT count(*) FROM edit").fetchone()
        gone = ticked - (row[0] if row else 0)
    finally:
        db.close()
        files.release(lock)
    found.lost += gone > 0
    found.worst = max(found.worst, gone)


def rows() -> list[Row]:
    """Cut the power, plain and encrypted, and with fewer syncs than we ask for.

    Raises:
        Skipped: the engine of this system does not let us listen.
    """
    if why := vfs.refusal():
        raise Skipped(why)
    cuts, controls = scaled(CUTS), max(scaled(CONTROL_CUTS), 20)
    told: list[Row] = []
    for name, key in (("plain", None), ("encrypted", random_key())):
        with fast_folder() as folder:
            told += _rows(name, outcome(folder, cuts, key=key))
    for name, synchronous in (("FULL", 2), ("NORMAL", 1), ("OFF", 0)):
        with fast_folder() as folder:
            told.append(_control(name, outcome(folder, controls, synchronous=synchronous)))
    return told


def _rows(name: str, found: Outcome) -> Sequence[Row]:
    of = f"of {found.cuts:,} power cuts, {name}"
    return [
        Row(name=f"{of}: losing a ticked edit", value=found.lost, unit="cuts", bar=0),
        Row(name=f"{of}: leaving a damaged file", value=found.damaged, unit="cuts", bar=0),
        Row(
            name=f"{of}: in the middle of an edit",
            value=found.hot,
            unit="cuts",
            bar=found.cuts // 4,
            at_least=True,
        ),
        Row(name=f"{of}: fewest edits ticked", value=found.ticked, unit="edits", bar=FIRST, at_least=True),
    ]


def _control(name: str, found: Outcome) -> Row:
    return Row(
        name=f"of {found.cuts:,} power cuts with synchronous={name}: loss or damage caught",
        value=found.lost + found.damaged,
        unit="cuts",
        bar=1,
        at_least=True,
    )
