"""One window per dialogue: a second start asks the first one to come to the front, by files alone.

The window that has a dialogue open for writing looks now and then whether somebody asks. A request is a file
in a folder of this user; taking it away is the answer.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path

from facilitator import paths

FOLDER = "windows"
FRESH_SECONDS = 5.0
"""An older request is of somebody who gave up long ago."""
PATIENCE = 1.0
"""So many seconds a second start waits for an answer."""
_STEP = 0.05


def ask(path: Path) -> Path | None:
    """Ask the window that has ``path`` open to come to the front; None when nothing can be asked here.

    The file that is returned goes when somebody answers.
    """
    place = _request(path)
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(place, os.O_WRONLY | os.O_CREAT, 0o600))
        os.utime(place)
    except OSError:
        return None
    return place


def is_answered(request: Path) -> bool:
    """Tell whether somebody took the request."""
    return not os.path.lexists(request)


def withdraw(request: Path) -> bool:
    """Take back a request; False when somebody took it just before."""
    try:
        request.unlink()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def ask_and_wait(path: Path, seconds: float = PATIENCE) -> bool:
    """Ask, and wait for the answer at most so long; tell whether there was one."""
    request = ask(path)
    if request is None:
        return False
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_answered(request):
            return True
        time.sleep(_STEP)
    return not withdraw(request)


def is_asked(path: Path) -> bool:
    """Tell whether somebody asks for the window of ``path``, and answer."""
    place = _request(path)
    try:
        asked = place.stat().st_mtime
    except OSError:
        return False
    with contextlib.suppress(OSError):
        place.unlink()
    return time.time() - asked < FRESH_SECONDS


def _request(path: Path) -> Path:
    # By a digest: the name of a file may be longer than a name may be, and is nobody's business.
    name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
    return paths.kept() / FOLDER / f"{name}.ask"
