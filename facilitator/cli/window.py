"""The doors to the window, opened only when a window is wanted.

Qt is loaded by name here and nowhere else in the command line: it takes longer to load than most commands
take to run, and a server without its system libraries must still be able to run them.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from facilitator.domain.errors import UserError

_QT = ("PySide6", "shiboken6")


def _call(module: str, function: str, *arguments: object, **named: object) -> int:
    """Load a module of the window and call one function of it.

    Raises:
        UserError: ``cli.no_window`` with ``detail`` when this system lacks what Qt needs.
    """
    try:
        loaded = importlib.import_module(module)
    except ImportError as error:
        # Any other module that cannot be loaded is a fault of ours.
        if not (error.name or "").startswith(_QT):
            raise
        raise UserError("cli.no_window", detail=str(error)) from error
    opened: object = getattr(loaded, function)(*arguments, **named)
    return opened if isinstance(opened, int) else 0


def run_window(path: Path | None, *, example: bool) -> int:
    """Open the window and return its exit code when it closes.

    Raises:
        UserError: ``cli.no_window``; ``cli.no_display``, for Qt would end the program without a word of ours.
    """
    if not _has_display():
        raise UserError("cli.no_display")
    return _call("facilitator.ui.application", "run_window", path, example=example)


def _has_display() -> bool:
    # Windows and the Mac always have one; an own choice of platform is Qt's business.
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in wanted)


def play_demo(out: Path) -> int:
    """Play the example evening through the real window into ``out``."""
    return _call("facilitator.ui.demo", "play", out)


def self_test() -> int:
    """Let the program test itself and return the exit code."""
    return _call("facilitator.ui.selftest", "run")
