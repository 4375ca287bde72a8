"""Cards laid by hand, found by where they lie."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.board_area import Box, around

_CELL = 1024


class FreeCards:
    """Boxes of cards that lie anywhere, on top of each other perhaps; the highest id lies on top."""

    def __init__(self) -> None:
        self.boxes: dict[str, Box] = {}
        self._cells: dict[tuple[int, int], set[str]] = {}

    @property
    def bounds(self) -> Box | None:
        """Return the smallest box around all of them."""
        return around(self.boxes.values())

    def clear(self) -> None:
        """Take all of them away."""
        self.boxes.clear()
        self._cells.clear()

    def put(self, id: str, box: Box) -> None:
        """Lay a card here, wherever it was."""
        self.drop(id)
        self.boxes[id] = box
        for cell in self._cells_of(box):
            self._cells.setdefault(cell, set()).add(id)

    def drop(self, id: str) -> Box | None:
        """Take a card away and return where it was."""
        box = self.boxes.pop(id, None)
        if box is not None:
            for cell in self._cells_of(box):
                inside = self._cells[cell]
                inside.discard(id)
                if not inside:
                    del self._cells[cell]
        return box

    def within(self, box: Box) -> list[tuple[str, Box]]:
        """Return the cards that meet ``box``, the topmost last."""
        across = box.w // _CELL + 2
        found: set[str] = set()
        if across * (box.h // _CELL + 2) > len(self._cells):
            found.update(self.boxes)
        else:
            for cell in self._cells_of(box):
                found.update(self._cells.get(cell, ()))
        return [(id, self.boxes[id]) for id in sorted(found) if self.boxes[id].meets(box)]

    def at(self, x: float, y: float) -> str | None:
        """Return the topmost card with this point, or None."""
        inside = self._cells.get((int(x // _CELL), int(y // _CELL)), ())
        return max((id for id in inside if self.boxes[id].contains(x, y)), default=None)

    def in_rows(self) -> list[str]:
        """Return all of them in reading order: from the top, in bands of a card's height."""
        return sorted(self.boxes, key=lambda id: (self.boxes[id].y // 128, self.boxes[id].x, id))

    @staticmethod
    def _cells_of(box: Box) -> Iterator[tuple[int, int]]:
        for column in range(box.x // _CELL, (box.right - 1) // _CELL + 1):
            for row in range(box.y // _CELL, (box.bottom - 1) // _CELL + 1):
                yield column, row
