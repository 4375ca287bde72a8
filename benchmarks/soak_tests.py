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
NAMES = ("tests", "skipped", "failures", "errors")
ROOT = Path(__file__).resolve().parents[1]


def told_by_tests(*arguments: str, **more: str) -> list[Element]:
    """Run pytest and return what it tells of its suites; ``more`` goes into the environment."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={told}", *CALM, *arguments]
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **more}
        subprocess.run(command, cwd=ROOT, env=environment, check=False)
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


def ran(*what: str) -> tuple[int, int]:
    """Run these tests and return how many were run and how many of them failed."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={told}", *CALM, *what]
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        subprocess.run(command, cwd=ROOT, env=environment, check=False)
        suites = list(ElementTree.parse(told).iter("testsuite"))
    count = {name: sum(int(suite.get(name, 0)) for suite in suites) for name in NAMES}
    return count["tests"] - count["skipped"], count["failures"] + count["errors"]


def rows() -> list[Row]:
    """Return how many were run and how many failed."""
    run, failed = ran("-m", "soak", "tests")
    return [
        Row(name="long tests run", value=run, unit="tests", bar=1, at_least=True),
        Row(name="long tests that failed", value=failed, unit="tests", bar=0, absolute=True),
    ]
