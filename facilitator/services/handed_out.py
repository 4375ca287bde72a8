"""Which files of a dialogue left it on this laptop: where they went, when, of what kind; never its words.

Kept in one small file, so that somebody who erases or removes can be told what may still hold the words.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from facilitator import paths

FILE = "exports.json"
MOST = 500
"""Files remembered of one dialogue; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file that was written for somebody.

    Attributes:
        kind: Ending of its name without the dot, ``copy`` for a copy of the dialogue itself.
        day: ISO date.
    """

    path: Path
    kind: str
    day: str


def record(identity: bytes, written: Iterable[Path], kind: str = "") -> None:
    """Remember files that were just written; a laptop that cannot keep the list loses only the list."""
    if not identity:
        return
    everything, today = _read(), date.today().isoformat()
    new = [HandedOut(path.absolute(), kind or path.suffix.lstrip(".").casefold(), today) for path in written]
    places = {one.path for one in new}
    mine = [one for one in everything.get(identity.hex(), []) if one.path not in places]
    everything[identity.hex()] = [*mine, *new][-MOST:]
    _write(everything)


def known(identity: bytes) -> list[HandedOut]:
    """Return the files that are still where they were written, newest first."""
    found = reversed(_read().get(identity.hex(), []))
    return [one for one in found if os.path.lexists(one.path)]


def forget(identity: bytes) -> None:
    """Drop what is remembered of a dialogue."""
    everything = _read()
    if everything.pop(identity.hex(), None) is not None:
        _write(everything)


def _place() -> Path:
    return paths.kept() / FILE


def _read() -> dict[str, list[HandedOut]]:
    try:
        raw: object = json.loads(_place().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(raw, Mapping):
        return {}
    return {
        str(name): [one for row in cast("list[object]", rows) if (one := _one(row)) is not None]
        for name, rows in cast("Mapping[object, object]", raw).items()
        if isinstance(rows, list)
    }


def _one(row: object) -> HandedOut | None:
    values = cast("list[object]", row) if isinstance(row, list) else []
    if len(values) != 3 or not all(isinstance(value, str) for value in values):
        return None
    path, kind, day = cast("list[str]", values)
    return HandedOut(Path(path), kind, day)


def _write(everything: Mapping[str, Iterable[HandedOut]]) -> None:
    place = _place()
    draft = place.with_name(f".{place.name}.{os.getpid()}.new")
    rows = {
        name: [[str(one.path), one.kind, one.day] for one in found]
        for name, found in everything.items()
        if found
    }
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(
            os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as file:
            # A path may hold bytes that are no text; an escape keeps them.
            json.dump(rows, file, indent=1)
        draft.replace(place)
