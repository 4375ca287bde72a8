"""How boards lie: cards laid by hand, tidied again, coloured by something else; and notes doubled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.services import fields as f
from facilitator.store.session import SessionStore

FARTHEST = 1_000_000
"""No card lies farther from the middle of a board, in board units."""


def lay(store: SessionStore, key: str, places: Mapping[str, tuple[int, int]]) -> None:
    """Lay notes at these places (left upper corner) on one board, in one edit.

    Raises:
        UserError: ``note.unknown``.
    """
    spots = [
        e.Spot(
            id=spot_id(key, f.need_note(store.state, note).id), board=key, note=note, x=_held(x), y=_held(y)
        )
        for note, (x, y) in places.items()
    ]
    with store.edit("board.laid") as edit:
        for spot in spots:
            edit.create(spot)


def spot_id(key: str, note: str) -> str:
    """Return the id of the spot of a note on a board."""
    return f"{key}/{note}"


def _held(length: int) -> int:
    return max(-FARTHEST, min(FARTHEST, round(length)))


def tidy(store: SessionStore, key: str, arrangement: str | None = None) -> None:
    """Arrange a board (None: as it was), so that nothing on it lies by hand any more.

    Raises:
        UserError: ``board.bad_arrangement``.
    """
    board = store.state.board(key)
    wanted = board.arrangement if arrangement is None else arrangement
    if wanted not in e.ARRANGEMENTS:
        raise UserError("board.bad_arrangement", value=wanted, allowed=", ".join(e.ARRANGEMENTS))
    with store.edit("board.tidied") as edit:
        for spot in store.state.spots:
            if spot.board == key:
                edit.delete("spot", spot.id)
        if wanted != board.arrangement:
            edit.create(replace(board, arrangement=wanted))


def recolour(store: SessionStore, key: str, colouring: str) -> None:
    """Let the colour of the papers on a board tell something else.

    Raises:
        UserError: ``board.bad_colouring``.
    """
    if colouring not in e.COLOURINGS:
        raise UserError("board.bad_colouring", value=colouring, allowed=", ".join(e.COLOURINGS))
    board = store.state.board(key)
    with store.edit("board.recoloured") as edit:
        if colouring != board.colouring:
            edit.create(replace(board, colouring=colouring))


def duplicate(store: SessionStore, ids: Iterable[str]) -> list[str]:
    """Make a second note of each of these, with the same words and places, and return the new ids.

    Raises:
        UserError: ``note.unknown``.
    """
    notes = [f.need_note(store.state, id) for id in f.unique(ids)]
    seq = store.state.next_seq("note")
    copies = [replace(note, id=store.new_id(), seq=seq + nth) for nth, note in enumerate(notes)]
    with store.edit("notes.duplicated") as edit:
        for copy in copies:
            edit.create(copy)
    return [copy.id for copy in copies]
