"""A short code for everything a dialogue holds: equal contents give an equal code, on every machine."""

from __future__ import annotations

import hashlib

from facilitator.domain.schema import encode, non_default
from facilitator.domain.state import State

_LETTERS = 20
_VIEWS = frozenset({"board", "spot", "decision"})
"""How somebody laid the notes on a board, or weighed what to print, is not what was said."""


def seal(state: State) -> str:
    """Return the code of all living entities, as five groups of four letters of a SHA-256."""
    digest = hashlib.sha256()
    for name in sorted(state.tables.keys() - _VIEWS):
        for id, row in sorted(state.tables[name].items()):
            if row.alive:
                told = {field: encode(value) for field, value in sorted(non_default(row).items())}
                digest.update(encode([name, id, told]).encode() + b"\n")  # pyright: ignore[reportArgumentType]
    code = digest.hexdigest()[:_LETTERS]
    return "-".join(code[place : place + 4] for place in range(0, _LETTERS, 4))
