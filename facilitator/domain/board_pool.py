"""Areas that follow their notes: pools in reading order, and blocks in which nothing ever moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator.domain.board_area import Area, columns_for

BLOCK_COLUMNS = 6
BLOCK_ROWS = 12
BLOCK = BLOCK_COLUMNS * BLOCK_ROWS


class Pool(Area):
    """An area that follows its notes: no holes, columns by their number, every card in reading order."""

    __slots__ = ()

    def fill(self, ids: list[str], steps: bytearray) -> None:
        """Hold exactly these notes."""
        self.ids, self._steps = ids, steps
        self.columns = columns_for(len(ids))
        self.lay()

    def settle(self, gone: Sequence[int], came: Iterable[tuple[int, str, int]]) -> None:
        """Let the notes at ``gone`` (rising) leave and put ``(index, id, step)`` in, one after the other."""
        first = gone[0] if gone else self.slots
        for index in reversed(gone):
            del self.ids[index], self._steps[index]
        for index, id, step in came:
            self.ids.insert(index, id)
            self._steps.insert(index, step)
            first = min(first, index)
        columns = columns_for(len(self.ids))
        if columns != self.columns:
            self.columns, first = columns, 0
        self.lay(min(first, len(self._steps)))

    def set_steps(self, steps: Iterable[tuple[int, int]]) -> None:
        """Give cards, ``(index, step)``, another height."""
        first = self.slots
        for index, step in steps:
            if self._steps[index] != step:
                self._steps[index] = step
                first = min(first, index)
        if first < self.slots:
            self.lay(first)


class Block(Area):
    """A fixed grid of places: who leaves, leaves a hole, and who comes back finds it free.

    A row is as high as its highest card; once something lies under it, it stays so.
    """

    __slots__ = ("_gone", "_places", "_taken", "open")

    def __init__(self, key: str, columns: int = BLOCK_COLUMNS) -> None:
        super().__init__(key, head=0, pad=0, columns=columns)
        self.open = True
        self._taken: list[str] = []
        self._gone: set[str] = set()
        self._places: list[int] = []

    @property
    def full(self) -> bool:
        """Tell whether nothing can be added."""
        return len(self._taken) >= BLOCK

    def id_in(self, slot: int) -> str:
        id = self._taken[slot]
        return "" if id in self._gone else id

    def slot_of(self, index: int) -> int:
        return self._places[index]

    def fill(self, ids: Sequence[str], steps: Sequence[int]) -> None:
        """Hold these notes, in these places."""
        self._taken, self._steps = list(ids), bytearray(steps)
        self._gone.clear()
        self._count()
        self.lay()

    def add(self, id: str, step: int) -> None:
        """Put a note in the next free place."""
        self._taken.append(id)
        self._steps.append(step)
        self._count()
        self.lay(len(self._taken) - 1)

    def leave(self, id: str) -> None:
        """Take a note away; its place stays its own."""
        self._gone.add(id)
        self._count()

    def back(self, id: str, step: int) -> None:
        """Put a note back in the place it left."""
        self._gone.discard(id)
        self._count()
        self.set_step(id, step)

    def set_step(self, id: str, step: int) -> None:
        """Give a card another height, as far as its row allows."""
        slot = self._taken.index(id)
        row = slot // self.columns
        if self.open and row == (self.slots - 1) // self.columns:
            self._steps[slot] = step
            self.lay(slot)
        else:
            self._steps[slot] = min(step, self._rows[row])

    def _count(self) -> None:
        self._places = [slot for slot, id in enumerate(self._taken) if id not in self._gone]
        self.ids = [self._taken[slot] for slot in self._places]
