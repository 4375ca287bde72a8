"""The dialogue in memory: applies edits at once and tells what to write of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain import caps
from facilitator.domain.changes import ChangeSet, RowChange
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, Value, encode
from facilitator.domain.state import State, Tables
from facilitator.store import log, projection, proof
from facilitator.store.clock import HybridClock, Now
from facilitator.store.edit import Edit, erased_rows
from facilitator.store.engine import Database
from facilitator.store.log import Blank, EditInfo, FieldChange, Job
from facilitator.store.undo import Done, UndoStacks


@dataclass(frozen=True, slots=True)
class Told:
    """All that a file tells, read on any thread and not yet held."""

    tables: Tables
    edits: list[EditInfo]
    last_stamp: int
    identity: bytes
    heads: set[bytes]
    erased: set[tuple[str, str]]


def read(db: Database, source: str) -> Told:
    """Return what a file tells, with the edits of the laptop ``source``.

    Raises:
        UserError: ``data.changed``, ``data.bad_value``.
    """
    identity = log.identity(db)
    return Told(
        projection.read(db),
        log.edits(db, source),
        log.last_stamp(db),
        identity,
        proof.heads(log.chains(db), identity),
        {(entity, id) for entity, id, field, _ in log.erasures(db) if not field},
    )


class Memory:
    """State, undo and the ends of the chain; every change gives the job that makes it durable.

    Args:
        submit: Called with each job, in order.

    Attributes:
        state: Live view of all entities.
        identity: Which dialogue this is: the same bytes in every copy of it.
    """

    def __init__(self, source: str, now: Now, submit: Callable[[Job], None]) -> None:
        self.source = source
        self.identity = b""
        self.stacks = UndoStacks()
        self.tables: Tables = {name: {} for name in ENTITY_TYPES}
        self.state = State(self.tables, ordered={})
        self._submit = submit
        self._clock = HybridClock(now)
        self._heads: set[bytes] = set()
        self._erased: set[tuple[str, str]] = set()

    def take(self, told: Told) -> None:
        """Hold what was read instead of what is held."""
        # The tables keep their identity: views hold ``state``.
        for name, rows in told.tables.items():
            self.tables[name].clear()
            self.tables[name].update(rows)
        if self.state.ordered is not None:
            self.state.ordered.clear()
        self._keep_last_seqs()
        self.stacks.load(told.edits)
        self._clock.saw(told.last_stamp)
        self.identity, self._heads, self._erased = told.identity, told.heads, told.erased

    def _keep_last_seqs(self) -> None:
        # Asked for every note that is captured: walking ten thousand of them each time would be felt.
        self.state.last_seq.clear()
        for name, defaults in DEFAULTS.items():
            if "seq" in defaults:
                self.state.last_seq[name] = self.state.next_seq(name) - 1

    @property
    def seal(self) -> str:
        """Return the code of the whole log as it is in memory."""
        return proof.code(self.identity, self._heads)

    def apply(self, edit: Edit, kind: str, undoes: int | None) -> ChangeSet | None:
        """Make an edit true and hand on its job; None when it changes nothing."""
        # Nothing is said of what was erased: files that come together would take it away again, unseen.
        rows, fields = edit.outcome(without=self._erased)
        if not rows and undoes is None:
            return None
        stamp = self._clock.tick()
        told = [
            (self._clock.tick(), (entity, id, field, encode(after))) for entity, id, field, _, after in fields
        ]
        self._take(rows)
        changes = tuple(FieldChange(*change) for change in fields)
        self.stacks.record(Done(stamp, edit.label, changes), kind, undoes)
        self._tell_disk((self.source, stamp, kind, edit.label, undoes), told, rows)
        return ChangeSet(edit.label, "edit" if kind == "view" else kind, rows)

    def revert(self, done: Done, changes: Sequence[FieldChange], kind: str) -> ChangeSet | None:
        """Give every field that still is as ``done`` left it the value before."""
        edit = Edit(done.label, self.tables)
        for change in changes:
            now: object = getattr(self.tables[change.entity][change.id], change.field)
            # What somebody else changed since (by a merge) stays as they left it.
            if now == change.after:
                edit.put(change.entity, change.id, {change.field: change.before})
        return self.apply(edit, kind, done.stamp)

    def erase(
        self,
        entities: Sequence[tuple[str, str]],
        fields: Mapping[tuple[str, str, str], Value],
        label: str,
    ) -> ChangeSet | None:
        """Take words away for good; see ``SessionStore.erase``."""
        entities = [place for place in entities if place not in self._erased]
        gone = self._erased.union(entities)
        fields = {
            place: caps.kept(place[0], place[2], value)
            for place, value in fields.items()
            if place[:2] not in gone
        }
        rows = erased_rows(self.tables, entities, fields)
        if not rows:
            return None
        known = {(row.entity, row.id) for row in rows}
        whole = [place for place in entities if place in known]
        wanted: dict[tuple[str, str, str], Value] = {
            place: value for place, value in fields.items() if place[:2] in known
        }
        wanted |= {(entity, id, "alive"): False for entity, id in whole}
        stamp = self._clock.tick()
        told = [(self._clock.tick(), (*place, encode(value))) for place, value in wanted.items()]
        blanks = [(*place, "") for place in whole] + [place for place in wanted if place[2] != "alive"]
        self._take(rows)
        self._erased.update(whole)
        # What undo remembers holds the words too.
        self.stacks.forget_contents()
        self._tell_disk((self.source, stamp, "erase", label, None), told, rows, blanks)
        return ChangeSet(label, "erase", rows)

    def _take(self, rows: Sequence[RowChange]) -> None:
        for row in rows:
            self.tables[row.entity][row.id] = row.after
            seq: int | None = getattr(row.after, "seq", None)
            if seq is not None and seq > self.state.last_seq[row.entity]:
                self.state.last_seq[row.entity] = seq
        self.state.follow(rows)

    def _tell_disk(
        self,
        edit: tuple[str, int, str, str, int | None],
        told: Sequence[tuple[int, tuple[str, str, str, str]]],
        rows: Sequence[RowChange],
        blanks: Sequence[Blank] = (),
    ) -> None:
        before = b"".join(sorted(self._heads))
        job = log.chained_job(edit, told, before, [row.after for row in rows], blanks)
        self._heads = {job.edit[6]}
        self._submit(job)


def as_damage(error: UserError, path: object) -> UserError:
    """Return what to say of a file that holds another text than was written: nobody may take it for said."""
    if error.code != "data.changed":
        return error
    return UserError("store.damaged", path=str(path), detail="text")
