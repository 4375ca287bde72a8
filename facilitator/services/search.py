"""The search index of one open dialogue: read in slices, and kept true from what edits changed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from facilitator.domain.changes import ChangeSet
from facilitator.domain.search_index import Hits, Query, SearchIndex
from facilitator.domain.state import State

AT_ONCE = 400
"""Changed notes that are taken in straight away (about 20 ms); more than these go in slices too."""
_LOOK_AT_CLOCK = 16


class NoteSearch:
    """Searches the living notes of ``state``, a live view.

    Notes are read again by id whenever they may have changed, so the order in which changes are told, and
    being told one twice, does not matter.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._index = SearchIndex()
        self._waiting: deque[str] = deque(state.tables.get("note", {}))
        self._know_around()

    @property
    def waiting(self) -> int:
        """Return how many notes are still to be read; what ``query`` finds is a part until then."""
        return len(self._waiting)

    def feed(self, budget_ms: float, now: Callable[[], float] = time.perf_counter) -> bool:
        """Read waiting notes for about ``budget_ms``; tell whether there are more."""
        until = now() + budget_ms / 1000
        while self._waiting:
            for _ in range(min(_LOOK_AT_CLOCK, len(self._waiting))):
                self._read(self._waiting.popleft())
            if now() >= until:
                break
        return bool(self._waiting)

    def apply(self, changes: ChangeSet) -> None:
        """Take in what an edit changed."""
        if not changes.entities.isdisjoint(("meeting", "insight")):
            self._know_around()
        rows = changes.of("note")
        if changes.origin == "merge":
            self._waiting = deque(self._state.tables.get("note", {}))
        elif len(rows) > AT_ONCE:
            self._waiting.extend(row.id for row in rows)
        else:
            for row in rows:
                self._read(row.id)

    def query(self, query: Query) -> Hits:
        """Return what is found among the notes read so far."""
        return self._index.query(query)

    def _read(self, id: str) -> None:
        note = self._state.note(id)
        if note is None:
            self._index.drop(id)
        else:
            self._index.put(note)

    def _know_around(self) -> None:
        self._index.set_meetings(self._state.meetings)
        self._index.set_insights(insight.id for insight in self._state.insights)
