"""Which files the window takes, told once: for what is dropped, for what is chosen, and in words."""

from __future__ import annotations

from pathlib import Path

DIALOGUE, EXPORT, SURVEY, SEALED = "dialogue", "export", "survey", "sealed"

KINDS = {
    ".dialoog": DIALOGUE,
    ".json": EXPORT,
    ".csv": SURVEY,
    ".xlsx": SURVEY,
    ".age": SEALED,
}
"""Ending of a file, in small letters -> its kind."""


def kind_of(path: Path) -> str:
    """Return the kind a file is by its ending, empty for any other."""
    return KINDS.get(path.suffix.lower(), "")


def endings(*kinds: str) -> list[str]:
    """Return the endings of these kinds."""
    return [ending for ending, kind in KINDS.items() if kind in kinds]


def patterns(*kinds: str) -> str:
    """Return these kinds as a file chooser wants them: ``*.csv *.xlsx``."""
    return " ".join(f"*{ending}" for ending in endings(*kinds))
