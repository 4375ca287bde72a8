"""How much memory this process holds now."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def resident_megabytes() -> float:
    """Return the resident memory in MB; where the system does not tell, the most there ever was."""
    if _STATUS.exists():
        for line in _STATUS.read_text("utf-8").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1_000
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1_000_000 if sys.platform == "darwin" else most / 1_000
