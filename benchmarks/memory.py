"""How much memory this process holds now."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def resident_megabytes() -> float:
    """Return the resident memory in MB; where the system does not tell, the most there ever was."""
    told = _told("VmRSS:")
    if told is not None:
        return told
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1_000_000 if sys.platform == "darwin" else most / 1_000


def anonymous_megabytes() -> float:
    """Return the part that is no file of the disk, in MB; all of it where the system does not tell."""
    told = _told("RssAnon:")
    return resident_megabytes() if told is None else told


def _told(name: str) -> float | None:
    if not _STATUS.exists():
        return None
    lines = _STATUS.read_text("utf-8").splitlines()
    return next((int(line.split()[1]) * 1_024 / 1_000_000 for line in lines if line.startswith(name)), None)
