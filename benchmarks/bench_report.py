"""The report of 150, 1,500 and 15,000 notes: time and memory, each in a process of its own.

The floor is ReportLab laying out the same notes as bare paragraphs, without design or contents.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import weasyprint_floor
from benchmarks.rows import Row

SIZES = (150, 1_500, 15_000)
COMPARED = 1_500
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
            limit = 1.0 if notes == COMPARED else None
            found.append(
                Row(name=name, value=seconds, unit="s", floor=bare_seconds, bar=limit, absolute=True)
            )
            found.append(Row(name=f"{name}, peak memory", value=peak, unit="MB", bar=200))
            found.append(Row(name=f"{name}, file", value=out.stat().st_size / 1024, unit="kB"))
            if notes == COMPARED:
                found += _against_weasyprint(seconds, out, Path(folder))
    growth = spent[SIZES[-1]] / spent[SIZES[-2]]
    found.append(Row(name="15,000 against 1,500 notes", value=growth, unit="times", bar=10))
    return found


def _against_weasyprint(ours: float, out: Path, folder: Path) -> list[Row]:
    theirs = weasyprint_floor.seconds(out, folder)
    if theirs is None:
        return []
    name = f"WeasyPrint, the same {COMPARED:,} notes"
    return [Row(name=name, value=theirs, unit="s", floor=ours, bar=10, at_least=True)]
