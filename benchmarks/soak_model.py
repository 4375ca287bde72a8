"""Long random work against a plain model: edits, undo, redo, restarts; and files merged in any order."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from benchmarks.rows import Row
from tests.store.test_merge import laptops, merged
from tests.store.test_session import run_model

OPERATIONS = 10_000
ORDERS = 12


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        run_model(Path(folder), OPERATIONS)
        spent = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        paths = laptops(Path(folder), 20, 40)
        rnd = random.Random(2)
        results = [merged(Path(folder), rnd.sample(paths, len(paths))) for _ in range(ORDERS)]
    different = sum(result != results[0] for result in results)
    return [
        Row(name="random operations equal to the model", value=OPERATIONS, unit="operations"),
        Row(name="one operation with its check", value=1_000 * spent / OPERATIONS, unit="ms"),
        Row(
            name=f"orders of 20 files with another result, of {ORDERS}",
            value=different,
            unit="orders",
            bar=0,
            absolute=True,
        ),
        Row(name="entities after the merge", value=len(results[0]), unit="entities", bar=100, at_least=True),
    ]
