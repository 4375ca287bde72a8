"""Run the tests marked ``soak``: sweeps too long for every day."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from benchmarks.rows import Row

CALM = ("-o", "faulthandler_timeout=1800")
"""They may take longer than an everyday test."""
SPREAD = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile")
ROOT = Path(__file__).resolve().parents[1]


def told_by_tests(*arguments: str, **more: str) -> list[Element]:
    """Run pytest and return what it tells of its suites; ``more`` goes into the environment."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={told}", *CALM, *SPREAD, *arguments]
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **more}
        ended = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        if not told.exists():
            raise RuntimeError(f"pytest ended with {ended.returncode} and told nothing")
        return list(ElementTree.parse(told).iter("testsuite"))


def rows_of(suites: list[Element], name: str, least: int) -> list[Row]:
    """Return how many tests were run and how many failed."""

    def count(what: str) -> int:
        return sum(int(suite.get(what, 0)) for suite in suites)

    run, failed = count("tests") - count("skipped"), count("failures") + count("errors")
    return [
        Row(name=f"{name} run", value=run, unit="tests", bar=least, at_least=True),
        Row(name=f"{name} that failed", value=failed, unit="tests", bar=0, absolute=True),
    ]


def rows() -> list[Row]:
    """Return how many were run and how many failed."""
    return rows_of(told_by_tests("-m", "soak", "tests"), "long tests", 1)
