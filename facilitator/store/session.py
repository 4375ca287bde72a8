"""One dialogue file, open: state in memory, edits, undo, redo, history, merge."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from filelock import FileLock

from facilitator.domain.changes import ChangeSet, combined
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, encode
from facilitator.domain.state import State, Tables
from facilitator.store import files, log, merge, past, projection
from facilitator.store.clock import HybridClock, Now, Uuid7, system_now
from facilitator.store.edit import Edit
from facilitator.store.engine import Database
from facilitator.store.log import EditInfo, FieldChange, Job
from facilitator.store.past import Trace
from facilitator.store.undo import Done, Moment, UndoStacks, moments
from facilitator.store.writer import SaveStatus, Writer

__all__ = ["Edit", "EditInfo", "Moment", "SaveStatus", "SessionStore", "Trace"]


class SessionStore:
    """An open dialogue; use it from one thread.

    Memory changes at once, the file follows on the writer's thread; ``status`` and
    ``subscribe_saved`` tell when an edit is durable. Make one with ``create`` or ``open``.

    Attributes:
        path: The file.
        readonly: Whether it can only be looked at.
        state: Live view of all entities; ``state.copy()`` is a snapshot.
    """

    def __init__(self, path: Path, db: Database, lock: FileLock | None, source: str, now: Now) -> None:
        self.path = path
        self.readonly = lock is None
        self.source = source
        self._lock = lock
        self.new_id: Callable[[], str] = Uuid7(now)
        self._now = now
        self._listeners: list[Callable[[ChangeSet], None]] = []
        self._saved_listeners: list[Callable[[SaveStatus], None]] = []
        self._stacks = UndoStacks()
        self._tables: Tables = {name: {} for name in ENTITY_TYPES}
        self.state = State(self._tables, ordered={})
        self._clock = HybridClock(now)
        self._closed = False
        self._load(db)
        self._writer = Writer(db, path, self._tell_saved)

    @classmethod
    def create(cls, path: Path, *, source: str, now: Now = system_now) -> SessionStore:
        """Make a new, empty file and open it; ``now`` gives microseconds since 1970.

        Raises:
            UserError: ``store.exists``, ``store.not_writable``, ``store.disk_full``, ``store.io``.
        """
        files.create(path)
        return cls.open(path, source=source, now=now)

    @classmethod
    def open(cls, path: Path, *, source: str, readonly: bool = False, now: Now = system_now) -> SessionStore:
        """Open a file; one that cannot be written to is opened for looking only.

        Raises:
            UserError: ``store.missing``, ``store.foreign``, ``store.newer``, ``store.damaged``,
                ``store.in_use``, ``store.not_readable``, ``store.io``, ``migration.failed``.
        """
        db, lock = files.open(path, readonly=readonly)
        try:
            return cls(path, db, lock, source, now)
        except BaseException:
            db.close()
            files.release(lock)
            raise

    def __enter__(self) -> SessionStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _load(self, db: Database) -> None:
        with files.reading(self.path):
            loaded = projection.read(db)
            # The tables keep their identity: views hold ``state``.
            for name, rows in loaded.items():
                self._tables[name].clear()
                self._tables[name].update(rows)
            if self.state.ordered is not None:
                self.state.ordered.clear()
            self._keep_last_seqs()
            self._stacks.load(log.edits(db, self.source))
            self._clock.saw(log.last_stamp(db))

    def _keep_last_seqs(self) -> None:
        # Asked for every note that is captured: walking ten thousand of them each time would be felt.
        self.state.last_seq.clear()
        for name, defaults in DEFAULTS.items():
            if "seq" in defaults:
                self.state.last_seq[name] = self.state.next_seq(name) - 1

    @contextmanager
    def edit(self, label: str, *, undoable: bool = True) -> Generator[Edit]:
        """Put one gesture together; it is applied and queued for the disk when the block ends.

        Args:
            label: Message key that undo will name, such as ``"note.moved"``.
            undoable: False records it without making it a step of undo (moving between steps).

        Raises:
            UserError: ``store.readonly``, ``store.closed``.
        """
        self._refuse_if_unwritable()
        edit = Edit(label, self._tables)
        yield edit
        change = self._apply(edit, "edit" if undoable else "view", None)
        if change is not None:
            self._tell(change)

    def _refuse_if_unwritable(self) -> None:
        if self._closed:
            raise UserError("store.closed", path=str(self.path))
        if self.readonly:
            raise UserError("store.readonly", path=str(self.path))

    def _apply(self, edit: Edit, kind: str, undoes: int | None) -> ChangeSet | None:
        rows, fields = edit.outcome()
        if not rows and undoes is None:
            return None
        stamp = self._clock.tick()
        events: list[tuple[str, int, int, str, str, str, str]] = []
        for entity, row, field, _, after in fields:
            events.append((self.source, self._clock.tick(), stamp, entity, row, field, encode(after)))
        for row in rows:
            self._tables[row.entity][row.id] = row.after
            seq: int | None = getattr(row.after, "seq", None)
            if seq is not None and seq > self.state.last_seq[row.entity]:
                self.state.last_seq[row.entity] = seq
        self.state.follow(rows)
        changes = tuple(FieldChange(*change) for change in fields)
        self._stacks.record(Done(stamp, edit.label, changes), kind, undoes)
        edit_row = (self.source, stamp, kind, edit.label, undoes)
        self._writer.submit(Job(edit_row, tuple(events), tuple(row.after for row in rows)))
        return ChangeSet(edit.label, "edit" if kind == "view" else kind, rows)

    @property
    def undo_label(self) -> str | None:
        """Return the label of what undo would take back, or None."""
        return self._stacks.undo[-1].label if self._stacks.undo and not self.readonly else None

    @property
    def redo_label(self) -> str | None:
        """Return the label of what redo would do again, or None."""
        return self._stacks.redo[-1].label if self._stacks.redo and not self.readonly else None

    def undo(self) -> ChangeSet | None:
        """Take back the newest edit of this laptop by a new edit; None when there is none."""
        return self._turn(-1)

    def redo(self) -> ChangeSet | None:
        """Do again what was undone last; None when there is nothing."""
        return self._turn(1)

    def go_to(self, stamp: int) -> ChangeSet | None:
        """Undo or redo until the dialogue is as right after the edit ``stamp`` of this laptop.

        Every step is an edit of its own, so redo (or going on) leads back again; listeners are told
        once, of all of it. ``START`` is before the first edit; None when one is there already.

        Raises:
            UserError: ``history.unknown``; ``store.readonly``, ``store.closed``.
        """
        self._refuse_if_unwritable()
        steps = self._stacks.steps_to(stamp)
        if steps is None:
            raise UserError("history.unknown")
        return self._turn(steps)

    def _turn(self, steps: int) -> ChangeSet | None:
        self._refuse_if_unwritable()
        stack, kind = (self._stacks.undo, "undo") if steps < 0 else (self._stacks.redo, "redo")
        steps = min(abs(steps), len(stack))
        known = self._contents(stack[len(stack) - steps :])
        told: list[ChangeSet] = []
        for _ in range(steps):
            done = stack[-1]
            change = self._revert(done, known[done.stamp], kind)
            if change is not None:
                told.append(change)
        if not told:
            return None
        whole = told[0] if len(told) == 1 else combined("history.turned", kind, told)
        self._tell(whole)
        return whole

    def _contents(self, done: Sequence[Done]) -> dict[int, tuple[FieldChange, ...]]:
        unread = [entry.stamp for entry in done if entry.changes is None]
        read: dict[int, tuple[FieldChange, ...]] = {}
        if unread:
            with files.reading(self.path):
                read = self._writer.call(lambda db: past.contents(db, self.source, unread))
        return {entry.stamp: read[entry.stamp] if entry.changes is None else entry.changes for entry in done}

    def _revert(self, done: Done, changes: Sequence[FieldChange], kind: str) -> ChangeSet | None:
        edit = Edit(done.label, self._tables)
        for change in changes:
            now: object = getattr(self._tables[change.entity][change.id], change.field)
            # What somebody else changed since (by a merge) stays as they left it.
            if now == change.after:
                edit.put(change.entity, change.id, {change.field: change.before})
        return self._apply(edit, kind, done.stamp)

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Call ``listener`` after every change, on the caller's thread; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def subscribe_saved(self, listener: Callable[[SaveStatus], None]) -> Callable[[], None]:
        """Call ``listener`` after every write, on the WRITER's thread; returns how to stop that."""
        self._saved_listeners.append(listener)
        return lambda: self._saved_listeners.remove(listener) if listener in self._saved_listeners else None

    def _tell(self, change: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(change)

    def _tell_saved(self, status: SaveStatus) -> None:
        for listener in tuple(self._saved_listeners):
            listener(status)

    @property
    def status(self) -> SaveStatus:
        """Return how many edits are not durable yet, and why."""
        return self._writer.status

    def wait_saved(self) -> None:
        """Wait until every edit is durable.

        Raises:
            UserError: why the disk refused; the edits stay in memory and are tried again.
        """
        self._writer.wait()

    def retry(self) -> None:
        """Try again now to write what the disk refused."""
        self._writer.retry()

    def merge(self, other: Path) -> ChangeSet:
        """Take in everything another file of the same dialogue knows; that file is not touched.

        Raises:
            UserError: ``merge.same``, ``merge.conflict``, ``merge.older`` or what opening refuses.
        """
        self._refuse_if_unwritable()
        if os.path.realpath(other) == os.path.realpath(self.path):
            raise UserError("merge.same", path=str(other))
        return self.absorb(*merge.read_foreign(other))

    def absorb(self, edits: merge.Rows, events: merge.Rows) -> ChangeSet:
        """Take in rows of another log of this dialogue: all or none; the caller has checked their contents.

        Raises:
            UserError: ``merge.conflict``, ``store.disk_full``, ``store.io``.
        """
        self._refuse_if_unwritable()
        self.wait_saved()
        with files.reading(self.path):
            self._writer.call(lambda db: merge.union(db, edits, events))
            self._writer.call(self._load)
        self._stacks.forget_contents()
        change = ChangeSet("session.merged", "merge", ())
        self._tell(change)
        return change

    def log_rows(self) -> tuple[merge.Rows, merge.Rows]:
        """Return every edit and every event as the file holds them, for export.

        Raises:
            UserError: ``store.damaged``; why edits could not be written yet.
        """
        self.wait_saved()
        rows = self._writer.call(files.log_rows)
        if rows is None:
            raise UserError("store.damaged", path=str(self.path), detail="log")
        return rows

    def history(self) -> list[EditInfo]:
        """Return every edit in order, of all laptops."""
        with files.reading(self.path):
            return self._writer.call(log.edits)

    def moments(self) -> list[Moment]:
        """Return the edits people made, oldest first, each with what undo has done to it since."""
        return moments(self.history(), self.source)

    def traces(self, edits: Sequence[tuple[str, int]]) -> dict[tuple[str, int], tuple[Trace, ...]]:
        """Return what each of these edits (laptop, stamp) touched; ask for those on screen only."""
        with files.reading(self.path):
            return self._writer.call(lambda db: past.traces(db, edits))

    def check(self) -> list[str]:
        """Check the file deeply and return the codes of what is wrong, empty when all is well."""
        self.wait_saved()
        return self._writer.call(files.problems)

    def save_copy(self, path: Path) -> None:
        """Write everything, also what the disk refused so far, into a new file with its history.

        Raises:
            UserError: ``store.exists``, ``store.not_writable``, ``store.disk_full``, ``store.io``.
        """
        pending = self._writer.pending_jobs()
        rows = self._writer.call(files.log_rows)
        files.write_copy(path, rows, pending, self.state.copy(), self.source, self._now())

    def close(self) -> None:
        """Finish writing, end the thread and free the lock; a second call does nothing.

        Raises:
            UserError: why edits could not be written; the store stays open, so they can be saved elsewhere.
        """
        if self._closed:
            return
        self._writer.wait()
        self.abandon()

    def abandon(self) -> None:
        """Close without waiting for edits the disk refuses; they are gone unless ``save_copy`` took them."""
        if self._closed:
            return
        self._closed = True
        self._writer.stop()
        files.release(self._lock)
