"""What an edit did: the one message every view refreshes from."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.entities import Entity


@dataclass(frozen=True, slots=True)
class RowChange:
    """One entity before and after; ``before`` is None when it was not known, never when dead."""

    entity: str
    id: str
    before: Entity | None
    after: Entity

    @property
    def was_alive(self) -> bool:
        """Tell whether it was there before."""
        return self.before is not None and self.before.alive

    @property
    def appeared(self) -> bool:
        """Tell whether it is new or came back."""
        return self.after.alive and not self.was_alive

    @property
    def vanished(self) -> bool:
        """Tell whether it was deleted (or its creation undone)."""
        return self.was_alive and not self.after.alive


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything one edit changed.

    Attributes:
        label: Message key of the gesture, such as ``"note.moved"``; for undo and redo that of the edit
            undone or redone.
        origin: ``edit``, ``undo``, ``redo`` or ``merge``; ``merge`` means: read everything anew.
    """

    label: str
    origin: str
    rows: tuple[RowChange, ...]

    def of(self, entity: str) -> tuple[RowChange, ...]:
        """Return the changes of one kind of entity."""
        return tuple(row for row in self.rows if row.entity == entity)

    @property
    def entities(self) -> frozenset[str]:
        """Return the kinds of entity that changed."""
        return frozenset(row.entity for row in self.rows)
