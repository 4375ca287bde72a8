"""Where things lie: resources, sessions, settings and logs; the only module that knows."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

import platformdirs

APP = "Facilitator"
_PACKAGE = Path(__file__).resolve().parent


def open_plain(path: Path) -> BinaryIO:
    """Open a file for reading; what is no plain file, and might be read for ever, is refused.

    Raises:
        OSError: as ``open``; ``EINVAL`` for a pipe, a device or a folder.
    """
    # Opening a pipe nobody writes to would wait.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a plain file", str(path))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


class MissingResourcesError(Exception):
    """The program's own data files cannot be found; the text says where it looked."""


def _resource_places() -> list[Path]:
    chosen = os.environ.get("FACILITATOR_RESOURCES")
    if chosen:
        return [Path(chosen)]
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if isinstance(frozen, str) else []
    return [*places, _PACKAGE.parent / "resources", _PACKAGE / "_resources"]


def resources() -> Path:
    """Return the folder with methods, personas, fonts and texts.

    Raises:
        MissingResourcesError: with one line that names every place looked at.
    """
    places = _resource_places()
    for place in places:
        if (place / "methods").is_dir():
            return place
    looked = ", ".join(str(place) for place in places)
    raise MissingResourcesError(
        f"Facilitator cannot find its resources folder (looked in: {looked}). Install it again."
    )


def checkout() -> Path | None:
    """Return the root of the source checkout the program runs from, or None when installed."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "sessions").is_dir() else None


def sessions() -> Path:
    """Return the folder for dialogue files: ``sessions/`` in a checkout, else in the user's documents."""
    chosen = os.environ.get("FACILITATOR_SESSIONS")
    if chosen:
        return Path(chosen)
    root = checkout()
    return root / "sessions" if root else Path(platformdirs.user_documents_dir()) / APP


def example() -> Path:
    """Return the example dialogue (JSON) that ships with the program."""
    root = checkout()
    beside = root / "sessions" if root else resources() / "examples"
    return beside / "voorbeeld-twente.json"


def settings_file() -> Path:
    """Return the file with the user's settings."""
    chosen = os.environ.get("FACILITATOR_CONFIG")
    folder = Path(chosen) if chosen else Path(platformdirs.user_config_dir(APP, appauthor=False))
    return folder / "settings.json"


def kept() -> Path:
    """Return the folder on the internal disk for what is kept for safety; see ``backups`` and ``rescued``."""
    chosen = os.environ.get("FACILITATOR_DATA")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(APP, appauthor=False))


def backups() -> Path:
    """Return the folder with one folder of backups per dialogue, named by its identity."""
    return kept() / "backups"


def rescued() -> Path:
    """Return the folder for what could not be written where the dialogue lies."""
    return kept() / "rescued"


def logs() -> Path:
    """Return the folder for log files."""
    chosen = os.environ.get("FACILITATOR_CONFIG")
    return Path(chosen) / "logs" if chosen else Path(platformdirs.user_log_dir(APP, appauthor=False))
