"""What goes takes along what was decided about it before publication."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.domain.state import State
from facilitator.services.findings import decisions_about
from facilitator.store.edit import Edit


def take_out(edit: Edit, state: State, entity: str, ids: Iterable[str]) -> None:
    """Delete entities in an edit, and every decision about them; undo brings both back."""
    gone = list(ids)
    for id in gone:
        edit.delete(entity, id)
    for decision in decisions_about(state, entity, gone):
        edit.delete("decision", decision)
