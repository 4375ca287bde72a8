"""From starting the process to the first painted page, against a bare Qt window; each in its own process."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.rows import Row
from benchmarks.synthetic import make_session
from facilitator import paths
from facilitator.content.library import Library
from facilitator.services.dialogue import go_to_step
from facilitator.services.exchange import import_json

REPEATS = 5
STEP = "ervaren"
NOTES = 10_000


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shelf = folder / "dialogen"
        shelf.mkdir()
        example, many = shelf / "voorbeeld.dialoog", folder / "veel.dialoog"
        with import_json(paths.example(), example, "bench", Library(paths.resources())) as store:
            go_to_step(store, STEP)
        with make_session(many, NOTES) as store:
            go_to_step(store, STEP)
        cases: dict[str, tuple[str, ...]] = {
            "bare": ("bare",),
            "start": ("ours",),
            "example": ("ours", str(example)),
            "many": ("ours", str(many)),
        }
        found: dict[str, list[float]] = {case: [] for case in cases}
        # In turns, so that a slow spell of the machine hits all of them; the first round warms up.
        for round_ in range(REPEATS + 1):
            for case, arguments in cases.items():
                spent = _once(folder, shelf, *arguments)
                if round_:
                    found[case].append(spent)
    middle = {case: statistics.median(spent) for case, spent in found.items()}
    floor = middle["bare"]

    def row(name: str, case: str, bar: float) -> Row:
        return Row(name=name, value=middle[case], unit="s", floor=floor, bar=bar, absolute=True)

    return [
        row("start of the window to the painted start page", "start", 1.5),
        row("start with the example on a painted step page", "example", 2.0),
        row(f"start with {NOTES:,} notes on a painted step page", "many", 3.0),
    ]


def _once(folder: Path, shelf: Path, how: str, *file: str) -> float:
    environment = os.environ | {
        "FACILITATOR_CONFIG": str(folder / "config"),
        "FACILITATOR_SESSIONS": str(shelf),
    }
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", f"benchmarks.start_{how}", repr(time.time()), *file]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return float(done.stdout.splitlines()[-1])
