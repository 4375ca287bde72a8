"""Run the tests marked ``soak``: sweeps too long for every day."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.rows import Row

CALM = ("-o", "faulthandler_timeout=1800")
"""They may take longer than an everyday test."""
ROOT = Path(__file__).resolve().parents[1]


def rows() -> list[Row]:
    """Return how many were run and how many failed."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-m", "soak", f"--junitxml={told}", *CALM, "tests"]
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        subprocess.run(command, cwd=ROOT, env=environment, check=False)
        suites = list(ElementTree.parse(told).iter("testsuite"))

    def count(what: str) -> int:
        return sum(int(suite.get(what, 0)) for suite in suites)

    return [
        Row(
            name="long tests run", value=count("tests") - count("skipped"), unit="tests", bar=1, at_least=True
        ),
        Row(
            name="long tests that failed",
            value=count("failures") + count("errors"),
            unit="tests",
            bar=0,
            absolute=True,
        ),
    ]
