"""What few starts need and costs time to load is named here by a text and loaded when it is called for."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any


def loaded(place: str) -> Callable[..., Any]:
    """Return what stands at ``package.module:name``."""
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)
