"""The report of 150, 1,500 and 15,000 notes: time and memory, each in a process of its own.

The floor is ReportLab laying out the same notes as bare paragraphs, without design or contents.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.rows import Row

SIZES = (150, 1_500, 15_000)
_CHILD = """
import json, resource, sys, time
from pathlib import Path
from benchmarks import report_work
out = Path(sys.argv[3])
work = getattr(report_work, sys.argv[1])(int(sys.argv[2]))
start = time.perf_counter()
work(out)
spent = time.perf_counter() - start
print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def _run(how: str, notes: int, out: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, how, str(notes), str(out)], check=True, capture_output=True, text=True
    )
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return seconds, peak


def rows() -> list[Row]:
    found: list[Row] = []
    spent: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for notes in SIZES:
            out = Path(folder) / f"{notes}.pdf"
            bare_seconds, _ = _run("bare", notes, out)
            seconds, peak = _run("ours", notes, out)
            spent[notes] = seconds
            name = f"report of {notes:,} notes"
            found.append(Row(name=name, value=seconds, unit="s", floor=bare_seconds))
            found.append(Row(name=f"{name}, peak memory", value=peak, unit="MB", bar=400))
            found.append(Row(name=f"{name}, file", value=out.stat().st_size / 1024, unit="kB"))
    growth = spent[SIZES[-1]] / spent[SIZES[-2]]
    found.append(Row(name="15,000 against 1,500 notes", value=growth, unit="times", bar=12))
    return found
