"""The writer's thread: in order, once, and never forgetting what failed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import engine, migrations
from facilitator.store.hold import Hold
from facilitator.store.log import Job, chained_job
from facilitator.store.writer import SaveStatus, Writer


def job(stamp: int) -> Job:
    event = (stamp + 1, ("note", f"n{stamp}", "alive", "true"))
    return chained_job(("a", stamp, "edit", "x", None), [event], bytes(16), ())


@pytest.fixture
def db(tmp_path: Path) -> engine.Database:
    db = engine.connect(tmp_path / "a.db")
    migrations.apply(db)
    return db


def test_jobs_are_written_in_order_and_calls_see_them(tmp_path: Path, db: engine.Database) -> None:
    told: list[SaveStatus] = []
    writer = Writer(Hold(tmp_path / "a.db", db, None), told.append)
    for n in range(0, 40, 2):
        writer.submit(job(n))
    stamps = writer.call(lambda db: [row[0] for row in db.execute("SELECT hlc FROM edit")])
    assert stamps == list(range(0, 40, 2))
    writer.wait()
    writer.stop()
    assert told[-1] == SaveStatus(0, None)
    assert len(told) == 20


def test_a_slow_disk_does_not_hold_up_the_caller(tmp_path: Path, db: engine.Database) -> None:
    gate = threading.Event()

    class Slow(Job):
        def write(self, db: engine.Database) -> None:
            gate.wait(5)
            Job.write(self, db)

    writer = Writer(Hold(tmp_path / "a.db", db, None), lambda _: None)
    slow = job(2)
    writer.submit(Slow(slow.edit, slow.events, slow.rows))
    writer.submit(job(4))
    assert writer.status.pending == 2
    gate.set()
    writer.wait()
    assert writer.status == SaveStatus(0, None)
    writer.stop()


def test_what_failed_is_kept_in_order_and_tried_again(tmp_path: Path, db: engine.Database) -> None:
    db.execute("CREATE TRIGGER full BEFORE INSERT ON edit BEGIN SELECT RAISE(FAIL, 'no'); END")
    writer = Writer(Hold(tmp_path / "a.db", db, None), lambda _: None)
    writer.submit(job(2))
    writer.submit(job(4))
    with pytest.raises(UserError):
        writer.wait()
    assert [pending.edit[1] for pending in writer.pending_jobs()] == [2, 4]
    writer.call(lambda db: db.execute("DROP TRIGGER full"))
    writer.retry()
    writer.wait()
    assert writer.call(lambda db: len(db.execute("SELECT * FROM event").fetchall())) == 2
    writer.stop()


def test_what_a_call_raises_reaches_the_caller(tmp_path: Path, db: engine.Database) -> None:
    writer = Writer(Hold(tmp_path / "a.db", db, None), lambda _: None)
    with pytest.raises(ZeroDivisionError):
        writer.call(lambda _: 1 // 0)
    assert writer.call(lambda _: "goed") == "goed"
    writer.stop()


@pytest.mark.parametrize("text", ["\ud800", 2**70], ids=["lone surrogate", "number too large"])
def test_a_fault_that_is_not_sqlites_is_told_and_does_not_end_the_thread(
    tmp_path: Path, db: engine.Database, text: object
) -> None:
    writer = Writer(Hold(tmp_path / "a.db", db, None), lambda _: None)
    bad = Job(("a", 2, "edit", text, None, b"", b""), (), ())  # pyright: ignore[reportArgumentType]
    writer.submit(bad)
    with pytest.raises(UserError, match=r"store\.io"):
        in_time(writer.wait)
    assert writer.pending_jobs() == [bad]
    assert in_time(lambda: writer.call(lambda _: "leeft")) == "leeft"
    writer.stop()


def test_a_listener_that_fails_does_not_stop_the_writing(tmp_path: Path, db: engine.Database) -> None:
    def fail(_status: SaveStatus) -> None:
        raise RuntimeError("the window is gone")

    writer = Writer(Hold(tmp_path / "a.db", db, None), fail)
    writer.submit(job(2))
    in_time(writer.wait)
    writer.submit(job(4))
    in_time(writer.wait)
    assert writer.status == SaveStatus(0, None)
    writer.stop()


def test_after_the_end_nobody_waits_for_ever(tmp_path: Path, db: engine.Database) -> None:
    writer = Writer(Hold(tmp_path / "a.db", db, None), lambda _: None)
    writer.stop()
    writer.submit(job(2))
    with pytest.raises(UserError, match=r"store\.closed"):
        in_time(writer.wait)
    with pytest.raises(UserError, match=r"store\.closed"):
        in_time(lambda: writer.call(lambda _: "nooit"))


def in_time(work: Callable[[], object]) -> object:
    """Run ``work`` on another thread, so that waiting for ever fails instead of hanging the tests."""
    found: list[object] = []

    def run() -> None:
        try:
            found.append(work())
        except UserError as error:
            found.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(5)
    assert found, "waits for ever"
    if isinstance(found[0], UserError):
        raise found[0]
    return found[0]
