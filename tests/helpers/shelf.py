"""The methods and packs that ship with the program, read once for all tests of a process."""

from __future__ import annotations

from functools import cache

from facilitator import paths
from facilitator.content.library import Library


@cache
def shelf() -> Library:
    """Return the library without own folders; nobody changes it."""
    return Library(paths.resources())
