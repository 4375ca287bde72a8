"""Measure everything named ``bench_*``: ``python -m benchmarks --out build/bench.json``."""

from __future__ import annotations

import sys

from benchmarks.rows import main

if __name__ == "__main__":
    sys.exit(main())
