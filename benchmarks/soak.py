"""Run every long trial named ``soak_*``: ``python -m benchmarks.soak [--out FILE] [--scale 0.1]``."""

from __future__ import annotations

import os
import sys

from benchmarks import rows

TRIALS = {
    "kill": "400 kills through the command line, 0 lost, 0 torn, 0 corrupt",
    "window": "400 kills of the real window, 0 lost, 0 torn, 0 corrupt",
    "power": "2,000 simulated power cuts, 0 lost, 0 corrupt",
    "stick": "120 pulled sticks, 0 lost, the rescued file can be read",
    "faults": "disk full, read-only, replaced, locked: each told, each note rescued",
    "damage": "1,000 damaged files, 0 crashes, 0 hangs, 0 changed texts, 0 files altered",
    "text": "3,000 texts per way out, 0 exceptions, 0 taken as markup or formula",
    "model": "100,000 random operations equal a plain model",
}
"""What is promised, by the module ``soak_<name>`` that tries it."""


def without_trial() -> list[str]:
    """Return the promises nothing here tries."""
    there = rows.modules("soak")
    return [f"NOT TRIED {name}: {bar}" for name, bar in TRIALS.items() if f"soak_{name}" not in there]


def main(arguments: list[str]) -> int:
    """Run the trials; ``--scale`` makes them shorter, which the output says."""
    arguments = list(arguments)
    if "--scale" in arguments:
        place = arguments.index("--scale")
        os.environ[rows.SCALE] = arguments[place + 1]
        del arguments[place : place + 2]
    code = rows.main("soak", arguments)
    scale = float(os.environ.get(rows.SCALE, "1"))
    if scale != 1:
        print(f"SHORTENED: only {scale:g} of each trial was run")
    print("\n".join(without_trial()))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
