"""The window people use with ten thousand notes on the board: keys, opening, searching, memory.

Each measurement has a process of its own, which also tells how much of the time the window's thread was
at work: on a machine that does other things as well, the difference is theirs.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.rows import Row
from benchmarks.synthetic import make_session
from benchmarks.window_doors import DOORS
from facilitator.services.dialogue import go_to_step

STEP = "ervaren"
KEY_MS = 16.7
SEARCH_MS = 16.0
MEMORY_MB = 250
PAUSE_MS = 100
RESTYLED = ("other colours",)
"""Doors behind which Qt dresses every widget anew, in one piece."""
OPEN_S = {10_000: 0.5, 100_000: 3.0}


def rows() -> list[Row]:
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        files = {notes: _file(Path(name), notes) for notes in OPEN_S}
        small, large = files[10_000], files[100_000]
        for words, case in (("", "enter"), (", disk takes 500 ms a commit", "slow")):
            told = _measured(case, small)
            said = f"window: Enter to painted note at 10,000{words}"
            found += _of_keys(said, told, 0.99, KEY_MS)
            found.append(
                Row(name=f"{said}, longest wait after it, p99", value=_at(told["longest"], 0.99), unit="ms")
            )
        for notes, file in files.items():
            told = _measured("opening", file)
            said = f"window: open {notes:,} notes"
            value = statistics.median(told["ready"])
            found += [
                Row(name=f"{said} to the answer to a key", value=value, unit="s", bar=OPEN_S[notes]),
                Row(name=f"{said}, work of the window", value=statistics.median(told["thread"]), unit="s"),
            ]
        for notes, file in ((10_000, small), (100_000, large)):
            told = _measured("search", file)
            found += _of_keys(
                f"window: key in the search of {notes:,} to painted hits", told, 0.95, SEARCH_MS
            )
        told = _measured("grouping", small)
        found += _of_keys("window: note carried to an insight at 10,000", told, 0.95, None)
        searching = {"clock": told["searching"], "thread": told["searching thread"]}
        found += _of_keys("window: the same while searching", searching, 0.95, None)
        found += _of_doors(small)
        told = _measured("memory", small)
        found += [
            Row(name="window: memory with 10,000 notes", value=told["resident"][0], unit="MB", bar=MEMORY_MB),
            Row(name="window: memory that is no file", value=told["anonymous"][0], unit="MB"),
        ]
    return found


def _of_keys(name: str, told: dict[str, list[float]], share: float, bar: float | None) -> list[Row]:
    clock, thread = told["clock"], told["thread"]
    worst = f"p{share * 100:.0f}"
    return [
        Row(name=f"{name}, {worst}", value=_at(clock, share), unit="ms", bar=bar),
        Row(name=f"{name}, median", value=statistics.median(clock), unit="ms"),
        Row(name=f"{name}, work of the window, {worst}", value=_at(thread, share), unit="ms"),
    ]


def _of_doors(file: Path) -> list[Row]:
    """Return the longest pause of the window behind each of its doors, on a slow disk."""
    found: list[Row] = []
    for name in DOORS:
        command = [sys.executable, "-m", "benchmarks.window_doors", str(file), name]
        environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        longest, work, _, _ = json.loads(done.stdout.splitlines()[-1])[name]
        said, bar = f"window: {name}, disk takes 500 ms a commit", None if name in RESTYLED else PAUSE_MS
        found += [
            Row(name=f"{said}, longest pause", value=longest, unit="ms", bar=bar),
            Row(name=f"{said}, most work at a stretch", value=work, unit="ms"),
        ]
    return found


def _at(spent: list[float], share: float) -> float:
    return sorted(spent)[min(int(len(spent) * share), len(spent) - 1)]


def _file(folder: Path, notes: int) -> Path:
    path = folder / f"{notes}.dialoog"
    with make_session(path, notes, (STEP,)) as store:
        go_to_step(store, STEP)
        store.wait_saved()
    return path


def _measured(case: str, file: Path) -> dict[str, list[float]]:
    """Run one measurement on a copy of ``file``."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "werk.dialoog"
        shutil.copyfile(file, copy)
        command = [sys.executable, "-m", "benchmarks.window_work", case, str(copy)]
        environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return json.loads(done.stdout.splitlines()[-1])
