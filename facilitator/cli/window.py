"""The doors to the window, opened only when a window is wanted.

Qt is loaded by name here and nowhere else in the command line: it takes longer to load than most commands
take to run, and a server without its system libraries must still be able to run them.
"""

from __future__ import annotations

import importlib
from pathlib import Path


def _call(module: str, function: str, *arguments: object, **named: object) -> int:
    opened: object = getattr(importlib.import_module(module), function)(*arguments, **named)
    return opened if isinstance(opened, int) else 0


def run_window(path: Path | None, *, example: bool) -> int:
    """Open the window and return its exit code when it closes."""
    return _call("facilitator.ui.application", "run_window", path, example=example)


def play_demo(out: Path) -> int:
    """Play the example evening through the real window into ``out``."""
    return _call("facilitator.ui.demo", "play", out)


def self_test() -> int:
    """Let the program test itself and return the exit code."""
    return _call("facilitator.ui.selftest", "run")
