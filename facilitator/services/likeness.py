"""Which notes say almost what somebody is typing now; kept true while the dialogue changes.

likeness = Likeness(store)                     # cheap: nothing is read yet
while not likeness.catch_up(seconds=0.004): …  # a slice at a time (a zero timer); from then on true by itself
likeness.similar("De wachttijd is te lang", 3) # -> [(note id, likeness 80..100), …], best first
likeness.close()
"""

from __future__ import annotations

import time
from collections import deque

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Note
from facilitator.similarity.near import NearIndex
from facilitator.similarity.words import Reader
from facilitator.store.session import SessionStore

_AT_ONCE = 16
"""Notes read between two looks at the clock: well under a millisecond."""


class Likeness:
    """An index in memory over all living notes; lives on the thread of the store."""

    def __init__(self, store: SessionStore) -> None:
        self._store = store
        self._reader = Reader(store.state.dialogue.language)
        self._index = NearIndex()
        self._waiting: deque[str] = deque()
        self._begin()
        self._leave = store.subscribe(self._apply)

    def close(self) -> None:
        """Stop following the dialogue."""
        self._leave()

    @property
    def ready(self) -> bool:
        """Tell whether every note is in the index."""
        return not self._waiting

    def catch_up(self, seconds: float = 0.004) -> bool:
        """Read notes for about so long; True when all are in. ``similar`` knows only what was read."""
        end = time.perf_counter() + seconds
        while self._waiting:
            for _ in range(min(_AT_ONCE, len(self._waiting))):
                self._read(self._waiting.popleft())
            if time.perf_counter() >= end:
                break
        return self.ready

    def similar(self, text: str, limit: int = 3, without: str = "") -> list[tuple[str, float]]:
        """Return id and likeness (80..100) of the notes that say almost this, best first.

        ``without`` is the id of a note not to be found, such as the one that is edited.
        """
        return self._index.similar(self._reader.stems(text), limit, without)

    def _begin(self) -> None:
        self._index = NearIndex()
        self._waiting = deque(self._store.state.tables.get("note", {}))

    def _read(self, id: str) -> None:
        note = self._store.state.note(id)
        if note is not None:
            self._keep(note)

    def _keep(self, note: Note) -> None:
        self._index.put(note.id, self._reader.stems(note.text))

    def _apply(self, changes: ChangeSet) -> None:
        if changes.origin == "merge":
            self._begin()
            return
        for row in changes.of("note"):
            if isinstance(row.after, Note) and row.after.alive:
                self._keep(row.after)
            else:
                self._index.drop(row.id)
