"""Run every long trial named ``soak_*``: ``python -m benchmarks.soak [--only NAME] [--scale 0.1]``."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

from benchmarks import rows
from benchmarks.rows import Row, Skipped

TRIALS = {
    "kill": "400 kills through the command line: 0 lost, 0 torn, 0 corrupt",
    "window": "400 kills of the real window: 0 lost, 0 torn, 0 corrupt",
    "power": "2,000 simulated power cuts: 0 lost, 0 corrupt",
    "stick": "120 pulled sticks: 0 lost, the rescued file can be read",
    "faults": "disk full, read-only, replaced, locked: each told, each note rescued",
    "damage": "1,000 damaged files: 0 crashes, 0 hangs, 0 changed texts, 0 files altered",
    "text": "3,000 texts per way out: 0 exceptions, 0 taken as markup or formula",
    "model": "100,000 random operations equal a plain model",
}
"""What is promised, by the module ``soak_<name>`` that tries it."""


def tried(name: str, found: list[Row]) -> str:
    """Run one trial, add its rows to ``found``, and return what became of it."""
    if f"soak_{name}" not in rows.modules("soak"):
        return "NOT TRIED: there is no such trial"
    start = time.perf_counter()
    try:
        mine = rows.rows_of(f"soak_{name}")
    except Skipped as reason:
        return f"SKIPPED: {reason}"
    found += mine
    below = [row.name for row in mine if not row.ok]
    verdict = f"BELOW THE BAR: {', '.join(below)}" if below else "kept"
    return f"{verdict} ({(time.perf_counter() - start) / 60:.1f} min)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trials and say of each promise what became of it; 0 when every bar is kept."""
    given = rows.options("soak", arguments)
    os.environ[rows.SCALE] = str(given.scale)
    known = [*TRIALS, *(n for m in rows.modules("soak") if (n := m.removeprefix("soak_")) not in TRIALS)]
    found: list[Row] = []
    verdicts = {name: tried(name, found) for name in known if given.only in f"soak_{name}"}
    code = rows.told(found, given.out)
    print()
    for name, verdict in verdicts.items():
        print(f"{name:8} {TRIALS.get(name, '')}\n{'':8} {verdict}")
    if given.scale != 1:
        print(f"SHORTENED: only {given.scale:g} of each trial was run")
    return code


if __name__ == "__main__":
    sys.exit(main())
