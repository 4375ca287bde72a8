"""The entities of the room are known by the same names as all others."""

from __future__ import annotations

from facilitator.domain import entities, entities_room
from facilitator.domain.schema import ENTITY_TYPES


def test_every_entity_of_the_room_is_an_entity_like_all_others() -> None:
    here = {value for value in vars(entities_room).values() if isinstance(value, type)}
    here = {kind for kind in here if kind.__module__ == entities_room.__name__}
    assert len(here) >= 6
    assert here <= set(ENTITY_TYPES.values())
    assert all(getattr(entities, kind.__name__) is kind for kind in here)
