"""A small disk of its own, where the system lets us make one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def refusal() -> str:
    """Return why no disk can be mounted here, empty when it can."""
    if not sys.platform.startswith("linux"):
        return "only Linux lets a test mount a disk"
    return "" if os.geteuid() == 0 else "mounting a disk takes root"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the system and return what it said."""
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)


@contextmanager
def mounted(place: Path, size: str) -> Iterator[Path]:
    """Give a disk in memory of ``size`` (such as ``2m``); the test is skipped where that cannot be."""
    if why := refusal():
        pytest.skip(why)
    place.mkdir(parents=True)
    done = run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place)
    if done.returncode:
        pytest.skip(f"a disk in memory cannot be mounted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        run("umount", "-l", place)
