"""Which notes lie where while grouping, kept true change by change: a gesture costs what it touches."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from facilitator.domain.changes import ChangeSet, RowChange
from facilitator.domain.entities import Note
from facilitator.domain.evidence import Evidence, gather, persona_mix
from facilitator.domain.state import State

Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Moved:
    """What a change did to the grouping.

    Attributes:
        everything: Everything was read anew; the rest says nothing then.
        rows: Notes that changed themselves, or whose insight came or went.
        insights: Ids of insights whose notes or texts differ now.
    """

    everything: bool = False
    rows: tuple[RowChange, ...] = ()
    insights: frozenset[str] = field(default_factory=frozenset[str])


class _Lie(NamedTuple):
    """Where a note lay when it was last looked at: in these insights, else loose or parked."""

    key: Key
    places: tuple[str, ...]
    parked: bool


class GroupIndex:
    """Notes by insight, loose and parked, in reading order.

    Attributes:
        facts: The lists; they are changed in place.
        placed: Number of notes under at least one insight.
    """

    def __init__(self) -> None:
        self.facts = Evidence()
        self.placed = 0
        self._lies: dict[str, _Lie] | None = None
        self._linked: dict[str, set[str]] = {}
        self._mixes: dict[str, list[tuple[str, int]]] = {}

    def read(self, state: State) -> None:
        """Read everything anew."""
        self.facts = gather(state)
        self._mixes.clear()
        self._lies = None
        self.placed = len(self.facts.channel_of) - len(self.facts.tray) - len(self.facts.parked)

    def settle(self) -> dict[str, _Lie]:
        """Remember where each note lies, so that changes can be followed; from then on it costs nothing."""
        if self._lies is not None:
            return self._lies
        lies = self._lies = dict[str, _Lie]()
        linked: dict[str, set[str]] = defaultdict(set)
        by_insight = self.facts.by_insight
        for notes in (*by_insight.values(), self.facts.tray, self.facts.parked):
            for note in notes:
                if note.id in lies:
                    continue
                places = tuple(id for id in note.insights if id in by_insight)
                lies[note.id] = _Lie(_key(note), places, note.parked is not None)
                for id in note.insights:
                    linked[id].add(note.id)
        self._linked = linked
        return lies

    def apply(self, changes: ChangeSet, state: State) -> Moved:
        """Follow one change; a merge is read anew."""
        if changes.origin == "merge":
            self.read(state)
            return Moved(everything=True)
        self.settle()
        rows = {row.id: row for row in changes.of("note")}
        touched: set[str] = set()
        for row in changes.of("insight"):
            touched.add(row.id)
            if row.appeared or row.vanished:
                for id in self._linked.get(row.id, ()):
                    note = state.note(id)
                    if note is not None and id not in rows:
                        rows[id] = RowChange("note", id, note, note)
        for row in rows.values():
            note = row.after
            if isinstance(note, Note):
                self._take_out(note.id, touched)
                self._relink(row)
                if note.alive:
                    self._put_in(note, state, touched)
        for id in touched:
            self._mixes.pop(id, None)
        return Moved(rows=tuple(rows.values()), insights=frozenset(touched))

    def _relink(self, row: RowChange) -> None:
        before, after = row.before, row.after
        if isinstance(before, Note):
            for id in before.insights:
                self._linked.get(id, set[str]()).discard(row.id)
        if isinstance(after, Note) and after.alive:
            for id in after.insights:
                self._linked.setdefault(id, set[str]()).add(row.id)

    def _take_out(self, id: str, touched: set[str]) -> None:
        lie = self.settle().pop(id, None)
        if lie is None:
            return
        for insight in lie.places:
            _remove(self.facts.by_insight[insight], lie.key)
            if not self.facts.by_insight[insight]:
                del self.facts.by_insight[insight]
        touched.update(lie.places)
        if lie.places:
            self.placed -= 1
        else:
            _remove(self.facts.parked if lie.parked else self.facts.tray, lie.key)

    def _put_in(self, note: Note, state: State, touched: set[str]) -> None:
        places = tuple(id for id in note.insights if state.insight(id) is not None)
        self.settle()[note.id] = _Lie(_key(note), places, note.parked is not None)
        for insight in places:
            _insert(self.facts.by_insight.setdefault(insight, []), note)
        touched.update(places)
        if places:
            self.placed += 1
        else:
            _insert(self.facts.tray if note.parked is None else self.facts.parked, note)

    def mix(self, insight: str) -> list[tuple[str, int]]:
        """Return persona id and count of the notes under an insight, most first."""
        found = self._mixes.get(insight)
        if found is None:
            found = self._mixes[insight] = persona_mix(self.facts.by_insight.get(insight, ()))
        return found


def _key(note: Note) -> Key:
    return note.seq, note.id


def _insert(notes: list[Note], note: Note) -> None:
    notes.insert(bisect_left(notes, _key(note), key=_key), note)


def _remove(notes: list[Note], key: Key) -> None:
    del notes[bisect_left(notes, key, key=_key)]
