"""What a measurement tells: one row, printed in a table and written as JSON."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TypeVar

PACKAGE = Path(__file__).resolve().parent
HEADS = ("name", "value", "unit", "floor", "ratio", "bar", "ok")
SCALE = "FACILITATOR_SOAK_SCALE"
"""Environment: how much of a long trial is run, 1 for all of it."""


TELL_SECONDS = 20.0
T = TypeVar("T")


class Skipped(Exception):  # noqa: N818  (nothing went wrong)
    """A trial cannot be run here; the text says why."""


def scaled(count: int) -> int:
    """Return how often to try what the whole trial tries ``count`` times; at least once."""
    return max(1, round(count * float(os.environ.get(SCALE, "1"))))


class Progress:
    """Tells now and then how far a trial is and how long it may take."""

    def __init__(self, what: str, of: int) -> None:
        self._what, self._of, self._done = what, of, 0
        self._start = self._told = time.monotonic()

    def step(self) -> None:
        """Count one more; say so when nothing was said for a while."""
        self._done += 1
        now = time.monotonic()
        if now - self._told >= TELL_SECONDS:
            spent, self._told = (now - self._start) / 60, now
            left = spent * (self._of - self._done) / self._done
            print(
                f"  {self._what}: {self._done} of {self._of} in {spent:.1f} min, {left:.1f} to go", flush=True
            )


def watched(items: Iterable[T], what: str, of: int) -> Iterator[T]:
    """Give the items, and tell now and then how far one is."""
    progress = Progress(what, of)
    for item in items:
        yield item
        progress.step()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measurement beside its floor and its bar.

    Attributes:
        value: What our program needs, in ``unit``.
        floor: The same work done barely, measured in the same run; None where there is nothing barer.
        bar: What must hold: the highest ratio to the floor, or the highest value when ``floor`` is None
            or ``absolute`` is set; with ``at_least`` the lowest. None for a row that only informs.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    bar: float | None = None
    absolute: bool = False
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        """Return value to floor, or None without a floor."""
        return self.value / self.floor if self.floor else None

    @property
    def ok(self) -> bool:
        """Tell whether the bar is kept; a row without one is."""
        if self.bar is None:
            return True
        measured = self.value if self.absolute or self.ratio is None else self.ratio
        return measured >= self.bar if self.at_least else measured <= self.bar

    def as_json(self) -> dict[str, object]:
        """Return the row with the seven keys every reader knows."""
        return {
            "name": self.name,
            "value": _rounded(self.value),
            "unit": self.unit,
            "floor": _rounded(self.floor),
            "ratio": _rounded(self.ratio),
            "bar": self.bar,
            "ok": self.ok,
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")


def median_seconds(work: Callable[[], object], repeats: int = 5) -> float:
    """Return the median time of ``work`` in seconds, after one unmeasured round."""
    work()
    found: list[float] = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as aligned text; the bar says what it is held against."""
    lines = [HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEADS))]
    left = {0, 2}
    shown = [
        "  ".join(
            c.ljust(w) if n in left else c.rjust(w) for n, (c, w) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    ]
    shown.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in shown)


def _cells(row: Row) -> tuple[str, ...]:
    def number(value: float | None) -> str:
        return "" if value is None else f"{value:.4g}"

    sign = "≥" if row.at_least else "≤"
    times = "" if row.absolute or row.ratio is None else " ×"
    bar = "" if row.bar is None else f"{sign} {row.bar:g}{times}"
    verdict = "" if row.bar is None else ("yes" if row.ok else "NO")
    return (row.name, number(row.value), row.unit, number(row.floor), number(row.ratio), bar, verdict)


def write_json(rows: Iterable[Row], out: Path) -> None:
    """Write the rows as one JSON list."""
    out.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1)
    out.write_text(text + "\n", encoding="utf-8")


def measure(prefix: str, only: str = "") -> list[Row]:
    """Run every module of this package named ``<prefix>_*`` (its ``rows()``) and return all rows.

    ``only`` keeps the modules with this text in their name.
    """
    return [row for name in modules(prefix) if only in name for row in rows_of(name)]


def modules(prefix: str) -> list[str]:
    """Return the names of the modules of this package that measure or try something."""
    names = [m.name for m in pkgutil.iter_modules([str(PACKAGE)]) if m.name.startswith(prefix + "_")]
    return sorted(names)


def rows_of(name: str) -> list[Row]:
    """Run one module of this package.

    Raises:
        Skipped: it cannot be run here.
    """
    print(f"measuring {name} ...", file=sys.stderr, flush=True)
    module: ModuleType = importlib.import_module(f"benchmarks.{name}")
    rows: Callable[[], list[Row]] = module.rows
    return rows()


def options(prefix: str, arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return ``out`` and ``only`` from the command line; for trials ``scale`` too."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks{'' if prefix == 'bench' else '.' + prefix}")
    parser.add_argument("--out", type=Path, default=Path("build") / f"{prefix}.json")
    parser.add_argument("--only", default="", help="run the modules with this in their name")
    if prefix != "bench":
        parser.add_argument("--scale", type=float, default=1.0, help="run this share of each trial")
        parser.add_argument("--trial", default="", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the JSON; 0 when every bar is kept, 1 when not, 2 when nothing ran."""
    given = options("bench", arguments)
    return told(measure("bench", given.only), given.out)


def told(found: Sequence[Row], out: Path) -> int:
    """Print the table, write the JSON and return the exit code; see ``main``."""
    if not found:
        print("nothing was measured", file=sys.stderr)
        return 2
    print(table(found))
    write_json(found, out)
    print(f"\nwritten to {out}")
    return 0 if all(row.ok for row in found) else 1
