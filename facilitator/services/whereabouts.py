"""Where this laptop's dialogues lay when they were last open, and what was told of those places.

Kept in one small file: a dialogue whose stick is gone, or whose file can no longer say which dialogue it is,
is still known by it. It holds places and codes, never words.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from facilitator import paths

FILE = "places.json"
MOST = 500
"""Dialogues remembered; those opened longest ago are forgotten first."""

_Entry = dict[str, object]


def seen(identity: bytes, path: Path) -> None:
    """Remember where a dialogue lies; a laptop that cannot keep the list loses only the list."""
    if not identity:
        return
    everything = _read()
    entry = everything.pop(identity.hex(), {})
    everything[identity.hex()] = {**entry, "path": os.path.realpath(path)}
    _write(dict(list(everything.items())[-MOST:]))


def place_of(identity: bytes) -> Path | None:
    """Return where a dialogue lay last, whether it is there or not."""
    path = _read().get(identity.hex(), {}).get("path")
    return Path(path) if isinstance(path, str) else None


def identity_at(path: Path) -> bytes:
    """Return which dialogue lay in a place last, empty when that is not known."""
    here = os.path.realpath(path)
    for name, entry in reversed(_read().items()):
        if entry.get("path") == here:
            with contextlib.suppress(ValueError):
                return bytes.fromhex(name)
    return b""


def tell_once(identity: bytes, code: str) -> bool:
    """Tell whether something is still to be told of a dialogue; it counts as told from now on."""
    everything = _read()
    entry = everything.get(identity.hex(), {})
    told = entry.get("told")
    codes = cast("list[object]", told) if isinstance(told, list) else []
    if code in codes:
        return False
    everything[identity.hex()] = {**entry, "told": [*codes, code]}
    _write(everything)
    return True


def forget(identity: bytes) -> None:
    """Drop what is remembered of a dialogue."""
    everything = _read()
    if everything.pop(identity.hex(), None) is not None:
        _write(everything)


def _read() -> dict[str, _Entry]:
    try:
        raw: object = json.loads((paths.kept() / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(raw, Mapping):
        return {}
    rows = cast("Mapping[str, object]", raw)
    return {name: cast("_Entry", entry) for name, entry in rows.items() if isinstance(entry, dict)}


def _write(everything: Mapping[str, _Entry]) -> None:
    place = paths.kept() / FILE
    draft = place.with_name(f".{FILE}.{os.getpid()}.new")
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(draft, "w", encoding="utf-8", opener=_private) as file:
            json.dump(everything, file, indent=1)
        draft.replace(place)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
