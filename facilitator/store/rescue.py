"""Keep on the internal disk what a dialogue's own place refuses: a whole dialogue, with its history."""

from __future__ import annotations

import contextlib
import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from facilitator.domain.errors import UserError
from facilitator.domain.schema import ENTITY_TYPES, encode, non_default
from facilitator.domain.state import State
from facilitator.store import disk, engine, files, log, merge, proof
from facilitator.store.engine import Database, translated
from facilitator.store.keys import Key
from facilitator.store.log import Job, LogRows
from facilitator.store.memory import Memory
from facilitator.store.recovery import journal_of

_log = logging.getLogger(__name__)

_EVENTS = 20_000
"""Of edits that are durable the newest are remembered, up to so many events; backups know the others."""
_TRIES = 5
"""So many backups are looked at, newest first."""
_COPIES = 9
"""So many rescue files of one dialogue there may be, from evenings that were never put together."""
_UNUSABLE = frozenset(
    {"store.in_use", "store.damaged", "store.foreign", "store.newer", "store.locked", "key.wrong"}
)

Name = tuple[str, int]
"""source and stamp of an edit"""


class Rescue:
    """Makes and follows the rescue file of one dialogue; used on the writer's thread alone.

    Args:
        folder: Where rescue files lie; the folder ``backups`` beside it holds the backups.
        memory: The dialogue in memory.

    Attributes:
        path: The rescue file, once there is one.
        db: Its connection.
    """

    def __init__(self, folder: Path, memory: Memory, key: Key | None = None) -> None:
        self._folder = folder
        self._memory = memory
        self._key = key
        self.path: Path | None = None
        self.db: Database | None = None
        self._lock: FileLock | None = None
        self._names: set[Name] = set()
        self._told: set[Name] = set()
        self._settled: deque[Job] = deque()
        self._events = 0

    def settled(self, job: Job) -> None:
        """Take note of an edit that is durable where the dialogue lies; that place may still go."""
        self._settled.append(job)
        self._events += len(job.events) + 1
        while self._events > _EVENTS and self._settled:
            self._events -= len(self._settled.popleft().events) + 1

    def keep(self, jobs: Sequence[Job], db: Database | None) -> Path:
        """Make ``jobs`` durable in the rescue file and return it; the first call makes the file.

        Args:
            jobs: All edits that the dialogue's own place lacks, oldest first.
            db: The dialogue's own connection, as far as it can still be read.

        Raises:
            UserError: ``store.disk_full``, ``store.not_writable``, ``store.io``.
        """
        if self.db is None:
            self._begin(jobs, db)
        path, target = self._opened()
        with translated(path):
            for job in self._lacking(jobs):
                job.write(target)
                self._names.add(job.edit[:2])
        return path

    def _opened(self) -> tuple[Path, Database]:
        if self.path is None or self.db is None:
            raise UserError("store.io", path=str(self._folder), detail="")
        return self.path, self.db

    def _lacking(self, jobs: Sequence[Job]) -> list[Job]:
        # They are kept in order: from the first that is known on, all before it are.
        found: list[Job] = []
        for job in reversed(jobs):
            if job.edit[:2] in self._names:
                break
            found.append(job)
        return found[::-1]

    def holds(self, jobs: Sequence[Job]) -> bool:
        """Tell whether the rescue file holds all of ``jobs``."""
        return self.db is not None and not self._lacking(jobs)

    def rows(self) -> LogRows | None:
        """Return the whole log as the rescue file holds it, or None."""
        return files.log_rows(self.db) if self.db is not None else None

    # ── making the file ─────────────────────────────────────────────────────

    def _begin(self, jobs: Sequence[Job], db: Database | None) -> None:
        known = [*self._settled, *jobs]
        rows, whole = self._base(known, db)
        self._open({edit[:2] for edit in rows.edits} | {job.edit[:2] for job in known})
        path, target = self._opened()
        try:
            with translated(path), target.atomic():
                merge.union(target, rows)
                self._names.update(_names(target))
                if whole:
                    self._write(target, known)
                else:
                    self._write(target, [self._snapshot(target, jobs), *jobs])
        except BaseException:
            self.close()
            raise
        _log.warning("edits are kept on the internal disk")

    def _write(self, target: Database, jobs: Iterable[Job]) -> None:
        for job in jobs:
            if job.edit[:2] not in self._names:
                job.write(target)
                self._names.add(job.edit[:2])

    def _base(self, known: Sequence[Job], db: Database | None) -> tuple[LogRows, bool]:
        """Return what the edits remembered here were made upon, and whether nothing lies between."""
        identity = self._memory.identity
        best = LogRows(identity, [], [])
        for number, rows in enumerate(self._candidates(db)):
            if _complete(rows, known, identity):
                return rows, True
            if number == 0:
                best = rows
        return best, _complete(best, known, identity)

    def _candidates(self, db: Database | None) -> Iterator[LogRows]:
        live = files.log_rows(db) if db is not None else None
        if live is not None:
            yield live
        folder = self._backups()
        try:
            found = sorted(folder.glob(f"*{files.SUFFIX}"), key=_age, reverse=True)
        except OSError:
            found = []
        for path in found[:_TRIES]:
            # One that cannot be read is no backup.
            with contextlib.suppress(UserError):
                rows = merge.read_foreign(path, self._key)
                if rows.identity == self._memory.identity:
                    yield rows

    def _backups(self) -> Path:
        return self._folder.parent / "backups" / self._memory.identity.hex()

    def _open(self, known: set[Name]) -> None:
        """Open the rescue file of this dialogue; one that holds what we do not know stays as it is."""
        name = self._memory.identity.hex()
        if not name:
            # Not a dialogue yet: nothing was said in it.
            raise UserError("store.io", path=str(self._folder), detail="")
        with disk.system_errors(self._folder):
            _make_private(self._folder)
        for number in range(1, _COPIES + 1):
            path = self._folder / f"{name}{'' if number == 1 else f'-{number}'}{files.SUFFIX}"
            if not path.exists():
                files.create(path, key=self._key, identity=self._memory.identity)
            try:
                db, lock = files.open(path, key=self._key)
            except UserError as error:
                if error.code in _UNUSABLE:
                    continue
                raise
            if (
                lock is not None
                and log.identity(db) == self._memory.identity
                and _names(db) - self._told <= known
            ):
                self.path, self.db, self._lock = path, db, lock
                return
            db.close()
            files.release(lock)
        raise UserError("store.exists", path=str(self._folder))

    def _snapshot(self, target: Database, jobs: Sequence[Job]) -> Job:
        """Return one edit that tells everything memory knows, for when no file tells how it came about."""
        state = self._memory.state.copy()
        # Stamps up to the newest edit: whatever comes later wins.
        end = max([log.last_stamp(target), *(job.edit[1] + len(job.events) for job in jobs)])
        ends = b"".join(sorted(proof.heads(log.chains(target), self._memory.identity)))
        # A laptop of its own: its stamps must not be those of other edits.
        job = snapshot(state, f"{self._memory.source}.{end}", end, ends)
        self._told.add(job.edit[:2])
        return job

    # ── when all is well again ──────────────────────────────────────────────

    def finish(self, db: Database) -> None:
        """End it when ``db``, the dialogue's own file, holds everything: the rescue file becomes a backup."""
        if self.db is None or self.path is None:
            return
        path, done = self.path, self._names - self._told <= _names(db)
        self.close()
        if done:
            put_away(path, self._backups())

    def close(self) -> None:
        """Close the rescue file; what is in it stays."""
        if self.db is not None:
            with contextlib.suppress(engine.Error):
                self.db.close()
        with contextlib.suppress(OSError):
            files.release(self._lock)
        self.path = self.db = self._lock = None
        self._names.clear()


def _names(db: Database) -> set[Name]:
    return {(str(a), int(b)) for a, b in db.execute("SELECT src, hlc FROM edit").fetchall()}


def _make_private(folder: Path) -> None:
    """Make a folder, and the one it lies in, for the owner alone."""
    for one in (folder.parent, folder):
        one.mkdir(mode=0o700, parents=True, exist_ok=True)


def _age(path: Path) -> tuple[float, str]:
    try:
        return path.stat().st_mtime, path.name
    except OSError:
        return 0.0, path.name


def _complete(rows: LogRows, known: Sequence[Job], identity: bytes) -> bool:
    """Tell whether every edit follows upon one before it: nothing is missing in between."""
    chains = {identity, *(edit[6] for edit in rows.edits)}
    for job in known:
        if job.edit[6] in chains:
            continue
        if not chains.issuperset(proof.split(job.edit[5])):
            return False
        chains.add(job.edit[6])
    return True


def snapshot(state: State, source: str, end: int, before: bytes) -> Job:
    """Return one edit, with no stamp later than ``end``, that tells everything ``state`` holds.

    Args:
        before: The chains it is made upon, sorted, one behind the other.
    """
    rows = [row for name in ENTITY_TYPES for row in state.tables.get(name, {}).values()]
    told = [
        (name, row.id, field, encode(value))
        for name in ENTITY_TYPES
        for row in state.tables.get(name, {}).values()
        for field, value in non_default(row).items()
    ]
    start = end - len(told)
    edit = (source, start, "view", "session.rescued", None)
    return log.chained_job(edit, zip(range(start + 1, end + 1), told, strict=True), before, rows)


def put_away(path: Path, backups: Path) -> Path | None:
    """Make a closed rescue file a backup of now and return it; None when that cannot be, then it stays."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    try:
        _make_private(backups.parent)
        _make_private(backups)
        to, number = backups / f"{stamp}{files.SUFFIX}", 2
        while to.exists():
            to, number = backups / f"{stamp}-{number}{files.SUFFIX}", number + 1
        path.replace(to)
        os.utime(to)
        disk.sync_folder(backups)
        journal_of(path).unlink(missing_ok=True)
        files.lock_place(path).unlink(missing_ok=True)
    except OSError as error:
        _log.warning("a rescue file stays where it is: %s", error.strerror)
        return None
    return to
