"""Run every long trial named ``soak_*``: ``python -m benchmarks.soak --out build/soak.json``."""

from __future__ import annotations

import sys

from benchmarks.rows import main

if __name__ == "__main__":
    sys.exit(main("soak"))
