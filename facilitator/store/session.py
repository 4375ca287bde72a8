"""One dialogue file, open: state in memory, edits, undo, redo, history, merge."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from facilitator.domain.changes import ChangeSet, combined
from facilitator.domain.errors import UserError
from facilitator.domain.schema import Value
from facilitator.domain.state import State
from facilitator.store import erasing, files, log, memory, merge, past
from facilitator.store.clock import Now, Uuid7, system_now
from facilitator.store.edit import Edit
from facilitator.store.engine import Database
from facilitator.store.erasing import Erasure
from facilitator.store.hold import Hold
from facilitator.store.keys import Key, salt_of
from facilitator.store.listeners import Listeners
from facilitator.store.log import EditInfo, FieldChange, Job, LogRows
from facilitator.store.memory import Memory, Told, as_damage
from facilitator.store.past import Trace
from facilitator.store.patience import Patience
from facilitator.store.rescue import Rescue
from facilitator.store.undo import Done, Moment, moments
from facilitator.store.writer import SaveStatus, Writer

T = TypeVar("T")
__all__ = ["Edit", "EditInfo", "Moment", "SaveStatus", "SessionStore", "Trace"]


class SessionStore:
    """An open dialogue; use it from one thread.

    Memory changes at once, the file follows on the writer's thread; ``status`` and
    ``subscribe_saved`` tell when an edit is durable. Make one with ``create`` or ``open``.

    Attributes:
        path: The file.
        readonly: Whether it can only be looked at.
        key: What encrypts the file, or None.
        patience: How waiting for the disk is done; a window puts in its own waiter.
    """

    def __init__(self, hold: Hold, source: str, now: Now, key: Key | None, rescue: Path | None) -> None:
        self.path = hold.path
        self.key = key
        self.readonly = not hold.locked
        self.source = source
        self.new_id: Callable[[], str] = Uuid7(now)
        self._now = now
        self._changes, self._saved = Listeners[ChangeSet](), Listeners[SaveStatus]()
        self.patience = Patience()
        self._memory = Memory(source, now, self._submit)
        self._closed = False
        self._memory.take(self._read(hold.opened()))
        place = Rescue(rescue, self._memory, key) if rescue is not None and hold.locked else None
        self._writer = Writer(hold, self._saved.tell, place)
        self._writer.patience = self.patience

    @property
    def state(self) -> State:
        """Return the live view of all entities; ``state.copy()`` is a snapshot."""
        return self._memory.state

    @property
    def identity(self) -> bytes:
        """Return which dialogue this is: the same bytes in every copy of it."""
        return self._memory.identity

    def _submit(self, job: Job) -> None:
        self._writer.submit(job)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        source: str,
        now: Now = system_now,
        key: Key | None = None,
        identity: bytes | None = None,
        rescue: Path | None = None,
    ) -> SessionStore:
        """Make a new, empty file, encrypted with ``key``, and open it; ``now`` gives microseconds since 1970.

        Args:
            identity: Which dialogue it will be a copy of; empty leaves that to ``absorb``.
            rescue: Folder for what its place refuses later; see ``open``.

        Raises:
            UserError: ``store.exists``, ``store.not_writable``, ``store.disk_full``, ``store.io``.
        """
        files.create(path, key=key, identity=identity)
        return cls.open(path, source=source, now=now, key=key, rescue=rescue)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        source: str,
        readonly: bool = False,
        now: Now = system_now,
        key: Key | None = None,
        rescue: Path | None = None,
    ) -> SessionStore:
        """Open a file; one that cannot be written to is opened for looking only.

        Args:
            rescue: Folder on the internal disk for what the file's place refuses, until it takes it again.

        Raises:
            UserError: ``store.missing``, ``store.foreign``, ``store.newer``, ``store.damaged``,
                ``store.locked`` for an encrypted one without ``key``, ``key.wrong``, ``store.in_use``,
                ``store.not_readable``, ``store.io``, ``migration.failed``.
        """
        hold = Hold(path, *files.open(path, readonly=readonly, key=key), key)
        try:
            return cls(hold, source, now, key, rescue)
        except BaseException:
            hold.close()
            raise

    def __enter__(self) -> SessionStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, db: Database) -> Told:
        with files.reading(self.path):
            try:
                return memory.read(db, self.source)
            except UserError as error:
                raise as_damage(error, self.path) from error

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
        edit = Edit(label, self._memory.tables)
        yield edit
        change = self._memory.apply(edit, "edit" if undoable else "view", None)
        if change is not None:
            self._changes.tell(change)

    def _refuse_if_unwritable(self) -> None:
        if self._closed:
            raise UserError("store.closed", path=str(self.path))
        if self.readonly:
            raise UserError("store.readonly", path=str(self.path))

    @property
    def seal(self) -> str:
        """Return the code of the whole log as it is in memory: one changed byte gives another."""
        return self._memory.seal

    def erase(
        self,
        entities: Sequence[tuple[str, str]] = (),
        fields: Mapping[tuple[str, str, str], Value] | None = None,
        label: str = "note.erased",
    ) -> ChangeSet | None:
        """Take words away for good, also out of the history; that it happened stays. It cannot be undone.

        Args:
            entities: (entity, id) of what goes altogether; it is dead afterwards, with nothing in it.
            fields: (entity, id, field) -> the value instead of all it ever had.

        Raises:
            UserError: ``store.readonly``, ``store.closed``, ``data.bad_value``.
        """
        self._refuse_if_unwritable()
        change = self._memory.erase(entities, fields or {}, label)
        if change is not None:
            self._changes.tell(change)
        return change

    def erasures(self) -> list[Erasure]:
        """Return what was erased for good and is durable, to carry it into backups; any thread may ask."""
        with files.reading(self.path):
            return self._writer.call(erasing.erasures)

    @property
    def undo_label(self) -> str | None:
        """Return the label of what undo would take back, or None."""
        return self._memory.stacks.undo[-1].label if self._memory.stacks.undo and not self.readonly else None

    @property
    def redo_label(self) -> str | None:
        """Return the label of what redo would do again, or None."""
        return self._memory.stacks.redo[-1].label if self._memory.stacks.redo and not self.readonly else None

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
        steps = self._memory.stacks.steps_to(stamp)
        if steps is None:
            raise UserError("history.unknown")
        return self._turn(steps)

    def _turn(self, steps: int) -> ChangeSet | None:
        self._refuse_if_unwritable()
        kind = "undo" if steps < 0 else "redo"
        while True:
            stack = self._memory.stacks.undo if steps < 0 else self._memory.stacks.redo
            asked = stack[len(stack) - min(abs(steps), len(stack)) :]
            known = self._contents(asked)
            # Something may have been written down while the disk was asked.
            if stack[len(stack) - len(asked) :] == asked:
                break
        told: list[ChangeSet] = []
        for done in reversed(asked):
            change = self._memory.revert(done, known[done.stamp], kind)
            if change is not None:
                told.append(change)
        if not told:
            return None
        whole = told[0] if len(told) == 1 else combined("history.turned", kind, told)
        self._changes.tell(whole)
        return whole

    def _contents(self, done: Sequence[Done]) -> dict[int, tuple[FieldChange, ...]]:
        unread = [entry.stamp for entry in done if entry.changes is None]
        read: dict[int, tuple[FieldChange, ...]] = {}
        if unread:
            with files.reading(self.path):
                read = self._writer.call(lambda db: past.contents(db, self.source, unread))
        return {entry.stamp: read[entry.stamp] if entry.changes is None else entry.changes for entry in done}

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Call ``listener`` after every change, on the caller's thread; returns how to stop that."""
        return self._changes.add(listener)

    def subscribe_saved(self, listener: Callable[[SaveStatus], None]) -> Callable[[], None]:
        """Call ``listener`` after every write, on the WRITER's thread; returns how to stop that."""
        return self._saved.add(listener)

    @property
    def status(self) -> SaveStatus:
        """Return how many edits are not durable yet, and why."""
        return self._writer.status

    def unsaved(self) -> frozenset[tuple[str, str]]:
        """Return (entity, id) of everything whose newest words are not durable in the file yet."""
        return frozenset(event[3:5] for job in self._writer.pending_jobs() for event in job.events)

    def wait_saved(self) -> None:
        """Wait until every edit is durable.

        Raises:
            UserError: why the disk refused; the edits stay in memory and are tried again.
        """
        self._writer.wait()

    def retry(self) -> None:
        """Try again now to write what the disk refused."""
        self._writer.retry()

    def merge(self, other: Path, key: Key | None = None) -> ChangeSet:
        """Take in everything another file of the same dialogue knows; that file is not touched.

        Args:
            key: Opens the other file where this dialogue's own key does not.

        Raises:
            UserError: ``merge.same``, ``merge.stranger``, ``merge.conflict``, ``merge.older`` or what opening
                refuses.
        """
        self._refuse_if_unwritable()
        if os.path.realpath(other) == os.path.realpath(self.path):
            raise UserError("merge.same", path=str(other))
        read = self.patience.aside(lambda: merge.read_foreign(other, key or self._key_for(other)))
        return self.absorb(read, other)

    def _key_for(self, other: Path) -> Key | None:
        """Return our own key for a file that begins with its salt."""
        return self.key if self.key is not None and salt_of(other) == self.key.salt else None

    def absorb(self, rows: LogRows, other: Path | None = None) -> ChangeSet:
        """Take in rows of another log of this dialogue: all or none; the caller has checked their contents.

        Args:
            other: The file they come from, to be named when they are refused.

        Raises:
            UserError: ``merge.conflict``, ``merge.stranger``, ``store.disk_full``, ``store.io``.
        """
        self._refuse_if_unwritable()
        self.wait_saved()
        before, told = "", None
        while told is None or self._memory.seal != before:
            # Once more when something was written down meanwhile: it may be about what was erased elsewhere.
            before = self._memory.seal
            with files.reading(self.path):
                self._writer.call(lambda db: merge.union(db, rows, other))
            told = self._writer.call(self._read)
        self._memory.take(told)
        self._memory.stacks.forget_contents()
        change = ChangeSet("session.merged", "merge", ())
        self._changes.tell(change)
        return change

    def log_rows(self) -> LogRows:
        """Return every edit and every event as the file holds them, for export.

        Raises:
            UserError: ``store.damaged``; why edits could not be written yet.
        """
        self.wait_saved()
        rows = self._writer.log_rows()
        if rows is None:
            raise UserError("store.damaged", path=str(self.path), detail="log")
        return rows

    def history(self) -> list[EditInfo]:
        """Return every edit in order, of all laptops."""
        return self.ask(log.edits)

    def moments(self) -> list[Moment]:
        """Return the edits people made, oldest first, each with what undo has done to it since."""
        return moments(self.history(), self.source)

    def traces(self, edits: Sequence[tuple[str, int]]) -> dict[tuple[str, int], tuple[Trace, ...]]:
        """Return what each of these edits (laptop, stamp) touched; ask for those on screen only."""
        return self.ask(lambda db: past.traces(db, edits))

    def ask(self, work: Callable[[Database], T]) -> T:
        """Run ``work`` on the writer's thread after the edits queued so far; any thread may ask.

        Raises:
            UserError: ``store.closed``, ``store.damaged``, ``store.io``.
        """
        with files.reading(self.path):
            return self._writer.call(work)

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
        rows = self._writer.log_rows()
        what = (path, rows, pending, self.state.copy(), self.source, self._now())
        self.patience.aside(partial(files.write_copy, *what, identity=self.identity, key=self.key))

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
        """Close without waiting for edits the disk refuses; they are gone unless kept (``status.kept``)."""
        if self._closed:
            return
        self._closed = True
        self._writer.stop()
