"""The store against raw SQLite: one durable note, and opening ten thousand."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from benchmarks.rows import Row, median_seconds
from benchmarks.synthetic import make_session
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store import engine
from facilitator.store.log import Job
from facilitator.store.session import SessionStore

NOTES = 300


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        return [
            *_durable(place),
            *_opening(place, 10_000, within=500),
            *_opening(place, 100_000, within=3_000),
        ]


def _each(work: Callable[[int], object]) -> list[float]:
    spent: list[float] = []
    for n in range(NOTES):
        start = time.perf_counter()
        work(n)
        spent.append(1_000 * (time.perf_counter() - start))
    return spent


@contextmanager
def _commits() -> Generator[list[float]]:
    """Gather how many ms each transaction of the writer takes, from its begin until it is durable."""
    spent: list[float] = []
    write = Job.write

    def timed(job: Job, db: engine.Database) -> None:
        start = time.perf_counter()
        write(job, db)
        spent.append(1_000 * (time.perf_counter() - start))

    with patch.object(Job, "write", timed):
        yield spent


def _durable(folder: Path) -> list[Row]:
    raw = engine.connect(folder / "raw.db")
    raw.execute("CREATE TABLE note(id TEXT PRIMARY KEY, text TEXT, persona TEXT, step TEXT) STRICT")
    store = make_session(folder / "a.dialoog", 0)

    def bare(n: int) -> None:
        raw.execute(
            "INSERT INTO note VALUES (?,?,?,?)",
            [store.new_id(), f"een gewone notitie {n}", "fatima", "ervaren"],
        )

    def ours(n: int) -> None:
        add_note(store, NoteDraft(text=f"een gewone notitie {n}", persona="fatima", step="ervaren"))
        store.wait_saved()

    # In turns, so that a slow spell of the disk hits both.
    floor, value = [], []
    with _commits() as commits:
        for _ in range(3):
            floor += _each(bare)
            value += _each(ours)
    in_memory = _each(lambda n: add_note(store, NoteDraft(text=f"snel {n}", persona="bram", step="ervaren")))
    store.close()
    raw.close()
    return [
        Row(
            name="commit of one note, median",
            value=statistics.median(commits),
            unit="ms",
            floor=statistics.median(floor),
            bar=1.3,
        ),
        Row(
            name="one note, from the call to the tick, median",
            value=statistics.median(value),
            unit="ms",
            floor=statistics.median(floor),
        ),
        Row(name="one note in memory, 99th percentile", value=sorted(in_memory)[-4], unit="ms", bar=16.7),
    ]


def _opening(folder: Path, notes: int, *, within: int) -> list[Row]:
    path = folder / f"groot-{notes}.dialoog"
    make_session(path, notes).close()

    def ours() -> None:
        SessionStore.open(path, source="bench").close()

    def bare() -> None:
        db = engine.connect(path, readonly=True)
        db.execute("SELECT * FROM note").fetchall()
        db.close()

    size = path.stat().st_size / notes
    spent = 1_000 * median_seconds(ours)
    return [
        Row(
            name=f"open {notes:,} notes",
            value=spent,
            unit="ms",
            floor=1_000 * median_seconds(bare),
            bar=within,
            absolute=True,
        ),
        Row(name="file, with history", value=size, unit="bytes/note"),
    ]
