"""Kill the program at random while it captures, and count what is lost; the control must be caught."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from benchmarks.rows import Row
from tests.cli.program import PROGRAM, dialogue
from tests.cli.test_capture_kill import ENOUGH, TOO_EARLY, killed_after, missing

KILLS = 60


def rows() -> list[Row]:
    lost = acknowledged = idle = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(KILLS):
            chance = random.Random(10_000 + seed)
            file = dialogue(Path(folder) / f"{seed}.dialoog")
            printed = killed_after(PROGRAM, file, chance.randint(ENOUGH, 400), chance.uniform(0, 0.02))
            acknowledged += len(printed)
            idle += len(printed) < ENOUGH
            lost += len(missing(file, printed))
        control = dialogue(Path(folder) / "control.dialoog")
        caught = len(missing(control, killed_after(TOO_EARLY, control, 400, 0)))
    return [
        Row(name=f"notes lost in {KILLS} kills", value=lost, unit="notes", bar=0, absolute=True),
        Row(
            name="notes acknowledged before the kills",
            value=acknowledged,
            unit="notes",
            bar=KILLS * ENOUGH,
            at_least=True,
        ),
        Row(name="kills that proved nothing", value=idle, unit="kills", bar=0, absolute=True),
        Row(
            name="loss caught in the control that prints too early",
            value=caught,
            unit="notes",
            bar=1,
            at_least=True,
        ),
    ]
