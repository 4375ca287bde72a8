"""Run every long trial named ``soak_*``: ``python -m benchmarks.soak [--only NAME] [--scale 0.1]``.

Each runs in a process of its own, so that one that dies or never ends takes nothing with it. After each of
them everything known so far is written to the JSON file.
"""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import rows
from benchmarks.rows import Row, Skipped

TRIALS = {
    "tests": "the sweeps of the test-suite that are too long for every day",
    "locked": "every test once more on encrypted dialogues: 0 failed",
    "text": "3,000 texts per way out: 0 exceptions, 0 taken as markup or formula",
    "damage": "1,000 damaged files, and all that means harm: 0 crashes, 0 hangs, none changed",
    "faults": "disk full, read-only, replaced, locked: each told, each note rescued",
    "power": "2,000 simulated power cuts: 0 lost, 0 corrupt",
    "stick": "120 pulled sticks: 0 lost, the rescued file can be read",
    "kill": "400 kills through the command line: 0 lost, 0 torn, 0 corrupt",
    "window": "400 kills of the real window: 0 lost, 0 torn, 0 corrupt",
    "model": "100,000 random operations equal a plain model",
}
"""What is promised, by the module ``soak_<name>`` that tries it, in the order in which they run."""
MOST_MINUTES = 240
"""A trial that takes longer, at any scale, counts as one that never ends."""

Command = Callable[[str, Path], Sequence[str | Path]]
"""What runs one trial and writes what it found into a file."""


@dataclass(slots=True)
class Tried:
    """What became of one trial."""

    name: str
    verdict: str
    promise: str = ""
    ok: bool = False
    minutes: float = 0.0
    rows: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])


# ── the process of one trial ────────────────────────────────────────────────


def one(name: str, into: Path) -> int:
    """Run one trial here and write what it found."""
    found: list[Row] = []
    skipped = ""
    try:
        found = rows.rows_of(f"soak_{name}")
    except Skipped as reason:
        skipped = str(reason)
    into.write_text(json.dumps({"skipped": skipped, "rows": [row.as_json() for row in found]}))
    if found:
        print(rows.table(found), flush=True)
    return 0


def by_name(name: str, into: Path) -> Sequence[str | Path]:
    """Return the command that runs a trial in a process of its own."""
    return [sys.executable, "-u", "-m", "benchmarks.soak", "--trial", name, "--out", into]


# ── the process that counts ─────────────────────────────────────────────────


def tried(name: str, command: Command = by_name, seconds: float = MOST_MINUTES * 60) -> Tried:
    """Run one trial in a process of its own and return what became of it."""
    result = Tried(name, "NOT TRIED: there is no such trial", TRIALS.get(name, ""))
    if command is by_name and f"soak_{name}" not in rows.modules("soak"):
        return result
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        into = Path(folder) / "found.json"
        code = _waited(command(name, into), seconds)
        result.minutes = round((time.monotonic() - start) / 60, 2)
        if code is None:
            result.verdict = f"NEVER ENDED: stopped after {result.minutes:.1f} min"
        elif code or not into.is_file():
            result.verdict = f"DIED: exit code {code}"
        else:
            _read(json.loads(into.read_text()), result)
    return result


def _waited(command: Sequence[str | Path], seconds: float) -> int | None:
    """Return the exit code, or None when it did not end in time; nothing it started stays behind."""
    process = subprocess.Popen(command, start_new_session=True)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _read(told: dict[str, Any], result: Tried) -> None:
    result.rows = told["rows"]
    below = [str(row["name"]) for row in result.rows if not row["ok"]]
    if told["skipped"]:
        result.verdict = f"SKIPPED: {told['skipped']}"
        result.ok = True
    elif not result.rows:
        result.verdict = "NOTHING MEASURED"
    else:
        result.verdict = f"BELOW THE BAR: {', '.join(below)}" if below else "kept"
        result.ok = not below


def try_all(
    names: Sequence[str], out: Path, scale: float, command: Command = by_name, seconds: float | None = None
) -> int:
    """Run the trials, tell what became of each, and return 0 when every bar is kept."""
    os.environ[rows.SCALE] = str(scale)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    done: list[Tried] = []
    for number, name in enumerate(names, 1):
        now = datetime.now(UTC).strftime("%H:%M")
        print(f"\n── {number} of {len(names)}, {now} UTC: {name} ── {TRIALS.get(name, '')}", flush=True)
        done.append(tried(name, command, MOST_MINUTES * 60 if seconds is None else seconds))
        print(f"{name}: {done[-1].verdict} ({done[-1].minutes:.1f} min)", flush=True)
        _write(done, out, scale)
    print("\n" + "\n".join(_line(result) for result in done))
    if scale != 1:
        print(f"SHORTENED: only {scale:g} of each trial was run")
    print(f"written to {out}")
    return 0 if all(result.ok for result in done) else 1


def _line(result: Tried) -> str:
    return f"{result.name:8} {result.minutes:6.1f} min  {result.promise}\n{'':20} {result.verdict}"


def _write(done: Sequence[Tried], out: Path, scale: float) -> None:
    about = {"written": datetime.now(UTC).isoformat(timespec="seconds"), "scale": scale}
    place = {"python": platform.python_version(), "system": platform.platform()}
    text = json.dumps({**about, **place, "trials": [asdict(result) for result in done]}, indent=1)
    out.parent.mkdir(parents=True, exist_ok=True)
    half = out.with_name(out.name + ".tmp")
    half.write_text(text + "\n", encoding="utf-8")
    half.replace(out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trials asked for; 0 when every bar is kept, 1 when not, 2 when nothing was tried."""
    given = rows.options("soak", arguments)
    if given.trial:
        return one(given.trial, given.out)
    known = [*TRIALS, *(n for m in rows.modules("soak") if (n := m.removeprefix("soak_")) not in TRIALS)]
    names = [name for name in known if given.only in f"soak_{name}"]
    if not names:
        print(f"no trial is named {given.only}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    return try_all(names, given.out, given.scale)


if __name__ == "__main__":
    sys.exit(main())
