"""What an edit did: the one message every view refreshes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

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


def combined(label: str, origin: str, changes: Iterable[ChangeSet]) -> ChangeSet:
    """Return several edits that followed each other as one: every entity as it was first and is last."""
    rows: dict[tuple[str, str], RowChange] = {}
    for change in changes:
        for row in change.rows:
            known = rows.get((row.entity, row.id))
            rows[row.entity, row.id] = row if known is None else replace(known, after=row.after)
    return ChangeSet(label, origin, tuple(row for row in rows.values() if row.before != row.after))
